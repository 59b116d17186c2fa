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

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.Migrated.Trees;
import dev.asyncpersistence.source.TestInterpreter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs programs that lose coroutines, before and after {@link AwaitCoroutines}: files, or folders with a {@code main.py}. Comment lines at the top
 * say what is expected:
 *
 * <ul>
 *   <li>{@code # Prints: a line}: what the program prints afterwards
 *   <li>{@code # Before: a text}: what can be read before, on its output or among its errors; a twin, which has no such line, does not change
 *   <li>{@code # Async: f, Class.g}: the functions that become async
 * </ul>
 */
@ExtendWith(PythonForTests.class)
class DifferentialCoroutinesTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/asyncpersistence/differential_coroutines");
    private static final Map<String, Edited> EDITED = new HashMap<>();

    private record Edited(Map<String, String> sources, Set<String> madeAsync, Map<String, String> again) {}

    private record Program(String name, String main, Map<String, String> sources) {
        @Override
        public String toString() {
            return name;
        }

        boolean isTwin() {
            return header("Before").isEmpty();
        }

        List<String> header(String key) {
            return Pattern.compile("^# " + key + ": (.+)$", Pattern.MULTILINE)
                    .matcher(requireNonNull(sources.get(main)))
                    .results()
                    .map(line -> line.group(1))
                    .toList();
        }

        Edited edited() {
            return requireNonNull(EDITED.get(name));
        }
    }

    private record Run(String output, String errors) {}

    static Stream<Program> programs() {
        return children(FOLDER).stream().map(DifferentialCoroutinesTest::program);
    }

    /** All of them at once: one by one, most of the time would go into starting processes that parse. */
    @BeforeAll
    static void editAll() {
        Trees trees = new Trees();
        trees.parse(programs().map(Program::sources));
        Map<Program, Migrated> edited = new LinkedHashMap<>();
        programs().forEach(program -> edited.put(program, edit(program.sources(), trees)));
        trees.parse(edited.values().stream().map(Migrated::sources));
        edited.forEach((program, once) -> EDITED.put(
                program.name(),
                new Edited(
                        once.sources(),
                        once.madeAsync(program.sources(), trees),
                        edit(once.sources(), trees).sources())));
    }

    private static Migrated edit(Map<String, String> sources, Trees trees) {
        return Migrated.by(new AwaitCoroutines(null), sources, trees);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void runsCleanAfterwards(Program program, @TempDir Path directory) throws Exception {
        Run run = run(program, program.edited().sources(), directory, "error");
        assertThat(run.output()).as(text(program)).isEqualTo(String.join("\n", program.header("Prints")) + "\n");
        assertThat(run.errors()).as(text(program)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isWrongBeforeUnlessATwin(Program program, @TempDir Path directory) throws Exception {
        if (program.isTwin()) {
            assertThat(program.edited().sources()).isEqualTo(program.sources());
            return;
        }
        assertThat(program.edited().sources()).isNotEqualTo(program.sources());
        Run run = run(program, program.sources(), directory, "default");
        assertThat(run.errors()).contains("was never awaited");
        assertThat(run.output() + run.errors()).contains(program.header("Before"));
        assertThat(run.output()).isNotEqualTo(String.join("\n", program.header("Prints")) + "\n");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void makesAsyncWhatTheProgramSays(Program program) {
        Set<String> expected = new TreeSet<>();
        program.header("Async").forEach(names -> expected.addAll(List.of(names.split(", ", -1))));
        assertThat(program.edited().madeAsync()).as(text(program)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void changesNothingTheSecondTime(Program program) {
        assertThat(program.edited().again()).isEqualTo(program.edited().sources());
    }

    /** Each program has a twin. */
    @ParameterizedTest
    @MethodSource("programs")
    void comesInPairs(Program program) {
        String name = program.name().replace(".py", "");
        String other = program.isTwin() ? name.replaceFirst("_twin$", "") : name + "_twin";
        assertThat(name).isNotEqualTo(other);
        assertThat(FOLDER.resolve(program.name().replace(name, other))).exists();
    }

    private static String text(Program program) {
        return "edited to:\n" + program.edited().sources().get(program.main());
    }

    private static Run run(Program program, Map<String, String> sources, Path directory, String warnings)
            throws Exception {
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = directory.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
        Path output = directory.resolve("output.txt");
        Path errors = directory.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(
                TestInterpreter.get().executable().toString(), "-X", "dev", "-W", warnings, program.main());
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(program + " doesn't end");
        }
        // A slow machine makes the debug mode talk about slow tasks.
        String slow = "(?m)^Executing <.* took [0-9.]+ seconds\\R";
        return new Run(
                Files.readString(output).replace("\r\n", "\n"),
                Files.readString(errors).replaceAll(slow, ""));
    }

    private static Program program(Path file) {
        if (!Files.isDirectory(file)) {
            return new Program(name(file), name(file), Map.of(name(file), read(file)));
        }
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(file)) {
            files.filter(each -> each.toString().endsWith(".py"))
                    .forEach(
                            each -> sources.put(file.relativize(each).toString().replace('\\', '/'), read(each)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Program(name(file), "main.py", sources);
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !name(file).equals("__pycache__"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
