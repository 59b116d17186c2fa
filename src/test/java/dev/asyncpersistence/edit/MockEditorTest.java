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
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.plan.change.AssignmentChange;
import dev.asyncpersistence.plan.change.LambdaChange;
import dev.asyncpersistence.plan.change.NameChange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.java.tree.J;

@ExtendWith(PythonForTests.class)
class MockEditorTest {
    private static final Expr MOCK = new Expr.Name("AsyncMock");

    @Nested
    class Assignments {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                m.load.db = 1              | m.load = AsyncMock(db=1)
                m.a.b.db = x               | m.a.b = AsyncMock(db=x)
                m.get().load.db = x        | m.get().load = AsyncMock(db=x)
                m.load.db = a, b           | m.load = AsyncMock(db=(a, b))
                m.load.db = a,             | m.load = AsyncMock(db=(a,))
                m.load.db = *a, b          | m.load = AsyncMock(db=(*a, b))
                m.load.db = (a, b)         | m.load = AsyncMock(db=(a, b))
                m.load.db = [a, b]         | m.load = AsyncMock(db=[a, b])
                m.load.db = (i for i in x) | m.load = AsyncMock(db=(i for i in x))
                m.load.db = lambda i: i, 1 | m.load = AsyncMock(db=(lambda i: i, 1))
                m.load.db = a if b else c  | m.load = AsyncMock(db=a if b else c)
                m.load.db=1                | m.load=AsyncMock(db=1)
                """)
        void valueBecomesAnArgument(String before, String after) {
            assertThat(Edited.edited(before, made())).isEqualTo(after);
        }

        @Test
        void whatYieldsGetsParentheses() {
            assertThat(Edited.edited("def f():\n    m.load.db = yield 1\n    m.load.db = yield\n", made()))
                    .isEqualTo("def f():\n    m.load = AsyncMock(db=(yield 1))\n    m.load = AsyncMock(db=(yield))\n");
        }

        @Test
        void whatIsAwaitedNeedsNone() {
            assertThat(Edited.edited("async def f():\n    m.load.db = await h()\n", made()))
                    .isEqualTo("async def f():\n    m.load = AsyncMock(db=await h())\n");
        }

        @Test
        void layoutAndCommentsStay() {
            assertThat(Edited.edited("""
                    def f():
                        # what is loaded
                        m.load.db = [  # two
                            1,  # one

                            2,
                        ]  # end
                        x = 1
                    """, made())).isEqualTo("""
                    def f():
                        # what is loaded
                        m.load = AsyncMock(db=[  # two
                            1,  # one

                            2,
                        ])  # end
                        x = 1
                    """);
        }

        @Test
        void lineEndsStay() {
            assertThat(Edited.edited("m.load.db = (\r\n    1\r\n)  # c\r\n", made()))
                    .isEqualTo("m.load = AsyncMock(db=(\r\n    1\r\n))  # c\r\n");
        }

        @Test
        void theAttributeMayBeRenamed() {
            Finder renamed = Edited.attributes("db", id -> new NameChange(id, 1, "fetch"));
            assertThat(Edited.edited("m.load.db = 1\n", made().and(renamed))).isEqualTo("m.fetch = AsyncMock(db=1)\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"db = 1", "def f():\n    db = 1"})
        void anAttributeMustBeAssigned(String text) {
            assertThatThrownBy(() -> Edited.edited(text, made()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("No attribute");
        }

        private Finder made() {
            return Edited.assignments(id -> new AssignmentChange(id, MOCK));
        }
    }

    @Nested
    class Wraps {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                g(svc, "f", lambda p: True)  | g(svc, "f", AsyncMock(side_effect=lambda p: True))
                g(svc, "f", new=lambda: 1)   | g(svc, "f", new=AsyncMock(side_effect=lambda: 1))
                svc.db = lambda: 1           | svc.db = AsyncMock(side_effect=lambda: 1)
                db = lambda: 1               | db = AsyncMock(side_effect=lambda: 1)
                x = [a, (lambda: 1)]         | x = [a, (AsyncMock(side_effect=lambda: 1))]
                x = a, lambda: 1             | x = a, AsyncMock(side_effect=lambda: 1)
                x = {"load": lambda: 1}      | x = {"load": AsyncMock(side_effect=lambda: 1)}
                """)
        void wherever(String before, String after) {
            assertThat(Edited.edited(before, lambdas())).isEqualTo(after);
        }

        @Test
        void several() {
            assertThat(Edited.edited("g(lambda: 1, c=lambda: 2)\n", lambdas()))
                    .isEqualTo("g(AsyncMock(side_effect=lambda: 1), c=AsyncMock(side_effect=lambda: 2))\n");
        }

        @Test
        void layoutAndCommentsStay() {
            assertThat(Edited.edited("""
                    g(
                        svc,
                        # always
                        lambda p: True,  # yes
                    )
                    """, lambdas())).isEqualTo("""
                    g(
                        svc,
                        # always
                        AsyncMock(side_effect=lambda p: True),  # yes
                    )
                    """);
        }

        @Test
        void inDecorators() {
            assertThat(Edited.edited("@patch('a', lambda: 1)\ndef f(): pass\n", lambdas()))
                    .isEqualTo("@patch('a', AsyncMock(side_effect=lambda: 1))\ndef f(): pass\n");
        }

        @Test
        void theLambdaMustBeThere() {
            assertThatThrownBy(() ->
                            Edited.edited("g(a)\n", Edited.calls(id -> new LambdaChange(id, MOCK, "side_effect"))))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        private Finder lambdas() {
            return Edited.trees(J.Lambda.class, each -> true, id -> new LambdaChange(id, MOCK, "side_effect"));
        }
    }
}
