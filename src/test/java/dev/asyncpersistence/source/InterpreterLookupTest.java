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
package dev.asyncpersistence.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "interpreters are played by shell scripts")
class InterpreterLookupTest {

    @TempDir
    Path directory;

    private Path project;
    private Path bin;

    @BeforeEach
    void create() throws IOException {
        bin = Files.createDirectories(directory.resolve("bin"));
        project = Files.createDirectories(directory.resolve("repository/services/server"));
        Files.createDirectories(directory.resolve("repository/.git"));
    }

    private InterpreterLookup lookup() {
        return new InterpreterLookup(project, List.of(bin), directory.resolve("cache"));
    }

    @Test
    void takesTheOneNamedByTheOption() {
        Path named = Scripts.python(directory.resolve("my/python"), "3.13.2");
        Scripts.python(project.resolve(".venv/bin/python"), "3.12.0");
        assertThat(lookup().find(named.toString()))
                .isEqualTo(new PythonInterpreter(named, "3.13.2", directory.resolve("cache/tag-3.13.2")));
    }

    @Test
    void takesAnOptionRelativeToTheProject() {
        Path named = Scripts.python(project.resolve("env/bin/python"), "3.12.0");
        assertThat(lookup().find("env/bin/python").executable()).isEqualTo(named);
    }

    @Test
    void takesACommandNamedByTheOption() {
        Path named = Scripts.python(bin.resolve("python3.12"), "3.12.0");
        Scripts.python(bin.resolve("python3"), "3.11.0");
        assertThat(lookup().find("python3.12").executable()).isEqualTo(named);
    }

    @Test
    void refusesAnOptionThatNamesNothing() {
        Scripts.python(bin.resolve("python3"), "3.11.0");
        assertThatThrownBy(() -> lookup().find("no/such/python"))
                .isInstanceOf(PythonSetupException.class)
                .hasMessageContaining("`no/such/python`, which doesn't exist")
                .hasMessageContaining("leave it out");
        assertThatThrownBy(() -> lookup().find(bin.toString())).hasMessageContaining("doesn't exist");
    }

    @Test
    void refusesAnOptionThatNamesAnOldPython() {
        Path old = Scripts.python(directory.resolve("old"), "3.9.18");
        assertThatThrownBy(() -> lookup().find(old.toString()))
                .isInstanceOf(PythonSetupException.class)
                .hasMessageContaining("is Python 3.9.18, but 3.10 or newer is needed");
    }

    @Test
    void refusesAnOptionThatNamesAnotherProgram() {
        Path other = Scripts.script(directory.resolve("other"), "echo 'other: unknown option' >&2; exit 2");
        assertThatThrownBy(() -> lookup().find(other.toString()))
                .hasMessageContaining("is not a working Python: other: unknown option");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void prefersTheProjectsVirtualEnvironment(String option) {
        Path environment = Scripts.python(project.resolve(".venv/bin/python"), "3.10.0");
        Scripts.python(project.resolve("venv/bin/python"), "3.12.0");
        Scripts.python(bin.resolve("python3"), "3.13.0");
        assertThat(lookup().find(option).executable()).isEqualTo(environment);
    }

    @Test
    void findsAVirtualEnvironmentAboveTheProject() {
        Path environment = Scripts.python(directory.resolve("repository/venv/bin/python"), "3.12.0");
        Scripts.python(bin.resolve("python3"), "3.13.0");
        assertThat(lookup().find(null).executable()).isEqualTo(environment);
    }

    @Test
    void doesNotLookAboveTheRepository() {
        Scripts.python(directory.resolve(".venv/bin/python"), "3.12.0");
        Path onPath = Scripts.python(bin.resolve("python3"), "3.11.0");
        assertThat(lookup().find(null).executable()).isEqualTo(onPath);
    }

    @Test
    void doesNotLookAboveAProjectOutsideARepository() throws IOException {
        Files.delete(directory.resolve("repository/.git"));
        Scripts.python(directory.resolve("repository/.venv/bin/python"), "3.12.0");
        Path onPath = Scripts.python(bin.resolve("python3"), "3.11.0");
        assertThat(lookup().find(null).executable()).isEqualTo(onPath);
    }

    @Test
    void passesOverAnOldVirtualEnvironment() {
        Scripts.python(project.resolve(".venv/bin/python"), "3.8.10");
        Path onPath = Scripts.python(bin.resolve("python3"), "3.11.0");
        assertThat(lookup().find(null).executable()).isEqualTo(onPath);
    }

    @Test
    void takesTheUsualOneFromThePathRatherThanTheNewest() {
        Path usual = Scripts.python(bin.resolve("python3"), "3.11.0");
        Scripts.python(bin.resolve("python3.13"), "3.13.0");
        assertThat(lookup().find(null).executable()).isEqualTo(usual);
    }

    @Test
    void takesTheNewestFromThePathIfTheUsualOneIsTooOld() {
        Scripts.python(bin.resolve("python3"), "3.9.0");
        Scripts.python(bin.resolve("python3.12"), "3.12.0");
        Path newest = Scripts.python(bin.resolve("python3.13"), "3.13.0");
        assertThat(lookup().find(null).executable()).isEqualTo(newest);
    }

    @Test
    void looksThroughAWrapper() {
        Path real = directory.resolve("versions/3.12.1/bin/python");
        Scripts.script(bin.resolve("python3"), "echo 'answer|3|12|1|tag|" + real + "'");
        assertThat(lookup().find(null).executable()).isEqualTo(real);
    }

    @Test
    void listsWhatWasTriedIfThereIsNone() throws IOException {
        Scripts.python(bin.resolve("python3"), "3.9.0");
        Scripts.script(bin.resolve("python"), "exit 127");
        Files.createDirectories(project.resolve(".venv/bin"));
        Files.createSymbolicLink(project.resolve(".venv/bin/python"), directory.resolve("gone"));
        assertThatThrownBy(() -> lookup().find(null))
                .isInstanceOf(PythonSetupException.class)
                .hasMessageContaining("No Python 3.10 or newer was found")
                .hasMessageContaining(bin.resolve("python3") + " is Python 3.9.0")
                .hasMessageContaining(bin.resolve("python") + " is not a working Python: exit code 127")
                .hasMessageContaining(project.resolve(".venv/bin/python") + " can't be started")
                .hasMessageContaining("Install one");
    }

    @Test
    void asksARealPython() {
        PythonInterpreter interpreter = new InterpreterLookup(Path.of("")).find(null);
        assertThat(interpreter.isAtLeast(3, 10)).isTrue();
        assertThat(interpreter.isAtLeast(3, 99)).isFalse();
        assertThat(interpreter.isAtLeast(4, 0)).isFalse();
        assertThat(interpreter.packages().getFileName().toString()).matches("[\\w.-]+");
    }
}
