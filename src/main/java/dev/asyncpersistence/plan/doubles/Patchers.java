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
package dev.asyncpersistence.plan.doubles;

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.graph.Scopes;
import java.util.List;
import java.util.Set;

/** Patches that tests start and stop themselves: {@code patcher = patch("app.load")}, {@code load = patcher.start()}. */
final class Patchers {
    private static final String START = "start";
    private static final Set<String> METHODS = Set.of(START, "stop");

    private final Resolver resolver;
    private final Program program;

    Patchers(Resolver resolver) {
        this.resolver = resolver;
        this.program = resolver.program();
    }

    /** Whether an attribute is a method of a patcher, and not of what it puts in a place. */
    boolean isMethod(Expr.Attribute attribute, String scope) {
        return METHODS.contains(attribute.attr())
                && !isEntered(attribute.value(), scope)
                && resolver.resolve(attribute.value(), scope).stream()
                        .anyMatch(each ->
                                each.value() instanceof Value.ExternalResult made && MockLibrary.isPatch(made.name()));
    }

    /** Whether what is called starts a patcher, and so gives what that puts in a place. */
    boolean isStart(Expr.Attribute callee, String scope) {
        return callee.attr().equals(START) && isMethod(callee, scope);
    }

    /** {@code with patch("app.load") as load}: the name has what was put in the place. */
    private boolean isEntered(Expr expr, String scope) {
        if (!(expr instanceof Expr.Name name)) {
            return false;
        }
        FunctionModel owner = Scopes.binding(name.id(), scope, program);
        List<Binding> bindings =
                (owner == null ? program.moduleOf(scope).globals() : owner.locals()).getOrDefault(name.id(), List.of());
        return bindings.stream().anyMatch(each -> each.kind() == Binding.Kind.CONTEXT);
    }
}
