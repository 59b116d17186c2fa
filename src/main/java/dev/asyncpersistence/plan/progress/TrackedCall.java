/*
 * Copyright 2026 the rewrite-async-persistence authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 * https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package dev.asyncpersistence.plan.progress;

import dev.asyncpersistence.plan.Priority;

/**
 * A call that blocked when it was first seen. It is known by its place in the code's structure, which lines that move don't change.
 *
 * @param path of its file
 * @param function around it, with its class, without its module; empty in module and class bodies
 * @param call the receiver and method as written, arguments left out: {@code self.persistence.get_room}
 * @param decision what is done with it and why, in words
 * @param done whether it no longer blocks
 */
public record TrackedCall(String path, String function, String call, Priority priority, String decision, boolean done) {
    static final String LEFT = "left, since ";

    /** Whether the recipes leave it to people. */
    public boolean isLeft() {
        return !done && decision.startsWith(LEFT);
    }

    TrackedCall asDone() {
        return new TrackedCall(path, function, call, priority, decision, true);
    }
}
