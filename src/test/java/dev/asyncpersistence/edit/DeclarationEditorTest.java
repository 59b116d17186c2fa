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
import dev.asyncpersistence.model.DottedNames;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.plan.change.BaseChange;
import dev.asyncpersistence.plan.change.CallChange;
import dev.asyncpersistence.plan.change.DecoratorAddition;
import dev.asyncpersistence.plan.change.DecoratorNameChange;
import dev.asyncpersistence.plan.change.FunctionNameChange;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.java.tree.J;

@ExtendWith(PythonForTests.class)
class DeclarationEditorTest {

    @Nested
    class Names {

        @Test
        void onlyTheDefinitionIsRenamed() {
            assertThat(Edited.edited("""
                    class A:
                        # around f
                        async  def  f (self):  # f
                            return f()
                    """, named())).isEqualTo("""
                    class A:
                        # around f
                        async  def  asyncSetUp (self):  # f
                            return f()
                    """);
        }

        @Test
        void besideOtherChanges() {
            assertThat(Edited.edited("def f(self): ...\n", named().and(async()).and(marked())))
                    .isEqualTo("@pytest.mark.asyncio\nasync def asyncSetUp(self): ...\n");
        }

        @Test
        void theFunctionMustBeThere() {
            assertThatThrownBy(() -> Edited.edited(
                            "def f(): ...\n", Edited.functions(f -> new FunctionNameChange(UUID.randomUUID(), "h"))))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        private Finder named() {
            return Edited.functions(f -> new FunctionNameChange(f, "asyncSetUp"));
        }

        private Finder async() {
            return Edited.functions(f -> new CallChange(f, CallChange.Kind.MAKE_ASYNC, ""));
        }
    }

    @Nested
    class AddedDecorators {

        @Test
        void standsOnALineOfItsOwn() {
            assertThat(Edited.edited("def f(): ...\n", marked())).isEqualTo("@pytest.mark.asyncio\ndef f(): ...\n");
            assertThat(Edited.edited("async def f(): ...\n", marked()))
                    .isEqualTo("@pytest.mark.asyncio\nasync def f(): ...\n");
        }

        @Test
        void standsAboveTheOthersAndBelowComments() {
            assertThat(Edited.edited("""
                    class A:
                        x = 1  # one

                        # about f
                        @patch("a")  # a
                        # about b
                        @patch("b")
                        def f(self): ...
                    """, marked())).isEqualTo("""
                    class A:
                        x = 1  # one

                        # about f
                        @pytest.mark.asyncio
                        @patch("a")  # a
                        # about b
                        @patch("b")
                        def f(self): ...
                    """);
        }

        @Test
        void ofSeveralTheLastStandsOnTop() {
            Finder patched = Edited.functions(f -> new DecoratorAddition(f, DottedNames.parse("patched")));
            assertThat(Edited.edited("@a\ndef f(): ...\n", patched.and(marked())))
                    .isEqualTo("@pytest.mark.asyncio\n@patched\n@a\ndef f(): ...\n");
        }

        @Test
        void whatIsAskedForTwiceIsDoneOnce() {
            assertThat(Edited.edited("def f(): ...\n", marked().and(marked())))
                    .isEqualTo("@pytest.mark.asyncio\ndef f(): ...\n");
        }

        @Test
        void mayHaveArguments() {
            Expr fixture = new Expr.Call(
                    UUID.randomUUID(),
                    DottedNames.parse("pytest.fixture"),
                    List.of(new Expr.Argument("autouse", 0, new Expr.Name("True"))));
            assertThat(Edited.edited("def f(): ...\n", Edited.functions(f -> new DecoratorAddition(f, fixture))))
                    .isEqualTo("@pytest.fixture(autouse=True)\ndef f(): ...\n");
        }

        @Test
        void lineEndsAndIndentationOfTheFile() {
            assertThat(Edited.edited("class A:\r\n\tdef f(self):\r\n\t\tpass\r\n", marked()))
                    .isEqualTo("class A:\r\n\t@pytest.mark.asyncio\r\n\tdef f(self):\r\n\t\tpass\r\n");
        }
    }

    @Nested
    class RenamedDecorators {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                @pytest.fixture                      | @pytest_asyncio.fixture
                @pytest.fixture()                    | @pytest_asyncio.fixture()
                @pytest.fixture(scope="module")  # c | @pytest_asyncio.fixture(scope="module")  # c
                """)
        void argumentsStay(String before, String after) {
            assertThat(Edited.edited(before + "\ndef f(): ...\n", renamed("pytest.fixture")))
                    .isEqualTo(after + "\ndef f(): ...\n");
        }

        @Test
        void nameWithoutDots() {
            assertThat(Edited.edited("@fixture\n@other.fixture\ndef f(): ...\n", renamed("fixture")))
                    .isEqualTo("@pytest_asyncio.fixture\n@other.fixture\ndef f(): ...\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "@fixture\n", "@a.pytest.fixture\n", "@make().fixture\n", "@pytest.fixture.x\n"})
        void theDecoratorMustBeThere(String decorator) {
            assertThatThrownBy(() -> Edited.edited(decorator + "def f(): ...\n", renamed("pytest.fixture")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no such name");
        }

        private Finder renamed(String from) {
            return Edited.functions(f -> new DecoratorNameChange(f, from, "pytest_asyncio.fixture"));
        }
    }

    @Nested
    class Bases {
        private static final String TO = "unittest.IsolatedAsyncioTestCase";

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                class A(unittest.TestCase): ...             | class A(unittest.IsolatedAsyncioTestCase): ...
                class A(M, unittest.TestCase): ...          | class A(M, unittest.IsolatedAsyncioTestCase): ...
                class A(unittest.TestCase, metaclass=M): ...| class A(unittest.IsolatedAsyncioTestCase, metaclass=M): ...
                class A( unittest.TestCase , M,): ...       | class A( unittest.IsolatedAsyncioTestCase , M,): ...
                """)
        void takesThePlaceOfAnother(String before, String after) {
            assertThat(Edited.edited(before, based("unittest.TestCase"))).isEqualTo(after);
        }

        @Test
        void nameWithoutDots() {
            Finder based = Edited.trees(
                    J.ClassDeclaration.class,
                    each -> true,
                    id -> new BaseChange(id, "TestCase", "IsolatedAsyncioTestCase"));
            assertThat(Edited.edited("class A(TestCase): ...\n", based))
                    .isEqualTo("class A(IsolatedAsyncioTestCase): ...\n");
        }

        @Test
        void layoutAndCommentsStay() {
            assertThat(Edited.edited("""
                    class A(
                        # first
                        M,
                        unittest.TestCase,  # the base
                    ):
                        pass
                    """, based("unittest.TestCase"))).isEqualTo("""
                    class A(
                        # first
                        M,
                        unittest.IsolatedAsyncioTestCase,  # the base
                    ):
                        pass
                    """);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "class A: ...",
                    "class A(): ...",
                    "class A(TestCase): ...",
                    "class A(x.unittest.TestCase): ..."
                })
        void theBaseMustBeThere(String text) {
            assertThatThrownBy(() -> Edited.edited(text, based("unittest.TestCase")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no such name");
        }

        private Finder based(String from) {
            return Edited.trees(J.ClassDeclaration.class, each -> true, id -> new BaseChange(id, from, TO));
        }
    }

    private static Finder marked() {
        return Edited.functions(f -> new DecoratorAddition(f, DottedNames.parse("pytest.mark.asyncio")));
    }
}
