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

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions that hand out a layer: {@code get_persistence()} and its async twin. */
final class Accessors {
    private final Resolver resolver;
    private final LayerTypes types;
    private final ReachOptions options;
    private final Origins origins;
    private final Map<ClassModel, List<FunctionModel>> known = new HashMap<>();

    Accessors(Resolver resolver, LayerTypes types, ReachOptions options) {
        this.resolver = resolver;
        this.types = types;
        this.options = options;
        this.origins = new Origins(resolver, types);
    }

    /** The function that hands out the async layer where another one hands out the sync layer, or null. */
    @Nullable
    FunctionModel twin(FunctionModel sync, ClassModel asyncType) {
        FunctionModel named = named(asyncType);
        if (named != null) {
            return named;
        }
        List<FunctionModel> all = of(asyncType).stream()
                .filter(async -> isShared(async) || !isShared(sync))
                .filter(async -> origins.mayShareData(sync, async))
                .toList();
        String name = AsyncNames.choose(
                sync.name(), all.stream().map(FunctionModel::name).distinct().toList(), sharedOf(sync));
        return all.stream()
                .filter(async -> async.name().equals(name))
                .min(Comparator.comparing(async -> !sameModule(async, sync)))
                .orElse(null);
    }

    /** Other functions that hand out what this one does; with several, only a name can tell whose twin is whose. */
    private int sharedOf(FunctionModel sync) {
        List<ClassModel> made = resolver.result(sync).stream()
                .map(each -> each.value() instanceof Value.Instance i ? i.type() : null)
                .filter(Objects::nonNull)
                .toList();
        return made.size() == 1 ? of(made.get(0)).size() : 2;
    }

    /** The one function that hands out the async layer, for code that is given a sync one by its callers; null if there are several. */
    @Nullable
    FunctionModel only(Layer layer, ClassModel asyncType) {
        FunctionModel named = named(asyncType);
        if (named != null) {
            return named;
        }
        List<FunctionModel> all = of(asyncType).stream().filter(this::isShared).toList();
        if (all.size() == 1) {
            return all.get(0);
        }
        List<FunctionModel> twins = layer.type() == null
                ? List.of()
                : of(layer.type()).stream()
                        .map(sync -> twin(sync, asyncType))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return twins.size() == 1 ? twins.get(0) : null;
    }

    /** The method of a class that hands out the async layer where another one hands out the sync layer, or null. */
    @Nullable
    FunctionModel twinMethod(ClassModel type, FunctionModel sync, ClassModel asyncType) {
        List<FunctionModel> all = resolver.hierarchy().lookupOrder(type).stream()
                .flatMap(each -> each.methods().values().stream())
                .filter(method -> !method.isProperty() && handsOut(method, asyncType))
                .toList();
        String name = AsyncNames.choose(
                sync.name(), all.stream().map(FunctionModel::name).distinct().toList(), 2);
        return all.stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The function that the user has named, or null. */
    private @Nullable FunctionModel named(ClassModel asyncType) {
        return options.accessor().isEmpty()
                ? null
                : of(asyncType).stream()
                        .filter(f -> ("." + f.qualifiedName()).endsWith("." + options.accessor()))
                        .findFirst()
                        .orElse(null);
    }

    private List<FunctionModel> of(ClassModel type) {
        List<FunctionModel> found = known.get(type);
        if (found == null) {
            found = resolver.program().functions().stream()
                    .filter(f -> f.className() == null && resolver.program().isTopLevel(f) && handsOut(f, type))
                    .toList();
            known.put(type, found);
        }
        return found;
    }

    private boolean handsOut(FunctionModel function, ClassModel type) {
        return !function.async()
                && !function.yielded()
                && function.callParameters().stream().noneMatch(Parameter::isRequired)
                && types.areInstances(resolver.result(function), type);
    }

    /** Whether a function hands out the same object again and again: one that outlives the call, or one that a cache keeps. */
    boolean isShared(FunctionModel function) {
        if (function.hasDecorator("cache", "lru_cache", "cached", "singleton")) {
            return true;
        }
        return !function.returned().isEmpty()
                && function.returned().stream().allMatch(value -> outlives(value, function));
    }

    private boolean outlives(Expr value, FunctionModel function) {
        if (value instanceof Expr.Name name) {
            return !function.locals().containsKey(name.id());
        }
        return value instanceof Expr.Attribute || (value instanceof Expr.Call call && isSharedCall(call, function));
    }

    private boolean isSharedCall(Expr.Call call, FunctionModel function) {
        return resolver.resolve(call.callee(), function.qualifiedName()).stream()
                .allMatch(each -> each.value() instanceof Value.FunctionObject called
                        && !called.function().equals(function)
                        && isShared(called.function()));
    }

    private boolean sameModule(FunctionModel one, FunctionModel other) {
        ModuleModel module = resolver.program().moduleOf(one.qualifiedName());
        return module.equals(resolver.program().moduleOf(other.qualifiedName()));
    }
}
