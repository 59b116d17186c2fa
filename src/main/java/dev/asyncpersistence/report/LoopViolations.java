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

import dev.asyncpersistence.plan.gate.Allowance;
import dev.asyncpersistence.plan.gate.Baseline;
import dev.asyncpersistence.plan.gate.Finding;
import dev.asyncpersistence.plan.gate.GateReport;
import dev.asyncpersistence.plan.gate.Violation;
import lombok.Value;
import org.openrewrite.Column;
import org.openrewrite.DataTable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;

/** What the gate has found, whether it fails for it or not. */
public class LoopViolations extends DataTable<LoopViolations.Row> {
    public LoopViolations(Recipe recipe) {
        super(
                recipe,
                "Loop violations",
                "Calls that block the event loop, coroutines that nobody awaits and event loops run in library code, with what the gate"
                        + " makes of each; comments and entries of the baseline that are of no use any more.");
    }

    /** Writes a row for each finding, each stale entry of the baseline and each unused comment. */
    public void insert(GateReport report, ExecutionContext ctx) {
        report.findings().forEach(each -> insertRow(ctx, Row.of(each)));
        report.stale().forEach(each -> insertRow(ctx, Row.of(each)));
        report.unused().forEach(each -> insertRow(ctx, Row.of(each)));
    }

    @Value
    public static class Row {
        @Column(
                displayName = "Status",
                description =
                        "`FAILS`; `ALLOWED` by a comment; accepted by the `BASELINE`; `UNCERTAIN`, which is only listed;"
                                + " `STALE_ENTRY` of the baseline, which accepts more than there is; `UNUSED_COMMENT`, which allows nothing.")
        String status;

        @Column(
                displayName = "Kind",
                description = "`BLOCKING_CALL`, `UNAWAITED_COROUTINE` or `LOOP_IN_LIBRARY`; empty for a comment.")
        String kind;

        @Column(displayName = "Source path", description = "The file.")
        String sourcePath;

        @Column(
                displayName = "Line",
                description = "The line that the call starts on, counted from 1; 0 for an entry of the baseline.")
        int line;

        @Column(displayName = "Function", description = "The function around the call, with its classes.")
        String function;

        @Column(displayName = "Call", description = "The call as written, without its arguments.")
        String call;

        @Column(displayName = "Explanation", description = "What happens, and by which calls a coroutine leads there.")
        String explanation;

        @Column(displayName = "What to do", description = "What a person can do.")
        String advice;

        @Column(displayName = "Note", description = "The reason that a comment gives, or why it doesn't count.")
        String note;

        static Row of(Finding finding) {
            Violation violation = finding.violation();
            return new Row(
                    finding.status().name(),
                    violation.kind().name(),
                    violation.location().path(),
                    violation.location().line(),
                    violation.function(),
                    violation.call(),
                    violation.explanation(),
                    violation.advice(),
                    finding.note());
        }

        static Row of(Baseline.Stale stale) {
            Baseline.Entry entry = stale.entry();
            return new Row(
                    "STALE_ENTRY",
                    entry.kind().name(),
                    entry.file(),
                    0,
                    entry.function(),
                    entry.call(),
                    "the baseline accepts " + stale.accepted() + ", and there are " + stale.found(),
                    "write the baseline anew",
                    "");
        }

        static Row of(Allowance unused) {
            return new Row(
                    "UNUSED_COMMENT",
                    "",
                    unused.location().path(),
                    unused.location().line(),
                    "",
                    "",
                    "the comment allows nothing",
                    "remove it",
                    unused.reason());
        }
    }
}
