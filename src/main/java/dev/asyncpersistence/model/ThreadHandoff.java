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
package dev.asyncpersistence.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls that run a function on another thread: {@code asyncio.to_thread(f, x)}, {@code loop.run_in_executor(None, f, x)}. */
public final class ThreadHandoff {
    /** By last name of the callee, the position of the function among the arguments. */
    private static final Map<String, Integer> POSITION = Map.of(
            "to_thread", 0,
            "run_in_threadpool", 0,
            "run_sync", 0,
            "sync_to_async", 0,
            "submit", 0,
            "run_in_executor", 1);

    private ThreadHandoff() {}

    public static boolean isCallee(Expr callee) {
        String name = Program.lastName(callee);
        return name != null && POSITION.containsKey(name);
    }

    /** The function that a call hands to another thread, or null. */
    public static @Nullable Expr function(Expr.Call call) {
        String name = Program.lastName(call.callee());
        Integer position = name == null ? null : POSITION.get(name);
        List<Expr.Argument> arguments = call.arguments();
        return position == null || position >= arguments.size()
                ? null
                : arguments.get(position).value();
    }
}
