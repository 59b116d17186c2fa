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
package dev.asyncpersistence.layer;

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a layer object keeps between calls. One connection for all calls was safe as long as the event loop made them one after the other; on
 * threads they overlap.
 */
final class SharedState {
    /** How many helpers a connection is handed through. */
    private static final int MAX_DEPTH = 4;

    private final Resolver resolver;
    private final CallCatalogue catalogue;

    SharedState(Resolver resolver, CallCatalogue catalogue) {
        this.resolver = resolver;
        this.catalogue = catalogue;
    }

    /** Why calls of the layer may not be made on threads; null if nothing is known against it. */
    @Nullable
    String obstacle(LayerFinder.Pair pair) {
        return obstacle(variables(pair));
    }

    /** The same of what a method reaches in other modules. */
    @Nullable
    String obstacle(FunctionModel method) {
        return ReachedGlobals.of(Stream.of(method), resolver).values().stream()
                .map(this::obstacle)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String obstacle(Map<String, List<Binding>> variables) {
        boolean locked = false;
        String shared = null;
        for (Map.Entry<String, List<Binding>> variable : variables.entrySet()) {
            for (Binding binding : variable.getValue()) {
                String maker = maker(binding);
                String argument = maker == null ? null : catalogue.threadBound(maker);
                if (argument != null && !isGivenAsFalse(binding.value(), binding.scope(), argument, 0)) {
                    return "`" + variable.getKey() + "` keeps a connection of " + maker
                            + " that only the thread which made it may use";
                }
                if (maker != null && catalogue.isConnection(maker)) {
                    shared = "`" + variable.getKey() + "` keeps one connection of " + maker
                            + " for all calls, without a lock";
                }
                locked |= maker != null && catalogue.isLock(maker);
            }
        }
        return locked ? null : shared;
    }

    private Map<String, List<Binding>> variables(LayerFinder.Pair pair) {
        ClassModel type = pair.type();
        if (type == null) {
            return pair.module() == null ? Map.of() : pair.module().globals();
        }
        Map<String, List<Binding>> result = new java.util.TreeMap<>();
        for (ClassModel each : resolver.hierarchy().lookupOrder(type)) {
            each.attributes().forEach(result::putIfAbsent);
            resolver.program().moduleOf(each.qualifiedName()).globals().forEach(result::putIfAbsent);
        }
        return result;
    }

    private @Nullable String maker(Binding binding) {
        Optional<String> name = resolver.resolve(binding.value(), binding.scope()).stream()
                .map(Resolved::value)
                .filter(Value.ExternalResult.class::isInstance)
                .map(value -> ((Value.ExternalResult) value).name())
                .filter(n -> catalogue.isConnection(n) || catalogue.isLock(n))
                .findFirst();
        return name.orElse(null);
    }

    /** Looks into the project's functions for the call that makes the connection. */
    private boolean isGivenAsFalse(Expr value, String scope, String argument, int depth) {
        if (value instanceof Expr.AnyOf anyOf) {
            return anyOf.options().stream().anyMatch(option -> isGivenAsFalse(option, scope, argument, depth));
        }
        FunctionModel in = resolver.program().function(scope);
        if (value instanceof Expr.Name name && in != null && depth < MAX_DEPTH) {
            return in.locals().getOrDefault(name.id(), List.of()).stream()
                    .anyMatch(b -> isGivenAsFalse(b.value(), b.scope(), argument, depth + 1));
        }
        if (!(value instanceof Expr.Call call)) {
            return false;
        }
        boolean here = call.arguments().stream()
                .anyMatch(a -> argument.equals(a.keyword()) && a.value().equals(new Expr.Name("False")));
        return here
                || (depth < MAX_DEPTH
                        && resolver.resolve(call.callee(), scope).stream()
                                .map(Resolved::value)
                                .filter(Value.FunctionObject.class::isInstance)
                                .map(target -> ((Value.FunctionObject) target).function())
                                .anyMatch(made -> made.returned().stream()
                                        .anyMatch(v -> isGivenAsFalse(v, made.qualifiedName(), argument, depth + 1))));
    }
}
