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
package dev.asyncpersistence.plan.tests;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.plan.change.CallChange;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.Edit;
import dev.asyncpersistence.plan.graph.UnionFind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Gathers edits of tests into groups. Those of a group are made together or not at all; a group follows the groups of the edits that it is made for, and
 * is taken back with any of them, but not the other way round.
 */
final class TestEdits {
    private final Map<UUID, Integer> groupOfNode = new HashMap<>();
    private final UnionFind<Object> groups = new UnionFind<>();
    private final Map<Object, Set<Integer>> causes = new HashMap<>();
    private final Map<Object, Draft> drafts = new LinkedHashMap<>();
    private int lastGroup;

    private record Draft(String path, String scope, Change change, Object key) {}

    /**
     * Starts with the edits of the code under test.
     *
     * @param edits which number their groups
     */
    TestEdits(List<Edit> edits) {
        for (Edit edit : edits) {
            lastGroup = Math.max(lastGroup, edit.group());
            if (edit.change() instanceof CallChange call) {
                groupOfNode.put(call.node(), edit.group());
            }
        }
    }

    /** A change of a test file. Changes with the same key belong together; the same change may be asked for several times. */
    void add(String path, String scope, Change change, Object key) {
        Draft first = drafts.computeIfAbsent(List.of(path, change), c -> new Draft(path, scope, change, key));
        groups.union(first.key(), key);
    }

    /** Whether anything is changed for a key. */
    boolean isChanged(Object key) {
        return drafts.values().stream().anyMatch(draft -> draft.key().equals(key));
    }

    void join(Object key, Object other) {
        groups.union(key, other);
    }

    /** What a key is changed for: calls of the code under test that are awaited now. */
    void follow(Object key, Collection<CallSite> sites) {
        sites.forEach(site -> follow(key, site.id()));
    }

    /** What a key is changed for: a function that is a coroutine function now. */
    void follow(Object key, FunctionModel function) {
        follow(key, function.id());
    }

    private void follow(Object key, UUID node) {
        Integer group = groupOfNode.get(node);
        if (group != null) {
            causes.computeIfAbsent(key, k -> new HashSet<>()).add(group);
        }
    }

    List<Edit> edits() {
        Map<Object, Set<Integer>> followed = new HashMap<>();
        causes.forEach((key, numbers) ->
                followed.computeIfAbsent(groups.find(key), k -> new HashSet<>()).addAll(numbers));
        Map<Object, Integer> numbers = new HashMap<>();
        List<Edit> result = new ArrayList<>();
        for (Draft draft : drafts.values()) {
            Object group = groups.find(draft.key());
            int number = numbers.computeIfAbsent(group, g -> ++lastGroup);
            result.add(new Edit(
                    draft.path(),
                    draft.scope(),
                    draft.change(),
                    number,
                    Set.copyOf(followed.getOrDefault(group, Set.of()))));
        }
        return result;
    }
}
