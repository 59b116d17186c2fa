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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bases and subclasses inside the project. */
public final class ClassHierarchy {
    /** Bases from outside that do nothing with what a class sets. */
    private static final Set<String> PLAIN_BASES = Set.of("object", "ABC", "Protocol", "Generic");

    private final Resolver resolver;
    private final Map<ClassModel, List<ClassModel>> linearized = new HashMap<>();
    private final Map<ClassModel, List<ClassModel>> derived = new HashMap<>();
    private boolean derivedKnown;

    ClassHierarchy(Resolver resolver) {
        this.resolver = resolver;
    }

    /** The class and its project bases in lookup order: depth first, left to right, which agrees with C3 where there is no diamond. */
    public List<ClassModel> lookupOrder(ClassModel type) {
        List<ClassModel> known = linearized.get(type);
        if (known == null) {
            Set<ClassModel> order = new LinkedHashSet<>();
            collect(type, order);
            known = new ArrayList<>(order);
            linearized.put(type, known);
        }
        return known;
    }

    private void collect(ClassModel type, Set<ClassModel> order) {
        if (!order.add(type)) {
            return;
        }
        for (Expr base : type.bases()) {
            Expr plain = base instanceof Expr.Subscript generic ? generic.value() : base;
            for (Resolved each : resolver.resolve(plain, type.enclosingScope())) {
                if (each.value() instanceof Value.ClassObject parent) {
                    collect(parent.type(), order);
                }
            }
        }
    }

    /** A method as an instance of the class has it, inherited or not. */
    public @Nullable FunctionModel method(ClassModel type, String name) {
        for (ClassModel each : lookupOrder(type)) {
            FunctionModel method = each.method(name);
            if (method != null) {
                return method;
            }
        }
        return null;
    }

    /** The class and all project classes derived from it. */
    public List<ClassModel> withSubclasses(ClassModel type) {
        if (!derivedKnown) {
            // Looking up bases may ask for subclasses, too: what is known by then will do.
            derivedKnown = true;
            for (ClassModel each : resolver.program().classes()) {
                for (ClassModel base : lookupOrder(each)) {
                    derived.computeIfAbsent(base, b -> new ArrayList<>()).add(each);
                }
            }
        }
        return derived.getOrDefault(type, List.of(type));
    }

    /** Whether the class is declared as a {@code typing.Protocol}. */
    public static boolean isProtocol(ClassModel type) {
        return type.bases().stream()
                .map(base -> base instanceof Expr.Subscript generic ? generic.value() : base)
                .map(Expr::dotted)
                .anyMatch(name -> name != null && (name.equals("Protocol") || name.endsWith(".Protocol")));
    }

    /** Whether a class has a base of which nothing is known: it may read the class body, or use its objects' attributes. */
    public boolean hasForeignBase(ClassModel type) {
        return type.bases().stream()
                .map(base -> base instanceof Expr.Subscript generic ? generic.value() : base)
                .filter(base -> resolver.resolve(base, type.enclosingScope()).stream()
                        .noneMatch(each -> each.value() instanceof Value.ClassObject))
                .map(Program::lastName)
                .anyMatch(name -> name == null || !PLAIN_BASES.contains(name));
    }

    /** Whether values are known, and all of them are instances of a class or of one derived from it. */
    public boolean areInstances(List<Resolved> values, ClassModel type) {
        return !values.isEmpty()
                && values.stream()
                        .allMatch(each ->
                                each.value() instanceof Value.Instance instance && isSubclass(instance.type(), type));
    }

    public boolean isSubclass(ClassModel type, ClassModel base) {
        return lookupOrder(type).contains(base);
    }
}
