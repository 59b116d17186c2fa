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
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what is an object of a layer. */
final class LayerTypes {
    private final Resolver resolver;

    LayerTypes(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Whether an expression is an instance of a class, as far as every value that is known of it goes. */
    boolean isInstance(Expr expr, String scope, @Nullable ClassModel type) {
        return areInstances(resolver.resolve(expr, scope), type);
    }

    boolean areInstances(List<Resolved> values, @Nullable ClassModel type) {
        return type != null && resolver.hierarchy().areInstances(values, type);
    }

    /** Whether a binding may leave the name at {@code None}, so that it can't be relied upon. */
    boolean mayBeNone(Binding binding) {
        return (binding.value() instanceof Expr.Opaque && isOptional(binding.annotation()))
                || mayBeNone(binding.value(), binding.scope());
    }

    /** {@code None}, which the model doesn't follow, or a parameter that it is the default of, unless something else comes behind an {@code or}. */
    boolean mayBeNone(Expr value, String scope) {
        if (value instanceof Expr.AnyOf choice && choice.byCondition()) {
            return choice.options().stream().anyMatch(option -> mayBeNone(option, scope));
        }
        if (value instanceof Expr.AnyOf anyOf) {
            return mayBeNone(anyOf.options().get(anyOf.options().size() - 1), scope);
        }
        FunctionModel function = resolver.program().function(scope);
        if (value instanceof Expr.Name name && function != null) {
            return function.parameters().stream()
                    .filter(p -> p.name().equals(name.id()))
                    .anyMatch(p -> p.defaultValue() instanceof Expr.Opaque || isOptional(p.annotation()));
        }
        return value instanceof Expr.Opaque && function != null;
    }

    static boolean isOptional(@Nullable Expr annotation) {
        if (annotation instanceof Expr.Subscript generic) {
            return "Optional".equals(Program.lastName(generic.value()));
        }
        return annotation instanceof Expr.AnyOf union
                && union.options().stream().anyMatch(o -> o instanceof Expr.Opaque || o.equals(new Expr.Name("None")));
    }

    /** An object that is made on the spot, on a thread or not, of which another place makes another one; null if it isn't. */
    @Nullable
    Making madeInPlace(Expr value, String scope) {
        Expr plain = value instanceof Expr.Await await ? await.value() : value;
        if (!(plain instanceof Expr.Call call)) {
            return null;
        }
        Expr.Call made = Handoffs.plain(call);
        for (Resolved each : resolver.resolve(made.callee(), scope)) {
            if (each.value() instanceof Value.ClassObject type) {
                FunctionModel constructor = resolver.hierarchy().method(type.type(), "__init__");
                return new Making(
                        made,
                        constructor == null ? 0 : constructor.callParameters().size());
            }
        }
        return null;
    }
}
