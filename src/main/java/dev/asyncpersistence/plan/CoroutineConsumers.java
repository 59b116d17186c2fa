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

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Reference;
import dev.asyncpersistence.model.Use;
import java.util.List;
import java.util.Set;

/** Functions that take a coroutine and see to it that it runs. */
public final class CoroutineConsumers {
    private static final Set<String> NAMES = Set.of(
            "gather",
            "create_task",
            "ensure_future",
            "wait_for",
            "shield",
            "run",
            "run_until_complete",
            "wait",
            "as_completed",
            "start_soon",
            "run_coroutine_threadsafe",
            "timeout",
            "async_to_sync");

    private CoroutineConsumers() {}

    static boolean isOne(Expr callee) {
        String name = Program.lastName(callee);
        return name != null && NAMES.contains(name);
    }

    /** Whether the result of a call is handed to one of them, by itself or in a list. */
    public static boolean takes(CallSite site) {
        return takes(site.use(), site.enclosingCalls());
    }

    /** Whether what a name stands for is handed to one of them. */
    public static boolean takes(Reference reference) {
        return takes(reference.use(), reference.enclosingCalls());
    }

    private static boolean takes(Use use, List<Expr> enclosingCalls) {
        return (use == Use.ARGUMENT || use == Use.ELEMENT) && !enclosingCalls.isEmpty() && isOne(enclosingCalls.get(0));
    }
}
