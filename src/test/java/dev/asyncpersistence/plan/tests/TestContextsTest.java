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
package dev.asyncpersistence.plan.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.plan.doubles.Doubles;
import dev.asyncpersistence.plan.doubles.TestDouble;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(PythonForTests.class)
class TestContextsTest {
    private static final String MODULE = "tests.test_m";

    /** The tests in which what {@code here} makes takes part. */
    @Nested
    class Tests {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "def test_here(): pass\\ndef test_2(): pass | test_here | test_here",
                    // Fixtures, asked for directly or through others.
                    "@pytest.fixture\\ndef here(): pass\\ndef test_1(here): pass\\ndef test_2(): pass | here | test_1",
                    "@pytest.fixture\\ndef here(): pass\\n@pytest.fixture\\ndef more(here): pass\\ndef test_1(more): pass"
                            + " | here | test_1",
                    "@pytest.fixture\\ndef here(): pass\\n@pytest.mark.usefixtures('here')\\ndef test_1(): pass\\ndef test_2(): pass"
                            + " | here | test_1",
                    "@pytest.fixture(autouse=True)\\ndef here(): pass\\ndef test_1(): pass\\ndef test_2(): pass"
                            + " | here | test_1 test_2",
                    "@pytest.fixture(autouse=False)\\ndef here(): pass\\ndef test_1(): pass | here | ''",
                    // Helpers.
                    "def here(): pass\\ndef test_1(): here()\\ndef test_2(): pass | here | test_1",
                    "def here(): pass\\ndef help(): here()\\ndef test_1(): help() | here | test_1",
                    "def here(): pass\\ndef test_1(here): pass | here | ''",
                    // What is run before.
                    "def setup_module(): pass\\ndef test_1(): pass | setup_module | test_1",
                    "def setup_function(): pass\\ndef test_1(): pass | setup_function | test_1",
                    "def prepare(): pass\\ndef test_1(): pass | prepare | ''",
                    "class A:\\n    def setUp(self): pass\\n    def test_1(self): pass\\nclass B:\\n    def test_2(self): pass"
                            + " | A.setUp | A.test_1",
                    "class A:\\n    def setup_method(self): pass\\n    def test_1(self): pass | A.setup_method | A.test_1",
                    "class A:\\n    def setUp(self): pass\\nclass B(A):\\n    def test_2(self): pass | A.setUp | B.test_2",
                    // What stands around, or inside.
                    "class A:\\n    def test_1(self): pass\\ndef test_2(): pass | A | A.test_1",
                    "def test_1():\\n    def here(): pass\\ndef test_2(): pass | test_1.here | test_1",
                })
        void takePart(String text, String scope, String expected) {
            assertThat(tests(contexts(text), MODULE + "." + scope)).isEqualTo(expected);
        }

        @Test
        void allOfAModuleForItsOwnCode() {
            String text = "def test_1(): pass\nclass A:\n    def test_2(self): pass\n";
            assertThat(tests(contexts(text), MODULE)).isEqualTo("A.test_2 test_1");
        }

        /** Fixtures that all get are those that a test can see. */
        @Test
        void autouseOfAnotherFolder() {
            String fixture = "import pytest\n@pytest.fixture(autouse=True)\ndef here(): pass\n";
            Suite suite = Suite.of(
                    "tests/a/conftest.py",
                    fixture,
                    "tests/a/test_a.py",
                    "def test_1(): pass\n",
                    "tests/b/test_b.py",
                    "def test_2(): pass\n");
            assertThat(contexts(suite).tests("tests.a.conftest.here"))
                    .extracting(FunctionModel::name)
                    .containsExactly("test_1");
        }
    }

    @Test
    void knowsWhoAsksForAFixture() {
        Suite suite = Suite.of("tests/test_m.py", """
                import pytest
                @pytest.fixture
                def here(): pass
                @pytest.fixture
                def more(here): pass
                def test_1(more): pass
                def test_2(here): pass
                def test_3(): pass
                """);
        assertThat(contexts(suite).askingFor(suite.function(MODULE + ".here")))
                .extracting(FunctionModel::name)
                .containsExactlyInAnyOrder("more", "test_1", "test_2");
        assertThat(contexts(suite).askingFor(suite.function(MODULE + ".test_1")))
                .isEmpty();
    }

    /** Both tests put a double in the same place. */
    @Nested
    class MetIn {
        private static final String TEXT = """
                import pytest
                from unittest.mock import Mock
                from app import m
                @pytest.fixture
                def given():
                    m.load = Mock("given")
                def test_1():
                    m.load = Mock("one")
                    def check(): pass
                def test_2():
                    m.load = Mock("two")
                def test_3(given): pass
                def fake(): pass
                def test_4():
                    m.load = fake
                def test_5():
                    m.load = lambda: 1
                """;

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "test_1 | one fake",
                    "test_2 | two fake",
                    "test_3 | given fake",
                    "test_4 | fake",
                    "test_5 | fake lambda",
                    "given | given fake",
                })
        void isOfTheSameTest(String scope, String expected) {
            Suite suite = Suite.of("app/m.py", "def load(): pass\n", "tests/test_m.py", TEXT);
            Doubles doubles = suite.doubles();
            List<TestDouble> all = doubles.replacements().named("load").stream()
                    .flatMap(each -> doubles.put(each).stream())
                    .toList();
            assertThat(all).hasSize(5);
            assertThat(contexts(suite).metIn(MODULE + "." + scope, all))
                    .extracting(TestContextsTest::text)
                    .containsExactlyInAnyOrder(expected.split(" ", -1));
        }

        @Test
        void thoughItIsTheOnlyOne() {
            Suite suite = Suite.of("app/m.py", "def load(): pass\n", "tests/test_m.py", TEXT);
            Doubles doubles = suite.doubles();
            List<TestDouble> given =
                    doubles.put(doubles.replacements().named("load").get(0));
            assertThat(given).extracting(TestContextsTest::text).containsExactly("given");
            assertThat(contexts(suite).metIn(MODULE + ".test_3", given)).isEqualTo(given);
            assertThat(contexts(suite).metIn(MODULE + ".test_1", given)).isEmpty();
        }
    }

    private static String text(TestDouble each) {
        if (each instanceof TestDouble.Part part) {
            String name = part.mock().call().arguments().get(0).value().display();
            return name.replace("\"", "");
        }
        return each instanceof TestDouble.Function function
                ? function.function().name()
                : "lambda";
    }

    private static String tests(TestContexts contexts, String scope) {
        TreeSet<String> names = new TreeSet<>();
        contexts.tests(scope).forEach(each -> names.add(each.qualifiedName().substring(MODULE.length() + 1)));
        return String.join(" ", names);
    }

    private static TestContexts contexts(String text) {
        return contexts(Suite.of("tests/test_m.py", "import pytest\n" + text.replace("\\n", "\n") + "\n"));
    }

    private static TestContexts contexts(Suite suite) {
        return new TestContexts(suite.resolver(), suite.uses(), Suite::isTest);
    }
}
