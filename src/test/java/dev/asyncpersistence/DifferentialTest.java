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

import dev.asyncpersistence.source.TestInterpreter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Result;
import org.openrewrite.SourceFile;
import org.openrewrite.internal.InMemoryLargeSourceSet;

/**
 * Runs programs before and after their migration: they must print the same, leave no coroutine un-awaited, and block the event loop no more.
 *
 * <p>Each {@code .py} file of the folder is a program; one that blocks afterwards as well says so in a line {@code # Still blocks: 2}, and one that
 * must not be changed in a line {@code # Unchanged}.
 */
@ExtendWith(PythonForTests.class)
class DifferentialTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/asyncpersistence/differential");
    private static final Pattern STILL_BLOCKS = Pattern.compile("^# Still blocks: (\\d+)$", Pattern.MULTILINE);
    private static final List<String> SHARED = List.of("layer.py", "runner.py");

    static Stream<String> programs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".py") && !SHARED.contains(name))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void behavesTheSame(String program, @TempDir Path before, @TempDir Path after) throws Exception {
        Map<String, String> sources = sources(program);
        String original = sources.get(program);
        Matcher stillBlocks = STILL_BLOCKS.matcher(original);
        int expectedToBlock = stillBlocks.find() ? Integer.parseInt(stillBlocks.group(1)) : 0;
        boolean unchanged = original.contains("# Unchanged\n");

        Map<String, String> migrated = migrated(sources);
        assertThat(migrated.get(program).equals(original)).isEqualTo(unchanged);
        assertThat(migrated.get("layer.py")).isEqualTo(sources.get("layer.py"));

        Run first = run(before, sources, program, "count");
        Run second = run(after, migrated, program, expectedToBlock == 0 ? "strict" : "count");
        assertThat(second.output())
                .as("migrated to:%n%s", migrated.get(program))
                .isEqualTo(first.output());
        assertThat(first.output()).isNotEmpty();
        assertThat(second.errors()).isEmpty();
        assertThat(second.blocked()).isEqualTo(expectedToBlock);
        if (!unchanged) {
            assertThat(first.blocked()).isGreaterThan(expectedToBlock);
        }
    }

    private static Map<String, String> sources(String program) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        sources.put(program, Files.readString(FOLDER.resolve(program)));
        if (sources.get(program).contains("from layer import")) {
            sources.put("layer.py", Files.readString(FOLDER.resolve("layer.py")));
        }
        return sources;
    }

    private static Map<String, String> migrated(Map<String, String> sources) {
        List<SourceFile> trees = new ArrayList<>();
        sources.forEach((name, text) -> trees.add(TestPython.parse(name, text)));
        Map<String, String> migrated = new TreeMap<>(sources);
        for (Result result : MigratePersistenceCallsTest.recipe(null)
                .run(new InMemoryLargeSourceSet(trees), new InMemoryExecutionContext(e -> {
                    throw new AssertionError(e);
                }))
                .getChangeset()
                .getAllResults()) {
            SourceFile tree = result.getAfter();
            assertThat(tree).isNotNull();
            migrated.put(tree.getSourcePath().toString(), tree.printAll());
        }
        return migrated;
    }

    private record Run(String output, String errors, int blocked) {}

    private static Run run(Path directory, Map<String, String> sources, String program, String mode) throws Exception {
        sources.forEach((name, text) -> write(directory.resolve(name), text));
        write(directory.resolve("runner.py"), Files.readString(FOLDER.resolve("runner.py")));
        File output = directory.resolve("output.txt").toFile();
        File errors = directory.resolve("errors.txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(
                TestInterpreter.get().executable().toString(), "-X", "dev", "-W", "error", "runner.py", program, mode);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.directory(directory.toFile())
                .redirectOutput(output)
                .redirectError(errors)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(program + " doesn't end");
        }
        // A slow machine makes the debug mode talk about slow tasks.
        String errorText =
                Files.readString(errors.toPath()).replaceAll("(?m)^Executing <.* took [0-9.]+ seconds\\R", "");
        assertThat(process.exitValue()).as(errorText).isZero();
        int blocked = Integer.parseInt(Files.readString(directory.resolve("blocked.txt")));
        return new Run(Files.readString(output.toPath()), errorText, blocked);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
