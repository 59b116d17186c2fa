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
package dev.asyncpersistence.report.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.Plans;
import dev.asyncpersistence.plan.phase.Phase;
import dev.asyncpersistence.plan.progress.Audits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PythonForTests.class)
class TrackerTest {
    private static final String LAYER = """
            class RoomStore:
                def load(self, key): return open(key)
                def save(self, key): open(key)
            class AsyncRoomStore:
                async def load(self, key): return await pool.load(key)
            """;
    private static final String ROOMS = """
            from app.db import AsyncRoomStore, RoomStore
            class Rooms:
                def __init__(self, store: RoomStore):
                    self.store = store
                    self.async_store = AsyncRoomStore()
                @app.get("/")
                async def enter(self, key):
                    self.store.load(key)
                    self.store.save(key)
                def leave(self, key):
                    self.store.save(key)
            """;
    private static final String START = """
            from app.db import RoomStore
            async def lifespan(app): RoomStore().save("x")
            """;
    private static final List<Phase> PHASES = List.of(
            new Phase("Phase1", "rooms", List.of("app/rooms.py"), "Players wait for it."),
            new Phase("Phase2", "start", List.of("app/start.py"), ""));
    private static final MigrationPlan BEFORE = plan(ROOMS, START);
    private static final String FRESH = after(Tracker.fresh(), BEFORE, BEFORE);

    private static MigrationPlan plan(String rooms, String start) {
        return Plans.of("app/db.py", LAYER, "app/rooms.py", rooms, "app/start.py", start);
    }

    private static String after(Tracker tracker, MigrationPlan found, MigrationPlan left) {
        return after(tracker, "Phase 1", PHASES, new Audits(found, left, Set.of()));
    }

    private static String after(Tracker tracker, String run, List<Phase> phases, Audits audits) {
        return tracker.after(run, Duration.ofMillis(7400), tracker.progress(phases, audits), audits);
    }

    private static String after(String text, MigrationPlan found, MigrationPlan left) {
        return after(Tracker.of("tracker.md", text), found, left);
    }

    @Test
    void aFreshOneHasFilesPhasesOptionsDecisionsAndEffort() {
        assertThat(FRESH).isEqualTo("""
                # Migration to async persistence

                Kept by rewrite-async-persistence. What lies between the comments is written anew by each run, but for the column «Notes»; everything
                else is yours.

                ## Status

                <!-- async-persistence:status -->
                **0/4 calls done (0 %), 0 of 2 files.**

                Next: Phase 1: rooms, 2 calls.
                <!-- /async-persistence:status -->

                ## Files

                <!-- async-persistence:files -->
                | File | Instances | Done | Priority | Phase | Notes |
                | --- | --- | --- | --- | --- | --- |
                | `app/rooms.py` | 3 | 0 | HIGH | 1 | |
                | `app/start.py` | 1 | 0 | LOW | 2 | |
                <!-- /async-persistence:files -->

                ## Phases

                <!-- async-persistence:phases -->
                - [ ] **Phase 1: rooms**, 0/3, 1 left to people. Players wait for it.
                  - [ ] `app/rooms.py`, 0/3
                - [ ] **Phase 2: start**, 0/1
                  - [ ] `app/start.py`, 0/1
                <!-- /async-persistence:phases -->

                ## Roll-out

                <!-- async-persistence:roll-out -->
                | Option | First deployment | Later | When |
                | --- | --- | --- | --- |
                | Critical now | phase 1: 2 calls in 1 file | nothing is planned | requests stall today, and what else blocks is rare |
                | All | 3 calls in 2 files | 1 call left to people | there is time to read all changes at once |
                | Hybrid | phase 1: 2 calls in 1 file | phase 2: 1 call in 1 file | requests stall today, and nothing shall block in the end |
                <!-- /async-persistence:roll-out -->

                ## Left to people

                <!-- async-persistence:left -->
                | Calls | Why | What a person can do | Functions |
                | --- | --- | --- | --- |
                | 1 | no coroutine is known to reach the function (NOT_REACHED) | if something outside the sources calls it on the event loop, make it async by hand | `app.rooms.Rooms.leave` |
                <!-- /async-persistence:left -->

                ## Decisions

                <!-- async-persistence:calls -->
                ### `app/rooms.py`

                - [ ] `Rooms.enter`: `self.store.load` (HIGH): await `self.async_store.load`
                - [ ] `Rooms.enter`: `self.store.save` (HIGH): thread, since no async method does the same
                - [ ] `Rooms.leave`: `self.store.save` (MEDIUM): left, since no coroutine is known to reach the function

                ### `app/start.py`

                - [ ] `lifespan`: `RoomStore().save` (LOW): thread, since no async method does the same
                <!-- /async-persistence:calls -->

                ## Effort

                <!-- async-persistence:effort -->
                By hand: 2 to 3 hours for 4 calls, at 30 to 50 minutes a call, callers and tests included.
                By the recipes: nothing was run yet.
                <!-- /async-persistence:effort -->
                """);
    }

