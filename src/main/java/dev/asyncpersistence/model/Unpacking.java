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
package dev.asyncpersistence.model;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Follows {@code a, b = value} into tuples: those written there, and those that functions return. */
final class Unpacking {
    private final Resolver resolver;
    /** Answers are remembered by identity, so that each question must be asked with the same object. */
    private final IdentityHashMap<Expr, List<Expr.Element>> questions = new IdentityHashMap<>();

    Unpacking(Resolver resolver) {
        this.resolver = resolver;
    }

    List<Resolved> values(Expr.Element element, String scope) {
        Expr value = element.value();
        if (value instanceof Expr.Display display) {
            return element.index() < display.elements().size()
                    ? resolver.resolve(display.elements().get(element.index()), scope)
                    : List.of();
        }
        if (value instanceof Expr.Await await) {
            return resolver.resolve(question(await.value(), element.index()), scope);
        }
        if (value instanceof Expr.AnyOf anyOf) {
            return Resolver.flat(anyOf.options().stream()
                    .map(option -> resolver.resolve(question(option, element.index()), scope)));
        }
        return value instanceof Expr.Call call ? returned(call, element.index(), scope) : List.of();
    }

    private List<Resolved> returned(Expr.Call call, int index, String scope) {
        Expr onThread = ThreadHandoff.function(call);
        List<Resolved> result = new ArrayList<>();
        for (Resolved callee : resolver.resolve(onThread == null ? call.callee() : onThread, scope)) {
            if (callee.value() instanceof Value.FunctionObject function) {
                result.addAll(Resolver.limit(returned(function.function(), index), callee.evidence()));
            }
        }
        return result;
    }

    /** By the annotation {@code tuple[A, B]}, otherwise by the return statements. */
    private List<Resolved> returned(FunctionModel function, int index) {
        if (function.returnAnnotation() instanceof Expr.Subscript generic
                && "tuple".equalsIgnoreCase(Program.lastName(generic.value()))
                && index < generic.index().size()) {
            List<Resolved> declared = resolver.instanceOf(generic.index().get(index), function.enclosingScope());
            if (!declared.isEmpty()) {
                return declared;
            }
        }
        List<Resolved> result = new ArrayList<>();
        for (Expr value : function.yielded() ? List.<Expr>of() : function.returned()) {
            result.addAll(resolver.resolve(question(value, index), function.qualifiedName()));
        }
        return Resolver.limit(result, Resolved.Evidence.ASSIGNED);
    }

    private Expr.Element question(Expr value, int index) {
        List<Expr.Element> known = questions.computeIfAbsent(value, v -> new ArrayList<>());
        while (known.size() <= index) {
            known.add(new Expr.Element(value, known.size()));
        }
        return known.get(index);
    }
}
