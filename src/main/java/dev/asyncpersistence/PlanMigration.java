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
import dev.asyncpersistence.plan.phase.Phase;
import dev.asyncpersistence.plan.phase.PhasePlanner;
import dev.asyncpersistence.plan.phase.PhaseRecipes;
import dev.asyncpersistence.report.FileTables;
import dev.asyncpersistence.report.Tables;
import dev.asyncpersistence.run.Documents;
import dev.asyncpersistence.run.Documents.Document;
import dev.asyncpersistence.run.MigrationRun;
import dev.asyncpersistence.run.Outcome;
import dev.asyncpersistence.run.RunState;
import dev.asyncpersistence.run.Settings;
import dev.asyncpersistence.source.PythonSources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;

/** Writes the phases of a migration, as recipes, into {@code rewrite.yml}, where those that are there stay as they are, and the tracker. */
@Value
@EqualsAndHashCode(callSuper = false)
public class PlanMigration extends DocumentingRecipe {
    transient Tables tables = new Tables(this);
    transient FileTables fileTables = new FileTables(this);

    @Option(
            displayName = "Sync layer",
            description =
                    "Fully qualified class, or module of functions, whose blocking methods are looked for; several are separated by `;`."
                            + " Found from the sources when empty.",
            example = "app.db.PersistenceLayer",
            required = false)
    @Nullable
    String syncLayer;

    @Option(
            displayName = "Async layer",
            description = "Fully qualified class that offers the same as coroutines. Found by its name when empty.",
            example = "app.db.AsyncPersistenceLayer",
            required = false)
    @Nullable
    String asyncLayer;

    @Option(
            displayName = "Renames",
            description = "Methods that have another name in the async layer, as `sync=async` pairs separated by `;`.",
            example = "get_player=get_player_by_id",
            required = false)
    @Nullable
    String renames;

    @Option(
            displayName = "Async accessor",
            description = "Fully qualified function that gives the async layer where none is passed on."
                    + " Found by its name and what it returns when empty.",
            example = "app.db.get_async_persistence",
            required = false)
    @Nullable
    String asyncAccessor;

    @Option(
            displayName = "Add the async layer",
            description =
                    "Whether parameters, attributes, fields and variables may be added so that the async layer is at hand. Otherwise only what is"
                            + " there already is used, and threads elsewhere. Yes when empty.",
            example = "false",
            required = false)
    @Nullable
    Boolean addAsyncLayer;

    @Option(
            displayName = "Remove what is unused",
            description =
                    "Whether variables, attributes, parameters and imports of the sync layer are taken out when nothing uses them any more."
                            + " Yes when empty.",
            example = "false",
            required = false)
    @Nullable
    Boolean removeUnused;

    @Option(
            displayName = "Python",
            description =
                    "The Python interpreter to parse with. The project's virtual environment, otherwise the one on the `PATH`, when empty.",
            example = "/usr/bin/python3.12",
            required = false)
    @Nullable
    String python;

    @Option(
            displayName = "Catalogue",
            description = "Path of a YAML file with more calls that block, or that don't, in the form of `calls.yml`.",
            example = "persistence-calls.yml",
            required = false)
    @Nullable
    String catalogue;

    @Option(
            displayName = "Tracker",
            description =
                    "Path of the Markdown document that is kept up to date, from the project's folder. The one that is there, or `async-persistence.md`, when empty.",
            example = "docs/async-persistence.md",
            required = false)
    @Nullable
    String tracker;

    String displayName = "Plan the phases of a migration";
    String description =
            "Writes recipes `dev.asyncpersistence.phases.Phase1` and so on into `rewrite.yml`, each with the files whose calls it migrates: files whose"
                    + " functions become async together in one, what requests wait for first, what only the start of the server waits for last. Phases that are"
                    + " there already stay as they are; files that none of them has get new ones. Also writes the tracker, or brings it up to date.";
    Set<String> tags = Set.of("asyncio", "persistence");

    @Override
    Settings settings() {
        return Settings.of(syncLayer, asyncLayer, renames, python, catalogue)
                .reaching(asyncAccessor, addAsyncLayer, removeUnused);
    }

    @Override
    Outcome<MigrationPlan> run(MigrationRun run, PythonSources sources) {
        return run.audit(sources);
    }

    @Override
    Tables tables() {
        return tables;
    }

    @Override
    void document(RunState<MigrationPlan> state, Outcome<MigrationPlan> outcome, ExecutionContext ctx) {
        Documents documents = state.documents();
        List<Phase> planned = phases(documents);
        List<Phase> phases = PhasePlanner.plan(outcome.plan(), planned);
        String added = PhaseRecipes.write(phases.subList(planned.size(), phases.size()), options());
        if (!added.isEmpty()) {
            Document recipes = recipes(documents);
            documents.write(recipes.path(), recipes.text() == null ? added : appended(recipes.text(), added));
        }
        Document tracker = tracker(documents);
        track(state, tracker == null ? documents.named(TRACKER) : tracker, phases, "plan", outcome);
    }

    private static String appended(String text, String added) {
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        boolean ended = text.isEmpty() || text.endsWith("\n");
        return text + (ended ? "" : lineEnd) + added.replace("\n", lineEnd);
    }

    /** The options that phases are run with, too. */
    private Map<String, String> options() {
        Map<String, String> result = new LinkedHashMap<>();
        put("syncLayer", syncLayer, result);
        put("asyncLayer", asyncLayer, result);
        put("renames", renames, result);
        put("asyncAccessor", asyncAccessor, result);
        put("addAsyncLayer", addAsyncLayer, result);
        put("removeUnused", removeUnused, result);
        put("catalogue", catalogue, result);
        put("tracker", tracker, result);
        return result;
    }

    private static void put(String name, @Nullable Object value, Map<String, String> options) {
        if (value != null) {
            options.put(name, value.toString());
        }
    }
}