    @Test
    void doneCallsAreTickedAndTheRunIsMeasured() {
        MigrationPlan left = plan(
                ROOMS.replace("        self.store.load(key)\n        self.store.save(key)\n", "        pass\n"), START);

        String text = after(FRESH, BEFORE, left);

        assertThat(text)
                .contains("**2/4 calls done (50 %), 0 of 2 files.**")
                .contains("| `app/rooms.py` | 3 | 2 | HIGH | 1 | |")
                .contains("- [x] `Rooms.enter`: `self.store.load` (HIGH): await `self.async_store.load`")
                .contains("- [x] `Rooms.enter`: `self.store.save` (HIGH): thread, since no async method does the same")
                .contains("- [ ] `Rooms.leave`: `self.store.save`")
                .contains("measured: 7 s for 2 calls; by hand, these are 1 to 2 hours.")
                .contains("| Phase 1 | 2 | 7 s |");
        // What a later run finds is what this one has left, and nothing changes.
        assertThat(after(text, left, left)).isEqualTo(text);
    }

    @Test
    void whatIsLeftToPeopleIsNotNext() {
        MigrationPlan left = plan(
                ROOMS.replace("        self.store.load(key)\n        self.store.save(key)\n", "        pass\n"), START);

        assertThat(after(FRESH, BEFORE, left))
                .contains("\nNext: Phase 2: start, 1 call.\n")
                .contains("- [ ] **Phase 1: rooms**, 2/3, 1 left to people.");
    }

    @Test
    void callsOfFilesThatWereNotReadStayAsTheyWere() {
        MigrationPlan unread = plan("x = 1", START);
        Tracker tracker = Tracker.of("tracker.md", FRESH);

        assertThat(after(tracker, "plan", PHASES, new Audits(unread, unread, Set.of("app/rooms.py"))))
                .contains("**0/4 calls done")
                .contains("- [ ] `Rooms.enter`: `self.store.load` (HIGH)");
        assertThat(after(FRESH, unread, unread)).contains("**3/4 calls done");
    }

    @Test
    void linesThatMoveChangeNothing() {
        String registered = """
                from app.db import RoomStore
                def load(): RoomStore().load('x')
                bus.subscribe(load)
                async def run(): load()
                """;
        String text = after(Tracker.fresh(), plan(ROOMS, registered), plan(ROOMS, registered));

        assertThat(text)
                .contains("- [ ] `load`: `RoomStore().load` (HIGH): left, since handed over by reference")
                .doesNotContainPattern("\\.py:\\d");
        MigrationPlan moved = plan(ROOMS, "\n\n" + registered);
        assertThat(after(text, moved, moved)).isEqualTo(text);
    }

