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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coroutines ask {@code get_async_layer()} where they asked {@code get_layer()}. */
@ExtendWith(PythonForTests.class)
class MovedAccessorsTest {
    private static final String DB = """
            import sqlite3
            class PersistenceLayer:
                def load(self, key): return open(key)
                def purge(self): open('x')
            class AsyncPersistenceLayer:
                async def load(self, key): return await pool.fetch(key)
            def get_layer(): return PersistenceLayer()
            def get_async_layer(): return AsyncPersistenceLayer()
            """;

    private static final String APP = """
            from app.db import get_async_layer, get_layer
            async def direct(): return get_layer().load(1)
            async def held():
                layer = get_layer()
                return layer.load(2)
            """;

    private static final String HEAD = """
            from unittest.mock import AsyncMock, Mock, patch
            from app import db, m
            """;

    private static Planned planned(String app, String test) {
        return Planned.of("app/db.py", DB, "app/m.py", app, "tests/test_m.py", HEAD + test);
    }

    private static Planned planned(String test) {
        return planned(APP, test);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "patch('app.m.get_layer') | \"app.m.get_layer\" is \"app.m.get_async_layer\"",
                "patch('app.m.get_layer', return_value=Mock()) | \"app.m.get_layer\" is \"app.m.get_async_layer\"",
                "patch.object(m, 'get_layer') | \"get_layer\" is \"get_async_layer\"",
                "monkeypatch.setattr(m, 'get_layer', Mock()) | \"get_layer\" is \"get_async_layer\"",
                "monkeypatch.setattr('app.m.get_layer', Mock()) | \"app.m.get_layer\" is \"app.m.get_async_layer\"",
            })
    void replacesTheOther(String code, String expected) {
        for (String function : new String[] {"direct", "held"}) {
            Planned planned =
                    planned("async def test(monkeypatch):\n    " + code + "\n    await m." + function + "()\n");
            assertThat(planned.edits()).as(function).contains("4 " + expected);
            assertThat(planned.problems()).isEmpty();
        }
    }

    @Test
    void andWhatItGivesIsAwaited() {
        assertThat(planned("""
                        @patch("app.m.get_layer")
                        async def test(get):
                            get.return_value.load.return_value = 1
                            await m.held()
                            get.return_value.load.assert_called_once_with(2)
                        """).edits())
                .containsExactly(
                        "3 \"app.m.get_layer\" is \"app.m.get_async_layer\"",
                        "5 made by AsyncMock",
                        "7 get.return_value.load.assert_awaited_once_with");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Has no effect on the module that has imported the function.
                "patch('app.db.get_layer')",
                "patch.object(db, 'get_layer')",
                "patch('app.m.get_async_layer')",
                "patch('app.m.other')",
                "patch('elsewhere.get_layer')",
            })
    void doNotChangeOthers(String code) {
        Planned planned = planned("async def test():\n    " + code + "\n    await m.held()\n");
        assertThat(planned.edits()).noneMatch(each -> each.contains(" is "));
        assertThat(planned.problems()).isEmpty();
    }

    @Test
    void doNotChangeForCodeThatIsNotRun() {
        assertThat(planned(APP + "async def clean(): get_layer().purge()\n", """
                        async def test_held(): await m.held()
                        async def test():
                            with patch("app.m.get_layer"): await m.clean()
                        """)
                        .edits())
                .isEmpty();
    }

    /** Both functions are asked where a test leads; it replaces one of them only. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "async def both():\n    layer = get_layer()\n    layer.purge()\n    return layer.load(3)\n",
                "async def both():\n    get_layer().purge()\n    return get_layer().load(3)\n",
            })
    void doNotChangeWhereBothAreAsked(String function) {
        Planned planned = planned(APP + function, """
                async def test():
                    with patch("app.m.get_layer"): await m.both()
                """);
        assertThat(planned.edits()).noneMatch(each -> each.contains(" is "));
        assertThat(planned.problems())
                .singleElement()
                .asString()
                .contains("the async layer is asked for here, where tests.test_m.test may lead")
                .contains("it replaces only `get_layer`, which is still called at app/m.py:");
    }

    @Test
    void whereOnlyAnotherTestLeadsToBoth() {
        Planned planned = planned(APP + "async def clean(): get_layer().purge()\n", """
                async def test():
                    with patch("app.m.get_layer"): await m.held()
                async def test_clean():
                    with patch("app.m.get_layer"): await m.clean()
                """);
        assertThat(planned.edits())
                .contains("4 \"app.m.get_layer\" is \"app.m.get_async_layer\"")
                .noneMatch(each -> each.startsWith("6 "));
        assertThat(planned.problems()).isEmpty();
    }

    /** The code asks another module for its function: whoever replaces it there replaces it for all. */
    @Nested
    class OfAnotherModule {
        private static final String APP = """
                from app import db
                async def direct(): return db.get_layer().load(1)
                async def held():
                    layer = db.get_layer()
                    return layer.load(2)
                """;

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "patch('app.db.get_layer') | \"app.db.get_layer\" is \"app.db.get_async_layer\"",
                    "patch('app.m.db.get_layer') | \"app.m.db.get_layer\" is \"app.m.db.get_async_layer\"",
                    "patch.object(db, 'get_layer') | \"get_layer\" is \"get_async_layer\"",
                    "patch.object(m.db, 'get_layer') | \"get_layer\" is \"get_async_layer\"",
                    "db.get_layer = Mock() | db.get_async_layer",
                })
        void replacesTheOther(String code, String expected) {
            for (String function : new String[] {"direct", "held"}) {
                Planned planned = planned(APP, "async def test():\n    " + code + "\n    await m." + function + "()\n");
                assertThat(planned.edits()).as(function).contains("4 " + expected);
                assertThat(planned.problems()).isEmpty();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"patch('app.m.get_layer')", "patch.object(m, 'get_layer')", "m.get_layer = Mock()"})
        void doNotChangeOthers(String code) {
            Planned planned = planned(APP, "async def test():\n    " + code + "\n    await m.held()\n");
            assertThat(planned.edits()).noneMatch(each -> each.contains("get_async_layer"));
            assertThat(planned.problems()).isEmpty();
        }

        /** Whichever module it is that asks. */
        @Test
        void doNotChangeWhereBothAreAsked() {
            Planned planned = Planned.of(
                    "app/db.py",
                    DB,
                    "app/m.py",
                    APP + "from app.n import clean\nasync def both():\n    clean()\n    return await direct()\n",
                    "app/n.py",
                    "from app import db\ndef clean(): db.get_layer().purge()\n",
                    "tests/test_m.py",
                    HEAD + "async def test():\n    with patch('app.db.get_layer'): await m.both()\n");
            assertThat(planned.edits()).noneMatch(each -> each.contains(" is "));
            assertThat(planned.problems())
                    .singleElement()
                    .asString()
                    .endsWith("`get_layer`, which is still called at app/n.py:2");
        }
    }

    /** {@code m.get_layer = Mock()}. */
    @Nested
    class Assigned {
        @Test
        void replacesTheOther() {
            Planned planned = planned("""
                    async def test():
                        before = m.get_layer
                        m.get_layer = Mock()
                        m.get_layer.return_value.load.return_value = 1
                        await m.held()
                        m.get_layer.assert_called_once_with()
                        m.get_layer = before
                    """);
            assertThat(planned.edits())
                    .containsExactly(
                            "4 m.get_async_layer",
                            "5 m.get_async_layer",
                            "6 m.get_async_layer.return_value.load.return_value",
                            "6 made by AsyncMock",
                            "8 m.get_async_layer.assert_called_once_with",
                            "9 m.get_async_layer");
            assertThat(planned.problems()).isEmpty();
        }

        @Test
        void andWhatItGivesIsAwaited() {
            assertThat(planned("async def test():\n    m.get_layer = Mock()\n    await m.held()\n")
                            .edits())
                    .containsExactly(
                            "4 m.get_async_layer", "4 behind: m.get_async_layer.return_value.load = AsyncMock()");
            assertThat(planned("""
                            class Fake:
                                def load(self, key): return key
                            fake = Fake()
                            async def test():
                                m.get_layer = lambda: fake
                                await m.held()
                            """).edits()).containsExactly("4 make_async", "7 m.get_async_layer");
        }

        @Test
        void doNotChangeForCodeThatIsNotRun() {
            Planned planned = planned(APP + "async def clean(): get_layer().purge()\n", """
                            async def test_held(): await m.held()
                            async def test():
                                m.get_layer = Mock()
                                await m.clean()
                            """);
            assertThat(planned.edits()).isEmpty();
            assertThat(planned.problems()).isEmpty();
        }

        /** What is put back there may be another function. */
        @Test
        void doNotChangeWhereItIsPutBackElsewhere() {
            Planned planned = planned("""
                    class TestIt:
                        def setup_method(self):
                            self.before = m.get_layer
                            m.get_layer = Mock()
                        def teardown_method(self):
                            m.get_layer = self.before
                        async def test(self):
                            await m.held()
                    """);
            assertThat(planned.edits()).isEmpty();
            assertThat(planned.problems())
                    .singleElement()
                    .asString()
                    .endsWith("it assigns to `get_layer`, which is spoken of elsewhere, too");
        }
    }

    /** A fake that nothing is said of is awaited where it is given now. */
    @Test
    void fakesThatItGivesAreAwaited() {
        String fake = "class Fake:\n    def load(self, key): return key\n";
        assertThat(planned(fake + "async def test():\n    with patch('app.m.get_layer', return_value=Fake()):\n"
                                + "        await m.held()\n")
                        .edits())
                .containsExactly("4 make_async", "6 \"app.m.get_layer\" is \"app.m.get_async_layer\"");
        assertThat(planned(fake + "async def test():\n    with patch('app.m.other', return_value=Fake()):\n"
                                + "        await m.held()\n")
                        .edits())
                .isEmpty();
    }
}
