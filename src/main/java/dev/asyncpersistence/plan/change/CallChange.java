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
package dev.asyncpersistence.plan.change;

import java.util.Map;
import java.util.UUID;

/**
 * A call is made in another way, or what stands around it changes so that it can be.
 *
 * @param node identity of the call, the function or the comprehension that is changed
 * @param target what to await instead of the callee; empty where the callee stays
 * @param keywords the keywords that arguments of the call get, by the argument's index; no positional argument is left behind one of them
 */
public record CallChange(UUID node, Kind kind, String target, Map<Integer, String> keywords) implements Change {
    public CallChange(UUID node, Kind kind, String target) {
        this(node, kind, target, Map.of());
    }

    public enum Kind {
        /** {@code await f(x)}. */
        AWAIT,
        /** {@code await target(x)}: another receiver and method. */
        AWAIT_TARGET,
        /** {@code await receiver.target(x)}: another method of the same receiver. */
        AWAIT_METHOD,
        /** {@code await asyncio.to_thread(f, x)}. */
        TO_THREAD,
        /** {@code await x} for {@code asyncio.run(x)}. */
        AWAIT_ARGUMENT,
        /** {@code asyncio.run(f(x))}, where nothing can await it. */
        RUN,
        /** {@code async with f(x)} for {@code with f(x)}, which enters nothing else. */
        ENTER,
        /** {@code async def}. */
        MAKE_ASYNC,
        /** A generator expression becomes a list comprehension. */
        MAKE_LIST
    }
}
