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

/** What is done with a call site. */
public enum Action {
    /** Await the async layer's method. */
    AWAIT_ASYNC_LAYER,
    /** Await the coroutine that the same object offers. */
    AWAIT_VARIANT,
    /** Run the sync method on a thread: {@code await asyncio.to_thread(...)}. */
    TO_THREAD,
    /** Await the project function, which is a coroutine now. */
    AWAIT,
    /** Await what {@code asyncio.run()} was to run: {@code asyncio.run(f())} becomes {@code await f()}. */
    AWAIT_ARGUMENT,
    /** Leave the call where it is: coroutines run the function around it on a thread. */
    ON_THREAD,
    /** Leave the call as it is. */
    KEEP;

    /** Whether the call itself is rewritten. */
    public boolean isEdit() {
        return this != KEEP && this != ON_THREAD;
    }
}
