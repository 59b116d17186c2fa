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
package dev.asyncpersistence.plan.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.plan.gate.Gate.Accepted;
import dev.asyncpersistence.plan.gate.Violation.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final GateReport.Scope SCOPE = new GateReport.Scope(1, List.of("app.Db"), "");

    @Test
    void withoutAnythingItFails() {
        assertThat(statuses(judge(null, List.of(), at(3)))).containsExactly("3 FAILS ");
    }

    @Test
    void whatIsNotCertainDoesNotFailAndIsNotAccepted() {
        GateReport report = judge(null, List.of(), perhaps(3));
        assertThat(statuses(report)).containsExactly("3 UNCERTAIN ");
        assertThat(created(perhaps(3)).baseline().size()).isZero();
    }

    @Test
    void commentWithAReasonAllows() {
        GateReport report = judge(null, List.of(allow(3, "once")), at(3), at(4));
        assertThat(statuses(report)).containsExactly("3 ALLOWED once", "4 FAILS ");
        assertThat(report.unused()).isEmpty();
    }

    @Test
    void commentWithoutOneDoesNot() {
        GateReport report = judge(null, List.of(allow(3, "")), at(3));
        assertThat(statuses(report)).containsExactly("3 FAILS the comment that is to allow it gives no reason");
        assertThat(report.unused()).isEmpty();
    }

    @Test
    void commentThatAllowsNothingIsUnused() {
        assertThat(judge(null, List.of(allow(5, "once")), at(3)).unused()).containsExactly(allow(5, "once"));
    }

    @Test
    void baselineAcceptsSoManyOfASort() {
        Baseline two = baseline(at(1), at(2));
        assertThat(statuses(judge(two, List.of(), at(30), at(31)))).containsExactly("30 BASELINE ", "31 BASELINE ");
        assertThat(statuses(judge(two, List.of(), at(1), at(2), at(3))))
                .containsExactly("1 BASELINE ", "2 BASELINE ", "3 FAILS the baseline accepts 2 of its like");
    }

    @Test
    void baselineIsOfOneFunctionCallAndKind() {
        Violation other = new Violation(Kind.UNAWAITED_COROUTINE, place(1), "f", "db.load", true, "", "");
        assertThat(statuses(judge(baseline(at(1)), List.of(), other))).containsExactly("1 FAILS ");
    }

    @Test
    void whatACommentAllowsNeedsNoEntry() {
        GateReport report = judge(baseline(at(1)), List.of(allow(1, "once")), at(1));
        assertThat(statuses(report)).containsExactly("1 ALLOWED once");
        assertThat(report.stale()).hasSize(1);
    }

    @Test
    void baselineOnlyGetsShorter() {
        GateReport fewer = judge(baseline(at(1), at(2)), List.of(), at(1));
        assertThat(fewer.stale())
                .extracting(Baseline.Stale::accepted, Baseline.Stale::found)
                .containsExactly(tuple(2, 1));
        assertThat(fewer.baseline()).isEqualTo(baseline(at(1)));
        assertThat(judge(baseline(at(1)), List.of()).baseline()).isEqualTo(Baseline.EMPTY);
        assertThat(judge(baseline(at(1)), List.of(), at(1), at(2)).baseline()).isEqualTo(baseline(at(1)));
    }

    @Test
    void whereNoLayerIsFoundBlockingCallsStayAndTheGateFails() {
        Violation lost = new Violation(Kind.UNAWAITED_COROUTINE, place(1), "f", "work", true, "", "");
        GateReport report = withoutLayer(baseline(at(1), at(2), lost));
        assertThat(report.stale()).extracting(stale -> stale.entry().kind()).containsExactly(Kind.UNAWAITED_COROUTINE);
        assertThat(report.baseline()).isEqualTo(baseline(at(1), at(2)));
        assertThat(report.acceptedWithoutLayer()).isEqualTo(2);
        assertThat(report.fails()).isTrue();

        assertThat(withoutLayer(baseline(lost)).fails()).isFalse();
        assertThat(judge(baseline(at(1)), List.of()).fails()).isFalse();
    }

    private static GateReport withoutLayer(Baseline baseline) {
        return new Gate(new Accepted(baseline, "server/", true), List.of(), List.of())
                .judge(new GateReport.Scope(1, List.of(), "there is none"), List.of());
    }

    /** Nobody knows whether it is solved. */
    @Test
    void entriesOfFilesThatCouldNotBeReadStay() {
        GateReport report = new Gate(new Accepted(baseline(at(1)), "server/", false), List.of(), List.of("server/a.py"))
                .judge(SCOPE, List.of());
        assertThat(report.stale()).isEmpty();
        assertThat(report.baseline()).isEqualTo(baseline(at(1)));
    }

    @Test
    void firstBaselineAcceptsWhatIsThereAndNotAllowed() {
        GateReport report = new Gate(new Accepted(null, "server/", true), List.of(allow(2, "once")), List.of())
                .judge(SCOPE, List.of(at(1), at(2)));
        assertThat(statuses(report)).containsExactly("1 BASELINE ", "2 ALLOWED once");
        assertThat(report.baseline()).isEqualTo(baseline(at(1)));
    }

    private static GateReport created(Violation... violations) {
        return new Gate(new Accepted(null, "", true), List.of(), List.of()).judge(SCOPE, List.of(violations));
    }

    private static GateReport judge(@Nullable Baseline baseline, List<Allowance> allowances, Violation... violations) {
        return new Gate(new Accepted(baseline, "server/", false), allowances, List.of())
                .judge(SCOPE, List.of(violations));
    }

    private static Baseline baseline(Violation... violations) {
        return Baseline.of(List.of(violations).stream()
                .map(each -> new Baseline.Entry("a.py", each.function(), each.call(), each.kind()))
                .toList());
    }

    private static List<String> statuses(GateReport report) {
        return report.findings().stream()
                .map(each -> each.violation().location().line() + " " + each.status() + " " + each.note())
                .toList();
    }

    private static Violation at(int line) {
        return new Violation(Kind.BLOCKING_CALL, place(line), "f", "db.load", true, "", "");
    }

    private static Violation perhaps(int line) {
        return new Violation(Kind.BLOCKING_CALL, place(line), "f", "db.load", false, "", "");
    }

    private static Allowance allow(int line, String reason) {
        return new Allowance(place(line), line, line, reason);
    }

    private static SourceLocation place(int line) {
        return new SourceLocation("server/a.py", line);
    }
}
