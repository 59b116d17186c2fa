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
import dev.asyncpersistence.layer.LayerMethod;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a class gets a new method: its methods keep the order of the sync layer's, as far as they have it. */
final class Placement {
    private final Resolver resolver;

    Placement(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * A place beside a definition.
     *
     * @param anchor identity of the definition
     * @param behind whether it is behind, not before it
     */
    record Place(UUID anchor, boolean behind) {}

    /** Behind the async version of the nearest method above, before that of the nearest below, or behind all public methods. */
    @Nullable
    Place of(NewMethod method) {
        ClassModel asyncType = method.layer().asyncType();
        if (asyncType == null) {
            return new Place(method.sync().id(), true);
        }
        List<LayerMethod> order = inOrder(method.layer());
        int own = order.indexOf(method.method());
        for (int i = own - 1; i >= 0; i--) {
            FunctionModel twin = twin(order.get(i), asyncType);
            if (twin != null) {
                return new Place(twin.id(), true);
            }
        }
        for (int i = own + 1; i < order.size(); i++) {
            FunctionModel twin = twin(order.get(i), asyncType);
            if (twin != null) {
                return new Place(twin.id(), false);
            }
        }
        return behindPublicMethods(asyncType);
    }

    /** The methods of a layer as they are written; what is inherited comes first. */
    List<LayerMethod> inOrder(Layer layer) {
        List<LayerMethod> result = new ArrayList<>(layer.methods().values());
        result.sort(Comparator.<LayerMethod>comparingInt(m -> -distance(layer, m))
                .thenComparing(m -> m.function().location()));
        return result;
    }

    private int distance(Layer layer, LayerMethod method) {
        ClassModel type = layer.type();
        String owner = method.function().className();
        ClassModel defined = owner == null ? null : resolver.program().classNamed(owner);
        return type == null || defined == null
                ? 0
                : resolver.hierarchy().lookupOrder(type).indexOf(defined);
    }

    private static @Nullable FunctionModel twin(LayerMethod method, ClassModel asyncType) {
        LayerMethod.Counterpart counterpart = method.counterpart();
        FunctionModel twin = counterpart != null ? counterpart.function() : asyncType.method(method.name());
        return twin != null && asyncType.qualifiedName().equals(twin.className()) ? twin : null;
    }

    private @Nullable Place behindPublicMethods(ClassModel asyncType) {
        List<FunctionModel> own = resolver.program().moduleOf(asyncType.qualifiedName()).functions().values().stream()
                .filter(f -> asyncType.qualifiedName().equals(f.className()))
                .sorted(Comparator.comparing(FunctionModel::location))
                .toList();
        FunctionModel last = last(own, false);
        FunctionModel anchor = last == null ? last(own, true) : last;
        return anchor == null ? null : new Place(anchor.id(), true);
    }

    private static @Nullable FunctionModel last(List<FunctionModel> functions, boolean special) {
        return functions.stream()
                .filter(f -> f.name().startsWith("_") == special)
                .reduce((first, second) -> second)
                .orElse(null);
    }
}
