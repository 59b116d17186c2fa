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
import dev.asyncpersistence.plan.MigrationPlan;
import java.util.Comparator;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;

/** The data tables that all recipes of a migration fill. */
public final class Tables {
    private final PersistenceCallSites callSites;
    private final PersistenceLayerMethods methods;
    private final BlockingFunctions functions;
    private final CallsOfBlockingFunctions functionCalls;
    private final MigrationHazards hazards;
    private final UnresolvedReceivers unresolved;

    public Tables(Recipe recipe) {
        callSites = new PersistenceCallSites(recipe);
        methods = new PersistenceLayerMethods(recipe);
        functions = new BlockingFunctions(recipe);
        functionCalls = new CallsOfBlockingFunctions(recipe);
        hazards = new MigrationHazards(recipe);
        unresolved = new UnresolvedReceivers(recipe);
    }

    /** Writes the rows of a plan. */
    public void insert(MigrationPlan plan, ExecutionContext ctx) {
        plan.decisions().forEach(decision -> callSites.insertRow(ctx, PersistenceCallSites.Row.of(decision)));
        plan.functions().forEach(each -> functions.insertRow(ctx, BlockingFunctions.Row.of(each)));
        plan.calls().forEach(each -> functionCalls.insertRow(ctx, CallsOfBlockingFunctions.Row.of(each)));
        plan.hazards().forEach(each -> hazards.insertRow(ctx, MigrationHazards.Row.of(each)));
        plan.unresolved().forEach(each -> unresolved.insertRow(ctx, UnresolvedReceivers.Row.of(each)));
        for (Layer layer : plan.layers()) {
            layer.methods().values().stream()
                    .sorted(Comparator.comparing(LayerMethod::name))
                    .forEach(m -> methods.insertRow(ctx, PersistenceLayerMethods.Row.of(layer, m, plan.decisions())));
        }
    }
}
