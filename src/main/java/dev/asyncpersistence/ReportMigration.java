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
import dev.asyncpersistence.plan.TracedPlan;
import dev.asyncpersistence.plan.phase.Phase;
import dev.asyncpersistence.plan.phase.PhasePlanner;
import dev.asyncpersistence.plan.progress.Audits;
import dev.asyncpersistence.plan.progress.Progress;
import dev.asyncpersistence.report.FileTables;
import dev.asyncpersistence.report.Summary;
import dev.asyncpersistence.report.Tables;
import dev.asyncpersistence.report.html.HtmlReport;
import dev.asyncpersistence.report.html.RunFacts;
import dev.asyncpersistence.report.tracker.Tracker;
import dev.asyncpersistence.run.Documents;
import dev.asyncpersistence.run.Documents.Document;
import dev.asyncpersistence.run.MigrationRun;
import dev.asyncpersistence.run.Outcome;
import dev.asyncpersistence.run.RunState;
import dev.asyncpersistence.run.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Validated;

/** The audit as an HTML page. Changes no source. */
@Value
@EqualsAndHashCode(callSuper = false)
public class ReportMigration extends EditingRecipe<TracedPlan> {
    /** Key of the clock in the execution context; the system's where there is none. */
    static final String CLOCK = "dev.asyncpersistence.clock";

    private static final String DEFAULT_REPORT = "target/rewrite/async-persistence-report.html";

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
            displayName = "Report",
            description = "Path of the HTML file, seen from the folder of the project's `pom.xml`."
                    + " `target/rewrite/async-persistence-report.html` when empty.",
            example = "docs/async-persistence.html",
            required = false)
    @Nullable
    String report;

    String displayName = "Report the state of a migration";
    String description =
            "Writes an HTML page with the blocking calls, what a migration does with each, its phases, the heaviest call chains, hazards, and what is"
                    + " left for a person. Also fills the data tables of the audit.";
    Set<String> tags = Set.of("asyncio", "persistence", "report");
    Duration estimatedEffortPerOccurrence = Duration.ZERO;

    @Override
    Outcome<TracedPlan> run(RunState<TracedPlan> state) {
        Settings settings = Settings.of(syncLayer, asyncLayer, renames, python, catalogue)
                .reaching(asyncAccessor, addAsyncLayer, removeUnused);
        return new MigrationRun(settings, PROJECT).trace(state.sources());
    }

    @Override
    void insert(TracedPlan traced, ExecutionContext ctx) {
        tables.insert(traced.plan(), ctx);
    }

    @Override
    List<String> summary(TracedPlan traced) {
        return Summary.of(traced.plan());
    }

    @Override
    void document(RunState<TracedPlan> state, Outcome<TracedPlan> outcome, ExecutionContext ctx) {
        Documents documents = state.documents();
        documents.write(
                documents.named(report == null ? DEFAULT_REPORT : report).path(),
                HtmlReport.of(outcome.plan(), facts(outcome, documents, ctx)));
    }

    private static RunFacts facts(Outcome<TracedPlan> outcome, Documents documents, ExecutionContext ctx) {
        MigrationPlan plan = outcome.plan().plan();
        Clock clock = ctx.getMessage(CLOCK, Clock.system(ZoneId.systemDefault()));
        List<Phase> phases = PhasePlanner.plan(plan, DocumentingRecipe.phases(documents));
        return new RunFacts(
                Objects.requireNonNullElse(PROJECT.getFileName(), PROJECT).toString(),
                ZonedDateTime.now(clock),
                outcome.pythonFiles(),
                outcome.parsedFiles(),
                outcome.failures().stream()
                        .map(each -> new RunFacts.Unread(path(each.path()), each.line(), each.cause()))
                        .toList(),
                phases,
                progress(plan, phases, outcome.unread(), documents));
    }

    private static @Nullable Progress progress(
            MigrationPlan plan, List<Phase> phases, Set<String> unread, Documents documents) {
        Document tracker = DocumentingRecipe.trackerIn(documents);
        return tracker == null || tracker.text() == null
                ? null
                : Tracker.of(tracker.path().toString(), tracker.text())
                        .progress(phases, new Audits(plan, plan, unread));
    }

    private static String path(Path path) {
        return path.toString().replace('\\', '/');
    }

    @Override
    public Validated<Object> validate() {
        return super.validate()
                .and(LayerOptionRules.check(renames, catalogue))
                .and(LayerOptionRules.isInProject("report", ".html", report));
    }
}
