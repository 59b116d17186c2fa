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
import dev.asyncpersistence.report.FileTables;
import dev.asyncpersistence.report.Tables;
import dev.asyncpersistence.run.Documents.Document;
import dev.asyncpersistence.run.MigrationRun;
import dev.asyncpersistence.run.Outcome;
import dev.asyncpersistence.run.RunState;
import dev.asyncpersistence.run.Settings;
import dev.asyncpersistence.source.PythonSources;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;

/**
 * Moves blocking calls off the event loop: awaits the async layer where it has the method, reaching it by what is there or by what can be added, and
 * otherwise runs the call on a thread. Sync functions in between become async, with every caller; what can't be migrated is listed and left.
 */
@Value
@EqualsAndHashCode(callSuper = false)
public class MigratePersistenceCalls extends DocumentingRecipe {
    transient Tables tables = new Tables(this);
    transient FileTables fileTables = new FileTables(this);

    @Option(
            displayName = "Sync layer",
            description =
                    "Fully qualified class, or module of functions, whose blocking methods are replaced; several are separated by `;`."
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
            displayName = "Files",
            description =
                    "Paths or patterns of the files whose calls are migrated: one phase of several. What these calls need in other"
                            + " files is changed there, too. All files when empty.",
            example = "app/services/container_*.py",
            required = false)
    @Nullable
    List<String> files;

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
                    "Path of the Markdown document that is kept up to date, from the project's folder. The one that is there, if there is one, when empty.",
            example = "docs/async-persistence.md",
            required = false)
    @Nullable
    String tracker;

    String displayName = "Migrate persistence calls to `async`";
    String description =
            "Replaces blocking calls on a synchronous persistence layer in `async def` functions: by `await` on the async layer where it"
                    + " has the method and can be reached, otherwise by `await asyncio.to_thread(...)`. Lists the calls that it leaves, with the reason.";
    Set<String> tags = Set.of("asyncio", "persistence");
    Duration estimatedEffortPerOccurrence = Duration.ofMinutes(30);

    @Override
    Settings settings() {
        return Settings.of(syncLayer, asyncLayer, renames, python, catalogue)
                .reaching(asyncAccessor, addAsyncLayer, removeUnused)
                .inFiles(files);
    }

    @Override
    Outcome<MigrationPlan> run(MigrationRun run, PythonSources sources) {
        return run.migrate(sources);
    }

    @Override
    Tables tables() {
        return tables;
    }

    @Override
    void document(RunState<MigrationPlan> state, Outcome<MigrationPlan> outcome, ExecutionContext ctx) {
        Document tracker = tracker(state.documents());
        if (tracker != null) {
            List<Phase> phases = phases(state.documents());
            track(state, tracker, phases, name(phases), outcome);
        }
    }

    /** What this run is called in the tracker. */
    private String name(List<Phase> phases) {
        List<String> selected = settings().files();
        return selected.isEmpty()
                ? "all files"
                : phases.stream()
                        .filter(phase -> phase.files().equals(selected))
                        .map(phase -> "Phase " + phase.number())
                        .findFirst()
                        .orElse(String.join(", ", selected));
    }
}
