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

import dev.asyncpersistence.report.LoopViolations;
import dev.asyncpersistence.report.PersistenceCallSites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeRun;
import org.openrewrite.SourceFile;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.text.PlainTextParser;

/** The sample server in {@code examples}, as the Maven plugin hands it over. */
class ExampleProjectTest {
    private static final Path BEFORE = Path.of("examples/before");
    private static final Path AFTER = Path.of("examples/after");

    @Test
    void auditFindsTheCallsOfEachFile() {
        List<PersistenceCallSites.Row> calls =
                blocking(run(new FindBlockingPersistenceCalls(null, null, null, null, null, null, null, null), BEFORE));

        Map<String, Long> byFile = calls.stream()
                .collect(Collectors.groupingBy(
                        row -> Path.of(row.getSourcePath()).getFileName().toString(),
                        TreeMap::new,
                        Collectors.counting()));
        assertThat(byFile)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("container_service.py", 15L),
                        Map.entry("wearable_container_service.py", 7L),
                        Map.entry("npc_combat_integration_service.py", 6L),
                        Map.entry("user_manager.py", 5L),
                        Map.entry("corpse_lifecycle_service.py", 4L),
                        Map.entry("npc_startup_service.py", 3L),
                        Map.entry("environmental_container_loader.py", 2L),
                        Map.entry("player_position_service.py", 2L),
                        Map.entry("player_death_service.py", 1L),
                        Map.entry("player_combat_service.py", 1L),
                        Map.entry("health_service.py", 1L),
                        Map.entry("passive_lucidity_flux_service.py", 1L)));
        assertThat(calls).allSatisfy(row -> {
            assertThat(row.getAction()).isNotBlank();
            assertThat(row.getReason()).isNotBlank();
            assertThat(row.getPriority()).isNotBlank();
        });
    }

    @Test
    void auditRanksStartupBelowRequests() {
        Map<String, String> priorities =
                blocking(run(new FindBlockingPersistenceCalls(null, null, null, null, null, null, null, null), BEFORE))
                        .stream()
                        .collect(Collectors.toMap(
                                row -> Path.of(row.getSourcePath())
                                        .getFileName()
                                        .toString(),
                                PersistenceCallSites.Row::getPriority,
                                (a, b) -> a.equals("HIGH") ? a : b));
        assertThat(priorities)
                .containsEntry("container_service.py", "HIGH")
                .containsEntry("passive_lucidity_flux_service.py", "HIGH")
                .containsEntry("npc_startup_service.py", "LOW")
                .containsEntry("environmental_container_loader.py", "LOW");
    }

    @Test
    void auditChangesNothing() {
        assertThat(run(new FindBlockingPersistenceCalls(null, null, null, null, null, null, null, null), BEFORE)
                        .getChangeset()
                        .getAllResults())
                .isEmpty();
    }

    @Test
    void migrationGivesExactlyTheFilesOfAfter() {
        Map<String, String> expected = texts(AFTER);
        Map<String, String> actual = texts(BEFORE);
        run(MigratePersistenceCallsTest.recipe(null), BEFORE)
                .getChangeset()
                .getAllResults()
                .forEach(result -> actual.put(
                        BEFORE.relativize(result.getAfter().getSourcePath()).toString(),
                        result.getAfter().printAll()));
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void secondMigrationChangesNothing() {
        assertThat(run(MigratePersistenceCallsTest.recipe(null), AFTER)
                        .getChangeset()
                        .getAllResults())
                .isEmpty();
    }

    @Test
    void gateFailsBeforeForEachCallAndPassesAfter() {
        VerifyNoBlockingCalls gate = new VerifyNoBlockingCalls(null, null, null, null, null, null, null);

        assertThat(gateRows(run(gate, BEFORE)))
                .hasSize(48)
                .allMatch(
                        row -> row.getStatus().equals("FAILS") && row.getKind().equals("BLOCKING_CALL"));
        RecipeRun after = run(gate, AFTER);
        assertThat(gateRows(after)).isEmpty();
        assertThat(after.getChangeset().getAllResults()).isEmpty();
    }

    private static List<LoopViolations.Row> gateRows(RecipeRun run) {
        return run.getDataTableRows(LoopViolations.class.getName());
    }

    private static RecipeRun run(Recipe recipe, Path project) {
        List<SourceFile> sources = files(project)
                .filter(file -> file.toString().endsWith(".py") || file.endsWith("pyproject.toml"))
                .flatMap(file ->
                        PlainTextParser.builder().build().parse(List.of(file), null, new InMemoryExecutionContext()))
                .toList();
        return recipe.run(new InMemoryLargeSourceSet(sources), new InMemoryExecutionContext(error -> {
            throw new AssertionError(error);
        }));
    }

    private static List<PersistenceCallSites.Row> blocking(RecipeRun run) {
        List<PersistenceCallSites.Row> rows = run.getDataTableRows(PersistenceCallSites.class.getName());
        return rows.stream().filter(PersistenceCallSites.Row::isBlocks).toList();
    }

    private static Map<String, String> texts(Path project) {
        return files(project)
                .filter(file -> file.toString().endsWith(".py"))
                .collect(Collectors.toMap(
                        file -> project.relativize(file).toString(),
                        ExampleProjectTest::read,
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static Stream<Path> files(Path project) {
        try (Stream<Path> files = Files.walk(project)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !project.relativize(file).startsWith("target"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
