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
package dev.asyncpersistence.plan.reach;

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds, for an expression that gives the sync layer, the one that gives the async layer which belongs to it: the same way through the program, with
 * async variables, attributes, parameters and accessors instead of sync ones. Where one is missing it is added, if its own value can be found so.
 */
final class Twins {
    private final NameTwins names;
    private final AttributeTwins attributes;
    private final CallTwins calls;

    Twins(Surroundings surroundings) {
        AsyncParameters parameters = new AsyncParameters(surroundings, this);
        this.names = new NameTwins(surroundings, parameters, this);
        this.attributes = new AttributeTwins(surroundings, this);
        this.calls = new CallTwins(surroundings, this);
    }

    /**
     * The twin of an expression, or null.
     *
     * @param at where it is wanted: what is bound below that place is of no use
     */
    @Nullable
    Expr of(Expr expr, String scope, SourceLocation at, Search search) {
        return search.attempt(() -> find(expr, scope, at, search));
    }

    private @Nullable Expr find(Expr expr, String scope, SourceLocation at, Search search) {
        if (expr instanceof Expr.Opaque opaque && opaque.none()) {
            return opaque;
        }
        if (expr instanceof Expr.Name name) {
            return names.of(name, scope, at, search);
        }
        if (expr instanceof Expr.Attribute attribute) {
            return attributes.of(attribute, scope, at, search);
        }
        if (expr instanceof Expr.Call call) {
            return calls.of(call, scope, at, search);
        }
        if (expr instanceof Expr.Await await && await.value() instanceof Expr.Call call) {
            return calls.onThread(call, scope, at, search);
        }
        if (expr instanceof Expr.AnyOf anyOf) {
            return anyOf(anyOf, scope, at, search);
        }
        return search.refuse(at, "what gives the layer is not followed");
    }

    private @Nullable Expr anyOf(Expr.AnyOf anyOf, String scope, SourceLocation at, Search search) {
        List<Expr> options = new ArrayList<>();
        for (Expr option : anyOf.options()) {
            Expr twin = of(option, scope, at, search);
            if (twin == null || twin instanceof Expr.AnyOf) {
                return search.refuse(at, "what gives the layer is not followed");
            }
            options.add(twin);
        }
        if (!anyOf.byCondition()) {
            return new Expr.AnyOf(options);
        }
        return options.stream().distinct().count() == 1 ? options.get(0) : new Expr.AnyOf(options, true);
    }
}
