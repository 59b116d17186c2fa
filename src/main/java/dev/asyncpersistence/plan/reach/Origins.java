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
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Resolver;
import java.util.ArrayList;
import java.util.List;

/** Where the object is made that a function hands out. */
final class Origins {
    private final Resolver resolver;
    private final LayerTypes types;
    private final OutsideWrites outsideWrites;

    Origins(Resolver resolver, LayerTypes types) {
        this.resolver = resolver;
        this.types = types;
        this.outsideWrites = new OutsideWrites(resolver);
    }

    /** Whether two accessors may hand out layers of the same data: nothing that is known of the making of the two objects says otherwise. */
    boolean mayShareData(FunctionModel sync, FunctionModel async) {
        List<Making> others = madeBy(async);
        if (isExchanged(sync) && !isExchanged(async)) {
            return false;
        }
        return madeBy(sync).stream()
                .allMatch(one -> others.stream().allMatch(other -> Making.compare(one, other) != Kinship.Degree.NONE));
    }

    /** Whether other code may have a function hand out another object: {@code set_persistence(layer)}, {@code module._persistence = layer}. */
    private boolean isExchanged(FunctionModel function) {
        ModuleModel module = resolver.program().moduleOf(function.qualifiedName());
        return function.returned().stream()
                .anyMatch(value -> value instanceof Expr.Name name
                        && isGlobal(name, function)
                        && (bindings(name, module).stream().anyMatch(this::isGiven)
                                || outsideWrites.of(module, name.id()) != null));
    }

    private boolean isGiven(Binding binding) {
        FunctionModel setter = resolver.program().function(binding.scope());
        return setter != null
                && binding.value() instanceof Expr.Name given
                && setter.parameters().stream().anyMatch(p -> p.name().equals(given.id()));
    }

    private static boolean isGlobal(Expr.Name name, FunctionModel function) {
        return !function.locals().containsKey(name.id());
    }

    private static List<Binding> bindings(Expr.Name global, ModuleModel module) {
        return module.globals().getOrDefault(global.id(), List.of());
    }

    private List<Making> madeBy(FunctionModel function) {
        ModuleModel module = resolver.program().moduleOf(function.qualifiedName());
        List<Making> result = new ArrayList<>();
        for (Expr value : function.returned()) {
            if (value instanceof Expr.Name name && isGlobal(name, function)) {
                bindings(name, module).forEach(binding -> add(binding.value(), binding.scope(), result));
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
