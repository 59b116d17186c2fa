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

import dev.asyncpersistence.plan.phase.Phase;
import java.util.List;

/**
 * How far one phase is.
 *
 * @param calls in its files
 */
public record PhaseProgress(Phase phase, List<TrackedCall> calls) {
    /** How many of its calls no longer block. */
    public int done() {
        return (int) calls.stream().filter(TrackedCall::done).count();
    }

    /** How many of its calls the recipes leave to people. */
    public int left() {
        return (int) calls.stream().filter(TrackedCall::isLeft).count();
    }

    /** How many of its calls a run would migrate. */
    public int open() {
        return calls.size() - done() - left();
    }

    /** Whether all of its calls are done. */
    public boolean isDone() {
        return done() == calls.size();
    }
}
