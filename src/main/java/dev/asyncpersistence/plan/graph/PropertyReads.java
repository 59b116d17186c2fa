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

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which functions read which properties: a call without parentheses. */
final class PropertyReads {
    private final Resolver resolver;
    private final Set<String> names = new HashSet<>();
    private final Map<FunctionModel, Set<FunctionModel>> readIn = new HashMap<>();
    private final Map<FunctionModel, Set<FunctionModel>> readers = new HashMap<>();

    PropertyReads(Resolver resolver) {
        this.resolver = resolver;
        Program program = resolver.program();
        program.functions().stream().filter(FunctionModel::isProperty).forEach(f -> names.add(f.name()));
        for (FunctionModel function : program.functions()) {
            function.references().forEach(reference -> addAll(reference.expr(), reference.scope(), function));
            function.calls().forEach(site -> addAll(site.call().callee(), site.scope(), function));
        }
    }

    private void addAll(Expr chain, String scope, FunctionModel reader) {
        Expr each = chain;
        while (each instanceof Expr.Attribute attribute) {
            FunctionModel property = names.contains(attribute.attr()) ? property(attribute, scope) : null;
            if (property != null) {
                readIn.computeIfAbsent(reader, r -> new LinkedHashSet<>()).add(property);
                readers.computeIfAbsent(property, p -> new LinkedHashSet<>()).add(reader);
            }
            each = attribute.value();
        }
    }

    private @Nullable FunctionModel property(Expr.Attribute attribute, String scope) {
        for (Resolved owner : resolver.resolve(attribute.value(), scope)) {
            FunctionModel method = owner.value() instanceof Value.Instance instance
                    ? resolver.hierarchy().method(instance.type(), attribute.attr())
                    : null;
            if (method != null && method.isProperty()) {
                return method;
            }
        }
        return null;
    }

    Set<FunctionModel> readIn(FunctionModel function) {
        return readIn.getOrDefault(function, Set.of());
    }

    Set<FunctionModel> readersOf(FunctionModel property) {
        return readers.getOrDefault(property, Set.of());
    }
}
