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
import dev.asyncpersistence.plan.change.Edit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A decision for every call on the layers, and what follows from them.
 *
 * @param decisions by path and line
 * @param unresolved calls of layer methods on receivers that could not be resolved
 * @param functions the sync functions from which a blocking call is reached
 * @param calls the calls of such functions that stand in coroutines
 * @param runs calls that run an event loop inside functions that become async
 * @param hazards what awaits and threads make possible
 * @param edits what all of this changes
 */
public record MigrationPlan(
        List<Layer> layers,
        List<Decision> decisions,
        List<UnresolvedReceiver> unresolved,
        List<FunctionDecision> functions,
        List<CallDecision> calls,
        List<RunDecision> runs,
        List<Hazard> hazards,
        List<Edit> edits) {

    /** Nothing to decide. */
    public static final MigrationPlan EMPTY =
            new MigrationPlan(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Paths of the files that an edit changes, sorted. */
    public List<String> editedPaths() {
        return edits.stream().map(Edit::path).distinct().sorted().toList();
    }

    /** Decisions on calls that block, by file. */
    public Map<String, List<Decision>> blockingByFile() {
        return decisions.stream()
                .filter(Decision::blocks)
                .collect(Collectors.groupingBy(d -> d.site().location().path(), TreeMap::new, Collectors.toList()));
    }
}
