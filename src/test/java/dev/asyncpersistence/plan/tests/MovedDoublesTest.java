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
import dev.asyncpersistence.plan.change.CallChange;
import dev.asyncpersistence.plan.change.Edit;
import dev.asyncpersistence.plan.change.NameChange;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code load} goes to {@code async_load} where a coroutine calls it; {@code purge} has no such method. */
@ExtendWith(PythonForTests.class)
class MovedDoublesTest {
    private static final String DB = """
            import sqlite3
            class PersistenceLayer:
                def load(self, key): return open(key)
                async def async_load(self, key): return await pool.fetch(key)
                def save(self, key): return open(key)
                async def async_save(self, key): return await pool.fetch(key)
                def purge(self): open('x')
            """;

    private static final String APP = """
            from app.db import PersistenceLayer
            class Service:
                def __init__(self, layer: PersistenceLayer): self.layer = layer
                async def run(self): return self.layer.load(1)
                async def clean(self): self.layer.purge()
            async def store(layer: PersistenceLayer): return layer.save(1)
            def sync(layer: PersistenceLayer): return layer.load(2)
            """;

    private static final String HEAD = """
            from types import SimpleNamespace
            from unittest.mock import AsyncMock, Mock, call, patch
            from app.m import Service, sync
            """;

    private static Planned planned(String test) {
        return Planned.of("app/db.py", DB, "app/m.py", APP, "tests/test_m.py", HEAD + test);
    }

    /** What becomes of a line. */
    private static String edits(Planned planned, int line) {
        String start = line + " ";
        return String.join(
                "; ",
                planned.editsOfDoubles().stream()
                        .filter(each -> each.startsWith(start))
                        .map(each -> each.substring(start.length()))
                        .toList());
    }

