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
package dev.asyncpersistence.plan.methods;

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.layer.LayerNames;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds functions that return the one object which the program shares: {@code get_persistence()}. */
final class SharedLayer {
    /** A function whose name begins with one of these makes or replaces the object, though it may return a global as well. */
    private static final Set<String> MAKERS = Set.of(
            "init",
            "initialize",
            "create",
            "make",
            "new",
            "reset",
            "set",
            "build",
            "open",
            "connect",
            "setup",
            "start",
            "configure",
            "replace",
            "close");

    private static final String[] CACHES = {"cache", "lru_cache"};

    private final Resolver resolver;

    SharedLayer(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Those in the module of the layer, or where it has none, all others; of several, the one with the layer's name. */
    List<FunctionModel> accessors(Layer layer) {
        ClassModel type = layer.type();
        if (type == null) {
            return List.of();
        }
        ModuleModel home = resolver.program().moduleOf(type.qualifiedName());
        List<FunctionModel> all = resolver.program().functions().stream()
                .filter(f -> isAccessor(f, type))
                .sorted(Comparator.comparing(FunctionModel::qualifiedName))
                .toList();
        List<FunctionModel> near =
                all.stream().filter(f -> f.enclosingScope().equals(home.name())).toList();
        List<FunctionModel> candidates = near.isEmpty() ? all : near;
        String snake = LayerNames.variableName(type.name());
        List<FunctionModel> named = candidates.stream()
                .filter(f ->
                        f.name().equals("get_" + snake) || f.name().equals("get_" + snake.replaceFirst("_layer$", "")))
                .toList();
        return named.size() == 1 ? named : candidates;
    }

    private boolean isAccessor(FunctionModel function, ClassModel type) {
        return function.className() == null
                && !function.async()
                && !function.yielded()
                && resolver.program().isTopLevel(function)
                && function.parameters().stream().noneMatch(Parameter::isRequired)
                && !makes(function.name())
                && !mayBeNone(function.returnAnnotation())
                && resolver.hierarchy().areInstances(resolver.result(function), type)
                && isShared(function);
    }

    private static boolean makes(String name) {
        String plain = name.replaceFirst("^_+", "");
        return MAKERS.contains(plain.split("_", -1)[0]);
    }

    private static boolean mayBeNone(@Nullable Expr annotation) {
        return annotation instanceof Expr.AnyOf
                || (annotation instanceof Expr.Subscript generic
                        && "Optional".equals(Program.lastName(generic.value())));
    }

    /** Whether every call gives the same object: from a cache, or kept by something that outlives the call. */
    private static boolean isShared(FunctionModel function) {
        if (function.hasDecorator(CACHES)) {
            return function.decorators().size() == 1;
        }
        return function.decorators().isEmpty()
                && !function.returned().isEmpty()
                && function.returned().stream().allMatch(value -> outlives(value, function));
    }

    private static boolean outlives(Expr value, FunctionModel function) {
        return value.start() instanceof Expr.Name name
                && !function.locals().containsKey(name.id())
                && !name.id().equals("None");
    }
}
