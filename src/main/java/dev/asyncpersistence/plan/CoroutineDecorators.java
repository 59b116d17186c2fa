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
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether decorators leave a coroutine function one. */
final class CoroutineDecorators {
    private static final Set<String> TRANSPARENT =
            Set.of("staticmethod", "classmethod", "abstractmethod", "override", "final", "overload");

    private final Program program;
    private final FunctionUses uses;

    CoroutineDecorators(Program program, FunctionUses uses) {
        this.program = program;
        this.uses = uses;
    }

    /** A decorator of which it isn't known that what it gives back is still a coroutine function; null if there is none. */
    @Nullable
    Expr unknown(FunctionModel coroutine) {
        for (Expr decorator : coroutine.decorators()) {
            boolean configured = decorator instanceof Expr.Call;
            Expr plain = decorator.callee();
            if (TRANSPARENT.contains(String.valueOf(Program.lastName(plain)))) {
                continue;
            }
            List<FunctionModel> functions = uses.targetsOf(plain, coroutine.enclosingScope());
            boolean known = !functions.isEmpty()
                    && functions.stream().allMatch(f -> configured ? givesDecorator(f) : givesCoroutineFunction(f));
            if (!known) {
                return plain;
            }
        }
        return null;
    }

    /** {@code def retried(times): def decorate(f): ...; return decorate}. */
    private boolean givesDecorator(FunctionModel function) {
        return !function.returned().isEmpty()
                && function.returned().stream().allMatch(value -> {
                    FunctionModel nested = nested(value, function);
                    return nested != null && givesCoroutineFunction(nested);
                });
    }

    /** It returns what it was given, or an {@code async def} of its own. */
    private boolean givesCoroutineFunction(FunctionModel decorator) {
        return !decorator.async()
                && !decorator.returned().isEmpty()
                && decorator.returned().stream().allMatch(value -> {
                    FunctionModel nested = nested(value, decorator);
                    return nested == null ? isParameter(value, decorator) : nested.async() && !nested.yielded();
                });
    }

    private @Nullable FunctionModel nested(Expr value, FunctionModel function) {
        return value instanceof Expr.Name name ? program.function(function.qualifiedName() + "." + name.id()) : null;
    }

    private static boolean isParameter(Expr value, FunctionModel function) {
        return value instanceof Expr.Name name
                && function.parameters().stream().anyMatch(p -> p.name().equals(name.id()));
    }
}
