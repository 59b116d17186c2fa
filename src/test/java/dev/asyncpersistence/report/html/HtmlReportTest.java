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
package dev.asyncpersistence.report.html;

import static dev.asyncpersistence.report.html.ReportSamples.HOSTILE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.Priority;
import dev.asyncpersistence.plan.TracedPlan;
import dev.asyncpersistence.plan.phase.Phase;
import dev.asyncpersistence.plan.progress.PhaseProgress;
import dev.asyncpersistence.plan.progress.Progress;
import dev.asyncpersistence.plan.progress.TrackedCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PythonForTests.class)
class HtmlReportTest {
    private static final TracedPlan NOTHING = new TracedPlan(MigrationPlan.EMPTY, List.of());

    @Test
    void saysWhatWasAnalysedAndWhen() {
        assertThat(text(ReportSamples.plan()))
                .contains("rooms", "4 March 2026, 05:06", "Python files read 3 of 7")
                .contains("app.db.RoomStore with app.db.AsyncRoomStore Methods: 3 blocking, 1 in memory");
        assertThat(html(ReportSamples.plan())).contains("<time datetime=\"2026-03-04T05:06:07Z\">");
    }

    @Test
    void headlineNumbers() {
        assertThat(text(ReportSamples.plan()))
                .contains("Blocking calls 7 in 2 files", "In coroutines 4", "Await 2", "Thread 3", "Left 2")
                .contains(
                        "The layers are called 8 times in all. Calls that are not counted as blocking: 1. 1 touches memory only");
    }

    @Test
    void lazyMissingAndThreadedCallsAreNotCountedAsBlocking() {
        TracedPlan traced = ReportSamples.plan("app/db.py", """
                class RoomStore:
                    def load(self): return open('x')
                    def each(self):
                        for line in open('x'): yield line
                """, "app/web.py", """
                import asyncio
                from app.db import RoomStore
                async def show(store: RoomStore):
                    store.each()
                    store.laod()
                    await asyncio.to_thread(work, store)
                    store.load()
                def work(store: RoomStore): store.load()
                """);
        assertThat(text(traced))
                .contains("Blocking calls 1 in 1 file")
                .contains("The layers are called 4 times in all. Calls that are not counted as blocking: 3.")
                .contains(
                        "1 already runs on another thread", "1 neither layer has this method", "1 returns a generator")
                .doesNotContain("don’t block");
    }

    @Test
    void theReadmeTellsOfTheRankingWhatThePageTells() throws IOException {
        String ranking =
                "heaviest come first: each call counts one, ten more if users wait for it, five more in a loop.";
        assertThat(text(ReportSamples.plan())).contains(ranking);
        assertThat(Files.readString(Path.of("README.md"))).contains(ranking);
    }

    @Test
    void withoutATrackerItSaysWhatAMigrationWouldDo() {
        assertThat(text(ReportSamples.plan()))
                .contains("No tracker was there before this run, so")
                .contains("1. service and 1 more Requests wait for it: 5 calls, 3 in coroutines.");
    }

    @Test
    void withATrackerItSaysWhatIsDone() {
        String text = text(HtmlReport.of(ReportSamples.plan(), ReportSamples.hostileFacts()));
        assertThat(text)
                .contains("3 of 5 calls that blocked when they were first seen no longer do: 60 %.")
                .contains("2. service app/service.py 1 of 1")
                .contains("Calls in files that no phase has: 1.")
                .doesNotContain("No tracker was there before this run, so");
    }

    @Test
    void aFileOfTwoPhasesIsCountedInTheFirst() {
        assertThat(text(planned(phase("Phase1", "app/web.py"), phase("Phase2", "app/**"))))
                .contains("1. mine app/web.py 5 1 2 2", "2. mine app/** 2 1 1 0")
                .doesNotContain("Calls in files that no phase has");
        assertThat(text(planned(phase("Phase1", "app/web.py"), phase("Phase2", "app/w*.py"))))
                .contains("1. mine app/web.py 5 1 2 2", "2. mine app/w*.py 0 0 0 0")
                .contains("Calls in files that no phase has: 2.");
    }

    @Test
    void aFileOfTwoPhasesIsOpenInTheFirst() {
        TrackedCall done = new TrackedCall("app/web.py", "index", "store.load", Priority.HIGH, "awaited", true);
        TrackedCall open = new TrackedCall("app/service.py", "room", "store.load", Priority.HIGH, "open", false);
        Progress progress = new Progress(
                List.of(
                        new PhaseProgress(phase("Phase1", "app/web.py"), List.of(done)),
                        new PhaseProgress(phase("Phase2", "app/**"), List.of(open))),
                List.of());
        assertThat(text(HtmlReport.of(ReportSamples.plan(), ReportSamples.facts(List.of(), progress))))
                .contains("1. mine app/web.py 1 of 1 5 1 2 2", "2. mine app/** 0 of 1 2 1 1 0");
    }

