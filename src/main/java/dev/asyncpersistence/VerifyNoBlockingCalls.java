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

import dev.asyncpersistence.plan.gate.Baseline;
import dev.asyncpersistence.plan.gate.BaselineFile;
import dev.asyncpersistence.plan.gate.Finding;
import dev.asyncpersistence.plan.gate.Gate;
import dev.asyncpersistence.plan.gate.GateReport;
import dev.asyncpersistence.report.FileTables;
import dev.asyncpersistence.report.GateSummary;
import dev.asyncpersistence.report.LoopViolations;
import dev.asyncpersistence.run.Documents;
import dev.asyncpersistence.run.Documents.Document;
import dev.asyncpersistence.run.GateRun;
import dev.asyncpersistence.run.Outcome;
import dev.asyncpersistence.run.RunState;
import dev.asyncpersistence.run.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Validated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gate: fails the build when a call blocks the event loop, a coroutine is not awaited, or library code runs a loop. What a comment allows or the
 * baseline accepts passes; the baseline is a ratchet and only gets shorter.
 */
@Value
@EqualsAndHashCode(callSuper = false)
public class VerifyNoBlockingCalls extends EditingRecipe<GateReport> {
    private static final Logger LOG = LoggerFactory.getLogger(VerifyNoBlockingCalls.class);
    private static final String BASELINE = "async-persistence-baseline.yml";

    transient LoopViolations violations = new LoopViolations(this);
    transient FileTables fileTables = new FileTables(this);

    @Option(
            displayName = "Sync layer",
            description =
                    "Fully qualified class, or module of functions, whose blocking methods are looked for; several are separated by `;`."
                            + " Found from the sources when empty; if there is none, the rest is checked.",
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
            displayName = "Baseline",
            description =
                    "Path, from the project's folder, of the file that says which violations are accepted until somebody solves them."
                            + " `async-persistence-baseline.yml` when empty.",
            example = "ci/async-persistence-baseline.yml",
            required = false)
    @Nullable
    String baseline;

    @Option(
            displayName = "Update the baseline",
            description =
                    "Whether the baseline is written: with what there is, if there is no baseline yet; otherwise without what is solved. It never gets longer:"
                            + " with a new violation the gate fails, and the file stays as it is. No when empty.",
            example = "true",
            required = false)
    @Nullable
    Boolean updateBaseline;

    String displayName = "Verify that no call blocks the event loop";
    String description =
            "Fails the build when a call on a synchronous persistence layer blocks the event loop, a coroutine is not awaited, or library code runs an"
                    + " event loop. A comment `# async-persistence: allow <reason>` at the statement, or on the line above it, allows what is there;"
                    + " a baseline file accepts what was there before. Tests are not looked at.";
    Set<String> tags = Set.of("asyncio", "persistence", "gate");
    Duration estimatedEffortPerOccurrence = Duration.ZERO;

    @Override
    Outcome<GateReport> run(RunState<GateReport> state) {
        Settings settings = Settings.of(syncLayer, asyncLayer, renames, python, catalogue);
        return new GateRun(settings, PROJECT).run(state.sources(), accepted(state.documents()));
    }

    @Override
    void insert(GateReport report, ExecutionContext ctx) {
        violations.insert(report, ctx);
    }

    @Override
    List<String> summary(GateReport report) {
        return GateSummary.of(report);
    }

    private Document baseline(Documents documents) {
        return documents.named(baseline == null ? BASELINE : baseline);
    }

    /** What is accepted; the baseline names files as seen from the project's folder. */
    private Gate.Accepted accepted(Documents documents) {
        Document document = baseline(documents);
        Baseline read = document.text() == null
                ? null
                : BaselineFile.read(document.path().toString(), document.text());
        return new Gate.Accepted(read, documents.prefix(), isUpdate());
    }

    @Override
    void document(RunState<GateReport> state, Outcome<GateReport> outcome, ExecutionContext ctx) {
        GateReport report = outcome.plan();
        if (ctx.getCycle() == 1) {
            GateSummary.warnings(report).forEach(LOG::warn);
            GateSummary.failures(report).forEach(LOG::error);
        }
        Document document = baseline(state.documents());
        if (report.fails()) {
            fail(report, document, state);
        } else if (isUpdate()) {
            update(report.baseline(), document, state);
        } else {
            GateSummary.stale(report).forEach(LOG::warn);
        }
    }

    private boolean isUpdate() {
        return Boolean.TRUE.equals(updateBaseline);
    }

    private void fail(GateReport report, Document document, RunState<GateReport> state) {
        String message = GateSummary.verdict(report);
        List<Finding> failing = report.with(Finding.Status.FAILS);
        if (isUpdate() && !failing.isEmpty()) {
            message += " The baseline only gets shorter, and was not written. To accept these as well, delete "
                    + document.path() + " and write it anew.";
        }
        LOG.error(message);
        GateFailure failure = new GateFailure(message);
        if (failing.isEmpty()) {
            state.fail(failure);
        } else {
            state.fail(failure, Path.of(failing.get(0).violation().location().path()));
        }
    }

    /** Where nothing ever was accepted, no file is needed. */
    private static void update(Baseline accepted, Document document, RunState<GateReport> state) {
        LOG.info("The baseline {} accepts {} from now on", document.path(), accepted.size());
        if (accepted.size() > 0 || document.text() != null) {
            state.documents().write(document.path(), BaselineFile.write(accepted));
        }
    }

    @Override
    public Validated<Object> validate() {
        return super.validate()
                .and(LayerOptionRules.check(renames, catalogue))
                .and(LayerOptionRules.isInProject("baseline", ".yml", baseline));
    }
}
