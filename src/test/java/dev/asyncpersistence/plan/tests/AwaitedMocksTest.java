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
import org.junit.jupiter.params.provider.ValueSource;

/** {@code load} of a service, and a function of that name, become coroutine functions; {@code name} doesn't. */
@ExtendWith(PythonForTests.class)
class AwaitedMocksTest {
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
            class Client:
                def __init__(self, service: Service): self.service = service
                async def use(self):
                    row = self.service.load(1)
                    return row.first.get() + self.service.name(2)
            def load(key): return layer.fetch(key)
            async def run(): return load(3)
            """;

    private static final String HEAD = """
            from types import SimpleNamespace
            from unittest.mock import AsyncMock, MagicMock, Mock, NonCallableMock, create_autospec, patch
            from app import m
            from app.m import Client, Service
            """;

    private static Planned planned(String test) {
        return Planned.of("app/db.py", DB, "app/m.py", APP, "tests/test_m.py", HEAD + test);
    }

    private static List<String> edits(String test) {
        Planned planned = planned(test);
        assertThat(planned.problems()).isEmpty();
        return planned.edits();
    }

    @Nested
    class Parts {
        private static List<String> edits(String made, String code) {
            return AwaitedMocksTest.edits("async def test(flag, other):\n    service = " + made + "\n    "
                    + code.replace("\\n", "\n    ") + "\n    await Client(service).use()\n");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Mock()",
                    "MagicMock()",
                    "Mock(name='service')",
                    "Mock(name=Mock())",
                    "Mock(spec=['load', 'name'])",
                    "NonCallableMock()",
                })
        void whereTheMockIsMade(String made) {
            assertThat(edits(made, "pass")).containsExactly("6 load=AsyncMock()");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Mock(load=Mock())",
                    "Mock(load=MagicMock(return_value=1))",
                    "SimpleNamespace(load=Mock(), name=Mock())",
                })
        void whatThePartIsGiven(String made) {
            assertThat(edits(made, "pass")).containsExactly("6 AsyncMock");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "AsyncMock()",
                    "Mock(spec=Service)",
                    "Mock(Service)",
                    "create_autospec(Service, instance=True)",
                    "Mock(load=AsyncMock())",
                    "Mock(wraps=Service())",
                    "Mock(spec=['name'])",
                    "SimpleNamespace(name=Mock())",
                })
        void doNotChangeWhatIsAwaitableOrNeverAsked(String made) {
            assertThat(edits(made, "pass")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "service.load.return_value = 1 | 7 made by AsyncMock",
                    "service.load.side_effect = [1] | 7 made by AsyncMock",
                    "service.name.return_value = 1\\nservice.load.return_value = 2 | 8 made by AsyncMock",
                    // The first one, and the others go on to configure it.
                    "service.load.side_effect = [1]\\nservice.load.return_value = 1 | 7 made by AsyncMock",
                    // Not always run, or not there at all.
                    "if flag: service.load.return_value = 1 | 6 load=AsyncMock()",
                    "service.name.return_value = 1 | 6 load=AsyncMock()",
                    "other.load.return_value = 1 | 6 load=AsyncMock()",
                    "service.load.configure_mock(return_value=1) | 6 load=AsyncMock()",
                    "service.load.called = 1 | 6 load=AsyncMock()",
                    // What it returns is no `AsyncMock`, whose methods would be awaited.
                    "service.load.return_value.first.get.return_value = 1 | 6 load=AsyncMock(return_value=Mock())",
                })
        void whereItIsConfiguredFirst(String code, String expected) {
            assertThat(edits("Mock()", code)).containsExactly(expected);
        }

        @Test
        void ofAClassOfItsOwn() {
            assertThat(edits("MagicMock()", "service.load.return_value.first.get.return_value = 1"))
                    .containsExactly("6 load=AsyncMock(return_value=MagicMock())");
        }

        /** Behind a statement, an attribute is assigned; where there is none, a keyword with dots does it. */
        @Test
        void deeperOnes() {
            assertThat(AwaitedMocksTest.edits(
                            "async def test():\n    app = Mock()\n    await Client(app.state.service).use()\n"))
                    .containsExactly("6 behind: app.state.service.load = AsyncMock()");
            assertThat(AwaitedMocksTest.edits("async def test():\n    make = Mock()\n    await Client(make()).use()\n"))
                    .containsExactly("6 behind: make.return_value.load = AsyncMock()");
            assertThat(AwaitedMocksTest.edits("async def test():\n    await Client(Mock().state.service).use()\n"))
                    .containsExactly("6 state.service.load=AsyncMock()");
        }

        /** An autospec takes no keywords for parts that it has none of. */
        @Test
        void ofAnAutospecBehindIt() {
            assertThat(edits("create_autospec(object)", "pass"))
                    .containsExactly("6 behind: service.load = AsyncMock()");
            assertThat(planned("async def test():\n    await Client(create_autospec(object)).use()\n")
                            .problems())
                    .containsExactly("tests/test_m.py:6 can't be made awaitable: create_autospec(...) [load]");
        }
    }

    @Nested
    class Themselves {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "m.load = Mock() | 6 AsyncMock",
                    "m.load = MagicMock(return_value=1) | 6 AsyncMock",
                    "patch('app.m.load', Mock()) | 6 AsyncMock",
                    "patch('app.m.load', new=Mock()) | 6 AsyncMock",
                    "patch('app.m.load', new_callable=MagicMock) | 6 AsyncMock",
                    "patch.object(m, 'load', new_callable=MagicMock) | 6 AsyncMock",
                })
        void getAnotherClass(String code, String expected) {
            assertThat(edits("async def test():\n    " + code + "\n    await m.run()\n"))
                    .containsExactly(expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "m.load = AsyncMock()",
                    "m.name = Mock()",
                    // In the place of a coroutine function, `patch` puts an `AsyncMock` by itself.
                    "patch('app.m.load')",
                    "patch('app.m.load', return_value=1)",
                    "patch('app.m.load', autospec=True)",
                    "patch('app.m.load', new_callable=AsyncMock)",
                    "patch('app.m.load', create_autospec(m.load))",
                    "patch.object(m, 'load')",
                })
        void doNotChangeThoseThatAreAwaitable(String code) {
            assertThat(edits("async def test():\n    " + code + "\n    await m.run()\n"))
                    .isEmpty();
        }

        /** What a call, a lambda or a function of the tests gives is not known by a name. */
        @ParameterizedTest
        @ValueSource(strings = {"make()", "lambda: Mock()", "makers[0]", "make", "makers.load", "Client", "str"})
        void doNotChangeWhatMakesThemOtherwise(String callable) {
            Planned planned = planned("async def test(make, makers):\n    patch('app.m.load', new_callable=" + callable
                    + ")\n    await m.run()\n");
            assertThat(planned.edits()).isEmpty();
            assertThat(planned.problems()).containsExactly("tests/test_m.py:6 can't be made awaitable: patch(...) []");
        }
    }

    /** Each as its file writes it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from unittest import mock | mock.Mock() | 4 load=mock.AsyncMock()",
                "from unittest import mock | mock.Mock(load=mock.Mock()) | 4 mock.AsyncMock",
                "import unittest.mock | unittest.mock.Mock() | 4 load=unittest.mock.AsyncMock()",
                "from unittest.mock import AsyncMock as A, Mock | Mock() | 4 load=A()",
                "from unittest.mock import Mock | Mock() | from unittest.mock import AsyncMock; 4 load=AsyncMock()",
                "from unittest.mock import Mock | Mock(load=Mock()) | from unittest.mock import AsyncMock; 4 AsyncMock",
                "from mock import Mock | Mock() | from mock import AsyncMock; 4 load=AsyncMock()",
            })
    void namesAreThoseOfTheFile(String imports, String made, String expected) {
        Planned planned = Planned.of(
                "app/db.py",
                DB,
                "app/m.py",
                APP,
                "tests/test_m.py",
                imports + "\nfrom app.m import Client\nasync def test():\n    service = " + made
                        + "\n    await Client(service).use()\n");
        assertThat(String.join("; ", planned.edits())).isEqualTo(expected);
    }
}