    @Test
    void lineEndsStay() {
        String windows = FRESH.replace("\n", "\r\n");
        assertThat(after(windows, BEFORE, BEFORE)).isEqualTo(windows);
        assertThat(after(cut(FRESH, "calls").replace("\n", "\r\n"), BEFORE, BEFORE))
                .endsWith("<!-- /async-persistence:calls -->\r\n")
                .doesNotContainPattern("[^\r]\n");
    }

    @Test
    void functionsOfAPackageHaveTheirBareName() {
        MigrationPlan plan = Plans.of("app/db.py", LAYER, "app/__init__.py", START);
        assertThat(after(Tracker.fresh(), "plan", List.of(), new Audits(plan, plan, Set.of())))
                .contains("- [ ] `lifespan`: `RoomStore().save`");
    }

    @Test
    void aDonePhaseIsTicked() {
        MigrationPlan left = plan(ROOMS, "x = 1");

        assertThat(after(FRESH, BEFORE, left))
                .contains("**1/4 calls done (25 %), 1 of 2 files.**")
                .contains("| `app/start.py` | 1 | all | LOW | 2 | |")
                .contains("- [x] **Phase 2: start**, 1/1\n  - [x] `app/start.py`, 1/1");
    }

    @Test
    void whatIsFoundAgainIsNotDone() {
        assertThat(after(FRESH, BEFORE, BEFORE)).isEqualTo(FRESH);
        String done = after(FRESH, BEFORE, plan(ROOMS, "x = 1"));

        assertThat(after(done, BEFORE, BEFORE)).contains("- [ ] **Phase 2: start**, 0/1");
    }

    @Test
    void callsDoneByHandAreTickedButNoRunOfOurs() {
        MigrationPlan byHand = plan(ROOMS, "x = 1");

        assertThat(after(FRESH, byHand, byHand))
                .contains("- [x] `lifespan`: `RoomStore().save` (LOW): thread")
                .contains("By the recipes: nothing was run yet.");
    }

    @Test
    void equalCallsOfAFunctionAreCounted() {
        String twice = "from app.db import RoomStore\nasync def lifespan(app):\n    RoomStore().save('x')\n";
        String added = twice + "    RoomStore().save('y')\n";

        String text = after(FRESH, plan(ROOMS, added), plan(ROOMS, twice));

        String line = " `lifespan`: `RoomStore().save` (LOW): thread, since no async method does the same\n";
        assertThat(text).contains("- [x]" + line + "- [ ]" + line);
        assertThat(after(text, plan(ROOMS, added), plan(ROOMS, added))).contains("- [ ]" + line + "- [ ]" + line);
    }

    @Test
    void whatPeopleWriteIsKept() {
        String edited = FRESH.replace("## Files\n", "## Files\n\nAsk Mary about rooms.\n")
                .replace("| HIGH | 1 | |", "| HIGH | 1 | after the *summit* \\| or before |")
                .replace("# Migration to async persistence", "# Our plan");

        assertThat(after(edited, BEFORE, BEFORE)).isEqualTo(edited);
        assertThat(after(edited, BEFORE, plan("x = 1", START)))
                .startsWith("# Our plan")
                .contains("\n\nAsk Mary about rooms.\n")
                .contains("| `app/rooms.py` | 3 | all | HIGH | 1 | after the *summit* \\| or before |");
    }

    @Test
    void aTickByHandDoesNotCount() {
        assertThat(after(FRESH.replace("- [ ]", "- [x]"), BEFORE, BEFORE)).isEqualTo(FRESH);
    }

    @Test
    void aSectionThatIsTakenOutStaysOutButForTheMemory() {
        String without = cut(cut(FRESH, "roll-out"), "calls");

        assertThat(after(without, BEFORE, BEFORE))
                .doesNotContain("async-persistence:roll-out")
                .endsWith("(LOW): thread, since no async method does the same\n<!-- /async-persistence:calls -->\n");
    }

