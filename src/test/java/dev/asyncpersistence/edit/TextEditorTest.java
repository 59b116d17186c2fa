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
package dev.asyncpersistence.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.plan.change.KeywordChange;
import dev.asyncpersistence.plan.change.TextChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PythonForTests.class)
class TextEditorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            g("r", 1)                    | g("fetch", 1)
            g('r')                       | g('fetch')
            g(r"r")                      | g(r"fetch")
            g(\"""r\""")                 | g(\"""fetch\""")
            g("\\x72")                   | g("fetch")
            g(spec=["r", "s"])           | g(spec=["fetch", "s"])
            g(("r",))                    | g(("fetch",))
            g({"r"})                     | g({"fetch"})
            g(**{"r": "r"})              | g(**{"fetch": "fetch"})
            g([("r", 1)], "r")           | g([("fetch", 1)], "fetch")
            g(*["r"])                    | g(*["fetch"])
            g("r", h("r"))               | g("fetch", h("r"))
            g("r", "s" "r", "r" + x)     | g("fetch", "s" "r", "r" + x)
            g("r", "r.x", b"r")          | g("fetch", "r.x", b"r")
            "r".g("r")                   | "r".g("fetch")
            """)
    void text(String before, String after) {
        assertThat(Edited.edited(before, Edited.calls(id -> new TextChange(id, "r", "fetch"))))
                .isEqualTo(after);
    }

    @Test
    void textOfADecorator() {
        assertThat(Edited.edited("""
                @patch(
                    "app.load",  # what is loaded
                    new=1,
                )
                def f(): pass
                """, Edited.decorators(id -> new TextChange(id, "app.load", "app.load_all"))))
                .isEqualTo("""
                @patch(
                    "app.load_all",  # what is loaded
                    new=1,
                )
                def f(): pass
                """);
    }

    @Test
    void textsMayBeSwapped() {
        assertThat(Edited.edited(
                        "g(spec=['a', 'b'])",
                        Edited.calls(id -> new TextChange(id, "a", "b"))
                                .and(Edited.calls(id -> new TextChange(id, "b", "a")))))
                .isEqualTo("g(spec=['b', 'a'])");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            g(1, load=x)                 | g(1, fetch=x)
            g(load = x, **load)          | g(fetch = x, **load)
            g(load=h(load=1))            | g(fetch=h(load=1))
            """)
    void keyword(String before, String after) {
        assertThat(Edited.edited(before, Edited.calls(id -> new KeywordChange(id, "load", "fetch"))))
                .isEqualTo(after);
    }

    @Test
    void keywordOfADecorator() {
        assertThat(Edited.edited(
                        "@patch.multiple(a, load=1)\ndef f(): pass\n",
                        Edited.decorators(id -> new KeywordChange(id, "load", "fetch"))))
                .isEqualTo("@patch.multiple(a, fetch=1)\ndef f(): pass\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"g()", "g('s')", "g('r' 's')", "g(h('r'))", "g(f'r{x}')", "g(lambda: 'r')"})
    void theTextMustBeThere(String text) {
        assertThatThrownBy(() -> Edited.edited(text, Edited.calls(id -> new TextChange(id, "r", "fetch"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such argument");
    }

    @ParameterizedTest
    @ValueSource(strings = {"g()", "g(load)", "g(h(load=1))", "g(**{'load': 1})"})
    void theKeywordMustBeThere(String text) {
        assertThatThrownBy(() -> Edited.edited(text, Edited.calls(id -> new KeywordChange(id, "load", "fetch"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such argument");
    }
}
