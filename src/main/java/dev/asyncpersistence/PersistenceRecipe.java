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
package dev.asyncpersistence;

import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.report.Summary;
import dev.asyncpersistence.report.Tables;
import dev.asyncpersistence.run.MigrationRun;
import dev.asyncpersistence.run.Outcome;
import dev.asyncpersistence.run.RunState;
import dev.asyncpersistence.run.Settings;
import dev.asyncpersistence.source.PythonSources;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Validated;

/** What audit and migration have in common: the options that describe the layers, and the tables. */
abstract class PersistenceRecipe extends EditingRecipe<MigrationPlan> {
    abstract Settings settings();

    abstract Outcome<MigrationPlan> run(MigrationRun run, PythonSources sources);

    abstract Tables tables();

    abstract @Nullable String getRenames();

    abstract @Nullable String getCatalogue();

    @Override
    Outcome<MigrationPlan> run(RunState<MigrationPlan> state) {
        return run(new MigrationRun(settings(), PROJECT), state.sources());
    }

    @Override
    void insert(MigrationPlan plan, ExecutionContext ctx) {
        tables().insert(plan, ctx);
    }

    @Override
    List<String> summary(MigrationPlan plan) {
        return Summary.of(plan);
    }

    @Override
    public Validated<Object> validate() {
        return super.validate().and(LayerOptionRules.check(getRenames(), getCatalogue()));
    }
}
