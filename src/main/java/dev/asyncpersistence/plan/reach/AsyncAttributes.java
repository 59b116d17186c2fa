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
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Attributes of a class that always hold a layer. */
final class AsyncAttributes {
    private final Resolver resolver;
    private final LayerTypes types;
    private final Kinship kinship;

    AsyncAttributes(Resolver resolver, LayerTypes types, Kinship kinship) {
        this.resolver = resolver;
        this.types = types;
        this.kinship = kinship;
    }

    /** The attribute that holds the async layer where another one holds the sync layer; null if there is none, or if one can't tell which. */
    @Nullable
    String beside(String syncAttribute, ClassModel type, Search search) {
        int sync = search.layer().type() == null
                ? 1
                : holding(type, search.layer().type()).size();
        return Kinship.choose(syncAttribute, degrees(bindings(type, syncAttribute), type, search), sync);
    }

    /** The attribute that holds the async layer which belongs to a variable. That one made on the spot is the object's own has to be proven. */
    @Nullable
    String belongingTo(String variable, List<Binding> bindings, ClassModel type, Search search) {
        Map<String, Kinship.Degree> degrees = degrees(bindings, type, search);
        if (bindings.stream().anyMatch(each -> types.madeInPlace(each.value(), each.scope()) != null)) {
            degrees.values().removeIf(degree -> degree != Kinship.Degree.PROVEN);
        }
        return Kinship.choose(variable, degrees, 1);
    }

    private Map<String, Kinship.Degree> degrees(List<Binding> sync, ClassModel type, Search search) {
        Map<String, Kinship.Degree> degrees = new LinkedHashMap<>();
        List<String> candidates = new ArrayList<>(holding(type, search.asyncType()));
        candidates.addAll(setWith(sync, type, search.asyncType()));
        candidates.forEach(each -> degrees.put(each, kinship.of(sync, bindings(type, each), search)));
        return degrees;
    }

    /** Attributes that are set wherever the sync one is, to {@code None} only where that is: they are there when that is. */
    private List<String> setWith(List<Binding> sync, ClassModel type, ClassModel held) {
        Set<String> scopes = sync.stream().map(Binding::scope).collect(Collectors.toSet());
        Set<String> empty =
                sync.stream().filter(types::mayBeNone).map(Binding::scope).collect(Collectors.toSet());
        return resolver.hierarchy().lookupOrder(type).stream()
                .flatMap(each -> new TreeMap<>(each.attributes()).entrySet().stream())
                .filter(each -> !scopes.isEmpty()
                        && each.getValue().stream()
                                .map(Binding::scope)
                                .collect(Collectors.toSet())
                                .containsAll(scopes))
                .filter(each -> each.getValue().stream()
                        .filter(types::mayBeNone)
                        .allMatch(binding -> empty.contains(binding.scope())))
                .map(Map.Entry::getKey)
                .filter(name -> isMember(type, name, held))
                .toList();
    }

    private List<Binding> bindings(ClassModel type, String name) {
        for (ClassModel each : resolver.hierarchy().lookupOrder(type)) {
            if (each.attributes().containsKey(name)) {
                return each.attributes().getOrDefault(name, List.of());
            }
        }
        return List.of();
    }

    /** Names, nearest class first: bound when the object is made, and every binding that is understood is the layer. */
    private List<String> holding(ClassModel type, ClassModel held) {
        List<String> result = new ArrayList<>();
        for (ClassModel each : resolver.hierarchy().lookupOrder(type)) {
            new TreeMap<>(each.attributes()).forEach((name, bindings) -> {
                if (isMadeWithObject(each, bindings)
                        && bindings.stream().noneMatch(types::mayBeNone)
                        && isMember(each, name, held)
                        && !result.contains(name)) {
                    result.add(name);
                }
            });
            for (FunctionModel method : new TreeMap<>(each.methods()).values()) {
                if (method.isProperty() && isMember(each, method.name(), held) && !result.contains(method.name())) {
                    result.add(method.name());
                }
            }
        }
        return result;
    }

    private boolean isMember(ClassModel type, String name, ClassModel held) {
        return types.areInstances(resolver.member(new Value.Instance(type), name), held);
    }

    private static boolean isMadeWithObject(ClassModel type, List<Binding> bindings) {
        return bindings.stream()
                .anyMatch(b -> b.scope().equals(type.qualifiedName())
                        || b.scope().endsWith(".__init__")
                        || b.scope().endsWith(".__post_init__"));
    }
}
