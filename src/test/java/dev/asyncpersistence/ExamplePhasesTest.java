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

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.SuiteRuns.Run;
import dev.asyncpersistence.plan.phase.Phase;
import dev.asyncpersistence.plan.phase.PhaseRecipes;
import dev.asyncpersistence.report.PersistenceCallSites;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample, with the phases of its {@code rewrite.yml}. */
@ExtendWith(PythonForTests.class)
class ExamplePhasesTest {
    private static final Path BEFORE = Path.of("examples/before");
    private static final List<String> PLUGINS = List.of("asyncio", "anyio");
    private static final Map<String, String> FILES = ProgramFiles.texts(
            BEFORE,
            file -> ProgramFiles.isPython(file) || file.endsWith("pyproject.toml") || file.endsWith("rewrite.yml"));

    /** The documents that the tool writes for the sample: the tracker after each phase, and the phases that it proposes itself. */
    private static final Path DOCUMENTS = Path.of("examples/phases");

    private static final String TRACKER = "async-persistence.md";

    /** The files when the phases are planned, after the first, and so on. */
    private static final List<Map<String, String>> STATES = new ArrayList<>();

    @BeforeAll
    static void migrate() throws IOException {
        STATES.add(MigratedTexts.by(PlanMigrationTest.recipe(null, null), FILES).after());
        for (Phase phase : PhaseRecipes.read(FILES.get("rewrite.yml"))) {
            STATES.add(MigratedTexts.by(
                            MigratePersistenceCallsTest.inFiles(phase.files().toArray(new String[0])),
                            STATES.get(STATES.size() - 1))
                    .after());
        }
    }

    @Test
    void togetherGiveTheSameAsOneRun() {
        assertThat(STATES).hasSize(5);
        assertThat(without(TRACKER, STATES.get(4)))
                .isEqualTo(MigratedTexts.by(MigratePersistenceCallsTest.recipe(null), FILES)
                        .after());
    }

    private static Map<String, String> without(String path, Map<String, String> files) {
        Map<String, String> result = new TreeMap<>(files);
        result.remove(path);
        return result;
    }

    @ParameterizedTest
    @CsvSource({
        "0, planned.md, 0/48",
        "1, after-phase-1.md, 1/48",
        "2, after-phase-2.md, 29/48",
        "3, after-phase-3.md, 39/48",
        "4, after-phase-4.md, 48/48"
    })
    void theTrackerIsRightAfterEach(int phase, String document, String progress) {
        String tracker = STATES.get(phase).getOrDefault(TRACKER, "");

        assertThat(timeless(tracker)).isEqualTo(timeless(ProgramFiles.read(DOCUMENTS.resolve(document))));
        assertThat(tracker).contains("**" + progress + " calls done");
        for (int each = 1; each <= 4; each++) {
            assertThat(tracker).contains((each <= phase ? "- [x] " : "- [ ] ") + "**Phase " + each + ": ");
        }
    }

    /** Without what a run took, which differs each time. */
    private static String timeless(String tracker) {
        return tracker.replaceAll("\\d+ s\\b", "... s");
    }

    @Test
    void theTrackerHasTheFilesOfTheReference() {
        assertThat(STATES.get(0).getOrDefault(TRACKER, "").lines().filter(line -> line.startsWith("| `game/services/")))
                .map(line -> line.replaceAll(
                        "^\\| `game/services/(\\w+)\\.py` \\| (\\d+) \\| 0 \\| \\w+ \\| (\\d) \\| \\|$", "$1 $2 $3"))
                .containsExactlyInAnyOrder(
                        "passive_lucidity_flux_service 1 1",
                        "container_service 15 2",
                        "wearable_container_service 7 2",
                        "npc_combat_integration_service 6 2",
                        "user_manager 5 3",
                        "player_position_service 2 3",
                        "player_death_service 1 3",
                        "player_combat_service 1 3",
                        "health_service 1 3",
                        "npc_startup_service 3 4",
                        "environmental_container_loader 2 4",
                        "corpse_lifecycle_service 4 4");
    }

    @Test
    void withoutPhasesSomeAreProposed() {
        Map<String, String> proposed = MigratedTexts.by(
                        PlanMigrationTest.recipe(null, null), without("rewrite.yml", FILES))
                .after();

        assertThat(proposed)
                .containsEntry("rewrite.yml", ProgramFiles.read(DOCUMENTS.resolve("proposal.yml")))
                .containsEntry(TRACKER, ProgramFiles.read(DOCUMENTS.resolve("proposal.md")));
    }

    @Test
    void eachLeavesTheCallsOfLaterOnes() {
        assertThat(STATES).extracting(ExamplePhasesTest::blocking).containsExactly(48L, 47L, 19L, 9L, 0L);
    }

    private static long blocking(Map<String, String> files) {
        return MigratedTexts.run(
                        new FindBlockingPersistenceCalls(null, null, null, null, null, null, null, null), files)
                .<PersistenceCallSites.Row>getDataTableRows(PersistenceCallSites.class.getName())
                .stream()
                .filter(PersistenceCallSites.Row::isBlocks)
                .count();
    }

    @Test
    void theSameTestsPassAfterEach(@TempDir Path directory) throws Exception {
        SuiteRuns runs = new SuiteRuns(directory);
        for (int phase = 0; phase < STATES.size(); phase++) {
            runs.add("phase " + phase, STATES.get(phase), PLUGINS);
        }
        runs.run(BEFORE.resolve("requirements.txt"), BEFORE.resolve("requirements-dev.txt"));

        Run before = runs.result("phase 0");
        assertThat(before.outcomes().values())
                .as(before.output())
                .hasSizeGreaterThan(140)
                .containsOnly("passed");
        for (int phase = 1; phase < STATES.size(); phase++) {
            Run after = runs.result("phase " + phase);
            assertThat(after.outcomes()).as(after.output()).isEqualTo(before.outcomes());
            assertThat(after.status()).as(after.output()).isZero();
            assertThat(after.assertions()).isEqualTo(before.assertions());
        }
    }
}
