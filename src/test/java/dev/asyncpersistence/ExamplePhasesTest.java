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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The sample, with the phases of its {@code rewrite.yml}. */
@ExtendWith(PythonForTests.class)
class ExamplePhasesTest {
    private static final Path BEFORE = Path.of("examples/before");
    private static final List<String> PLUGINS = List.of("asyncio", "anyio");
    private static final Map<String, String> FILES = ProgramFiles.texts(
            BEFORE,
            file -> ProgramFiles.isPython(file) || file.endsWith("pyproject.toml") || file.endsWith("rewrite.yml"));

    /** The files before the first phase, after it, and so on. */
    private static final List<Map<String, String>> STATES = new ArrayList<>();

    @BeforeAll
    static void migrate() throws IOException {
        STATES.add(MigratedTexts.by(new PlanMigration(null, null, null, null, null, null, null, null, null), FILES)
                .after());
        for (Phase phase : PhaseRecipes.read(Files.readString(BEFORE.resolve("rewrite.yml")))) {
            STATES.add(MigratedTexts.by(
                            MigratePersistenceCallsTest.inFiles(phase.files().toArray(new String[0])),
                            STATES.get(STATES.size() - 1))
                    .after());
        }
    }

    @Test
    void scratch() throws IOException {
        for (int i = 0; i < 5; i++) {
            Files.writeString(
                    Path.of("/tmp/tracker" + i + ".md"), STATES.get(i).getOrDefault("async-persistence.md", ""));
        }
        Map<String, String> own = new java.util.TreeMap<>(FILES);
        own.remove("rewrite.yml");
        Map<String, String> after = MigratedTexts.by(
                        new PlanMigration(null, null, null, null, null, null, null, null, null), own)
                .after();
        Files.writeString(Path.of("/tmp/tracker-own.md"), after.get("async-persistence.md"));
        Files.writeString(Path.of("/tmp/tracker-own.yml"), after.get("rewrite.yml"));
    }

    @Test
    void togetherGiveTheSameAsOneRun() {
        assertThat(STATES).hasSize(5);
        assertThat(STATES.get(4))
                .isEqualTo(MigratedTexts.by(MigratePersistenceCallsTest.recipe(null), FILES)
                        .after());
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
