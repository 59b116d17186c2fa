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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The programs of the differential tests: Python files, or folders with a {@code main.py}. Comment lines at the top say what a migration makes of
 * them:
 *
 * <ul>
 *   <li>{@code # Async: f, Class.g}: the functions that become async
 *   <li>{@code # Lifted: h}: the sync functions and classes that coroutines call on a thread afterwards
 *   <li>{@code # Still blocks: 2}: how often the program stops its event loop afterwards as well
 *   <li>{@code # Left: CALLBACK 1}: the blocking calls that are left, by reason
 *   <li>{@code # Unchanged}: no byte changes
 * </ul>
 */
final class DifferentialPrograms {
    private static final Path FOLDER = Path.of("src/test/resources/dev/asyncpersistence/differential");
    private static final List<String> SHARED = List.of("layer.py", "runner.py");

    private DifferentialPrograms() {}

    static List<Program> all() {
        List<Program> result = new ArrayList<>();
        for (Path file : children(FOLDER)) {
            if (Files.isDirectory(file)) {
                children(file).forEach(program -> result.add(program(program)));
            } else if (!SHARED.contains(name(file))) {
                result.add(program(file));
            }
        }
        return result;
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

    private static Program program(Path file) {
        Map<String, String> sources = new TreeMap<>();
        if (Files.isDirectory(file)) {
            addAll(file, sources);
        } else {
            sources.put(name(file), read(file));
        }
        if (sources.values().stream().anyMatch(text -> text.contains("from layer import"))) {
            sources.put("layer.py", read(FOLDER.resolve("layer.py")));
        }
        String main = Files.isDirectory(file) ? "main.py" : name(file);
        return new Program(FOLDER.relativize(file).toString(), main, sources);
    }

    private static void addAll(Path folder, Map<String, String> sources) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(each -> each.toString().endsWith(".py"))
                    .forEach(each ->
                            sources.put(folder.relativize(each).toString().replace('\\', '/'), read(each)));
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

    /** What running a program showed. */
    record Run(String output, String errors, int blocked) {}

    record Program(String name, String main, Map<String, String> sources) {
        @Override
        public String toString() {
            return name;
        }

        private String text() {
            return Objects.requireNonNull(sources.get(main));
        }

        private String header(String key) {
            Matcher line =
                    Pattern.compile("^# " + key + ": (.+)$", Pattern.MULTILINE).matcher(text());
            return line.find() ? line.group(1) : "";
        }

        private Set<String> names(String key) {
            Set<String> result = new TreeSet<>(Arrays.asList(header(key).split(",\\s*", -1)));
            result.remove("");
            return result;
        }

        Set<String> async() {
            return names("Async");
        }

        Set<String> lifted() {
            return names("Lifted");
        }

        int stillBlocks() {
            String count = header("Still blocks");
            return count.isEmpty() ? 0 : Integer.parseInt(count);
        }

        boolean saysWhatIsLeft() {
            return name.contains("/");
        }

        Map<String, Integer> left() {
            Map<String, Integer> result = new TreeMap<>();
            for (String each : names("Left")) {
                String[] parts = each.split(" ", -1);
                result.put(parts[0], Integer.parseInt(parts[1]));
            }
            return result;
        }

        boolean unchanged() {
            return Pattern.compile("^# Unchanged$", Pattern.MULTILINE)
                    .matcher(text())
                    .find();
        }

        /**
         * Runs the sources in a directory.
         *
         * @param mode {@code strict} makes an error of what blocks the event loop, {@code count} counts it
         */
        Run run(Path directory, Map<String, String> migrated, String mode) throws Exception {
            migrated.forEach((path, text) -> write(directory.resolve(path), text));
            write(directory.resolve("runner.py"), read(FOLDER.resolve("runner.py")));
            File output = directory.resolve("output.txt").toFile();
            File errors = directory.resolve("errors.txt").toFile();
            ProcessBuilder builder = new ProcessBuilder(
                    TestInterpreter.get().executable().toString(), "-X", "dev", "-W", "error", "runner.py", main, mode);
            builder.environment().put("PYTHONIOENCODING", "utf-8");
            Process process = builder.directory(directory.toFile())
                    .redirectOutput(output)
                    .redirectError(errors)
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(name + " doesn't end");
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
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