    private static String planned(Phase... phases) {
        return HtmlReport.of(ReportSamples.plan(), ReportSamples.facts(List.of(phases), null));
    }

    private static Phase phase(String name, String file) {
        return new Phase(name, "mine", List.of(file), "");
    }

    @Test
    void chainsFromTheHandlerToTheDriver() {
        assertThat(text(ReportSamples.plan()))
                .contains("web.index HIGH Request; 3 calls, 2 in loops; app/web.py:7")
                .contains("→ Service.room await RoomStore.load in a loop → rows → sqlite3.connect")
                .contains("Directly await RoomStore.load → rows → sqlite3.connect")
                .contains(
                        "→ Service.room → Service.check → Service.again → Service.deeper thread RoomStore.save in a loop → open")
                .contains("Not in a function, and so in no chain: 1.");
    }

    @Test
    void hazardsAndWhatIsLeftAreExplained() {
        assertThat(text(ReportSamples.plan()))
                .contains("lock held 1 a lock of threads is held over the call")
                .contains("module body can't await 1", "What to do: move it into a startup function.")
                .contains("app/web.py:5 RoomStore().load LOW in app.web", "Reason code MODULE_BODY")
                .contains("app/web.py:15 store.save HIGH in web.change: lock", "Reason code LOCK_HELD");
    }

    @Test
    void whatWasNotSeen() {
        assertThat(text(ReportSamples.plan()))
                .contains("1 call of something that has the name of a layer’s method")
                .contains("No file was left out for an error.");
        assertThat(text(HtmlReport.of(NOTHING, ReportSamples.facts(NOTHING))))
                .contains("The receiver of every call could be told.");
    }

    @Test
    void aPlanWithNothingInItIsAReportToo() {
        assertThat(text(HtmlReport.of(NOTHING, ReportSamples.facts(NOTHING))))
                .contains("Blocking calls 0", "No call blocks.", "No file has a call that blocks.")
                .contains(
                        "No chain of calls", "None was seen.", "Nothing: a migration changes every call that blocks.");
    }

    @Test
    void namesFromTheProjectStayText() {
        String html = HtmlReport.of(ReportSamples.plan(), ReportSamples.hostileFacts());
        assertThat(withoutLibrary(html)).doesNotContain("<img", HOSTILE);
        assertThat(Pattern.compile("<script[ >]").matcher(withoutLibrary(html)).results())
                .hasSize(2);
        assertThat(Pattern.compile("<!--").matcher(withoutLibrary(html)).results())
                .isEmpty();
        assertThat(html).contains("&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;");
        // Backticks around it are still code, and the one inside doesn't end the element around.
        assertThat(html).contains("Because of <code>&lt;img src");
    }

    @Test
    void theLibraryKeepsItsLicence() {
        assertThat(html(ReportSamples.plan()))
                .contains("Licensed to the Apache Software Foundation (ASF) under one", "Apache License, Version 2.0");
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        String html = withoutLibrary(html(ReportSamples.plan()));
        assertThat(html).doesNotContain("src=", "@import", "url(", "http:", "https:", "<link");
        assertThat(html)
                .containsPattern(
                        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[^']+' 'sha256-[^']+';");
    }

    @Test
    void manyChainsAreCutAndSummed() {
        TracedPlan large = ReportSamples.large(500);
        String html = HtmlReport.of(large, ReportSamples.facts(large));
        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(3_000_000);
        assertThat(text(html))
                .contains("Calls shown: 20; not shown: 480, over 480 more chains.")
                .contains("web.handler0 HIGH")
                .doesNotContain("web.handler499 HIGH");
    }

    @Test
    void theSameRunGivesTheSameReport() {
        assertThat(html(ReportSamples.plan())).isEqualTo(html(ReportSamples.plan()));
    }

    private static String html(TracedPlan traced) {
        return HtmlReport.of(traced, ReportSamples.facts(traced));
    }

    private static String text(TracedPlan traced) {
        return text(html(traced));
    }

    /** What a reader without scripts and styles sees, in one line. */
    private static String text(String html) {
        return html.substring(html.indexOf("<body>"), html.indexOf("<script"))
                .replace("<wbr>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ")
                .replaceAll(" (?=[.,:;])", "");
    }

    private static String withoutLibrary(String html) {
        int start = html.indexOf("<script>");
        return html.substring(0, start) + html.substring(html.indexOf("<script>", start + 1));
    }
}
