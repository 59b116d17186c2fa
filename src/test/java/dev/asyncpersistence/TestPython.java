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

import java.nio.file.Path;
import java.util.List;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Parser;
import org.openrewrite.SourceFile;
import org.openrewrite.python.PythonParser;
import org.openrewrite.python.tree.Py;

/** Trees for tests of visitors and models that don't need a recipe. */
public final class TestPython {

    private TestPython() {}

    /** Parses a text as {@code file.py}. The tree can be printed in the same thread. */
    public static Py.CompilationUnit parse(String text) {
        return parse("file.py", text);
    }

    /** Parses a text under a path of its own. */
    public static Py.CompilationUnit parse(String path, String text) {
        PythonForTests.useInThisThread();
        SourceFile file = PythonParser.builder()
                .build()
                .parseInputs(
                        List.of(Parser.Input.fromString(Path.of(path), text)), null, new InMemoryExecutionContext())
                .findFirst()
                .orElseThrow();
        if (file instanceof Py.CompilationUnit tree) {
            return tree.withSourcePath(Path.of(path));
        }
        throw new IllegalArgumentException(
                path + " can't be parsed: " + file.getMarkers().getMarkers());
    }
}
