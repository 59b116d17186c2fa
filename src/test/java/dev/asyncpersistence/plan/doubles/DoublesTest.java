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

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The doubles that arrive at {@code probe(...)}, in the tests or in the code under test. */
@ExtendWith(PythonForTests.class)
class DoublesTest {
    private static final String APP = """
            from dataclasses import dataclass
            class Store:
                def load(self, key): return key
            class Service:
                size = 1
                def __init__(self, store, *, other=None):
                    self.store = store
                    self.other = other
                def run(self): probe(self.store)
            @dataclass
            class Config:
                store: Store
                other: Store = None
                def run(self): probe(self.store)
            def load(key): return key
            def run(): probe(load)
            """;

    private static final String HEAD = """
            import pytest
            from types import SimpleNamespace
            from unittest.mock import DEFAULT, AsyncMock, MagicMock, Mock, patch
            from app import rooms
            from app.rooms import Config, Service, Store
            """;

    /** What arrives at probes in the tests. */
    private static String inTest(String code) {
        return Followed.toProbes(
                "app/rooms.py",
                APP.replace("probe", "ignored"),
                "tests/test_rooms.py",
                HEAD + code.replace("\\n", "\n") + "\n");
    }

    /** What arrives at probes in the code under test. */
    private static String inApp(String app, String test) {
        return Followed.toProbes("app/rooms.py", app, "tests/test_rooms.py", HEAD + test.replace("\\n", "\n") + "\n");
    }

