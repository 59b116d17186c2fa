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
import dev.asyncpersistence.edit.Edited.Finder;
import dev.asyncpersistence.plan.change.NameChange;
import dev.asyncpersistence.plan.change.RaisesChange;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PythonForTests.class)
class RaisesEditorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            g(E, load)                      | with g(E):                | await load()
            g(E, load, 1)                   | with g(E):                | await load(1)
            p.g(E, s.load, 1, a=2)          | with p.g(E):              | await s.load(1, a=2)
            self.g((A, B), s.load, *a, **k) | with self.g((A, B)):      | await s.load(*a, **k)
            g(E, load, match="x")           | with g(E):                | await load(match="x")
            g(E, load,)                     | with g(E):                | await load()
            g(E, load, 1,)                  | with g(E):                | await load(1,)
            g( E, load, 1 )                 | with g(E):                | await load(1 )
            g(E, partial(load, 1))          | with g(E):                | await partial(load, 1)()
            g(E, loads[0], 1)               | with g(E):                | await loads[0](1)
            g(E, a or b, 1)                 | with g(E):                | await (a or b)(1)
            g(E, lambda: s.load(1))         | with g(E):                | await s.load(1)
            g(E, lambda x: s.load(x), 1)    | with g(E):                | await (lambda x: s.load(x))(1)
            g(E, lambda: a or b())          | with g(E):                | await (lambda: a or b())()
            info = g(E, load, 1)            | with g(E) as info:        | await load(1)
            info = p.g(E, s.load)           | with p.g(E) as info:      | await s.load()
            """)
    void becomesABlock(String before, String head, String body) {
        assertExpected(before, head + "\n    " + body);
    }

    @Test
    void theFunctionMayStandFurtherBehind() {
        assertThat(Edited.edited("def f():\n    self.g(E, 'text', load, 1)\n", raises(2)))
                .isEqualTo("def f():\n    with self.g(E, 'text'):\n        await load(1)\n");
    }

    @Test
    void commentsAndBlankLinesStay() {
        assertExpected("""
                x = 1

                # about the error
                g(E, load)  # at the end

                # about y
                y = 2
                """, """
                x = 1

                # about the error
                with g(E):
                    await load()  # at the end

                # about y
                y = 2
                """);
    }

    @Test
    void lastOfABlock() {
        assertExpected("""
                if x:
                    g(E, load)  # at the end
                # about y
                y = 2
                """, """
                if x:
                    with g(E):
                        await load()  # at the end
                # about y
                y = 2
                """);
    }

    @Test
    void severalOfABlock() {
        assertExpected("""
                g(E, load, 1)
                info = g(E, load, 2)
                assert info
                """, """
                with g(E):
                    await load(1)
                with g(E) as info:
                    await load(2)
                assert info
                """);
    }

    @Test
    void onTheLineOfAnother() {
        assertExpected("if x: g(E, load)  # c\n", """
                if x:
                    with g(E):
                        await load()  # c
                """);
        assertExpected("a(); g(E, load); b()  # c\n", """
                a()
                with g(E):
                    await load()
                b()  # c
                """);
        assertExpected("if x: a() ; g(E, load) ; info = g(E, load); b(); c()\n", """
                if x:
                    a()
                    with g(E):
                        await load()
                    with g(E) as info:
                        await load()
                    b(); c()
                """);
    }

    @Test
    void argumentsOnLinesOfTheirOwn() {
        assertExpected("""
                g(
                    E,
                    load,
                    1,
                    a=2,
                )
                """, """
                with g(E):
                    await load(
                        1,
                        a=2,
                    )
                """);
        assertExpected("""
                g(
                    E,
                    load
                )
                """, """
                with g(E):
                    await load()
                """);
        assertExpected("""
                g(E, load, 1,
                  2)
                """, """
                with g(E):
                    await load(1,
                      2)
                """);
    }

    @Test
    void commentsOfArgumentsStay() {
        assertExpected("""
                g(
                    E,  # the error
                    # the function
                    load,  # is called

                    # with this
                    1,  # one
                )
                """, """
                with g(
                    E,  # the error
                    # the function
                ):
                    await load(  # is called

                        # with this
                        1,  # one
                    )
                """);
        assertExpected("""
                g(E,  # the error
                  load)
                """, """
                with g(E,  # the error
                ):
                    await load()
                """);
        assertExpected("""
                g(
                    E,
                    load,  # is called
                )
                """, """
                with g(E):
                    await load(  # is called
                    )
                """);
    }

    /** Between parentheses lines end anywhere, in a statement they don't. */
    @Test
    void functionsOfSeveralLinesGetParentheses() {
        assertExpected("""
                g(E, s  # the service
                  .load, 1)
                """, """
                with g(E):
                    await (s  # the service
                  .load)(1)
                """);
        assertExpected("""
                g(E, lambda:
                  s.load(1))
                """, """
                with g(E):
                    await (lambda:
                  s.load(1))()
                """);
    }

    @Test
    void inAnyBlock() {
        assertExpected("""
                if x: a()
                else: g(E, load)
                try: g(E, load)
                finally: a()
                """, """
                if x: a()
                else:
                    with g(E):
                        await load()
                try:
                    with g(E):
                        await load()
                finally: a()
                """);
    }

    @Test
    void indentationAndLineEndsOfTheFile() {
        assertThat(Edited.edited("def f():\r\n\tg(E, load)\r\n\tx = 1\r\n", raises(1)))
                .isEqualTo("def f():\r\n\twith g(E):\r\n\t\tawait load()\r\n\tx = 1\r\n");
        assertThat(Edited.edited("def f():\r\n  if x: g(\r\n    E,\r\n    load,\r\n    1)\r\n", raises(1)))
                .isEqualTo("def f():\r\n  if x:\r\n    with g(E):\r\n      await load(\r\n      1)\r\n");
    }

    @Test
    void otherChangesOfTheCallFindIt() {
        Finder renamed = Edited.attributes("load", id -> new NameChange(id, 0, "fetch"));
        assertThat(Edited.edited("def f():\n    g(E, s.load)\n", raises(1).and(renamed)))
                .isEqualTo("def f():\n    with g(E):\n        await s.fetch()\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"g(E)", "g(E, func=load)", "g(E, *load)"})
    void theFunctionMustBeThere(String statement) {
        assertThatThrownBy(() -> Edited.edited("def f():\n    " + statement, raises(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such function");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return g(E, load)",
                "x(g(E, load))",
                "a = b = g(E, load)",
                "a.x = g(E, load)",
                "with g(E, load): pass"
            })
    void theCallMustBeAStatement(String statement) {
        assertThatThrownBy(() -> Edited.edited("def f():\n    " + statement, raises(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no tree");
    }

    private static void assertExpected(String before, String after) {
        assertThat(Edited.edited("def f():\n" + indented(before), raises(1))).isEqualTo("def f():\n" + indented(after));
    }

    private static String indented(String text) {
        return text.lines()
                .map(line -> line.isEmpty() ? "\n" : "    " + line + "\n")
                .collect(Collectors.joining());
    }

    private static Finder raises(int function) {
        return Edited.calls(id -> new RaisesChange(id, function));
    }
}
