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
package dev.asyncpersistence.plan;

import dev.asyncpersistence.model.SourceLocation;

/**
 * Something that an {@code await} or a thread makes possible, or that keeps one from being used safely. It is reported, not solved.
 *
 * @param function qualified name of the function that it lies in
 * @param detail what is concerned
 */
public record Hazard(Kind kind, SourceLocation location, String function, String detail) {
    public enum Kind {
        LOCK_HELD(
                "a lock of threads is held over the call, so it is not awaited: a task that waits for the lock would stop the event loop, and with it"
                        + " the task that holds it"),
        LOST_UPDATE(
                "something is read before an await and written after it: another task may have changed it in between"),
        SHARED_CONNECTION("a connection or session is used by a thread while the event loop may use it, too"),
        LOOP_BOUND_POOL(
                "connections of this pool belong to the event loop that opened them, and more calls use them now: tests that each run in a loop of their own"
                        + " need `NullPool`, a pool for each, or one loop for all (pytest-asyncio: `loop_scope`)"),
        MISSED_LOOP(
                "on a thread there is no event loop: what logging does on it raises a RuntimeError there, which is caught, so that it takes its other way"),
        LAZY_RESULT("a cursor or generator does its work where it is consumed, on the event loop"),
        UNBOUNDED_FAN_OUT(
                "every element starts a task that takes a thread of the pool, which has few (32 at most by default)");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** What can go wrong. */
        public String text() {
            return text;
        }
    }
}
