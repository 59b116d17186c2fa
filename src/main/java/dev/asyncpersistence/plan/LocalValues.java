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
package dev.asyncpersistence.plan;

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.List;
import java.util.Set;

/** Tells objects that a function has made itself, and that nobody else sees, from others. */
final class LocalValues {
    private final Resolver resolver;

    /** Builtins that give back something that they were given, or that it holds. */
    private static final Set<String> PASS_ON = Set.of(
            "builtins.next",
            "builtins.max",
            "builtins.min",
            "builtins.getattr",
            "builtins.vars",
            "builtins.iter",
            "builtins.reversed",
            "builtins.super",
            "builtins.globals");

    LocalValues(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Whether an expression belongs to an object that the function made; a constructor made what it is called on. */
    boolean isOwn(Expr target, FunctionModel function) {
        if (target instanceof Expr.Attribute attribute) {
            return isOwn(attribute.value(), function) || isSelfOfConstructor(attribute.value(), function);
        }
        if (target instanceof Expr.Subscript item) {
            return isOwn(item.value(), function);
        }
        return target instanceof Expr.Name name ? isMadeHere(name, function) : isFresh(target, function);
    }

    private static boolean isSelfOfConstructor(Expr owner, FunctionModel function) {
        boolean constructor =
                function.name().equals("__init__") || function.name().equals("__post_init__");
        return constructor
                && !function.parameters().isEmpty()
                && owner.equals(new Expr.Name(function.parameters().get(0).name()));
    }

    private boolean isMadeHere(Expr.Name name, FunctionModel function) {
        List<Binding> bindings = function.locals().getOrDefault(name.id(), List.of());
        return !bindings.isEmpty()
                && bindings.stream().allMatch(b -> b.kind() == Binding.Kind.ASSIGNMENT && isFresh(b.value(), function));
    }

    /** Displays, comprehensions, arithmetic and constructor calls make new objects. */
    private boolean isFresh(Expr value, FunctionModel function) {
        if (value instanceof Expr.Call call) {
            return resolver.resolve(call.callee(), function.qualifiedName()).stream()
                    .anyMatch(v -> v.value() instanceof Value.ClassObject
                            || (v.value() instanceof Value.External external
                                    && ((external.name().startsWith("builtins.") && !PASS_ON.contains(external.name()))
                                            || external.name().startsWith("collections."))));
        }
        return value instanceof Expr.Display || value instanceof Expr.Opaque || value instanceof Expr.Text;
    }
}
