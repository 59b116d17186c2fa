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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code Service} gets a parameter for the async layer, {@code Both} has one already. */
@ExtendWith(PythonForTests.class)
class PartnersTest {
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
            from app.db import AsyncPersistenceLayer, PersistenceLayer, get_async_layer, get_layer
            class Service:
                def __init__(self, layer: PersistenceLayer):
                    self.layer = layer
                async def run(self): return self.layer.load(1)
            class Both:
                def __init__(self, layer: PersistenceLayer, async_layer: AsyncPersistenceLayer):
                    self.layer = layer
                    self.async_layer = async_layer
                async def run(self): return self.layer.load(2)
            class Sync:
                def __init__(self, layer: PersistenceLayer): self.layer = layer
                async def run(self): self.layer.purge()
            async def direct(): return get_layer().load(3)
            """;

    private static final String HEAD = """
            import pytest
            from unittest.mock import AsyncMock, Mock, patch
            from app.db import AsyncPersistenceLayer, PersistenceLayer
            from app.m import Both, Service, Sync
            """;

    private static Planned planned(String test) {
        return Planned.of("app/db.py", DB, "app/m.py", APP, "tests/test_m.py", HEAD + test);
    }

    private static List<String> edits(String test) {
        Planned planned = planned(test);
        assertThat(planned.problems()).isEmpty();
        return planned.edits();
    }

    /** What tests pass for the parameter that is added. */
    @Nested
    class Passed {
        @Test
        void theSameDoubleThatPlaysBothParts() {
            assertThat(edits("""
                            async def test():
                                layer = Mock()
                                layer.load.return_value = 1
                                await Service(layer).run()
                                layer.load.assert_called_once_with(1)
                            """))
                    .containsExactly(
                            "7 made by AsyncMock", "8 async_layer=layer", "9 layer.load.assert_awaited_once_with");
        }

        @Test
        void anAttribute() {
            assertThat(edits("""
                            class TestIt:
                                def setup_method(self):
                                    self.layer = Mock()
                                    self.layer.load.return_value = 1
                                    self.service = Service(self.layer)
                            """)).containsExactly("8 made by AsyncMock", "9 async_layer=self.layer");
        }

        @Test
        void doNotChangeForClassesThatGetNoParameter() {
            assertThat(edits("async def test():\n    layer = Mock()\n    await Sync(layer).run()\n"))
                    .isEmpty();
            assertThat(edits("async def test():\n    layer = Mock()\n    Service(other)\n"))
                    .isEmpty();
        }

        @Nested
        class AFixtureOfTheAsyncLayer {
            private static final String FIXTURE = """
                    @pytest.fixture
                    def async_db(): return Mock(spec=AsyncPersistenceLayer)
                    """;

            @Test
            void isAskedForAndSpokenOf() {
                assertThat(edits(FIXTURE + """
                                async def test():
                                    layer = Mock()
                                    layer.load.return_value = 1
                                    await Service(layer).run()
                                """))
                        .containsExactly(
                                "7 asks for async_db", "9 async_db.load.return_value", "10 async_layer=async_db");
            }

            @Test
            void isAskedForOnce() {
                assertThat(edits(FIXTURE + """
                                async def test(async_db):
                                    layer = Mock()
                                    layer.load.return_value = 1
                                    await Service(layer).run()
                                """))
                        .containsExactly("9 async_db.load.return_value", "10 async_layer=async_db");
            }

            @Test
            void asAParameterWithItsType() {
                assertThat(edits("""
                                @pytest.fixture
                                def async_db() -> Mock: return Mock(spec=AsyncPersistenceLayer)
                                @pytest.fixture
                                def layer() -> Mock: return Mock()
                                async def test(layer: Mock):
                                    await Service(layer).run()
                                """)).containsExactly("9 asks for async_db: Mock", "10 async_layer=async_db");
            }

            @Test
            void withATypeThatTheFileHasToImport() {
                Planned planned =
                        Planned.of("app/db.py", DB, "app/m.py", APP, "tests/conftest.py", """
                        import pytest
                        from unittest.mock import Mock
                        from app.db import AsyncPersistenceLayer
                        @pytest.fixture
                        def async_db() -> Mock: return Mock(spec=AsyncPersistenceLayer)
                        @pytest.fixture
                        def layer() -> Mock: return Mock()
                        """, "tests/test_m.py", """
                        from app.m import Service
                        async def test(layer: object):
                            await Service(layer).run()
                        """);
                assertThat(planned.edits())
                        .containsExactly(
                                "from unittest.mock import Mock",
                                "2 asks for async_db: Mock",
                                "3 async_layer=async_db");
            }

            @ParameterizedTest
            @CsvSource({
                "tests/test_m.py, Mock()",
                "tests/test_m.py, Mock(spec=PersistenceLayer)",
                // Out of sight.
                "tests/other/conftest.py, Mock(spec=AsyncPersistenceLayer)",
            })
            void doNotAskForOthers(String path, String made) {
                String fixture = "@pytest.fixture\ndef async_db(): return " + made + "\n";
                String test = """
                        async def test():
                            layer = Mock()
                            layer.load.return_value = 1
                            await Service(layer).run()
                        """;
                Planned planned = path.equals("tests/test_m.py")
                        ? planned(test + fixture)
                        : Planned.of(
                                "app/db.py", DB, "app/m.py", APP, path, HEAD + fixture, "tests/test_m.py", HEAD + test);
                assertThat(planned.edits()).containsExactly("7 made by AsyncMock", "8 async_layer=layer");
            }
        }
    }

    /** How the double is written that the code under test asks now. */
    @Nested
    class Written {
        private static final String SPEAKS = """
                    RECEIVER.load.return_value = 1
                    await MADE.run()
                    RECEIVER.load.assert_called_once_with(2)
                """;

        private static String speaks(String receiver, String made) {
            return SPEAKS.replace("RECEIVER", receiver).replace("MADE", made);
        }

        @Test
        void asTheVariableThatHoldsIt() {
            assertThat(edits("async def test():\n    layer = Mock()\n    other = Mock()\n    more = Mock()\n"
                            + speaks("layer", "Both(layer, more)")))
                    .containsExactly(
                            "9 more.load.return_value",
                            "9 made by AsyncMock",
                            "11 more.load.assert_called_once_with",
                            "11 layer.load.assert_awaited_once_with");
        }

        @Test
        void asTheAttributeBesideThatOfTheService() {
            assertThat(edits("async def test():\n    both = Both(Mock(), Mock())\n" + speaks("both.layer", "both")))
                    .containsExactly(
                            "7 both.async_layer.load.return_value",
                            "7 made by AsyncMock",
                            "9 both.async_layer.load.assert_called_once_with",
                            "9 both.layer.load.assert_awaited_once_with");
        }

        @Test
        void asAnotherPartOfTheSameMock() {
            assertThat(edits("async def test():\n    app = Mock()\n"
                            + speaks("app.state.db", "Both(app.state.db, app.state.adb)")))
                    .containsExactly(
                            "7 app.state.adb.load.return_value",
                            "7 made by AsyncMock",
                            "9 app.state.adb.load.assert_called_once_with",
                            "9 app.state.db.load.assert_awaited_once_with");
        }

        @Test
        void asAFixture() {
            assertThat(edits("""
                            @pytest.fixture
                            def layer(): return Mock()
                            @pytest.fixture
                            def more(): return Mock()
                            @pytest.fixture
                            def both(layer, more): return Both(layer, more)
                            async def test(both, layer):
                            """ + speaks("layer", "both")))
                    .containsExactly(
                            "8 load=AsyncMock()",
                            "11 asks for more",
                            "12 more.load.return_value",
                            "14 more.load.assert_called_once_with",
                            "14 layer.load.assert_awaited_once_with");
        }

        @Test
        void inAPatch() {
            assertThat(edits("""
                            async def test():
                                layer = Mock()
                                more = Mock()
                                with patch.object(layer, "load"):
                                    await Both(layer, more).run()
                            """)).containsExactly("8 more", "8 new_callable=AsyncMock");
            assertThat(edits("""
                            async def test():
                                both = Both(Mock(), Mock())
                                with patch.object(both.layer, "load"):
                                    await both.run()
                            """)).containsExactly("7 both.async_layer", "7 new_callable=AsyncMock");
        }

        @Test
        void doNotChangeADoubleThatPlaysBothParts() {
            assertThat(edits("async def test():\n    layer = Mock()\n" + speaks("layer", "Both(layer, layer)")))
                    .containsExactly("7 made by AsyncMock", "9 layer.load.assert_awaited_once_with");
        }

        @Test
        void doNotChangeDoublesThatHaveEach() {
            assertThat(edits("""
                            async def test():
                                layer = Mock()
                                more = AsyncMock()
                                more.load.return_value = 1
                                await Both(layer, more).run()
                                layer.purge.assert_not_called()
                            """)).isEmpty();
        }

        @Test
        void doNotChangeWhereNoneIsAtHand() {
            Planned planned = planned("""
                    def make(layer): return Both(layer, Mock())
                    async def test():
                        layer = Mock()
                        layer.load.return_value = 1
                        await make(layer).run()
                    """);
            assertThat(planned.edits()).containsExactly("5 load=AsyncMock()");
            assertThat(planned.problems())
                    .containsExactly("app/m.py:10 `load` goes to another double in tests/test_m.py: tests.test_m.test");
        }

        @Test
        void doNotChangeAPatchWhereNoneIsAtHand() {
            Planned planned = planned("""
                    def make(layer): return Both(layer, Mock())
                    async def test():
                        layer = Mock()
                        with patch.object(layer, "load"):
                            await make(layer).run()
                    """);
            assertThat(planned.edits()).containsExactly("5 load=AsyncMock()");
            assertThat(planned.problems())
                    .containsExactly("app/m.py:10 `load` goes to another double than is patched in tests.test_m.test");
        }
    }
}
