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
package dev.asyncpersistence.model.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.TestPython;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openrewrite.python.tree.Py;

/** Trees have no positions; the lines that the reader counts have to agree with Python's own. */
@ExtendWith(PythonForTests.class)
class LineNumbersTest {

    static Stream<String> constructs() {
        return Zoo.CONSTRUCTS.stream();
    }

    @ParameterizedTest
    @MethodSource("constructs")
    void agreeWithPython(String construct) {
        check(construct);
    }

    @Test
    void agreeWithPythonWhenOneConstructFollowsAnother() {
        check(String.join("\n", Zoo.CONSTRUCTS));
    }

    @Test
    void agreeWithPythonWhenLinesEndAsOnWindows() {
        check(String.join("\n", Zoo.CONSTRUCTS).replace("\n", "\r\n"));
    }

    /** Packages of the standard library; more of them, which takes minutes, with {@code -Dtest.corpus=asyncio,json,http,email,unittest}. */
    @Test
    void agreeWithPythonInTheStandardLibrary() throws IOException {
        List<String> differing = new ArrayList<>();
        for (String name : System.getProperty("test.corpus", "json").split(",", -1)) {
            try (Stream<Path> files = Files.walk(standardLibrary().resolve(name))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".py")).sorted().toList()) {
                    String text = Files.readString(file, StandardCharsets.UTF_8);
                    if (text.isEmpty()) {
                        continue; // upstream's parser takes it for a file that isn't there
                    }
                    Py.CompilationUnit tree = TestPython.parse(text);
                    List<String> lines = AstLines.ofModel(ModuleReader.read(tree, "file.py"));
                    if (!lines.equals(AstLines.ofPython(file))) {
                        differing.add(file.toString());
                    }
                }
            }
        }
        assertThat(differing).isEmpty();
    }

    private static void check(String text) {
        Py.CompilationUnit tree = TestPython.parse(text);
        assertThat(tree.printAll()).isEqualTo(text);
        assertThat(AstLines.ofModel(ModuleReader.read(tree, "file.py"))).isEqualTo(AstLines.ofPython(text));
    }

    private static Path standardLibrary() {
        return Path.of(AstLines.run("import os; print(os.path.dirname(os.__file__), end='')"));
    }
}
