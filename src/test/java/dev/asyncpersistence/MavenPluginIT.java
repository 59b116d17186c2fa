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

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The recipes under the stock OpenRewrite Maven plugin, by the launcher and by hand, on a copy of the sample server. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class MavenPluginIT {
    @TempDir
    Path directory;

    private Path project;

    @BeforeEach
    void copySample() throws IOException {
        project = directory.resolve("server with a space");
        for (Map.Entry<Path, byte[]> file : files(Path.of("examples/before")).entrySet()) {
            Path copy = project.resolve(file.getKey().toString());
            Files.createDirectories(copy.getParent());
            Files.write(copy, file.getValue());
        }
    }

    @Test
    void auditReportsAndChangesNothing() throws Exception {
        Map<Path, byte[]> before = files(project);

        String output = launcher("audit");

        assertThat(output)
                .contains("Blocking persistence calls: 48 in 12 files")
                .containsPattern("15 .* game/services/container_service.py")
                .containsPattern("1 .* game/services/passive_lucidity_flux_service.py");
        assertSameBytes(before);
        try (Stream<Path> tables = Files.walk(project.resolve("target/rewrite/datatables"))) {
            assertThat(tables.map(path -> path.getFileName().toString()))
                    .contains("dev.asyncpersistence.report.PersistenceCallSites.csv");
        }
    }

    @Test
    void namesFilesThatTheGitignoreHidesFromThePlugin() throws Exception {
        Files.writeString(project.resolve(".gitignore"), "coverage/\n");
        Files.createDirectories(project.resolve("tests/coverage"));
        Files.writeString(project.resolve("tests/coverage/test_report.py"), "def test_report(): pass\n");
        run(project, "git", "init", "--quiet");
        run(project, "git", "add", "--force", ".");

        assertThat(launcher("audit"))
                .contains("warning: OpenRewrite's plugin leaves out Python files", "  tests/coverage/test_report.py\n")
                .contains(": !tests/coverage/\n");

        Files.writeString(project.resolve(".gitignore"), "coverage/\n!tests/coverage/\n");
        assertThat(launcher("audit")).doesNotContain("leaves out");
    }

    @Test
    void patchOfTheDryRunAppliesAndRunGivesTheSame() throws Exception {
        run(project, "git", "init", "--quiet");
        run(project, "git", "add", ".");
        launcher("dry-run");
        run(project, "git", "apply", "target/rewrite/rewrite.patch");
        Map<Path, byte[]> patched = files(project);
        run(project, "git", "checkout", "--quiet", ".");

        launcher("run");

        assertSameBytes(patched);
        assertSameBytes(files(Path.of("examples/after")));
        assertThat(launcher("run")).contains("Files changed: 0");
        assertSameBytes(patched);
    }

    @Test
    void pluginByHandWithTheRecipeOfRewriteYml() throws Exception {
        String mvnw = Path.of("mvnw").toAbsolutePath().toString();
        run(project, mvnw, "--batch-mode", "--no-transfer-progress", "rewrite:runNoFork");
        assertSameBytes(files(Path.of("examples/after")));
    }

    @Test
    void gateFailsTheBuildUntilABaselineAcceptsWhatIsThere() throws Exception {
        String mvnw = Path.of("mvnw").toAbsolutePath().toString();
        Outcome gate = outcome(
                project,
                mvnw,
                "--batch-mode",
                "--no-transfer-progress",
                "rewrite:dryRunNoFork",
                "-Drewrite.activeRecipes=dev.asyncpersistence.HoldTheLine");
        assertThat(gate.exitCode()).isNotZero();
        assertThat(gate.output())
                .contains(
                        "game/services/health_service.py:15: BLOCKING_CALL persistence.ping in check_health",
                        "BUILD FAILURE")
                .containsPattern("Failed to execute goal .*The gate fails: 48 violations")
                .doesNotContain("at dev.asyncpersistence");
        Outcome byLauncher = outcome(Path.of("").toAbsolutePath(), "bash", "migrate", "verify", project.toString());
        assertThat(byLauncher.exitCode()).isEqualTo(1);
        assertThat(byLauncher.output()).contains("migrate: verify has found 48 violations");

        assertThat(launcher("verify", "--update-baseline")).contains("async-persistence-baseline.yml accepts 48");
        assertThat(launcher("verify")).contains("no call blocks the event loop", "but for what is listed");
    }

    private String launcher(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "migrate"));
        command.addAll(List.of(arguments));
        command.add(project.toString());
        return run(Path.of("").toAbsolutePath(), command.toArray(String[]::new));
    }

    private static String run(Path folder, String... command) throws Exception {
        Outcome outcome = outcome(folder, command);
        assertThat(outcome.exitCode())
                .as("%s%n%s", List.of(command), outcome.output())
                .isZero();
        return outcome.output();
    }

    private record Outcome(int exitCode, String output) {}

    private static Outcome outcome(Path folder, String... command) throws Exception {
        File output = File.createTempFile("command", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        int exitCode = process.waitFor();
        return new Outcome(exitCode, Files.readString(output.toPath(), StandardCharsets.UTF_8));
    }

    private void assertSameBytes(Map<Path, byte[]> expected) throws IOException {
        Map<Path, byte[]> actual = files(project);
        List<Path> names = new ArrayList<>(expected.keySet());
        Collections.sort(names);
        assertThat(actual.keySet()).containsExactlyElementsOf(names);
        expected.forEach(
                (name, bytes) -> assertThat(actual.get(name)).as("%s", name).isEqualTo(bytes));
    }

    private static Map<Path, byte[]> files(Path root) throws IOException {
        Map<Path, byte[]> result = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path name = root.relativize(path);
                if (!name.startsWith("target")
                        && !name.startsWith(".git")
                        && !name.toString().contains("__pycache__")) {
                    result.put(name, Files.readAllBytes(path));
                }
            }
        }
        return result;
    }
}
