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

import dev.asyncpersistence.TestPython;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openrewrite.ParseExceptionResult;
import org.openrewrite.Tree;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.tree.Py;
import org.openrewrite.tree.ParseError;

class PythonSourcesTest {

    private PythonSources sources;

    @BeforeEach
    void create() {
        sources = new PythonSources();
    }

    @Test
    void sortsTextsByPath() {
        for (String path : List.of("b/a.py", "c.py", "a.py", "b.py")) {
            sources.add(Texts.text(path, "text of " + path).original());
        }
        assertThat(sources.texts())
                .extracting(text -> text.path().toString().replace('\\', '/'))
                .containsExactly("a.py", "b.py", "b/a.py", "c.py");
        assertThat(sources.texts()).extracting(PythonText::text).contains("text of b/a.py");
    }

    @Test
    void keepsTheOriginalFile() {
        PythonText text = Texts.text("a.py", "x = 1");
        sources.add(text.original());
        assertThat(sources.texts())
                .singleElement()
                .satisfies(kept -> assertThat(kept.original()).isSameAs(text.original()));
    }

    @Test
    void passesOverWhatIsNotThePythonOfTheProject() {
        for (String path : List.of("a.txt", "a.pyi", "py", "setup.cfg", ".venv/a.py", "x/site-packages/a.py")) {
            sources.add(Texts.text(path, "").original());
        }
        assertThat(sources.texts()).isEmpty();
    }

    @Test
    void takesTreesOfTheHost() {
        Py.CompilationUnit tree = TestPython.parse("a.py", "x = 1\n");
        sources.add(tree);
        assertThat(sources.trees()).containsOnlyKeys(Path.of("a.py")).containsValue(tree);
        assertThat(sources.texts()).isEmpty();
    }

    @Test
    void remembersWhatTheHostCouldNotParse() {
        sources.add(parseError("a.py", "invalid syntax (a.py, line 3)"));
        sources.add(parseError("b.py", "out of luck\n  at somewhere"));
        assertThat(sources.failures().values())
                .containsExactly(
                        new Unparsable(Path.of("a.py"), 3, "invalid syntax"),
                        new Unparsable(Path.of("b.py"), 0, "out of luck"));
        assertThat(sources.texts()).isEmpty();
    }

    @Test
    void cannotBeChangedFromOutside() {
        sources.add(Texts.text("a.py", "").original());
        assertThatThrownBy(() -> sources.texts().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> sources.trees().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> sources.failures().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static ParseError parseError(String path, String message) {
        return new ParseError(
                Tree.randomId(),
                Markers.build(List.of(
                        new ParseExceptionResult(Tree.randomId(), "PythonParser", "SyntaxError", message, null))),
                Path.of(path),
                null,
                StandardCharsets.UTF_8.name(),
                false,
                null,
                "",
                null);
    }
}