    @Nested
    class Variables {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "probe(Mock('a')) | Mock a",
                    "m = Mock('a'); probe(m) | Mock a",
                    "m = Mock('a'); n = m; probe(n) | Mock a",
                    "probe(m := Mock('a')) | Mock a",
                    "m: Store = Mock('a'); probe(m) | Mock a",
                    "m = Mock('a') if x else Mock('b'); probe(m) | 'Mock a, Mock b'",
                    "m = Mock('a')\\n    def f(): probe(m) | Mock a",
                    "probe(patch.object(Store, 'load', Mock('a'))) | Mock a",
                    "with patch('app.rooms.load') as m: probe(m) | patch app.rooms.load",
                    "with patch('app.rooms.load', Mock('a')) as m: probe(m) | Mock a",
                    "with patch('app.rooms.load', new=Mock('a')) as m: probe(m) | Mock a",
                    "with patch.object(Store, 'load') as m: probe(m) | patch.object load",
                    "p = patch('app.rooms.load'); probe(p.start()) | patch app.rooms.load",
                    "p = patch('app.rooms.load'); m = p.start(); probe(m) | patch app.rooms.load",
                    "probe(patch('app.rooms.load', Mock('a')).start()) | Mock a",
                    "m = patch.object(Store, 'load', new=Mock('a')).start(); probe(m) | Mock a",
                    "p = patch.object(Store, 'load', Mock('a')); m = p.start(); probe(m) | Mock a",
                    "m = patch('app.rooms.load', Mock('a')).start(); probe(m.start()) | Mock a start ()",
                    "with patch('app.rooms.load') as m: probe(m.start) | patch app.rooms.load start",
                    "m = mocker.patch('app.rooms.load'); probe(m) | mocker.patch app.rooms.load",
                    "probe(lambda: 1) | lambda",
                    "f = lambda: 1; probe(f) | lambda",
                    "def f(): pass\\n    probe(f) | def f",
                    // What is none, or nobody can follow.
                    "probe(m) | ''",
                    "probe(1) | ''",
                    "probe(Store()) | ''",
                    "m = {'a': Mock('a')}; probe(m) | ''",
                    "def f(m): return Mock('a')\\n    probe(f) | def f",
                    "m = Mock('a')\\n    def f(m): probe(m) | ''",
                    "p = patch('app.rooms.load'); probe(p.stop()) | ''",
                    "p = patch('app.rooms.load', Mock('a')); probe(p.stop) | ''",
                })
        void follows(String code, String expected) {
            assertThat(inTest("def test(mocker, x):\n    " + code)).isEqualTo(expected);
        }

        @Test
        void ofModulesAndClasses() {
            assertThat(inTest("M = Mock('a')\ndef test(): probe(M)")).isEqualTo("Mock a");
            assertThat(inTest("class TestIt:\n    m = Mock('a')\n    def test(self): probe(self.m)"))
                    .isEqualTo("Mock a");
            assertThat(inTest("class TestIt:\n    m = Mock('a')\nclass Test2:\n    def test(self): probe(self.m)"))
                    .isEmpty();
        }

        @Test
        void ofObjects() {
            assertThat(inTest("""
                    class TestIt:
                        def setUp(self): self.store = Mock('a')
                        def test(self): probe(self.store)
                        def test_other(self): probe(self.other)
                    """)).isEqualTo("Mock a");
        }

        @Test
        void importedAnywhere() {
            String doubles = "from unittest.mock import Mock\nstore = Mock('a')\n";
            String[] imports = {
                "from tests.doubles import store\ndef test(): probe(store)\n",
                "from tests.doubles import store as s\ndef test(): probe(s)\n",
                "from tests import doubles\ndef test(): probe(doubles.store)\n",
                "def test():\n    from tests.doubles import store\n    probe(store)\n",
                "def test():\n    from tests.doubles import store\n    def f(): probe(store)\n"
            };
            for (String each : imports) {
                assertThat(Followed.toProbes("tests/doubles.py", doubles, "tests/test_it.py", each))
                        .as(each)
                        .isEqualTo("Mock a");
            }
            assertThat(Followed.toProbes(
                            "tests/doubles.py",
                            doubles,
                            "tests/test_it.py",
                            "def test():\n    from tests.doubles import other\n    probe(other)\n"))
                    .isEmpty();
        }

        /** Modules that import from each other are no endless way. */
        @Test
        void importedInACircle() {
            assertThat(Followed.toProbes(
                            "tests/a.py",
                            "from tests.b import m\nprobe(m)\n",
                            "tests/b.py",
                            "from tests.a import m\nfrom unittest.mock import Mock\nm = Mock('a')\n"))
                    .isEqualTo("Mock a");
        }
    }

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

    @Nested
    class Functions {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "def make(): return Mock('a')\\ndef test(): probe(make()) | Mock a",
                    "def make(m): return m\\ndef test(): probe(make(Mock('a'))) | Mock a",
                    "def make(*, m=None): return m\\ndef test(): probe(make(m=Mock('a'))) | Mock a",
                    "def make(): return 1, Mock('a')\\ndef test():\\n    n, m = make()\\n    probe(m) | Mock a",
                    "def make(): return 1, Mock('a')\\ndef test():\\n    n, m = make()\\n    probe(n) | ''",
                    "make = lambda: Mock('a')\\ndef test(): probe(make()) | Mock a",
                    "@contextmanager\\ndef made(): yield Mock('a')\\ndef test():\\n    with made() as m: probe(m) | Mock a",
                    "def make(m): probe(m)\\ndef test(n): make(n) | ''",
                    "def make(m, n): probe(m)\\ndef test(): make(1, Mock('a')) | ''",
                    "def test(): probe(rooms.load) | ''",
                })
        void giveDoubles(String code, String expected) {
            assertThat(inTest(code)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "return Mock('a') | def test(m): probe(m) | Mock a",
                    "yield Mock('a') | def test(m): probe(m) | Mock a",
                    "n = Mock('a'); yield n; n.close() | def test(m): probe(m) | Mock a",
                    "\\n    with patch('app.rooms.load') as n: yield n | def test(m): probe(m) | patch app.rooms.load",
                    "return Mock('a'), Mock('b') | def test(m):\\n    n, o = m\\n    probe(o) | Mock b",
                    "return Mock('a'), Mock('b') | def test(m):\\n    n, o, p = m\\n    probe(p) | ''",
                    "return Mock('a') | @pytest.fixture\\ndef other(m): probe(m) | Mock a",
                    "return Service(Mock('a')) | def test(m): probe(m.store) | Mock a",
                    "return lambda key: Mock('a') | def test(m): probe(m(1)) | Mock a",
                    "return Mock('a') | def helper(m): probe(m) | ''",
                    "return Mock('a') | def test(n): probe(n) | ''",
                })
        void fixtures(String fixture, String code, String expected) {
            assertThat(inTest("@pytest.fixture\ndef m(): " + fixture + "\n" + code))
                    .isEqualTo(expected);
        }
    }

    @Nested
    class Decorators {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "@patch('app.rooms.load')\\ndef test(m): probe(m) | patch app.rooms.load",
                    "@patch.object(Store, 'load')\\ndef test(m): probe(m) | patch.object load",
                    // The lowest one gives the first parameter.
                    "@patch('app.a')\\n@patch('app.b')\\ndef test(m, n): probe(m) | patch app.b",
                    "@patch('app.a')\\n@patch('app.b')\\ndef test(m, n): probe(n) | patch app.a",
                    "@patch('app.a')\\n@patch('app.b')\\ndef test(m, n, o): probe(o) | ''",
                    "@patch('app.a')\\n@other\\n@patch('app.b')\\ndef test(m, n): probe(n) | patch app.a",
                    // Those that are told what to put there give none.
                    "@patch('app.a')\\n@patch('app.b', Mock())\\ndef test(m): probe(m) | patch app.a",
                    "@patch('app.a')\\n@patch('app.b', new=Mock())\\ndef test(m): probe(m) | patch app.a",
                    "@patch('app.a')\\n@patch.object(Store, 'load', 1)\\ndef test(m): probe(m) | patch app.a",
                    "@patch('app.a')\\n@patch.object(Store, 'load', new=1)\\ndef test(m): probe(m) | patch app.a",
                    "@patch('app.a')\\n@patch('app.b', autospec=True)\\ndef test(m): probe(m) | patch app.b",
                    // By name.
                    "@patch.multiple(Store, load=DEFAULT)\\ndef test(load): probe(load) | patch.multiple load",
                    "@patch.multiple(Store, load=DEFAULT)\\ndef test(save): probe(save) | ''",
                    "@patch.multiple(Store, load=DEFAULT)\\n@patch('app.a')\\ndef test(m, load): probe(m) | patch app.a",
                    // On methods and classes.
                    "class TestIt:\\n    @patch('app.a')\\n    def test(self, m): probe(m) | patch app.a",
                    "@patch('app.a')\\nclass TestIt:\\n    def test(self, m): probe(m) | patch app.a",
                    "@patch('app.a')\\nclass TestIt:\\n    @patch('app.b')\\n    def test(self, m, n): probe(m) | patch app.b",
                    "@patch('app.a')\\nclass TestIt:\\n    @patch('app.b')\\n    def test(self, m, n): probe(n) | patch app.a",
                    "@patch('app.a')\\ndef test(m): pass\\ndef test_other(m): probe(m) | ''",
                })
        void passMocks(String code, String expected) {
            assertThat(inTest(code)).isEqualTo(expected);
        }
    }

    /** From the tests into the code under test. */
    @Nested
    class CodeUnderTest {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Service(Mock('a')) | Mock a",
                    "Service(store=Mock('a')) | Mock a",
                    "m = Mock('a'); Service(m) | Mock a",
                    "Service(FakeStore()) | fake FakeStore",
                    "Service(1, other=Mock('a')) | ''",
                    "Config(Mock('a')) | Mock a",
                    "Config(other=1, store=Mock('a')) | Mock a",
                    "Config(Store(), Mock('a')) | ''",
                    "s = Service(1); s.store = Mock('a') | Mock a",
                    "s = Service(1); s.other = Mock('a') | ''",
                    "s = Service(1); monkeypatch.setattr(s, 'store', Mock('a')) | Mock a",
                    "Service.store = Mock('a') | Mock a",
                    "with patch.object(Service, 'store'): pass | patch.object store",
                    "with patch('app.rooms.Service.store', Mock('a')): pass | Mock a",
                    "with patch.object(Service, 'other'): pass | ''",
                    "with patch('app.rooms.load'): pass | patch app.rooms.load",
                    "monkeypatch.setattr(rooms, 'load', lambda key: 1) | lambda",
                    "monkeypatch.setattr('app.rooms.load', fake_load) | def fake_load",
                    "rooms.load = Mock('a') | Mock a",
                    "with patch('app.doors.load'): pass | ''",
                    "Mock('a') | ''",
                })
        void isGivenDoubles(String code, String expected) {
            String fakes = "class FakeStore: pass\ndef fake_load(key): pass\n";
            assertThat(inApp(APP, fakes + "def test(monkeypatch):\n    " + code))
                    .isEqualTo(expected);
        }

        @Test
        void throughItsOwnFunctions() {
            String app = """
                    def start(store): run(store, 1)
                    def run(store, key): probe(store)
                    """;
            assertThat(inApp(app, "def test(): rooms.start(Mock('a'))")).isEqualTo("Mock a");
            assertThat(inApp(app, "def test(): rooms.run(1, Mock('a'))")).isEmpty();
        }

        @Test
        void throughItsObjects() {
            String app = APP + """
                    class App:
                        def __init__(self, service: Service): self.service = service
                        def go(self): probe(self.service.store.load)
                    """;
            assertThat(inApp(app.replace("probe(self.store)", "pass"), "def test(): Service(Mock('a'))"))
                    .isEqualTo("Mock a load");
        }

        /** {@code request.app.state.store}: only the name agrees. */
        @Test
        void throughWhatNobodyKnows() {
            String app = APP.replace("probe", "ignored") + "def go(request): probe(request.app.state.store)\n";
            assertThat(inApp(app, "def test(client): client.app.state.store = Mock('a')"))
                    .isEqualTo("Mock a");
            assertThat(inApp(app, "def test(client): client.app.state.other = Mock('a')"))
                    .isEmpty();
            assertThat(inApp(app, "def test(client): Service(1).store = Mock('a')"))
                    .isEmpty();
        }

        @Test
        void fromOtherModulesOfItsOwn() {
            assertThat(Followed.toProbes(
                            "app/db.py",
                            "store = object()\n",
                            "app/rooms.py",
                            "from app.db import store\ndef run(): probe(store)\n",
                            "tests/test_rooms.py",
                            "from unittest.mock import patch\n@patch('app.rooms.store')\ndef test(m): pass\n"))
                    .isEqualTo("patch app.rooms.store");
        }

        /** Its own functions are no doubles, whatever they take the place of. */
        @Test
        void itsFunctionsAreNone() {
            assertThat(inApp(APP, "def test(): rooms.load = rooms.run")).isEmpty();
        }
    }

    /** Calls of functions that are taken from tables. */
    @Nested
    class Tables {
        private static final String HANDLERS = """
                def look(request, user): probe(request)
                def drop(request, user, key): pass
                HANDLERS = {"look": look, "drop": drop}
                def handle(name, request, user): HANDLERS[name](request, user)
                """;

        @Test
        void passTheirArguments() {
            assertThat(inApp(HANDLERS, "def test(): rooms.handle('look', Mock('a'), 1)"))
                    .isEqualTo("Mock a");
            assertThat(inApp(HANDLERS, "def test(): rooms.handle('look', 1, Mock('a'))"))
                    .isEmpty();
        }

        @Test
        void passThemToFunctionsThatTakeAsMany() {
            String app =
                    HANDLERS.replace("pass", "probe(request)").replace("probe(request)\ndef drop", "pass\ndef drop");
            assertThat(inApp(app, "def test(): rooms.handle('drop', Mock('a'), 1)"))
                    .isEmpty();
            assertThat(inApp(app.replace("key)", "key=1)"), "def test(): rooms.handle('drop', Mock('a'), 1)"))
                    .isEqualTo("Mock a");
        }

        @Test
        void passNothingToOthers() {
            String app = HANDLERS.replace("\"look\": look, ", "");
            assertThat(inApp(app, "def test(): rooms.handle('look', Mock('a'), 1)"))
                    .isEmpty();
        }

        @Test
        void withOneArgumentTooManyLookAlike() {
            String app = """
                    def look(request): probe(request)
                    HANDLERS = {"look": look}
                    def handle(name, request): HANDLERS[name](request)
                    """;
            assertThat(inApp(app, "def test(): rooms.handle('look', Mock('a'))"))
                    .isEmpty();
        }
    }

    @Nested
    class Put {
        @Test
        void inAPlace() {
            Doubles doubles = Followed.doubles("tests/test_it.py", HEAD + """
                            def test(m):
                                m.a = Mock('a')
                                m.b = 1
                                patch.object(m, 'c')
                                patch.multiple(m, d=DEFAULT, e=Mock('e'))
                                setattr(m, 'f', other)
                            """);
            assertThat(doubles.replacements().all())
                    .extracting(each -> each.attr()
                            + doubles.put(each).stream().map(Followed::text).toList())
                    .containsExactlyInAnyOrder(
                            "a[Mock a]", "b[]", "c[patch.object c]", "d[patch.multiple d]", "e[Mock e]", "f[]");
        }
    }
}
