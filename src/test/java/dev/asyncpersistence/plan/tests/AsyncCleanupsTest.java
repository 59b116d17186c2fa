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
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.change.BaseChange;
import dev.asyncpersistence.plan.change.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code close}, a function and a method, is a coroutine function now; {@code reset} isn't. */
@ExtendWith(PythonForTests.class)
class AsyncCleanupsTest {
    private static final String APP = """
            class Store:
                def close(self): pass
                def reset(self): pass
            def close(): pass
            """;

    private static Suite suite(String code) {
        return Suite.of("app/m.py", APP, "tests/test_m.py", """
                from unittest import IsolatedAsyncioTestCase
                from app import m
                from app.m import Store, close
                class TestIt(IsolatedAsyncioTestCase):
                    def setUp(self):
                        self.store = Store()
                        CODE
                """.replace("CODE", code));
    }

    private static List<String> edits(String code, String... async) {
        Planned planned = planned(suite(code), async);
        assertThat(planned.problems()).isEmpty();
        return planned.edits();
    }

    private static Planned planned(Suite suite, String... async) {
        TestEdits edits = new TestEdits(List.of());
        List<Problem> problems = new ArrayList<>();
        Set<String> names = Set.of(async);
        new AsyncCleanups(
                        suite.program(),
                        suite.uses(),
                        Set.copyOf(suite.program().functions().stream()
                                .filter(each -> names.contains(each.qualifiedName()))
                                .toList()),
                        new UnittestCases(suite.resolver(), suite.uses(), edits),
                        edits,
                        problems)
                .change(suite.program().modules());
        return new Planned(suite.program(), MigrationPlan.EMPTY, new TestPlan(edits.edits(), problems));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "self.addCleanup(close)",
                "self.addCleanup(close, 1, key=2)",
                "self.addCleanup(m.close)",
                "self.addCleanup(self.store.close)",
                "self.addCleanup(Store().close)",
            })
    void awaitCoroutineFunctions(String code) {
        assertThat(edits(code, "app.m.close", "app.m.Store.close")).containsExactly("7 self.addAsyncCleanup");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "self.addCleanup(self.store.reset)",
                "self.addCleanup()",
                "self.addCleanup(lambda: 1)",
                "self.addCleanup(print, close)",
                "self.addCleanup(close())",
                "self.addAsyncCleanup(close)",
                "self.addOther(close)",
                "addCleanup = close",
            })
    void doNotChangeOthers(String code) {
        assertThat(edits(code, "app.m.close", "app.m.Store.close")).isEmpty();
    }

    @Test
    void doNotChangeForFunctionsThatStaySync() {
        assertThat(edits("self.addCleanup(close)")).isEmpty();
        assertThat(edits("self.addCleanup(close)", "app.m.Store.close")).isEmpty();
        assertThat(edits("self.addCleanup(self.store.close)", "app.m.close")).isEmpty();
    }

    /** A class without an event loop gets one. */
    @Test
    void giveTheClassAnEventLoop() {
        Planned planned = planned(Suite.of("app/m.py", APP, "tests/test_m.py", """
                import unittest
                from app.m import close
                class Base(unittest.TestCase): pass
                class TestIt(Base):
                    def test_it(self):
                        def later(): self.addCleanup(close)
                        later()
                """), "app.m.close");
        assertThat(planned.problems()).isEmpty();
        assertThat(planned.edits()).hasSize(2).contains("6 self.addAsyncCleanup");
        assertThat(planned.tests().edits())
                .extracting(Edit::change)
                .filteredOn(BaseChange.class::isInstance)
                .singleElement()
                .extracting(each -> ((BaseChange) each).to())
                .isEqualTo("unittest.IsolatedAsyncioTestCase");
        assertThat(planned.tests().edits()).extracting(Edit::group).containsOnly(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class T(unittest.TestCase):\\n    def setUpClass(cls): cls.addClassCleanup(close) | addClassCleanup",
                "def setUpModule():\\n    unittest.addModuleCleanup(close, 1) | addModuleCleanup",
                "def db(request):\\n    request.addfinalizer(close) | addfinalizer",
                // Nobody knows the class.
                "def helper(case):\\n    case.addCleanup(close) | addCleanup",
                "class T(other.TestCase):\\n    def test_it(self): self.addCleanup(close) | addCleanup",
            })
    void areListedWhereNothingAwaits(String text, String name) {
        Suite suite = Suite.of(
                "app/m.py",
                APP,
                "tests/test_m.py",
                "import unittest\nfrom app.m import close\n" + text.replace("\\n", "\n") + "\n");
        Planned planned = planned(suite, "app.m.close");
        assertThat(planned.edits()).isEmpty();
        assertThat(planned.problems())
                .containsExactly(
                        "tests/test_m.py:4 `close` is a coroutine function now, and `" + name + "` can't await it");
        assertThat(planned(suite, "app.m.Store.close").problems()).isEmpty();
    }
}