    /** What a test says of a mock that is {@code layer}. */
    @Nested
    class Chains {
        private static String edits(String code) {
            Planned planned = planned("""
                    async def test(monkeypatch, other, check):
                        layer = Mock()
                        CODE
                        await Service(layer).run()
                    """.replace("CODE", code));
            assertThat(planned.problems()).isEmpty();
            return MovedDoublesTest.edits(planned, 6);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "layer.load.return_value = 1 | layer.async_load.return_value; made by AsyncMock",
                    "layer.load.side_effect = [1] | layer.async_load.side_effect; made by AsyncMock",
                    "layer.load = Mock(return_value=1) | layer.async_load; AsyncMock",
                    "layer.load.reset_mock() | layer.async_load.reset_mock",
                    "assert layer.load.called | layer.async_load.called",
                    "assert not layer.load.return_value.name | layer.async_load.return_value.name",
                    // Two changes of one chain: what is asked, and of what.
                    "layer.load.assert_called_once_with(1)"
                            + " | layer.async_load.assert_called_once_with; layer.load.assert_awaited_once_with",
                    "n = layer.load.call_count | layer.async_load.call_count; layer.load.await_count",
                    "n = layer.load.call_args.args | layer.async_load.call_args.args; layer.load.await_args.args",
                    // Calls that a double is compared with.
                    "layer.assert_has_calls([call.load(1)]) | call.async_load",
                    "assert layer.mock_calls == [call.load(1), call.purge()] | call.async_load",
                    "assert layer.method_calls == [call.load(1)] | call.async_load",
                    // Names in texts.
                    "patch.object(layer, 'load') | \"load\" is \"async_load\"; new_callable=AsyncMock",
                    "monkeypatch.setattr(layer, 'load', Mock()) | \"load\" is \"async_load\"; AsyncMock",
                    "monkeypatch.setattr(layer, 'load', lambda key: 1)" + " | \"load\" is \"async_load\"",
                })
        void speakOfTheNewMethod(String code, String expected) {
            assertThat(edits(code)).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "layer.purge.return_value = 1",
                    "layer.loaded.return_value = 1",
                    "other.load.return_value = 1",
                    "layer.inner.load.return_value = 1",
                    "layer.async_load.assert_awaited_once_with(1)",
                    // What a test calls itself, it goes on to call.
                    "layer.load(1)",
                    // Nothing was recorded by a double.
                    "check(call.load(1))",
                    "layer.assert_has_calls([call.purge()])",
                    "assert other.mock_calls == [call.load(1)]",
                    "patch.object(layer, 'purge')",
                    "patch.object(other, 'load')",
                    "monkeypatch.setattr(layer, 'loaded', 1)",
                })
        void doNotChangeOthers(String code) {
            assertThat(edits(code)).doesNotContain("async_load").doesNotContain("call.async");
        }
    }

    /** A test that has something for both needs no help. */
    @Test
    void doNotChangeWhatIsConfiguredForBoth() {
        assertThat(planned("""
                        async def test():
                            layer = Mock()
                            layer.load.return_value = 1
                            layer.async_load = AsyncMock(return_value=1)
                            await Service(layer).run()
                        """).edits()).isEmpty();
    }

    @Nested
    class WhereMocksAreMade {
        private static String edits(String made) {
            return MovedDoublesTest.edits(planned("""
                    async def test():
                        layer = MADE
                        await Service(layer).run()
                    """.replace("MADE", made)), 5);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "Mock(load=Mock()) | load= is async_load=; AsyncMock",
                    "SimpleNamespace(load=Mock()) | load= is async_load=; AsyncMock",
                    "SimpleNamespace(load=lambda key: 1)" + " | load= is async_load=",
                    "Mock(**{'load.return_value': 1})"
                            + " | \"load.return_value\" is \"async_load.return_value\"; async_load=AsyncMock()",
                    "Mock(spec=['load', 'purge']) | \"load\" is \"async_load\"; async_load=AsyncMock()",
                })
        void namesAreTheNewOnes(String made, String expected) {
            assertThat(edits(made)).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Mock(purge=Mock())",
                    "Mock(name='load')",
                    "Mock(loaded=1)",
                    "Mock(**{'loaded.return_value': 1})",
                    "Mock(**{'purge.load': 1})",
                })
        void doNotChangeOtherNames(String made) {
            assertThat(edits(made)).isEqualTo("async_load=AsyncMock()");
        }

        @Test
        void doNotChangeForCodeThatCallsIt() {
            assertThat(planned("""
                            def test():
                                layer = Mock(load=Mock())
                                layer.load.return_value = 1
                                sync(layer)
                                layer.load.assert_called_once_with(2)
                            """).edits()).isEmpty();
        }
    }

    @Nested
    class Fakes {
        private static List<String> edits(String text) {
            return planned(text + "async def test():\n    layer = Fake()\n    await Service(layer).run()\n")
                    .edits();
        }

        @Test
        void getTheNewName() {
            assertThat(edits("class Fake:\n    def load(self, key): return key\n    def purge(self): pass\n"))
                    .containsExactly("5 def async_load", "5 make_async");
        }

        /** The new name is that of a coroutine function, also for tests. */
        @Test
        void areAwaitedByTestsThatCallThem() {
            assertThat(edits("""
                            class Fake:
                                def load(self, key): return key
                            def test_fake():
                                assert Fake().load(1) == 1
                            """))
                    .containsExactly(
                            "5 def async_load", "5 make_async", "6 make_async", "7 Fake().async_load", "7 await");
        }

        @Test
        void doNotChangeThoseThatHaveBoth() {
            assertThat(edits("""
                            class Fake:
                                def load(self, key): return key
                                async def async_load(self, key): return key
                            """)).isEmpty();
        }

        @Test
        void doNotChangeThoseOfOtherMethods() {
            assertThat(edits("class Fake:\n    def purge(self): pass\n")).isEmpty();
        }

        @Test
        void doNotChangeThoseThatAreOnlyCalled() {
            assertThat(planned("""
                            class Fake:
                                def load(self, key): return key
                            def test():
                                assert sync(Fake()) == 2
                            """).edits()).isEmpty();
        }
    }

    /** Each test of a fixture speaks of what the code does that it runs. */
    @Test
    void eachTestForItself() {
        Planned planned = planned("""
                import pytest
                @pytest.fixture
                def layer(): return Mock()
                async def test_run(layer):
                    layer.load.return_value = 1
                    await Service(layer).run()
                def test_sync(layer):
                    layer.load.return_value = 2
                    sync(layer)
                """);
        assertThat(planned.edits()).containsExactly("6 async_load=AsyncMock()", "8 layer.async_load.return_value");
        assertThat(planned.problems()).isEmpty();
    }

    /** Nobody knows where the double of the test gets to. */
    @Nested
    class ByName {
        private static List<String> edits(String code) {
            return planned("def test(run):\n    layer = Mock()\n    run(layer)\n    " + code + "\n")
                    .edits();
        }

        @Test
        void whereAllCallsOfTheNameMove() {
            assertThat(edits("layer.save.assert_called_once_with(1)"))
                    .containsExactly(
                            "5 async_save=AsyncMock()",
                            "7 layer.async_save.assert_called_once_with",
                            "7 layer.save.assert_awaited_once_with");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    // Some code calls it still.
                    "layer.load.assert_called_once_with(1)",
                    "layer.purge.assert_called_once_with()",
                    "layer.other.assert_called_once_with()",
                })
        void doNotChangeWhereSomeStay(String code) {
            assertThat(edits(code)).isEmpty();
        }
    }

    /** If the call of the code under test is not changed after all, the test's double isn't, either. */
    @Test
    void editsFollowTheCallThatMoves() {
        Planned planned = planned("""
                async def test():
                    layer = Mock()
                    layer.load.return_value = 1
                    await Service(layer).run()
                """);
        int moved = planned.migration().edits().stream()
                .filter(each -> each.scope().equals("app.m.Service.run") && each.change() instanceof CallChange)
                .findFirst()
                .orElseThrow()
                .group();
        assertThat(planned.tests().edits())
                .filteredOn(each -> each.change() instanceof NameChange)
                .singleElement()
                .extracting(Edit::follows)
                .satisfies(follows -> assertThat(follows).containsExactly(moved));
    }
}
