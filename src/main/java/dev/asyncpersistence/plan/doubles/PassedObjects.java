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

import dev.asyncpersistence.model.Answers;
import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.graph.Scopes;
import java.util.ArrayList;
import java.util.List;

/**
 * What expressions evaluate to, where functions from tables are passed it, too: {@code handlers[name](request, user)}. Doubles travel inside such
 * objects.
 */
final class PassedObjects {
    private final Resolver resolver;
    private final PassedDoubles passed;
    private final Answers<Resolved> answers = new Answers<>(this::compute, Resolved::distinct);

    PassedObjects(Resolver resolver, PassedDoubles passed) {
        this.resolver = resolver;
        this.passed = passed;
    }

    /** The values of an expression; empty if nobody knows. */
    List<Resolved> of(Expr expr, String scope) {
        List<Resolved> known = resolver.resolve(expr, scope);
        return known.stream().anyMatch(each -> isOurs(each.value())) ? known : answers.get(new Answers.At(expr, scope));
    }

    /** Whether the project's own sources say what attributes a value has. */
    static boolean isOurs(Value value) {
        return value instanceof Value.Instance
                || value instanceof Value.ClassObject
                || value instanceof Value.ModuleObject;
    }

    private List<Resolved> compute(Answers.Question question) {
        return question instanceof Answers.At at ? compute(at.expr(), at.scope()) : List.of();
    }

    private List<Resolved> compute(Expr expr, String scope) {
        List<Resolved> result = new ArrayList<>(resolver.resolve(expr, scope));
        if (expr instanceof Expr.Name name) {
            FunctionModel owner = Scopes.binding(name.id(), scope, resolver.program());
            if (owner != null) {
                passed.values(owner, name.id()).forEach(each -> result.addAll(of(each.value(), each.scope())));
                owner.locals().getOrDefault(name.id(), List.of()).stream()
                        .filter(each -> each.kind() == Binding.Kind.ASSIGNMENT)
                        .forEach(each -> result.addAll(of(each.value(), each.scope())));
            }
        }
        Expr.Attribute read = expr instanceof Expr.Call call ? call.readAttribute() : null;
        if (expr instanceof Expr.Attribute attribute) {
            result.addAll(member(attribute, scope));
        } else if (read != null) {
            result.addAll(member(read, scope));
        }
        if (expr instanceof Expr.AnyOf anyOf) {
            anyOf.options().forEach(each -> result.addAll(of(each, scope)));
        }
        return result;
    }

    private List<Resolved> member(Expr.Attribute attribute, String scope) {
        return of(attribute.value(), scope).stream()
                .flatMap(each -> resolver.member(each.value(), attribute.attr()).stream())
                .toList();
    }
}
