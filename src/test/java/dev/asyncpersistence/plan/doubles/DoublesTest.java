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

/** The doubles that arrive at {@code probe(...)} in tests. */
@ExtendWith(PythonForTests.class)
class DoublesTest {
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
                    // In a dict.
                    "@patch.multiple(Store, load=DEFAULT)\\ndef test(**m): probe(m['load']) | patch.multiple load",
                    "@patch.multiple(Store, load=DEFAULT)\\ndef test(**m): probe(m['save']) | ''",
                    "@patch.multiple(Store, load=Mock())\\ndef test(**m): probe(m['load']) | ''",
                    "@patch.multiple(Store, load=DEFAULT)\\ndef test(**m): probe(m[load]) | ''",
                    "@patch('app.a')\\ndef test(m, **n): probe(n['a']) | ''",
                    "def test():\\n    with patch.multiple(Store, load=DEFAULT) as m: probe(m['load']) | patch.multiple load",
                    "def test():\\n    m = {'load': Mock('a')}\\n    probe(m['load']) | ''",
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

    @Nested
    class Put {
        @Test
        void inAPlace() {
            Doubles doubles = Followed.doubles("tests/test_it.py", Rooms.HEAD + """
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
