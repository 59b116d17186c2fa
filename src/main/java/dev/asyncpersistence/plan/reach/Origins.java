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

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolver;
import java.util.ArrayList;
import java.util.List;

/** Where the object is made that a function hands out. */
final class Origins {
    private final Resolver resolver;
    private final LayerTypes types;

    Origins(Resolver resolver, LayerTypes types) {
        this.resolver = resolver;
        this.types = types;
    }

    /** Whether two accessors may hand out layers of the same data. Accessors of different modules have to prove it, if their layers can be seen to be made. */
    boolean mayShareData(FunctionModel sync, FunctionModel async) {
        boolean neighbours = resolver.program()
                .moduleOf(sync.qualifiedName())
                .equals(resolver.program().moduleOf(async.qualifiedName()));
        Kinship.Degree least = neighbours ? Kinship.Degree.POSSIBLE : Kinship.Degree.PROVEN;
        List<Making> others = madeBy(async);
        return madeBy(sync).stream()
                .allMatch(one -> others.stream()
                        .allMatch(other -> Making.compare(one, other).compareTo(least) <= 0));
    }

    private List<Making> madeBy(FunctionModel function) {
        List<Making> result = new ArrayList<>();
        for (Expr value : function.returned()) {
            if (value instanceof Expr.Name name && !function.locals().containsKey(name.id())) {
                for (Binding binding : resolver.program()
                        .moduleOf(function.qualifiedName())
                        .globals()
                        .getOrDefault(name.id(), List.of())) {
                    add(binding.value(), binding.scope(), result);
                }
            } else {
                add(value, function.qualifiedName(), result);
            }
        }
        return result;
    }

    private void add(Expr value, String scope, List<Making> result) {
        Making made = types.madeInPlace(value, scope);
        if (made != null) {
            result.add(made);
        }
    }
}
