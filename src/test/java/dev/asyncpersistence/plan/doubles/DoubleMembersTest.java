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
package dev.asyncpersistence.plan.doubles;

import static dev.asyncpersistence.plan.doubles.Rooms.inTest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The doubles that attributes are, as they arrive at {@code probe(...)} in tests. */
@ExtendWith(PythonForTests.class)
class DoubleMembersTest {
    @Nested
    class Members {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "probe(m.load) | Mock a load",
                    "probe(m.store.load) | Mock a store load",
                    "probe(m()) | Mock a ()",
                    "probe(m.load(1)) | Mock a load ()",
                    "probe(m.load.return_value) | Mock a load ()",
                    "probe(m.load(1).name) | Mock a load () name",
                    "probe(await m.load(1)) | Mock a load ()",
                    "probe(getattr(m, 'load')) | Mock a load",
                    "probe(getattr(m, 'load', None)) | Mock a load",
                    "probe(getattr(m, name)) | ''",
                    "probe(functools.partial(m.load, 1)) | Mock a load",
                    "probe(cast(Store, m)) | Mock a",
                    "probe(asyncio.to_thread(m.load, 1)) | Mock a load ()",
                    // What is given otherwise.
                    "m.load = Mock('b'); probe(m.load) | Mock b",
                    "m.load.return_value = Mock('b'); probe(m.load()) | Mock b",
                    "m.return_value = Mock('b'); probe(m()) | Mock b",
                    "m.load = lambda key: 1; probe(m.load) | lambda",
                    "m.load = 1; probe(m.load) | ''",
                    "m.save = Mock('b'); probe(m.load) | Mock a load",
                    "n.load = Mock('b'); probe(m.load) | Mock a load",
                    "monkeypatch.setattr(m, 'load', Mock('b')); probe(m.load) | 'Mock a load, Mock b'",
                    // What a mock says of itself is no part of it.
                    "probe(m.call_args) | ''",
                    "probe(m.load.call_count) | ''",
                    "probe(m.assert_called_once_with(1)) | ''",
                    "probe(m.load.side_effect) | ''",
                    // Longer ones are not followed.
                    "probe(m.a.b.c.d.e.f) | Mock a a b c d e f",
                    "probe(m.a.b.c.d.e.f.g) | ''",
                })
        void ofMocks(String code, String expected) {
            assertThat(inTest("async def test(n, name, monkeypatch):\n    m = Mock('a')\n    " + code))
                    .isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Mock('a', load=Mock('b')) | m.load | Mock b",
                    "Mock('a', load=Mock('b')) | m.save | Mock a save",
                    "Mock('a', load=1) | m.load | ''",
                    "Mock('a', return_value=Mock('b')) | m() | Mock b",
                    "Mock('a', **{'load.return_value': Mock('b')}) | m.load() | Mock b",
                    "Mock('a', **{'load.return_value': Mock('b')}) | m.load | Mock a load",
                    "Mock('a', **{'load.return_value': Mock('b')}) | m.save() | Mock a save ()",
                    "Mock('a', **{'return_value.load': Mock('b')}) | m().load | Mock b",
                    "Mock('a', **{'store.load': Mock('b')}) | m.store.load | Mock b",
                    "Mock('a', **options) | m.load | Mock a load",
                    "SimpleNamespace(load=Mock('b')) | m.load | Mock b",
                    "SimpleNamespace(load=lambda: 1) | m.load | lambda",
                    "SimpleNamespace(load=Mock('b')) | m.save | ''",
                    "type('Store', (), {'load': Mock('b')}) | m.load | Mock b",
                    "type('Store', (), {'load': Mock('b')}) | m().load | Mock b",
                    "type('Store', (), {'load': Mock('b')})() | m.load | Mock b",
                    "type('Store', (), {'app': SimpleNamespace(load=Mock('b'))})() | m.app.load | Mock b",
                    "type('Store', (), {'load': Mock('b')})() | m.save | ''",
                    "type('Store', (), {'load': Mock('b')})() | m.load() | Mock b ()",
                    "patch('app.rooms.load', return_value=Mock('b')).start() | m() | Mock b",
                })
        void configured(String made, String asked, String expected) {
            assertThat(inTest("def test(options):\n    m = " + made + "\n    probe(" + asked + ")"))
                    .isEqualTo(expected);
        }

        /** An assignment in one test doesn't take the place of what another one has. */
        @Test
        void assignedElsewhere() {
            assertThat(inTest("""
                    @pytest.fixture
                    def m(): return Mock('a')
                    def test_one(m): m.load = Mock('b')
                    def test_two(m): probe(m.load)
                    """)).isEqualTo("Mock a load, Mock b");
        }
    }

    @Nested
    class Fakes {
        private static final String FAKES = """
                class FakeStore:
                    inner = Mock('a')
                    def __init__(self): self.own = Mock('b')
                    def load(self, key): return Mock('c')
                class Derived(FakeStore): pass
                class Named(Store): pass
                """;

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "FakeStore() | fake FakeStore",
                    "Derived() | fake Derived",
                    "FakeStore().load | def load",
                    "Derived().load | def load",
                    "FakeStore().load(1) | Mock c",
                    "FakeStore().inner | Mock a",
                    "FakeStore().own | Mock b",
                    "FakeStore().other | ''",
                    "Named().load | ''",
                    "Store() | ''",
                    "Service(1) | ''",
                })
        void areOfTheTests(String asked, String expected) {
            assertThat(inTest(FAKES + "def test(): probe(" + asked + ")")).isEqualTo(expected);
        }
    }
}
