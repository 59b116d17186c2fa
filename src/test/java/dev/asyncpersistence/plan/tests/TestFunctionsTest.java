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
import dev.asyncpersistence.plan.change.BaseChange;
import dev.asyncpersistence.plan.change.CallChange;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.DecoratorAddition;
import dev.asyncpersistence.plan.change.DecoratorNameChange;
import dev.asyncpersistence.plan.change.Edit;
import dev.asyncpersistence.plan.change.FunctionNameChange;
import dev.asyncpersistence.plan.change.ImportChange;
import dev.asyncpersistence.plan.change.ImportRemoval;
import dev.asyncpersistence.plan.change.NameChange;
import dev.asyncpersistence.plan.change.ParameterRemoval;
import dev.asyncpersistence.plan.change.PlainImport;
import dev.asyncpersistence.plan.change.YieldAddition;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(PythonForTests.class)
class TestFunctionsTest {
    private static final String HEAD = "import asyncio, pytest, unittest\nfrom unittest import TestCase\n";

    @Nested
    class CanBeAsync {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "def test_it(): pass | test_it",
                    "class A:\\n    def test_it(self): pass | A.test_it",
                    "@pytest.fixture\\ndef db(): pass | db",
                    "@pytest.fixture()\\ndef db(): yield 1 | db",
                    "@pytest.fixture(scope='function')\\ndef db(): pass | db",
                    "class A:\\n    def setup_method(self, method): pass | A.setup_method",
                    "class A:\\n    def teardown_method(self): pass | A.teardown_method",
                    "def setup_function(): pass | setup_function",
                    "class A(TestCase):\\n    def test_it(self): pass | A.test_it",
                    "class A(unittest.TestCase):\\n    def setUp(self): pass | A.setUp",
                    "def setup_class(): pass | setup_class",
                    "class A:\\n    def setup_module(self): pass | A.setup_module",
                    // Helpers, if those who call them can be.
                    "def make(): pass | make",
                    "def make(): pass\\ndef test_it(): make() | make",
                    "def make(): pass\\ndef more(): make()\\ndef test_it(): more() | make",
                    "def make(n): return make(n - 1) | make",
                    "def make(): pass\\nasync def test_it(): make() | make",
                    "def make(): pass\\n@pytest.fixture\\ndef db(): yield make() | make",
                    "def make(): pass\\ndef test_it(): assert [make() for _ in x] | make",
                    "def make(): pass\\nasync def test_it(): await gather(make() for _ in x) | make",
                    // Tests call what a fixture gives them.
                    "def make(): pass\\n@pytest.fixture\\ndef made(): return make | make",
                    "def make(): pass\\n@pytest.fixture\\ndef made(): yield make | make",
                    // Context managers, if all that enter them can.
                    "@contextmanager\\ndef db(): yield 1 | db",
                    "@contextlib.contextmanager\\ndef db(): yield 1\\ndef test_it():\\n    with db() as x: pass | db",
                    "@contextmanager\\ndef test_db(): yield 1\\ndef test_it():\\n    with test_db(): pass | test_db",
                    "@contextmanager\\ndef db(): yield 1\\n@contextmanager\\ndef db2():\\n    with db(): yield 2 | db",
                    "class A(TestCase):\\n    @contextmanager\\n    def db(self): yield 1 | A.db",
                    "def make(): pass\\n@contextmanager\\ndef db(): yield make() | make",
                    // No event loop is run.
                    "def test_it(): runner.run() | test_it",
                    "def test_it(): run() | test_it",
                })
        void where(String text, String function) {
            assertThat(canBe(AsyncioPlugin.AUTO, text, function)).isTrue();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "def test_it(): asyncio.run(f()) | test_it",
                    "def test_it(): anyio.run(f) | test_it",
                    "def test_it(loop): loop.run_until_complete(f()) | test_it",
                    "@pytest.fixture(scope='module')\\ndef db(): pass | db",
                    "@pytest.fixture(scope='session')\\ndef db(): pass | db",
                    "class A(TestCase):\\n    def setUpClass(cls): pass | A.setUpClass",
                    "def setUpModule(): pass | setUpModule",
                    "def teardown_module(): pass | teardown_module",
                    "class A:\\n    def setup_class(cls): pass | A.setup_class",
                    "def make(): pass\\ndef setUpModule(): make() | make",
                    "class A:\\n    def setup_method(self, method): print(method.name) | A.setup_method",
                    "class A:\\n    def setup_method(self, method): method() | A.setup_method",
                    "class A:\\n    def __enter__(self): pass | A.__enter__",
                    "class A:\\n    @property\\n    def db(self): pass | A.db",
                    "@contextmanager\\ndef db(): yield 1\\ndef test_it():\\n    with db(), x: pass | db",
                    "@contextmanager\\ndef db(): yield 1\\ndef test_it():\\n    x = db() | db",
                    "@contextmanager\\ndef db(): yield 1\\nasync def test_it(): await gather(db()) | db",
                    "@contextmanager\\ndef db(): yield 1\\ndef test_it(): stack.enter_context(db()) | db",
                    "@contextmanager\\ndef db(): yield 1\\n@db()\\ndef test_it(): pass | db",
                    "@contextmanager\\ndef db(): yield 1\\nwith db(): pass | db",
                    "@contextmanager\\ndef db(): yield 1\\nclass A(TestCase):\\n    def test_it(self): self.e(db()) | db",
                    "@pytest.fixture\\n@contextmanager\\ndef db(): yield 1\\nmap(db, x) | db",
                    "@traced\\n@contextmanager\\ndef db(): yield 1 | db",
                    "def make(): pass\\n@contextmanager\\ndef db(): yield make()\\nx = db() | make",
                    "def make(): pass\\nmap(make, x) | make",
                    "def make(): pass\\nHANDLERS = [make] | make",
                    "def make(): pass\\n@pytest.fixture(scope='module')\\ndef db(): make() | make",
                    "def make(): pass\\ndef test_it(): make(); asyncio.run(f()) | make",
                    "def make(): pass\\ndef more(): make(); asyncio.run(f()) | make",
                    // What is in between is no more able to than what is called itself.
                    "def make(): yield 1 | make",
                    "def make(): pass\\ndef more(): yield make() | make",
                    "def make(): pass\\nclass A:\\n    @property\\n    def db(self): return make() | make",
                    "def make(): pass\\nclass A:\\n    def __init__(self): make() | make",
                    "def make(): pass\\ndef more(): make()\\nmap(more, x) | make",
                    "def make(): pass\\ndef more(): return lambda: make() | make",
                    "def make(): pass\\ndef more(): return (make() for _ in x) | make",
                    "def make(): pass\\ndef more(): make()\\ndef most(): yield more() | make",
                    "def make(): pass\\nDB = make() | make",
                    "def make(): pass\\ndef more(): make()\\n@pytest.fixture(scope='module')\\ndef db(): more() | make",
                })
        void whereNot(String text, String function) {
            assertThat(canBe(AsyncioPlugin.AUTO, text, function)).isFalse();
        }

        @Test
        void onlyWhatAPluginRuns() {
            String text = """
                    def test_it(): pass
                    @pytest.fixture
                    def db(): pass
                    def make(): pass
                    class A(TestCase):
                        def test_it(self): pass
                    """;
            assertThat(canBe(AsyncioPlugin.NONE, text, "test_it")).isFalse();
            assertThat(canBe(AsyncioPlugin.NONE, text, "db")).isFalse();
            assertThat(canBe(AsyncioPlugin.NONE, text, "make")).isTrue();
            // unittest runs coroutine functions by itself.
            assertThat(canBe(AsyncioPlugin.NONE, text, "A.test_it")).isTrue();
        }

        /** Of anyio, fixtures that all use are asked for by sync tests, too. */
        @ParameterizedTest
        @EnumSource(AsyncioPlugin.class)
        void whatPytestCallsAroundTests(AsyncioPlugin plugin) {
            assertThat(canBe(plugin, "class A:\n    def setup_method(self): pass", "A.setup_method"))
                    .isEqualTo(plugin == AsyncioPlugin.AUTO || plugin == AsyncioPlugin.STRICT);
        }
    }

    @Nested
    class CanRunLoop {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "def test_it(): pass | test_it | true",
                    "@pytest.fixture\\ndef db(): pass | db | true",
                    "class A(TestCase):\\n    def setUp(self): pass | A.setUp | true",
                    "def setUpModule(): pass | setUpModule | true",
                    "class A:\\n    def teardown_class(cls): pass | A.teardown_class | true",
                    "def make(): asyncio.run(f()) | make | true",
                    "def make(): pass\\ndef test_it(): make() | make | true",
                    "def make(): pass\\ndef more(): make()\\ndef test_it(): more() | make | true",
                    "def make(): pass | make | true",
                    // Where a loop runs already, or nobody knows.
                    "def make(): pass\\nasync def test_it(): make() | make | false",
                    "def make(): pass\\ndef more(): make()\\nasync def test_it(): more() | make | false",
                    "def make(): pass\\nmake() | make | false",
                    "def make(): make() | make | false",
                })
        void whereNothingRunsOne(String text, String function, boolean expected) {
            Suite suite = suite(text);
            assertThat(functions(suite, AsyncioPlugin.STRICT, new TestEdits(List.of()))
                            .canRunLoop(suite.function("tests.test_m." + function)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void anyioGivesSyncTestsTheCoroutine() {
        Suite suite = suite("@pytest.fixture\ndef db(): pass\ndef test_it(): pass");
        TestEdits edits = new TestEdits(List.of());
        for (AsyncioPlugin plugin : AsyncioPlugin.values()) {
            TestFunctions functions = functions(suite, plugin, edits);
            assertThat(functions.needsAsyncTests(suite.function("tests.test_m.db")))
                    .isEqualTo(plugin == AsyncioPlugin.ANYIO);
            assertThat(functions.needsAsyncTests(suite.function("tests.test_m.test_it")))
                    .isFalse();
        }
    }

    /** What it takes. */
    @Nested
    class MakeAsync {
        @Test
        void tests() {
            String test = "def test_it(): pass";
            assertThat(made(AsyncioPlugin.AUTO, test, "test_it")).containsExactly("async");
            assertThat(made(AsyncioPlugin.STRICT, test, "test_it"))
                    .containsExactly("async", "decorator pytest.mark.asyncio");
            assertThat(made(AsyncioPlugin.ANYIO, test, "test_it"))
                    .containsExactly("async", "decorator pytest.mark.anyio");
        }

        @Test
        void testsThatAreMarkedAlready() {
            assertThat(made(AsyncioPlugin.STRICT, "@pytest.mark.asyncio\ndef test_it(): pass", "test_it"))
                    .containsExactly("async");
            assertThat(made(AsyncioPlugin.STRICT, "pytestmark = pytest.mark.asyncio\ndef test_it(): pass", "test_it"))
                    .containsExactly("async");
            assertThat(made(AsyncioPlugin.STRICT, "@pytest.mark.anyio\ndef test_it(): pass", "test_it"))
                    .containsExactly("async", "decorator pytest.mark.asyncio");
        }

        @Test
        void importsWhatItNeeds() {
            Suite suite = Suite.of("tests/test_m.py", "def test_it(): pass\n");
            assertThat(made(suite, AsyncioPlugin.STRICT, "test_it"))
                    .containsExactly("async", "decorator pytest.mark.asyncio", "import pytest");
        }

        @Test
        void fixtures() {
            String fixture = "@pytest.fixture\ndef db(): pass";
            assertThat(made(AsyncioPlugin.AUTO, fixture, "db")).containsExactly("async");
            assertThat(made(AsyncioPlugin.ANYIO, fixture, "db")).containsExactly("async");
            assertThat(made(AsyncioPlugin.STRICT, fixture, "db"))
                    .containsExactly(
                            "async", "decorator pytest.fixture is pytest_asyncio.fixture", "import pytest_asyncio");
            assertThat(made(AsyncioPlugin.STRICT, "@fixture(name='a')\ndef db(): pass", "db"))
                    .containsExactly("async", "decorator fixture is pytest_asyncio.fixture", "import pytest_asyncio");
            assertThat(made(AsyncioPlugin.STRICT, "import pytest_asyncio\n" + fixture, "db"))
                    .containsExactly("async", "decorator pytest.fixture is pytest_asyncio.fixture");
            assertThat(made(
                            AsyncioPlugin.STRICT,
                            "import pytest_asyncio\n@pytest_asyncio.fixture\ndef db(): pass",
                            "db"))
                    .containsExactly("async");
        }

        @Test
        void helpers() {
            assertThat(made(AsyncioPlugin.STRICT, "def make(): pass", "make")).containsExactly("async");
        }

        @Test
        void contextManagers() {
            assertThat(made(AsyncioPlugin.STRICT, "@contextmanager\ndef db(): yield 1", "db"))
                    .containsExactly(
                            "async",
                            "decorator contextmanager is asynccontextmanager",
                            "from contextlib import asynccontextmanager",
                            "import of contextmanager goes");
            assertThat(made(
                            AsyncioPlugin.NONE,
                            "class A(TestCase):\n    @contextlib.contextmanager\n    def db(self): yield 1",
                            "A.db"))
                    .containsExactly("async", "decorator contextlib.contextmanager is contextlib.asynccontextmanager");
        }

        @Test
        void whatPytestCallsAroundTests() {
            String text = "class A:\n    def setup_method(self, method): pass\n    def teardown_method(self): pass";
            assertThat(made(AsyncioPlugin.STRICT, text, "A.setup_method"))
                    .containsExactly(
                            "async",
                            "decorator pytest_asyncio.fixture(...)",
                            "name async_setup_method",
                            "without method",
                            "import pytest_asyncio");
            assertThat(made(AsyncioPlugin.AUTO, text, "A.teardown_method"))
                    .containsExactly("async", "decorator pytest.fixture(...)", "name async_teardown_method", "yield");
            // Not the methods of that name that pytest doesn't call.
            assertThat(made(AsyncioPlugin.STRICT, "def setup_method(): pass", "setup_method"))
                    .containsExactly("async");
        }

        @Test
        void methodsOfUnittest() {
            String text = """
                    class A(%s):
                        def setUp(self): pass
                        def test_it(self): pass
                    class B(A):
                        def setUp(self):
                            super().setUp()
                    """;
            assertThat(made(AsyncioPlugin.NONE, text.formatted("unittest.TestCase"), "A.test_it"))
                    .containsExactly("async", "base unittest.TestCase is unittest.IsolatedAsyncioTestCase");
            assertThat(made(AsyncioPlugin.NONE, text.formatted("TestCase"), "A.setUp"))
                    .containsExactly(
                            "async",
                            "base TestCase is IsolatedAsyncioTestCase",
                            "from unittest import IsolatedAsyncioTestCase",
                            "name asyncSetUp",
                            "call asyncSetUp");
            assertThat(made(AsyncioPlugin.NONE, text.formatted("TestCase"), "B.setUp"))
                    .containsExactly(
                            "async",
                            "base TestCase is IsolatedAsyncioTestCase",
                            "from unittest import IsolatedAsyncioTestCase",
                            "name asyncSetUp");
            assertThat(made(AsyncioPlugin.STRICT, text.formatted("unittest.IsolatedAsyncioTestCase"), "A.test_it"))
                    .containsExactly("async");
        }

        /** Of a mixin, the classes that use it. */
        @Test
        void mixinsOfUnittest() {
            assertThat(made(
                            AsyncioPlugin.NONE,
                            "class Checks:\n    def test_it(self): pass\n"
                                    + "class A(Checks, unittest.TestCase): pass\nclass B(Checks): pass",
                            "Checks.test_it"))
                    .containsExactly("async", "base unittest.TestCase is unittest.IsolatedAsyncioTestCase");
        }

        @Test
        void togetherOrNotAtAll() {
            Suite suite = suite("class A(TestCase):\n    def test_it(self): pass\n    def test_2(self): pass\n");
            TestEdits edits = new TestEdits(List.of());
            TestFunctions functions = functions(suite, AsyncioPlugin.NONE, edits);
            functions.makeAsync(suite.function("tests.test_m.A.test_it"));
            functions.makeAsync(suite.function("tests.test_m.A.test_2"));
            // The tests of a class share its base.
            assertThat(edits.edits()).hasSize(4).extracting(Edit::group).containsOnly(1);
        }
    }

    private static Suite suite(String text) {
        return Suite.of("tests/test_m.py", HEAD + text.replace("\\n", "\n") + "\n");
    }

    private static TestFunctions functions(Suite suite, AsyncioPlugin plugin, TestEdits edits) {
        return new TestFunctions(suite.resolver(), suite.uses(), plugin, edits, Suite::isTest);
    }

    private static boolean canBe(AsyncioPlugin plugin, String text, String function) {
        Suite suite = suite(text);
        return functions(suite, plugin, new TestEdits(List.of()))
                .canBeAsync(suite.function("tests.test_m." + function));
    }

    private static List<String> made(AsyncioPlugin plugin, String text, String function) {
        return made(suite(text), plugin, function);
    }

    private static List<String> made(Suite suite, AsyncioPlugin plugin, String function) {
        TestEdits edits = new TestEdits(List.of());
        functions(suite, plugin, edits).makeAsync(suite.function("tests.test_m." + function));
        List<Edit> made = edits.edits();
        assertThat(made).extracting(Edit::group).containsOnly(1);
        return made.stream().map(edit -> text(edit.change())).toList();
    }

    private static String text(Change change) {
        if (change instanceof CallChange call) {
            return call.kind() == CallChange.Kind.MAKE_ASYNC ? "async" : call.toString();
        }
        if (change instanceof DecoratorAddition decorator) {
            return "decorator " + decorator.decorator().display();
        }
        if (change instanceof DecoratorNameChange decorator) {
            return "decorator " + decorator.from() + " is " + decorator.to();
        }
        if (change instanceof BaseChange base) {
            return "base " + base.from() + " is " + base.to();
        }
        if (change instanceof ImportChange imported) {
            return "from " + imported.module() + " import " + imported.name();
        }
        if (change instanceof PlainImport imported) {
            return "import " + imported.module();
        }
        if (change instanceof FunctionNameChange named) {
            return "name " + named.name();
        }
        if (change instanceof NameChange named) {
            return "call " + named.name();
        }
        if (change instanceof ParameterRemoval removal) {
            return "without " + removal.name();
        }
        if (change instanceof ImportRemoval removal) {
            return "import of " + removal.localName() + " goes";
        }
        return change instanceof YieldAddition ? "yield" : change.toString();
    }
}
