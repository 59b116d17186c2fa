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

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.layer.LayerNames;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.plan.LayerSides.Side;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Names of variables and attributes that hold a layer where the receiver is known; they speak for it where it isn't. */
final class HolderNames {
    private static final int MIN_LENGTH = 3;

    private final Map<String, Set<Side>> sides = new HashMap<>();
    private final Map<String, Set<ClassModel>> others = new HashMap<>();

    void addClassNames(Layer layer) {
        if (layer.type() != null) {
            add(LayerNames.variableName(layer.type().name()), new Side(layer, false));
        }
        if (layer.asyncType() != null) {
            add(LayerNames.variableName(layer.asyncType().name()), new Side(layer, true));
        }
    }

    void add(Expr receiver, Side side) {
        String name = holder(receiver);
        if (name != null) {
            add(name, side);
        }
    }

    private void add(String name, Side side) {
        sides.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(side);
    }

    /** A class of the project that is no layer, held under a name. */
    void addOther(Expr receiver, ClassModel type) {
        String name = holder(receiver);
        if (name != null) {
            others.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(type);
        }
    }

    /**
     * The layer that a receiver's name speaks for, when a method is called on it; null if it speaks for none, or for something else that has
     * the method.
     */
    @Nullable
    Side side(Expr receiver, String method, BiPredicate<Side, String> has) {
        String name = holder(receiver);
        List<Side> held = name == null ? List.of() : List.copyOf(sides.getOrDefault(name, Set.of()));
        Set<ClassModel> strangers = name == null ? Set.of() : others.getOrDefault(name, Set.of());
        if (strangers.stream().anyMatch(type -> type.method(method) != null)) {
            return null;
        }
        List<Side> fitting =
                held.stream().filter(side -> has.test(side, method)).toList();
        List<Side> possible = fitting.isEmpty() && strangers.isEmpty() ? held : fitting;
        if (possible.stream().map(Side::layer).distinct().count() != 1) {
            return null;
        }
        return possible.stream().filter(side -> !side.async()).findFirst().orElse(possible.get(0));
    }

    private static @Nullable String holder(Expr receiver) {
        String name = Program.lastName(receiver);
        String plain = name == null ? "" : name.replaceFirst("^_+", "");
        return plain.length() < MIN_LENGTH ? null : plain;
    }
}
