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
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher says and checks before it starts Maven. */
@DisabledOnOs(OS.WINDOWS)
class MigrateLauncherTest {

    private static final int CANNOT = 1;
    private static final int MISUSED = 2;

    /** A Python project; also holds the fake interpreters. */
    @TempDir
    Path project;

    private Path output;

    @BeforeEach
    void createOutput(@TempDir Path directory) {
        output = directory.resolve("output");
    }

    @Test
    void helpNamesCommandsAndOptions() throws Exception {
        Outcome help = migrate("--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.output())
                .startsWith("Usage: ./migrate audit|report|plan|dry-run|run|add-methods|verify [options] PATH")
                .contains(
                        "--sync-layer FQN",
                        "--async-layer FQN",
                        "--python PATH",
                        "--coroutines",
                        "--tests",
                        "--tracker FILE",
                        "--phase N",
                        "--report FILE",
                        "--top N",
                        "--methods NAMES",
                        "--profile FILE",
                        "--baseline FILE",
                        "--update-baseline",
                        "--verbose",
                        "-Dname=value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                         | say what to do: audit, report, plan, dry-run, run, add-methods or verify",
                "audit                      | audit needs the PATH of a Python project",
                "check .                    | unknown command check: audit, report, plan, dry-run, run, add-methods or verify",
                "audit --phases 2 .         | unknown option --phases",
                "run --sync-layer           | --sync-layer needs a value",
                "audit --coroutines .       | --coroutines goes with dry-run or run",
                "report --coroutines .      | --coroutines goes with dry-run or run",
                "report --phase 1 .         | --phase goes with dry-run or run",
                "audit --report a.html .    | --report goes with report",
                "report --report            | --report needs a value",
                "audit --tests .            | --tests goes with dry-run or run",
                "run --tests --coroutines . | --coroutines and --tests are two runs",
                "add-methods --coroutines . | --coroutines goes with dry-run or run",
                "run --top 3 .              | --top goes with add-methods",
                "audit --methods a .        | --methods goes with add-methods",
                "plan --phase 1 .           | --phase goes with dry-run or run",
                "run --phase 1 --tests .    | --phase migrates calls",
                "run --phase 1 --renames a=b . | --phase takes its options from rewrite.yml",
                "run --phase 1 --tracker a.md . | --phase takes its options from rewrite.yml",
                "audit --tracker a.md .     | --tracker goes with plan, dry-run or run",
                "run --tests --tracker a.md . | --tracker is about calls",
                "add-methods --profile      | --profile needs a value",
                "verify --baseline          | --baseline needs a value",
                "audit --baseline a.yml .   | --baseline goes with verify",
                "run --update-baseline .    | --update-baseline goes with verify",
                "verify --keep-unused .     | --keep-unused goes with a migration, which verify is not",
                "verify --async-accessor a.b . | --async-accessor goes with a migration, which verify is not",
                "verify --phase 1 .         | --phase goes with dry-run or run",
                "verify --coroutines .      | --coroutines goes with dry-run or run",
                "verify --top 3 .           | --top goes with add-methods",
                "run here there             | one PATH is enough: here, there",
                "run --sync-layer a.B,c.D . | syncLayer must not contain a comma",
            })
    void misuseNamesTheMistake(String arguments, String message) throws Exception {
        Outcome outcome = migrate(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));
        assertThat(outcome.exitCode()).isEqualTo(MISUSED);
        assertThat(outcome.output()).contains("migrate: " + message, "Try ./migrate --help");
    }

    @Test
    void missingFolder() throws Exception {
        Path missing = project.resolve("nowhere");
        assertRefused(migrate("audit", missing.toString()), "no such folder: " + missing);
    }

    @Test
    void pomThatWouldRunAnotherRecipe() throws Exception {
        Files.writeString(
                project.resolve("pom.xml"), "<project><activeRecipes><recipe>a.B</recipe></activeRecipes></project>");
        assertRefused(migrate("run", project.toString()), "another recipe would run", "property rewrite.activeRecipes");
    }

    @Test
    void phaseThatIsNotPlanned() throws Exception {
        assertRefused(migrate("run", "--phase", "2", project.toString()), "has no recipe", "./migrate plan");
        Files.writeString(project.resolve("rewrite.yml"), "name: dev.asyncpersistence.phases.Phase21\n");
        assertRefused(migrate("run", "--phase", "2", project.toString()), "has no recipe");
    }

