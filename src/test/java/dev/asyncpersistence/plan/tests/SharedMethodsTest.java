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

/** {@code run} awaits {@code async_load} of a double of which {@code sync} still calls {@code load}. */
@ExtendWith(PythonForTests.class)
class SharedMethodsTest {
    private static final String DB = """
            import sqlite3
            class PersistenceLayer:
                def load(self, key): return open(key)
                async def async_load(self, key): return await pool.fetch(key)
            """;

    private static final String APP = """
            from app.db import PersistenceLayer
            async def run(layer: PersistenceLayer): return layer.load(1)
            def sync(layer: PersistenceLayer): return layer.load(2)
            """;

    private static final String HEAD = """
            import asyncio, pytest
            from unittest.mock import AsyncMock, MagicMock, Mock, patch
            from app.m import run, sync
            """;

    private static Planned planned(String test) {
        return Planned.of("app/db.py", DB, "app/m.py", APP, "tests/test_m.py", HEAD + test);
    }

    @Nested
    class OfMocks {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "layer = Mock() | layer | layer.async_load = AsyncMock(side_effect=layer.load)",
                    "layer = MagicMock() | layer | layer.async_load = AsyncMock(side_effect=layer.load)",
                    "app.layer = Mock() | app.layer | app.layer.async_load = AsyncMock(side_effect=app.layer.load)",
                    "app = Mock() | app.layer | app.layer.async_load = AsyncMock(side_effect=app.layer.load)",
                    "make = Mock() | make()"
                            + " | make.return_value.async_load = AsyncMock(side_effect=make.return_value.load)",
                })
        void theNewMethodLeadsToTheOld(String made, String layer, String expected) {
            Planned planned = planned("""
                    async def test(app):
                        MADE
                        LAYER.load.return_value = 1
                        await run(LAYER)
                        sync(LAYER)
                        LAYER.load.assert_called_with(2)
                    """.replace("MADE", made).replace("LAYER", layer));
            assertThat(planned.edits()).containsExactly("5 behind: " + expected);
            assertThat(planned.problems()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "layer.load.side_effect = [1, 2]",
                    "layer.load.reset_mock()",
                    "layer.load.assert_called_with(2)",
                    "assert layer.load.call_count == 2",
                    "patch.object(layer, 'load')",
                })
        void whateverTestsSayOfTheOldStays(String code) {
            assertThat(planned("async def test():\n    layer = Mock()\n    await run(layer)\n    sync(layer)\n    "
                                    + code + "\n")
                            .edits())
                    .containsExactly("5 behind: layer.async_load = AsyncMock(side_effect=layer.load)");
        }

        @Test
        void doNotLeadWhereOnlyOneOfThemIsUsed() {
            assertThat(planned("""
                            async def test_run():
                                layer = Mock()
                                layer.load.return_value = 1
                                await run(layer)
                            def test_sync():
                                layer = Mock()
                                layer.load.return_value = 2
                                sync(layer)
                            """).edits()).containsExactly("6 layer.async_load.return_value", "6 made by AsyncMock");
        }

        /** A fixture says something of a method that one test has called and another one awaited. */
        @Test
        void ofAFixtureForBoth() {
            assertThat(planned("""
                            @pytest.fixture
                            def layer():
                                made = Mock()
                                made.load.return_value = 1
                                return made
                            async def test_run(layer):
                                await run(layer)
                            def test_sync(layer):
                                sync(layer)
                            """).edits())
                    .containsExactly("6 behind: made.async_load = AsyncMock(side_effect=made.load)");
        }

        @Test
        void doNotLeadOnAMockWithoutAName() {
            Planned planned = planned("""
                    @pytest.fixture
                    def layer(): return Mock()
                    async def test(layer):
                        layer.load.return_value = 1
                        await run(layer)
                        sync(layer)
                    """);
            assertThat(planned.edits()).containsExactly("5 async_load=AsyncMock()");
            assertThat(planned.problems())
                    .containsExactly(
                            "app/m.py:2 `async_load` is awaited here on a double of which other code calls `load`");
        }

        /** No line of the test speaks of the method, but the mock is made with something for it. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Mock(load=Mock(return_value=1))",
                    "MagicMock(load=lambda key: 1)",
                    "Mock(**{'load.return_value': 1})",
                    "Mock(**{'load': Mock()})",
                })
        void ofWhichNothingIsSaid(String made) {
            Planned planned =
                    planned("async def test():\n    layer = " + made + "\n    await run(layer)\n    sync(layer)\n");
            assertThat(planned.edits())
                    .containsExactly("5 behind: layer.async_load = AsyncMock(side_effect=layer.load)");
            assertThat(planned.problems()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Mock() | 5 async_load=AsyncMock()",
                    "Mock(name='load') | 5 async_load=AsyncMock()",
                    "Mock(**{'loads': 1}) | 5 async_load=AsyncMock()",
                    "AsyncMock(load=Mock()) | ''",
                    // It knows by itself what to await.
                    "Mock(spec=PersistenceLayer) | ''",
                    "Mock(spec=PersistenceLayer, load=Mock(return_value=1)) | ''",
                    "Mock(spec_set=PersistenceLayer, load=Mock(return_value=1)) | ''",
                })
        void doNotLeadToWhatIsNotGiven(String made, String expected) {
            Planned planned = planned("from app.db import PersistenceLayer\nasync def test():\n    layer = " + made
                    + "\n    await run(layer)\n    sync(layer)\n");
            assertThat(String.join(" ", planned.edits())).isEqualTo(expected.replace('5', '6'));
            assertThat(planned.problems()).isEmpty();
        }

        @Test
        void ofWhichNothingIsSaidWithoutAName() {
            Planned planned = planned("""
                    @pytest.fixture
                    def layer(): return Mock(load=Mock(return_value=1))
                    async def test(layer):
                        await run(layer)
                        sync(layer)
                    """);
            assertThat(planned.edits()).isEmpty();
            assertThat(planned.problems())
                    .containsExactly(
                            "app/m.py:2 `async_load` is awaited here on a double of which other code calls `load`");
        }

        @Test
        void importsWhatItNeeds() {
            Planned planned = Planned.of("app/db.py", DB, "app/m.py", APP, "tests/test_m.py", """
                    from unittest import mock
                    from app.m import run, sync
                    async def test():
                        layer = mock.Mock()
                        layer.load.return_value = 1
                        await run(layer)
                        sync(layer)
                    """);
            assertThat(planned.edits())
                    .containsExactly("4 behind: layer.async_load = mock.AsyncMock(side_effect=layer.load)");
        }
    }

    @Nested
    class OfFakes {
        private static Planned planned(String fake) {
            return SharedMethodsTest.planned(fake + """
                    async def test():
                        layer = Fake()
                        layer.load(0)
                        await run(layer)
                        sync(layer)
                    """);
        }

        @Test
        void theNewMethodLeadsToTheOld() {
            Planned planned = planned("class Fake:\n    def load(self, key): return key\n");
            assertThat(planned.edits()).containsExactly("5 behind: async_load by self.load");
            assertThat(planned.problems()).isEmpty();
        }

        @Test
        void ofWhichNothingIsSaid() {
            String test = "class Fake:\n    def load(self, key): return key\nasync def test():\n    layer = Fake()\n";
            assertThat(SharedMethodsTest.planned(test + "    await run(layer)\n    sync(layer)\n")
                            .edits())
                    .containsExactly("5 behind: async_load by self.load");
            assertThat(SharedMethodsTest.planned(test + "    sync(layer)\n").edits())
                    .noneMatch(each -> each.contains(" by "));
        }

        /** What a test itself calls, it goes on to call. */
        @Test
        void doNotChangeCallsOfTestsOnThoseThatHaveBoth() {
            String test =
                    "async def test():\n    layer = Fake()\n    await run(layer)\n    assert layer.load(1) == 1\n";
            String sync = "class Fake:\n    def load(self, key): return key\n";
            assertThat(SharedMethodsTest.planned(sync + "    async def async_load(self, key): return key\n" + test)
                            .edits())
                    .isEmpty();
            assertThat(SharedMethodsTest.planned(sync + test).edits())
                    .containsExactly("5 def async_load", "5 make_async", "9 layer.async_load", "9 await");
        }

        @Test
        void importWhatTheyNeed() {
            Planned planned = Planned.of("app/db.py", DB, "app/m.py", APP, "tests/test_m.py", """
                    from app.m import run, sync
                    class Fake:
                        def load(self, key): return key
                    async def test():
                        layer = Fake()
                        await run(layer)
                        sync(layer)
                    """);
            assertThat(planned.edits())
                    .containsExactly("PlainImport[module=asyncio]", "3 behind: async_load by self.load");
        }

        @Test
        void whateverTheyCallThemselves() {
            assertThat(planned("class Fake:\n    def load(this, key): return key\n")
                            .edits())
                    .containsExactly("5 behind: async_load by this.load");
        }

        @Test
        void doNotChangeThoseThatHaveBoth() {
            Planned planned = planned("""
                    class Fake:
                        def load(self, key): return key
                        async def async_load(self, key): return key
                    """);
            assertThat(planned.edits()).isEmpty();
            assertThat(planned.problems()).isEmpty();
        }

        /** One that inherits the old method gets no new one, which somebody has to know. */
        @Test
        void doNotChangeThoseThatInherit() {
            Planned planned = planned("class Base:\n    def load(self, key): return key\nclass Fake(Base): pass\n");
            assertThat(planned.edits()).isEmpty();
            assertThat(planned.problems())
                    .containsExactly(
                            "app/m.py:2 `async_load` is awaited here on a double of which other code calls `load`");
        }
    }
}
