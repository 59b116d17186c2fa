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

import dev.asyncpersistence.plan.gate.Baseline;
import dev.asyncpersistence.plan.gate.Finding;
import dev.asyncpersistence.plan.gate.Finding.Status;
import dev.asyncpersistence.plan.gate.GateReport;
import dev.asyncpersistence.plan.gate.Violation;
import java.util.ArrayList;
import java.util.List;

/** What the gate says as lines of plain text, for the log. */
public final class GateSummary {
    private GateSummary() {}

    /** What was checked, and what of the findings doesn't make the gate fail. */
    public static List<String> of(GateReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(checked(report));
        if (!report.findings().isEmpty()) {
            lines.addAll(counts(report));
        }
        report.with(Status.ALLOWED)
                .forEach(each -> lines.add("Allowed: " + each.violation().location() + " "
                        + each.violation().call() + ": " + each.note()));
        return lines;
    }

    private static String checked(GateReport report) {
        GateReport.Scope scope = report.scope();
        String what = "Checked " + scope.functions() + " functions"
                + (scope.layers().isEmpty() ? "" : " that may call " + String.join(", ", scope.layers()));
        if (report.fails()) {
            return what;
        }
        return what + ": " + (scope.layers().isEmpty() ? "" : "no call blocks the event loop, ")
                + "no coroutine is lost, and no library code runs a loop"
                + (report.findings().isEmpty() ? "" : ", but for what is listed");
    }

    private static List<String> counts(GateReport report) {
        TextTable table = new TextTable("Fail", "Allowed", "Baseline", "Uncertain", "");
        for (Violation.Kind kind : Violation.Kind.values()) {
            table.add(
                    count(report, kind, Status.FAILS),
                    count(report, kind, Status.ALLOWED),
                    count(report, kind, Status.BASELINE),
                    count(report, kind, Status.UNCERTAIN),
                    kind.name());
        }
        return table.lines();
    }

    private static String count(GateReport report, Violation.Kind kind, Status status) {
        return String.valueOf(report.with(status).stream()
                .filter(each -> each.violation().kind() == kind)
                .count());
    }

    /** What somebody should look at, though nothing fails for it. */
    public static List<String> warnings(GateReport report) {
        List<String> lines = new ArrayList<>();
        if (!report.scope().noLayer().isEmpty()) {
            lines.add("Blocking calls were not looked for. " + report.scope().noLayer());
        }
        report.unused().forEach(each -> lines.add(each.location() + ": the comment allows nothing; remove it"));
        return lines;
    }

    /** The entries of the baseline that accept more than there is. */
    public static List<String> stale(GateReport report) {
        return report.stale().stream().map(GateSummary::stale).toList();
    }

    private static String stale(Baseline.Stale stale) {
        Baseline.Entry entry = stale.entry();
        return "The baseline can go down: " + entry.kind() + " " + entry.call() + " in " + entry.file()
                + (entry.function().isEmpty() ? "" : ", " + entry.function()) + ": it accepts " + stale.accepted()
                + ", and there are " + stale.found();
    }

    /** What makes the gate fail, a line each. */
    public static List<String> failures(GateReport report) {
        return report.with(Status.FAILS).stream().map(Finding::display).toList();
    }

    /** Why the gate fails. */
    public static String verdict(GateReport report) {
        List<String> reasons = new ArrayList<>();
        if (!report.with(Status.FAILS).isEmpty()) {
            reasons.add(ofViolations(report.with(Status.FAILS).size()));
        }
        if (report.acceptedWithoutLayer() > 0) {
            reasons.add(withoutLayer(report.acceptedWithoutLayer()));
        }
        return "The gate fails: " + String.join(" ", reasons);
    }

    private static String withoutLayer(int accepted) {
        return "the baseline accepts " + accepted + (accepted == 1 ? " blocking call" : " blocking calls")
                + ", and no layer is found; the layer is gone or renamed: name it with syncLayer, or delete the baseline.";
    }

    private static String ofViolations(int count) {
        return count + (count == 1 ? " violation" : " violations")
                + ". Solve " + (count == 1 ? "it" : "them")
                + ", or say at the statement why not: # async-persistence: allow <reason>.";
    }
}
