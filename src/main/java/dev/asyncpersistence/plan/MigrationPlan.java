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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A decision for every call on the layers.
 *
 * @param decisions by path and line
 * @param unresolved calls of layer methods on receivers that could not be resolved
 */
public record MigrationPlan(List<Layer> layers, List<Decision> decisions, List<UnresolvedReceiver> unresolved) {

    /** The decisions that change a file, by call site. */
    public Map<UUID, Decision> edits(String path) {
        return decisions.stream()
                .filter(d -> d.action().isEdit())
                .filter(d -> d.site().location().path().equals(path))
                .collect(Collectors.toMap(d -> d.site().id(), d -> d));
    }

    /** Paths of the files that an edit changes, sorted. */
    public List<String> editedPaths() {
        return decisions.stream()
                .filter(d -> d.action().isEdit())
                .map(d -> d.site().location().path())
                .distinct()
                .sorted()
                .toList();
    }

    /** Decisions on calls that block, by file. */
    public Map<String, List<Decision>> blockingByFile() {
        return decisions.stream()
                .filter(Decision::blocks)
                .collect(Collectors.groupingBy(d -> d.site().location().path(), TreeMap::new, Collectors.toList()));
    }
}
