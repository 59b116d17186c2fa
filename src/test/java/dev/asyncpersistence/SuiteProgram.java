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

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program with a test suite: a folder, whose {@code program.txt} says what a migration makes of it:
 *
 * <ul>
 *   <li>{@code Plugins: asyncio mock}: the plugins of pytest that its suite is run with, of {@code asyncio}, {@code anyio} and {@code mock}
 *   <li>{@code Mutant: file: old text -> new text}: a fault in the code under test, before and after, that a test fails on
 *   <li>{@code After: file: a line}: a line that a file has afterwards, whatever its indentation; each on a line of its own
 *   <li>{@code Gone: file: a text}: a text that a file had before, and has not afterwards; likewise
 *   <li>{@code Kept: file}: a file in which no byte changes; likewise
 *   <li>{@code Unchanged}: the file with the fault doesn't change, otherwise it does
 *   <li>{@code #}: a comment
 * </ul>
 */
record SuiteProgram(String name, String text, Map<String, String> files) {
    private static final Path FOLDER = Path.of("src/test/resources/dev/asyncpersistence/suites");
    private static final String DESCRIPTION = "program.txt";
    private static final Pattern LINE =
            Pattern.compile("(?:#|Plugins: |Mutant: |After: |Gone: |Kept: ).*|Unchanged", Pattern.MULTILINE);

    /** Of the whole collection, or, with {@code -Dprograms=doubles/}, of a part. */
    static List<SuiteProgram> all() {
        String part = System.getProperty("programs", "");
        return ProgramFiles.texts(FOLDER, file -> ProgramFiles.name(file).equals(DESCRIPTION)).entrySet().stream()
                .map(each -> program(each.getKey().replace("/" + DESCRIPTION, ""), each.getValue()))
                .filter(each -> each.name().startsWith(part))
                .toList();
    }

    private static SuiteProgram program(String name, String text) {
        assertThat(text.lines()).as(name).allMatch(line -> LINE.matcher(line).matches());
        Map<String, String> files = new TreeMap<>(ProgramFiles.texts(
                FOLDER.resolve(name),
                file -> !file.toString().contains("__pycache__")
                        && !ProgramFiles.name(file).equals(DESCRIPTION)));
        DifferentialPrograms.addShared(files);
        return new SuiteProgram(name, text, files);
    }

    @Override
    public String toString() {
        return name;
    }

    /** A text in a file. */
    record Line(String file, String text) {
        boolean isPartOfOneIn(Map<String, String> files) {
            return lines(files).anyMatch(line -> line.contains(text));
        }

        boolean isOneIn(Map<String, String> files) {
            List<String> lines = lines(files).map(String::strip).toList();
            return DifferentialPrograms.Program.unbroken(lines).contains(text);
        }

        private Stream<String> lines(Map<String, String> files) {
            return requireNonNull(files.get(file), file).lines();
        }
    }

    private Stream<String> headers(String key) {
        return Pattern.compile("^" + key + ": (.+)$", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(each -> each.group(1));
    }

    private Stream<Line> lines(String key) {
        return headers(key).map(each -> each.split(": ", 2)).map(each -> new Line(each[0], each[1]));
    }

    List<String> plugins() {
        return headers("Plugins")
                .flatMap(each -> Arrays.stream(each.split(" ", -1)))
                .toList();
    }

    List<Line> after() {
        return lines("After").toList();
    }

    List<Line> gone() {
        return lines("Gone").toList();
    }

    List<String> kept() {
        return headers("Kept").toList();
    }

    boolean unchanged() {
        return text.lines().anyMatch("Unchanged"::equals);
    }

    /** The file that the fault is in. */
    String codeUnderTest() {
        return mutant().file();
    }

    private Line mutant() {
        return lines("Mutant").findFirst().orElseThrow();
    }

    /** The files with the fault; empty if there is not exactly one place for it. */
    Optional<Map<String, String>> faulty(Map<String, String> sound) {
        String[] texts = mutant().text().split(" -> ", -1);
        String file = requireNonNull(sound.get(codeUnderTest()));
        if (file.split(Pattern.quote(texts[0]), -1).length != 2) {
            return Optional.empty();
        }
        Map<String, String> result = new TreeMap<>(sound);
        result.put(codeUnderTest(), file.replace(texts[0], texts[1]));
        return Optional.of(result);
    }
}
