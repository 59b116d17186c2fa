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
package dev.asyncpersistence.plan.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Disjoint sets of elements that belong together. Tarjan, «Efficiency of a Good But Not Linear Set Union Algorithm» (1975), with path halving.
 */
public final class UnionFind<T> {
    private final Map<T, T> parents = new HashMap<>();

    /** The element that stands for the set of the given one. */
    public T find(T element) {
        T each = element;
        for (T parent = parent(each); !parent.equals(each); parent = parent(each)) {
            T grandparent = parent(parent);
            parents.put(each, grandparent);
            each = grandparent;
        }
        return each;
    }

    private T parent(T element) {
        return parents.getOrDefault(element, element);
    }

    public void union(T first, T second) {
        T a = find(first);
        T b = find(second);
        if (!a.equals(b)) {
            parents.put(a, b);
        }
    }

    /** The sets that the given elements fall into, in the order in which they are first met. */
    public Collection<List<T>> sets(Collection<T> elements) {
        Map<T, List<T>> result = new LinkedHashMap<>();
        for (T each : elements) {
            result.computeIfAbsent(find(each), e -> new ArrayList<>()).add(each);
        }
        return result.values();
    }
}
