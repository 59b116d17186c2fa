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

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.source.TestInterpreter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The lines of calls, functions and classes, once as the model has them and once as Python's own {@code ast} module has them. Each is an entry such as
 * {@code 12 call get_room}. Calls in f-strings are left out: until Python 3.12 their positions in the {@code ast} are wrong.
 */
final class AstLines {
    private static final String SCRIPT = """
            import ast, sys
            def walk(node):
                for child in ast.iter_child_nodes(node):
                    if isinstance(child, ast.JoinedStr):
                        continue
                    if isinstance(child, ast.Call):
                        f = child.func
                        name = f.id if isinstance(f, ast.Name) else f.attr if isinstance(f, ast.Attribute) else ""
                        yield child.lineno, "call " + name
                    elif isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                        yield child.lineno, "def " + child.name
                    elif isinstance(child, ast.ClassDef):
                        yield child.lineno, "class " + child.name
                    yield from walk(child)
            with open(sys.argv[1], "rb") as source:
                tree = ast.parse(source.read())
            for line, what in walk(tree):
                sys.stdout.buffer.write(f"{line} {what}\\n".encode())
            """;

    private AstLines() {}

    static List<String> ofPython(Path file) {
        return sorted(run(SCRIPT, file.toString()).lines());
    }

    static List<String> ofPython(String text) {
        try {
            Path file = Files.createTempFile("lines", ".py");
            try {
                Files.writeString(file, text);
                return ofPython(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> ofModel(ModuleModel module) {
        return sorted(Stream.of(
                        module.allCalls().stream()
                                .filter(call -> call.place() != CallSite.Place.F_STRING)
                                .map(call -> call.location().line() + " call "
                                        + Objects.requireNonNullElse(
                                                Program.lastName(call.call().callee()), "")),
                        module.functions().values().stream()
                                .map(f -> f.location().line() + " def " + f.name()),
                        module.classes().values().stream().map(c -> c.location().line() + " class " + c.name()))
                .flatMap(s -> s));
    }

    /** Runs a script with the interpreter of the tests. */
    static String run(String script, String... arguments) {
        try {
            List<String> command = Stream.concat(
                            Stream.of(TestInterpreter.get().executable().toString(), "-c", script),
                            Stream.of(arguments))
                    .toList();
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("python ended with " + process.exitValue());
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> sorted(Stream<String> entries) {
        return entries.map(entry -> {
                    int space = entry.indexOf(' ');
                    return String.format(
                            Locale.ROOT, "%5d%s", Integer.parseInt(entry.substring(0, space)), entry.substring(space));
                })
                .sorted()
                .toList();
    }
}
