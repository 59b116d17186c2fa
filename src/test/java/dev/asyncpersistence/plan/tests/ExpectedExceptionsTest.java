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
import org.junit.jupiter.params.provider.ValueSource;

/** {@code load}, a function and a method, is a coroutine function afterwards; {@code name} isn't. */
@ExtendWith(PythonForTests.class)
class ExpectedExceptionsTest {
    private static final String DB = """
            import sqlite3
            class PersistenceLayer:
                def fetch(self, key): return open(key)
            layer = PersistenceLayer()
            """;

    private static final String APP = """
            from app.db import layer
            class Service:
                def load(self, key): return layer.fetch(key)
                def name(self, key): return key
            def load(key): return layer.fetch(key)
            async def run(service: Service): return service.load(1), load(2)
            """;

    private static final String HEAD = """
            import asyncio, pytest, unittest
            from app.m import Service, load
            """;

    private static Planned planned(String test) {
        return Planned.of("app/db.py", DB, "app/m.py", APP, "tests/test_m.py", HEAD + test);
    }

    private static List<String> edits(String test) {
        Planned planned = planned(test);
        assertThat(planned.problems()).isEmpty();
        return planned.edits();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pytest.raises(KeyError, load, 1) | 1",
                "pytest.raises(KeyError, load, key=1) | 1",
                "pytest.raises(KeyError, Service().load, 1) | 1",
                "service.check(); pytest.raises(KeyError, service.load, 1) | 1",
                "info = pytest.raises(KeyError, load, 1) | 1",
                "raises(KeyError, load, 1) | 1",
            })
    void becomeBlocksOfAnAsyncTest(String code, int argument) {
        String test = "test():\n    service = Service()\n    " + code + "\n";
        assertThat(edits("def " + test)).containsExactly("3 make_async", "5 raises by argument " + argument);
        assertThat(edits("async def " + test)).containsExactly("5 raises by argument " + argument);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "self.assertRaises(KeyError, load, 1) | 1",
                "self.assertRaisesRegex(KeyError, 'x', load, 1) | 2",
            })
    void ofUnittest(String code, int argument) {
        assertThat(edits(
                        "class TestIt(unittest.IsolatedAsyncioTestCase):\n    def test(self):\n        " + code + "\n"))
                .containsExactly("4 make_async", "5 raises by argument " + argument);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pytest.raises(KeyError)",
                "pytest.raises(KeyError, match='load')",
                "pytest.raises(KeyError, Service().name, 1)",
                "pytest.raises(load, KeyError)",
                "pytest.raises(KeyError, func=load)",
                "self.assertRaises(KeyError, 'x', load)",
                "self.assertRaisesRegex(KeyError, load, 'x')",
                "pytest.warns(KeyError, str, 1)",
            })
    void doNotChangeOthers(String code) {
        assertThat(edits("def test(self):\n    " + code + "\n")).isEmpty();
    }

    /** A helper that is handed over stays sync, and runs what it calls. */
    @Test
    void doNotChangeForHelpersThatAreHandedOver() {
        assertThat(edits("def helper(): return load(1)\ndef test(): pytest.raises(KeyError, helper)\n"))
                .containsExactly("3 run");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A statement with a block can't stand there.
                "def test():\\n    assert pytest.raises(KeyError, load, 1) | 4",
                "def helper():\\n    return pytest.raises(KeyError, load, 1) | 4",
                "async def test():\\n    print(pytest.raises(KeyError, load, 1)) | 4",
                // Nothing can await it there.
                "pytest.raises(KeyError, load, 1) | 3",
                "def test():\\n    asyncio.run(x())\\n    pytest.raises(KeyError, load, 1) | 5",
                "@pytest.fixture(scope='module')\\ndef db():\\n    pytest.raises(KeyError, load, 1) | 5",
            })
    void doNotChangeWhereNoBlockCanStand(String text, int line) {
        Planned planned = planned(text.replace("\\n", "\n") + "\n");
        assertThat(planned.edits()).isEmpty();
        assertThat(planned.problems())
                .containsExactly(
                        "tests/test_m.py:" + line + " `load` is a coroutine function now, and can't be awaited here");
    }

    /** Whoever calls the function that holds the block awaits it in turn. */
    @Test
    void helpersAreAwaited() {
        assertThat(edits("def check():\n    pytest.raises(KeyError, load, 1)\ndef test():\n    check()\n"))
                .containsExactly("3 make_async", "4 raises by argument 1", "5 make_async", "6 await");
    }
}
