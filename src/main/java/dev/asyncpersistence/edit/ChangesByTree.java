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
package dev.asyncpersistence.edit;

import dev.asyncpersistence.plan.change.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.openrewrite.Tree;

/** The changes of a kind, by the trees that they are for, and which of these were met on the way. */
final class ChangesByTree<C extends Change> {
    private final Map<UUID, List<C>> changes = new LinkedHashMap<>();
    private final Set<UUID> met = new HashSet<>();

    /** Those of a kind; what is asked for twice is done once. */
    static <C extends Change> ChangesByTree<C> of(Class<C> kind, Function<C, UUID> tree, List<Change> changes) {
        ChangesByTree<C> result = new ChangesByTree<>();
        changes.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .distinct()
                .forEach(each -> result.changes
                        .computeIfAbsent(tree.apply(each), t -> new ArrayList<>())
                        .add(each));
        return result;
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The changes of a tree, which has been met now. */
    List<C> of(Tree tree) {
        met.add(tree.getId());
        return changes.getOrDefault(tree.getId(), List.of());
    }

    /**
     * To be called at the end.
     *
     * @throws IllegalArgumentException if a tree that is to be changed was not there
     */
    void requireMet() {
        changes.forEach((tree, each) -> {
            if (!met.contains(tree)) {
                throw new IllegalArgumentException("There is no tree to change: " + each);
            }
        });
    }
}
