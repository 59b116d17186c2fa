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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "interpreters are played by shell scripts")
class PythonPackagesTest {

    /** Plays {@code python -m pip install --quiet --target DIRECTORY PACKAGE==VERSION}. */
    private static final String PIP = """
            case "$3" in
            --version) exit 0 ;;
            install) echo "$7" >> "$(dirname "$0")/log"; sleep 0.2; mkdir -p "$6/rewrite"; exit 0 ;;
            esac
            """;

    @TempDir
    Path directory;

    private final PythonPackages packages = new PythonPackages("openrewrite", "1.2.3");

    private PythonInterpreter interpreter(String script) {
        return new PythonInterpreter(
                Scripts.script(directory.resolve("python"), script), "3.12.1", directory.resolve("cache/tag"));
    }

    private long installations() throws IOException {
        try (Stream<String> lines = Files.lines(directory.resolve("log"))) {
            return lines.count();
        }
    }

    @Test
    void installsTheVersionAndMarksItForUpstream() throws IOException {
        Path target = packages.install(interpreter(PIP));
        assertThat(target).isEqualTo(directory.resolve("cache/tag/1.2.3"));
        assertThat(target.resolve("rewrite")).isDirectory();
        assertThat(target.resolve(".openrewrite-version")).hasContent("1.2.3");
        assertThat(directory.resolve("log")).hasContent("openrewrite==1.2.3");
    }

    @Test
    void installsOnceOnly() throws IOException {
        PythonInterpreter interpreter = interpreter(PIP);
        IntStream.range(0, 8).parallel().forEach(i -> packages.install(interpreter));
        assertThat(installations()).isEqualTo(1);
    }

    @Test
    void replacesWhatIsIncompleteOrOfAnotherVersion() throws IOException {
        Path target = Files.createDirectories(directory.resolve("cache/tag/1.2.3"));
        Files.createDirectories(target.resolve("rewrite"));
        Files.writeString(target.resolve("stale"), "");
        packages.install(interpreter(PIP));
        assertThat(target.resolve("stale")).doesNotExist();
        Files.writeString(target.resolve(".openrewrite-version"), "1.2.2");
        packages.install(interpreter(PIP));
        assertThat(installations()).isEqualTo(2);
    }

    @Test
    void tellsWhatPipSaysAndLeavesNothingBehind() throws IOException {
        PythonInterpreter interpreter = interpreter(
                "case \"$3\" in --version) exit 0 ;; esac; mkdir -p \"$6/rewrite\"; echo 'No route to host'; exit 1");
        assertThatThrownBy(() -> packages.install(interpreter))
                .isInstanceOf(PythonSetupException.class)
                .hasMessageContaining("No route to host")
                .hasMessageContaining("-m pip install openrewrite==1.2.3 --target");
        try (Stream<Path> left = Files.list(interpreter.packages())) {
            assertThat(left).extracting(path -> path.getFileName().toString()).containsExactly("1.2.3.lock");
        }
    }

    @Test
    void usesTheBasePythonIfAVirtualEnvironmentHasNoPip() throws IOException {
        Path base = Scripts.script(directory.resolve("base/python"), PIP);
        PythonInterpreter environment = interpreter("case \"$1\" in -m) exit 1 ;; -E) echo '" + base + "' ;; esac");
        packages.install(environment);
        assertThat(base.resolveSibling("log")).hasContent("openrewrite==1.2.3");
    }

    @Test
    void saysWhatToDoIfThereIsNoPipAtAll() {
        Path base = Scripts.script(directory.resolve("base/python"), "exit 1");
        PythonInterpreter environment = interpreter("case \"$1\" in -m) exit 1 ;; -E) echo '" + base + "' ;; esac");
        assertThatThrownBy(() -> packages.install(environment))
                .isInstanceOf(PythonSetupException.class)
                .hasMessageContaining("has no pip")
                .hasMessageContaining("ensurepip");
    }

    @Test
    void saysWhichFolderCannotBeWritten() throws IOException {
        Files.writeString(directory.resolve("cache"), "a file");
        assertThatThrownBy(() -> packages.install(interpreter(PIP)))
                .isInstanceOf(PythonSetupException.class)
                .hasMessageContaining("can't be written")
                .hasMessageContaining("XDG_CACHE_HOME");
    }
}
