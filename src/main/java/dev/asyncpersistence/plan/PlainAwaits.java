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

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.List;

/** Finds awaits of what sync functions return, where that can be no awaitable. */
public final class PlainAwaits {
    private PlainAwaits() {}

    public static List<Call> find(FunctionUses uses) {
        return uses.calls().stream()
                .filter(call -> call.site().awaited()
                        && !call.constructs()
                        && call.stranger().isEmpty())
                .filter(call -> call.targets().stream().allMatch(PlainAwaits::returnsPlainValue))
                .toList();
    }

    /** Calls, names and attributes may stand for awaitables; nothing, literals and arithmetic don't. */
    private static boolean returnsPlainValue(FunctionModel function) {
        return !function.async()
                && !function.yielded()
                && function.decorators().isEmpty()
                && !function.overloadStub()
                && function.returned().stream().allMatch(PlainAwaits::isPlain);
    }

    private static boolean isPlain(Expr value) {
        return value instanceof Expr.Opaque || value instanceof Expr.Text || value instanceof Expr.Display;
    }
}
