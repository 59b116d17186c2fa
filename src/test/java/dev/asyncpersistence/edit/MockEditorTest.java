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
import dev.asyncpersistence.plan.change.NameChange;
import dev.asyncpersistence.plan.change.WrapChange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                g(svc, "f", lambda p: True)  | 2 | g(svc, "f", AsyncMock(side_effect=lambda p: True))
                g(svc, "f", new=lambda: 1)   | 2 | g(svc, "f", new=AsyncMock(side_effect=lambda: 1))
                g(svc, new = x, b=1)         | 1 | g(svc, new = AsyncMock(side_effect=x), b=1)
                g(i for i in x)              | 0 | g(AsyncMock(side_effect=(i for i in x)))
                g(x := 1)                    | 0 | g(AsyncMock(side_effect=(x := 1)))
                g(a, b,)                     | 1 | g(a, AsyncMock(side_effect=b),)
                """)
        void argument(String before, int index, String after) {
            assertThat(Edited.edited(before, argument(index))).isEqualTo(after);
        }

        @Test
        void severalArgumentsOfOneCall() {
            assertThat(Edited.edited("g(a, b, c=d)\n", argument(0).and(argument(2))))
                    .isEqualTo("g(AsyncMock(side_effect=a), b, c=AsyncMock(side_effect=d))\n");
        }

        @Test
        void layoutAndCommentsStay() {
            assertThat(Edited.edited("""
                    g(
                        svc,
                        # always
                        lambda p: True,  # yes
                    )
                    """, argument(1))).isEqualTo("""
                    g(
                        svc,
                        # always
                        AsyncMock(side_effect=lambda p: True),  # yes
                    )
                    """);
        }

        @Test
        void argumentOfADecorator() {
            Finder second = Edited.decorators(id -> new WrapChange(id, 1, MOCK, "side_effect"));
            assertThat(Edited.edited("@patch('a', lambda: 1)\ndef f(): pass\n", second))
                    .isEqualTo("@patch('a', AsyncMock(side_effect=lambda: 1))\ndef f(): pass\n");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                svc.db = lambda: 1           | svc.db = AsyncMock(side_effect=lambda: 1)
                db = lambda: 1               | db = AsyncMock(side_effect=lambda: 1)
                svc.db = a, b                | svc.db = AsyncMock(side_effect=(a, b))
                """)
        void assignedValue(String before, String after) {
            assertThat(Edited.edited(before, Edited.assignments(id -> new WrapChange(id, -1, MOCK, "side_effect"))))
                    .isEqualTo(after);
        }

        @ParameterizedTest
        @CsvSource({"g(), 0", "g(a), 1", "g(a), -1", "g(*a), 0"})
        void theArgumentMustBeThere(String text, int index) {
            assertThatThrownBy(() -> Edited.edited(text, argument(index)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no such value");
        }

        private Finder argument(int index) {
            return Edited.calls(id -> new WrapChange(id, index, MOCK, "side_effect"));
        }
    }
}
