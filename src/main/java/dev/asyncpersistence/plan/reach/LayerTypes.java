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
        return type != null
                && !values.isEmpty()
                && values.stream()
                        .allMatch(each -> each.value() instanceof Value.Instance instance
                                && resolver.hierarchy().isSubclass(instance.type(), type));
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

    /** An object that is made on the spot, on a thread or not: another place makes another one. */
    Expr.@Nullable Call madeInPlace(Expr value, String scope) {
        Expr plain = value instanceof Expr.Await await ? await.value() : value;
        if (!(plain instanceof Expr.Call call)) {
            return null;
        }
        Expr.Call made = Handoffs.plain(call);
        boolean constructs = resolver.resolve(made.callee(), scope).stream()
                .anyMatch(each -> each.value() instanceof Value.ClassObject);
        return constructs ? made : null;
    }

    /**
     * Whether a sync and an async object that are both made on the spot are made alike, so that they use the same data. One that isn't made on the
     * spot says nothing against it.
     */
    boolean mayShareData(Expr sync, String syncScope, Expr async, String asyncScope) {
        Expr.Call one = madeInPlace(sync, syncScope);
        Expr.Call other = madeInPlace(async, asyncScope);
        return one == null || other == null || sameArguments(one.arguments(), other.arguments());
    }

    private static boolean sameArguments(List<Expr.Argument> some, List<Expr.Argument> others) {
        return some.size() == others.size()
                && java.util.stream.IntStream.range(0, some.size())
                        .allMatch(i -> same(some.get(i).value(), others.get(i).value()));
    }

    /**
     * Calls are told apart by where they stand; here it matters what they say. What isn't followed may be anything. The names of an address for
     * each side may differ as those of the layers do, and its driver may.
     */
    private static boolean same(Expr one, Expr other) {
        if (one instanceof Expr.Call a && other instanceof Expr.Call b) {
            return same(a.callee(), b.callee()) && sameArguments(a.arguments(), b.arguments());
        }
        if (one instanceof Expr.Attribute a && other instanceof Expr.Attribute b) {
            return sameName(a.attr(), b.attr()) && same(a.value(), b.value());
        }
        if (one instanceof Expr.Name a && other instanceof Expr.Name b) {
            return sameName(a.id(), b.id());
        }
        if (one instanceof Expr.Text a && other instanceof Expr.Text b) {
            return withoutDriver(a.value()).equals(withoutDriver(b.value()));
        }
        return false;
    }

    private static boolean sameName(String sync, String async) {
        return sync.equals(async) || AsyncNames.areTwins(sync, async);
    }

    /** {@code sqlite:///x.db} of {@code sqlite+aiosqlite:///x.db} (RFC 1738, as SQLAlchemy extends it). */
    private static String withoutDriver(String url) {
        return url.replaceFirst("^(\\w+)\\+\\w+:", "$1:");
    }
}
