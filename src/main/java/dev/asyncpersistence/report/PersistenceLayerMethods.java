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
package dev.asyncpersistence.report;

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.layer.LayerMethod;
import dev.asyncpersistence.layer.LayerMethod.Counterpart;
import dev.asyncpersistence.plan.Decision;
import java.util.List;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Column;
import org.openrewrite.DataTable;
import org.openrewrite.Recipe;

/** The public methods of the layers. */
public class PersistenceLayerMethods extends DataTable<PersistenceLayerMethods.Row> {
    public PersistenceLayerMethods(Recipe recipe) {
        super(
                recipe,
                "Persistence layer methods",
                "The public methods of the persistence layers: which block, by what evidence, and what does the same without blocking.");
    }

    @Value
    public static class Row {
        @Column(displayName = "Layer", description = "The class or module.")
        String layer;

        @Column(displayName = "Method", description = "The method.")
        String method;

        @Column(displayName = "Kind", description = "`BLOCKING`, `IN_MEMORY`, `ASYNC`, `FAKE_ASYNC` or `LAZY`.")
        String kind;

        @Column(displayName = "Evidence", description = "The chain of calls from the method to the one that blocks.")
        String evidence;

        @Column(displayName = "Same object", description = "The coroutine on the same object that does the same.")
        String variant;

        @Column(displayName = "Async layer", description = "The method of the async layer that does the same.")
        String counterpart;

        @Column(displayName = "Matched by", description = "How method and async method were matched.")
        String match;

        @Column(
                displayName = "Mismatch",
                description = "How the signatures differ; empty if they agree. Each call is judged for itself.")
        String mismatch;

        @Column(
                displayName = "Candidates",
                description =
                        "Methods of the async layer that may do the same under another name, which the option `renames` can say.")
        String candidates;

        @Column(displayName = "Call sites", description = "How many calls there are outside the layer.")
        int callSites;

        @Column(displayName = "Calls in loops", description = "How many of them are repeated by a loop.")
        int callsInLoops;

        static Row of(Layer layer, LayerMethod method, List<Decision> decisions) {
            List<Decision> calls = decisions.stream()
                    .filter(d -> layer.equals(d.call().layer())
                            && method.equals(d.call().method()))
                    .toList();
            Counterpart counterpart = method.counterpart();
            return new Row(
                    layer.qualifiedName(),
                    method.name(),
                    method.kind().name(),
                    method.evidence() == null ? "" : method.evidence().display(),
                    name(method.variant()),
                    name(counterpart),
                    counterpart == null ? "" : counterpart.match().name(),
                    counterpart == null || counterpart.difference() == null ? "" : counterpart.difference(),
                    String.join(", ", method.candidates()),
                    calls.size(),
                    (int) calls.stream().filter(d -> d.site().inLoop()).count());
        }

        private static String name(@Nullable Counterpart counterpart) {
            return counterpart == null ? "" : counterpart.name();
        }
    }
}