    @Test
    void javaTooOld() throws Exception {
        Path java = script("jdk/bin/java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        Path home = java.getParent().getParent();
        assertRefused(
                migrateWithJavaHome(home, "audit", project.toString()), "Java 11.0.2 is too old: JDK 17 or newer");
    }

    @Test
    void javaRuntimeWithoutCompiler() throws Exception {
        Path java = script("jre/bin/java", "echo 'openjdk version \"21\" 2023-09-19' >&2");
        Path home = java.getParent().getParent();
        assertRefused(migrateWithJavaHome(home, "audit", project.toString()), "this is a runtime, not a JDK");
    }

    @Test
    void noJava() throws Exception {
        Path home = project.resolve("no-jdk");
        assertRefused(migrateWithJavaHome(home, "audit", project.toString()), "no working Java", "Install a JDK 17");
    }

    @Test
    void noPython() throws Exception {
        Path python = project.resolve("no-python");
        assertRefused(
                migrate("audit", "--python", python.toString(), project.toString()),
                "no working Python at " + python,
                "--python /path/to/python3.12");
    }

    @Test
    void pythonTooOld() throws Exception {
        // Prints its version when asked for it, and fails the comparison.
        Path python = script("python", "case \"$2\" in *print*) echo 3.8 ;; *) exit 1 ;; esac");
        assertRefused(
                migrate("audit", "--python", python.toString(), project.toString()),
                "is Python 3.8: 3.10 or newer is needed");
    }

    @Test
    void pythonWithoutPip() throws Exception {
        Path python = script("python", "case \"$*\" in *print*) echo 3.12 ;; -m*) exit 1 ;; esac");
        assertRefused(
                migrate("audit", "--python", python.toString(), project.toString()), "has no pip", "-m ensurepip");
    }

    /** OpenRewrite notes what a recipe throws in a table, and Maven succeeds all the same. */
    @ParameterizedTest
    @CsvSource({"org.openrewrite.table.SourcesFileErrors, 1", "dev.asyncpersistence.report.UnreadFiles, 0"})
    void recipeThatFails(String table, int exitCode, @TempDir Path home) throws Exception {
        Files.copy(Path.of("migrate"), home.resolve("migrate"));
        Files.copy(Path.of("pom.xml"), home.resolve("pom.xml"));
        script(home.resolve("mvnw").toString(), """
                case "$*" in *rewrite-maven-plugin*) ;; *) exit 0 ;; esac
                mkdir -p target/rewrite/datatables/now
                printf 'Source path,Recipe,Stack trace\\nThe file.,The recipe.,The trace.\\nerror during generation,Recipe,"Out of memory\\n  at\\n"\\n' \\
                    >target/rewrite/datatables/now/TABLE.csv
                echo '[INFO] Printing available datatables to: target/rewrite/datatables/now'
                """.replace("TABLE", table));
        Outcome outcome =
                run(Path.of(System.getProperty("java.home")), home.resolve("migrate"), "verify", project.toString());
        assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(exitCode);
        assertThat(outcome.output().contains("nothing is decided: Out of memory"))
                .isEqualTo(exitCode == CANNOT);
    }

    /** Whatever is missing, it is told before the target is touched. */
    private void assertRefused(Outcome outcome, String... messages) {
        assertThat(outcome.exitCode()).isEqualTo(CANNOT);
        assertThat(outcome.output()).startsWith("migrate: ").contains(messages);
        assertThat(project.resolve("target")).doesNotExist();
    }

    private Outcome migrate(String... arguments) throws IOException, InterruptedException {
        return migrateWithJavaHome(Path.of(System.getProperty("java.home")), arguments);
    }

    private Outcome migrateWithJavaHome(Path javaHome, String... arguments) throws IOException, InterruptedException {
        return run(javaHome, Path.of("migrate"), arguments);
    }

    private Outcome run(Path javaHome, Path launcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(new File(System.getProperty("user.dir")))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process process = builder.start();
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("ended within 30 seconds").isTrue();
        return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private Path script(String path, String body) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private record Outcome(int exitCode, String output) {}
}
