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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code load} is a coroutine function afterwards; the context manager {@code rich} calls it. */
@ExtendWith(PythonForTests.class)
class ContextManagersTest {
    private static final String DB = """
            import sqlite3
            class PersistenceLayer:
                def fetch(self, key): return open(key)
            layer = PersistenceLayer()
            """;

    private static final String APP = """
            from app.db import layer
            def load(key): return layer.fetch(key)
            async def run(): return load(1)
            """;

    private static final String HEAD = """
            import asyncio, contextlib, pytest
            from app.m import load
            @contextlib.contextmanager
            def rich(key):
                yield load(key)
            """;

    private static Planned planned(String test) {
        return Planned.of("app/db.py", DB, "app/m.py", APP, "tests/test_m.py", HEAD + test.replace("\\n", "\n") + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "def test(): | with rich(1) as ann:\\n        pass",
                "@pytest.fixture\\ndef ann(): | with rich(1) as ann:\\n        yield ann",
            })
    void areEnteredByWhatBecomesAsync(String def, String with) {
        Planned planned = planned(def + "\n    " + with);
        int line = def.startsWith("@") ? 7 : 6;
        assertThat(planned.problems()).isEmpty();
        assertThat(planned.edits())
                .hasSize(5)
                .contains("4 make_async", "5 await", line + " make_async", (line + 1) + " enter");
    }

    @Test
    void enterOneAnother() {
        Planned planned = planned(
                "@contextlib.contextmanager\ndef richer():\n    with rich(1) as x: yield x\nasync def test():\n    with richer(): pass");
        assertThat(planned.problems()).isEmpty();
        assertThat(planned.edits()).contains("5 await", "7 make_async", "8 enter", "10 enter");
    }

    /** Where no event loop runs, they run one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "def test():\\n    with rich(1), x: pass",
                "def test():\\n    with ExitStack() as stack: stack.enter_context(rich(1))",
            })
    void runALoopWhereTheyCanNotBeEntered(String test) {
        Planned planned = planned(test);
        assertThat(planned.problems()).isEmpty();
        assertThat(planned.edits()).containsExactly("5 run");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "async def test():\\n    with rich(1), x: pass | 7",
                "async def test():\\n    with ExitStack() as stack: stack.enter_context(rich(1)) | 7",
                "async def test():\\n    manager = rich(1)\\n    with manager: pass | 7",
            })
    void areListedWhereNothingCanAwait(String test, int line) {
        Planned planned = planned(test);
        assertThat(planned.edits()).isEmpty();
        assertThat(planned.problems())
                .isEqualTo(
                        List.of("tests/test_m.py:5 `load` is a coroutine function now, and `rich` can neither await it"
                                + " nor run it: it leads to what can't become async at tests/test_m.py:" + line));
    }

    @Test
    void doNotChangeThoseThatAwaitNothing() {
        Planned planned = planned(
                "@contextlib.contextmanager\ndef poor(): yield 0\nasync def test():\n    with poor(), rich(1): pass");
        assertThat(planned.edits()).isEmpty();
        planned = planned(
                "@contextlib.contextmanager\ndef poor(): yield 0\nasync def test():\n    with poor():\n        with rich(1): pass");
        assertThat(planned.edits()).hasSize(4).contains("10 enter").doesNotContain("7 make_async", "9 enter");
    }
}
