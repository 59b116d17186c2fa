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
package dev.asyncpersistence.layer;

/**
 * Why a method may not be called on another thread than the event loop's.
 *
 * @param detail the connection, or the call, that stands in the way
 */
public record ThreadObstacle(Kind kind, String detail) {
    public enum Kind {
        /** The layer keeps a connection that threads can't share. */
        SHARED_CONNECTION,
        /** The method reaches a call that needs the event loop's thread. */
        NEEDS_EVENT_LOOP
    }
}
