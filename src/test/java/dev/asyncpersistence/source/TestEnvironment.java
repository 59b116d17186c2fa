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

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Python environments with the packages that test suites need. */
public final class TestEnvironment {
    private static final Path FOLDER = Path.of("target/python-environments");
    private static final Duration INSTALLATION = Duration.ofMinutes(10);

    private TestEnvironment() {}

    /**
     * The interpreter of an environment with the packages of some requirement files and no others. It is made once for what the files say now.
     *
     * @throws PythonSetupException if it can't be made
     */
    public static synchronized Path with(List<Path> requirements) {
        PythonInterpreter python = TestInterpreter.get();
        try {
            Path environment = FOLDER.resolve(key(python, requirements)).toAbsolutePath();
            Path complete = environment.resolve("complete");
            if (!Files.exists(complete)) {
                ScratchDirectory.delete(environment);
                run(python.executable(), List.of("-m", "venv", environment.toString()));
                run(executable(environment), installation(requirements));
                Files.createFile(complete);
            }
            return executable(environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(PythonInterpreter python, List<Path> requirements) throws IOException {
        StringBuilder key = new StringBuilder(python.executable().toString()).append(python.version());
        for (Path file : requirements) {
            key.append(Files.readString(file));
        }
        return UUID.nameUUIDFromBytes(key.toString().getBytes(UTF_8)).toString();
    }

    private static Path executable(Path environment) {
        return Stream.of("bin/python", "Scripts/python.exe")
                .map(environment::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> installation(List<Path> requirements) {
        List<String> arguments = new ArrayList<>(List.of("-m", "pip", "install", "--quiet"));
        requirements.forEach(file -> arguments.addAll(List.of("-r", file.toString())));
        return arguments;
    }

    private static void run(Path python, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(python.toString()));
        command.addAll(arguments);
        Subprocess.Result result = Subprocess.run(
                command, Path.of("").toAbsolutePath(), Map.of("PIP_DISABLE_PIP_VERSION_CHECK", "1"), INSTALLATION);
        if (!result.isSuccess()) {
            throw new PythonSetupException(
                    String.join(" ", command) + " fails (exit code " + result.exitCode() + "):\n" + result.output());
        }
    }
}
