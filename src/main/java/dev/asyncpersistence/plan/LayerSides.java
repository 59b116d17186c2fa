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
import dev.asyncpersistence.model.ClassHierarchy;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells which values are a layer. A value typed with a base class, or with a protocol, is one if nothing else in the project stands behind
 * that type.
 */
final class LayerSides {
    private final Resolver resolver;
    private final ClassHierarchy hierarchy;
    private final List<Layer> layers;
    private final Map<ClassModel, Optional<Side>> known = new HashMap<>();

    LayerSides(Resolver resolver, List<Layer> layers) {
        this.resolver = resolver;
        this.hierarchy = resolver.hierarchy();
        this.layers = layers;
    }

    /** One of a layer's two classes. */
    record Side(Layer layer, boolean async) {
        @Nullable
        ClassModel type() {
            return async ? layer.asyncType() : layer.type();
        }
    }

    /** The side that a value is of, or null. */
    @Nullable
    Side of(Value value) {
        if (value instanceof Value.ModuleObject module) {
            return layers.stream()
                    .filter(layer -> module.module().equals(layer.module()))
                    .map(layer -> new Side(layer, false))
                    .findFirst()
                    .orElse(null);
        }
        return value instanceof Value.Instance instance ? of(instance.type()) : null;
    }

    @Nullable
    Side of(ClassModel type) {
        Optional<Side> side = known.get(type);
        if (side == null) {
            side = Optional.ofNullable(find(type));
            known.put(type, side);
        }
        return side.orElse(null);
    }

    private @Nullable Side find(ClassModel type) {
        // An async layer may extend the sync one.
        for (boolean async : new boolean[] {true, false}) {
            for (ClassModel each : hierarchy.lookupOrder(type)) {
                for (Layer layer : layers) {
                    Side side = new Side(layer, async);
                    if (each.equals(side.type())) {
                        return side;
                    }
                }
            }
        }
        List<Side> behind = behind(type);
        return behind.size() == 1 && !hasStrangers(type, behind.get(0)) ? behind.get(0) : null;
    }

    /** Whether a value of a class can be a layer, or something else. */
    boolean mayBeLayer(Value value) {
        return value instanceof Value.Instance instance
                && of(instance.type()) == null
                && !behind(instance.type()).isEmpty();
    }

    /** Whether a module is a layer of functions. */
    boolean isLayer(ModuleModel module) {
        return layers.stream().anyMatch(layer -> module.equals(layer.module()));
    }

    /** Whether a class is part of a layer: its own, or a base that only the layer has. */
    boolean isPart(ClassModel type) {
        return layers.stream()
                .anyMatch(layer -> isBase(type, layer)
                        && hierarchy.withSubclasses(type).stream().allMatch(other -> isRelated(other, layer)));
    }

    private boolean isBase(ClassModel type, Layer layer) {
        return (layer.type() != null && hierarchy.isSubclass(layer.type(), type))
                || (layer.asyncType() != null && hierarchy.isSubclass(layer.asyncType(), type));
    }

    private boolean isRelated(ClassModel type, Layer layer) {
        return isBase(type, layer)
                || (layer.type() != null && hierarchy.isSubclass(type, layer.type()))
                || (layer.asyncType() != null && hierarchy.isSubclass(type, layer.asyncType()));
    }

    private List<Side> behind(ClassModel type) {
        List<Side> result = new ArrayList<>();
        for (Layer layer : layers) {
            for (boolean async : new boolean[] {false, true}) {
                Side side = new Side(layer, async);
                if (side.type() != null && standsBehind(side.type(), type)) {
                    result.add(side);
                }
            }
        }
        return result;
    }

    private boolean standsBehind(ClassModel concrete, ClassModel declared) {
        return hierarchy.isSubclass(concrete, declared)
                || (ClassHierarchy.isProtocol(declared) && fits(concrete, declared));
    }

    private boolean hasStrangers(ClassModel declared, Side side) {
        return resolver.program().classes().stream()
                .filter(other -> !other.equals(declared) && !ClassHierarchy.isProtocol(other))
                .filter(other -> standsBehind(other, declared))
                .anyMatch(other -> side.type() != null
                        && !hierarchy.isSubclass(other, side.type())
                        && !hierarchy.isSubclass(side.type(), other));
    }

    /** Whether a class has all methods of a protocol (PEP 544). */
    private boolean fits(ClassModel type, ClassModel protocol) {
        List<FunctionModel> wanted = hierarchy.lookupOrder(protocol).stream()
                .flatMap(each -> each.methods().values().stream())
                .toList();
        return !wanted.isEmpty()
                && wanted.stream().allMatch(method -> {
                    FunctionModel own = hierarchy.method(type, method.name());
                    return own != null && own.async() == method.async();
                });
    }
}