    private static String cut(String text, String section) {
        String end = Sections.end(section) + "\n";
        return text.substring(0, text.indexOf(Sections.begin(section)))
                + text.substring(text.indexOf(end) + end.length());
    }

    @Test
    void damagedSectionsAreNamed() {
        assertThatThrownBy(
                        () -> Tracker.of("docs/tracker.md", FRESH.replace("<!-- /async-persistence:files -->\n", "")))
                .hasMessage("docs/tracker.md:24: the section `files` has not ended."
                        + " Put the comments back around the section, or delete the section with both.");
        assertThatThrownBy(() -> Tracker.of("t.md", FRESH.replace("<!-- async-persistence:files -->\n", "")))
                .hasMessageStartingWith("t.md:20: no section begins before it");
        assertThatThrownBy(() -> Tracker.of("t.md", "a\n<!-- async-persistence:files -->\n"))
                .hasMessageStartingWith("t.md:3: `<!-- /async-persistence:files -->` is missing");
        assertThatThrownBy(() -> Tracker.of("t.md", FRESH + FRESH)).hasMessageContaining("the section is there twice");
    }

    @Test
    void aTextIsATrackerByItsComments() {
        assertThat(Tracker.is(FRESH)).isTrue();
        assertThat(Tracker.is("# Notes on async-persistence:files\n")).isFalse();
    }

    @Test
    void filesOfNoPhaseAreListedToo() {
        String text = after(Tracker.fresh(), "plan", PHASES.subList(0, 1), new Audits(BEFORE, BEFORE, Set.of()));

        assertThat(text).contains("| `app/start.py` | 1 | 0 | LOW | | |").contains("- [ ] In no phase, 0/1\n");
    }

    @Test
    void aFileOfTwoPhasesIsTrackedInTheFirst() {
        Phase all = new Phase("Phase2", "app", List.of("app/**"), "");
        String text = after(Tracker.fresh(), "plan", List.of(PHASES.get(0), all), new Audits(BEFORE, BEFORE, Set.of()));

        assertThat(text)
                .contains("**0/4 calls done (0 %), 0 of 2 files.**")
                .contains(
                        "- [ ] **Phase 1: rooms**, 0/3, 1 left to people.",
                        "- [ ] **Phase 2: app**, 0/1\n  - [ ] `app/start.py`, 0/1\n")
                .doesNotContain("In no phase");
    }

    @Test
    void phasesInARowAreOneRange() {
        List<String> handlers = List.of("a", "b", "c", "d", "e", "f");
        List<String> files = new ArrayList<>(List.of("app/db.py", LAYER));
        for (String each : handlers) {
            files.add("app/" + each + ".py");
            files.add("from app.db import RoomStore\n"
                    + (each.equals("d") ? "async def lifespan(app)" : "@app.get('/')\nasync def show()")
                    + ": RoomStore().save('x')\n");
        }
        MigrationPlan plan = Plans.of(files.toArray(new String[0]));
        List<Phase> phases = handlers.stream()
                .map(each ->
                        new Phase("Phase" + (handlers.indexOf(each) + 1), each, List.of("app/" + each + ".py"), ""))
                .toList();

        assertThat(after(Tracker.fresh(), "plan", phases, new Audits(plan, plan, Set.of())))
                .contains("| Hybrid | phases 1 to 3, 5, 6: 5 calls in 5 files | phase 4: 1 call in 1 file |");
    }

    @Test
    void callsInModuleBodiesAreTracked() {
        String module = "from app.db import RoomStore\nRoomStore().save('x')\n";
        String text = after(Tracker.fresh(), plan(ROOMS, module), plan(ROOMS, module));

        assertThat(text).contains("- [ ] `(module)`: `RoomStore().save` (LOW): left, since a module body can't await");
        assertThat(after(text, plan(ROOMS, "x = 1"), plan(ROOMS, "x = 1")))
                .contains("- [x] `(module)`: `RoomStore().save`");
    }
}
