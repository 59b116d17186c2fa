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
import java.io.IOException;
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
 *   <li>{@code # Awaits: self.async_db.load, g().load}: what is awaited on the async layer; {@code none} is said, too
 *   <li>{@code # After: a line}: a line that one of the program's files has afterwards, whatever its indentation; each on a header line of its own
 *   <li>{@code # Gone: a text}: a text that none of them has afterwards, and one had before; likewise
 *   <li>{@code # Unchanged}: no byte changes
 * </ul>
 */
final class DifferentialPrograms {
    private static final Path FOLDER = Path.of("src/test/resources/dev/asyncpersistence/differential");
    private static final String RUNNER = "runner.py";

    /** Modules that programs may import, and that no migration may change. */
    static final List<String> SHARED = List.of("layer.py", "pair.py", "fastapi.py");

    private static final Pattern HEADER_LINE = Pattern.compile("# [A-Z][a-z ]+: .+");

    private DifferentialPrograms() {}

    static List<Program> all() {
        List<Program> result = new ArrayList<>();
        for (Path file : ProgramFiles.children(FOLDER)) {
            if (Files.isDirectory(file)) {
                ProgramFiles.children(file).forEach(program -> result.add(program(program)));
            } else if (!SHARED.contains(ProgramFiles.name(file))
                    && !ProgramFiles.name(file).equals(RUNNER)) {
                result.add(program(file));
            }
        }
        // Of the whole collection, `-Dprograms=reach/` runs a part.
        String part = System.getProperty("programs", "");
        return result.stream().filter(each -> each.name().startsWith(part)).toList();
    }

    private static Program program(Path file) {
        Map<String, String> sources = Files.isDirectory(file)
                ? ProgramFiles.texts(file, ProgramFiles::isPython)
                : new TreeMap<>(Map.of(ProgramFiles.name(file), ProgramFiles.read(file)));
        addShared(sources);
        String main = Files.isDirectory(file) ? "main.py" : ProgramFiles.name(file);
        return new Program(FOLDER.relativize(file).toString(), main, sources);
    }

    /** Adds what a program imports of the modules that programs share. */
    static void addShared(Map<String, String> sources) {
        for (String shared : SHARED) {
            Pattern imported = Pattern.compile("\\b(from|import) " + shared.replace(".py", "\\b"));
            if (sources.values().stream().anyMatch(imported.asPredicate())) {
                sources.put(shared, ProgramFiles.read(FOLDER.resolve(shared)));
            }
        }
    }

    /** What running a program showed. */
    record Run(String output, String errors, int blocked) {}

    /** Programs that are run together. */
    static final class Batch {
        private final ForkedJobs jobs;

        Batch(Path directory) {
            jobs = new ForkedJobs(directory);
        }

        /**
         * Adds a program to those to be run.
         *
         * @param version tells the sources from others of the same program
         * @param mode {@code strict} makes an error of what blocks the event loop, {@code count} counts it
         */
        void add(String version, Program program, Map<String, String> sources, String mode) {
            jobs.add(job(version, program), sources, List.of(program.main(), mode));
        }

        private static String job(String version, Program program) {
            return version + "/" + program.name();
        }

        /** Runs what was added. */
        void run() throws IOException, InterruptedException {
            String python = TestInterpreter.get().executable().toString();
            jobs.run(List.of(python, "-X", "dev", "-W", "error"), List.of(FOLDER.resolve(RUNNER)));
        }

        /** What a run showed. Fails if the program has not come to its end. */
        Run result(String version, Program program) {
            ForkedJobs.Ended ended = jobs.ended(job(version, program));
            // A slow machine makes the debug mode talk about slow tasks.
            String errors = ended.errors().replaceAll("(?m)^Executing <.* took [0-9.]+ seconds\\R", "");
            assertThat(ended.status()).as(errors).isZero();
            Path blocked = jobs.directory(job(version, program)).resolve("blocked.txt");
            return new Run(ended.output(), errors, Integer.parseInt(ProgramFiles.read(blocked)));
        }
    }

    record Program(String name, String main, Map<String, String> sources) {
        @Override
        public String toString() {
            return name;
        }

        private String text() {
            return Objects.requireNonNull(sources.get(main));
        }

        private List<String> headers(String key) {
            Pattern line = Pattern.compile("^# " + key + ": (.+)$", Pattern.MULTILINE);
            return line.matcher(text()).results().map(each -> each.group(1)).toList();
        }

        private String header(String key) {
            List<String> lines = headers(key);
            return lines.isEmpty() ? "" : lines.get(0);
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

        /** Programs about reaching the async layer say what is awaited on it. */
        boolean saysWhatIsAwaited() {
            return name.startsWith("reach/") || !header("Awaits").isEmpty();
        }

        Set<String> awaits() {
            assertThat(header("Awaits")).as(name + " says what is awaited").isNotEmpty();
            Set<String> result = names("Awaits");
            result.remove("none");
            return result;
        }

        List<String> after() {
            return headers("After");
        }

        List<String> gone() {
            return headers("Gone");
        }

        /** Lines as they are, and the same where lists that are broken over several lines stand on one. */
        static List<String> unbroken(List<String> lines) {
            String joined = String.join("\n", lines)
                    .replaceAll("([(\\[])\\n", "$1")
                    .replaceAll(",?\\n([)\\]])", "$1")
                    .replaceAll(",\\n", ", ");
            return Stream.concat(lines.stream(), joined.lines()).toList();
        }

        /** The lines of the program's own files, without those that say what is expected. */
        static List<String> lines(Map<String, String> sources) {
            return sources.entrySet().stream()
                    .filter(file -> !SHARED.contains(file.getKey()))
                    .flatMap(file -> file.getValue().lines())
                    .map(String::strip)
                    .filter(line -> !HEADER_LINE.matcher(line).matches())
                    .toList();
        }

        boolean unchanged() {
            return Pattern.compile("^# Unchanged$", Pattern.MULTILINE)
                    .matcher(text())
                    .find();
        }
    }
}
