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

import dev.asyncpersistence.model.FunctionModel;

/** A function that the framework, the event loop or the operating system calls. */
public record EntryPoint(FunctionModel function, Kind kind, Sign sign) {
    /** What it is known by. */
    enum Sign {
        /** It is registered with something that comes from a library. */
        LIBRARY,
        /** It is registered, and nobody can say with what, or it is with something of the project's. */
        REGISTERED,
        /** By what it is called or does. */
        ITSELF
    }

    public enum Kind {
        /** A web request or websocket. */
        REQUEST,
        /** A command, event or message. */
        MESSAGE,
        /** A task that repeats itself. */
        PERIODIC,
        /** Runs once, before anybody is served. */
        STARTUP;

        public boolean isCritical() {
            return this != STARTUP;
        }
    }
}
