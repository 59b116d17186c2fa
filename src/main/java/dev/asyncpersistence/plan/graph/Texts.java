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
package dev.asyncpersistence.plan.graph;

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The strings that an expression can be, as far as they are written as constants. */
final class Texts {
    private static final int MAX_DEPTH = 4;

    private final Program program;

    Texts(Program program) {
        this.program = program;
    }

    /** All strings that the expression can be; empty where that isn't known. */
    Set<String> of(Expr expr, String scope) {
        Set<String> result = new LinkedHashSet<>();
        return add(expr, scope, result, 0) ? result : Set.of();
    }

    private boolean add(Expr expr, String scope, Set<String> result, int depth) {
        if (expr instanceof Expr.Text text) {
            result.add(text.value());
            return true;
        }
        if (expr instanceof Expr.Display display) {
            return display.elements().stream().allMatch(e -> add(e, scope, result, depth + 1));
        }
        if (!(expr instanceof Expr.Name name) || depth > MAX_DEPTH) {
            return false;
        }
        List<Binding> bindings = bindings(name.id(), scope);
        return !bindings.isEmpty() && bindings.stream().allMatch(b -> add(b.value(), b.scope(), result, depth + 1));
    }

    private List<Binding> bindings(String name, String scope) {
        FunctionModel function = program.function(scope);
        if (function != null && function.locals().containsKey(name)) {
            return function.locals().get(name);
        }
        return program.moduleOf(scope).globals().getOrDefault(name, List.of());
    }
}
