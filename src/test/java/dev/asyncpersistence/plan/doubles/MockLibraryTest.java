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

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PythonForTests.class)
class MockLibraryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from unittest.mock import Mock | Mock() | MOCK",
                "from unittest.mock import NonCallableMock | NonCallableMock() | MOCK",
                "from unittest.mock import MagicMock | MagicMock(spec=int) | MAGIC_MOCK",
                "from unittest.mock import NonCallableMagicMock | NonCallableMagicMock() | MAGIC_MOCK",
                "from unittest.mock import AsyncMock | AsyncMock() | ASYNC_MOCK",
                "from unittest.mock import create_autospec | create_autospec(int) | AUTOSPEC",
                "from unittest.mock import patch | patch('app.load') | PATCH",
                "from unittest.mock import patch | patch.object(app, 'load') | PATCH_OBJECT",
                "from unittest.mock import patch | patch.multiple(app, load=1) | PATCH_MULTIPLE",
                "from types import SimpleNamespace | SimpleNamespace(load=1) | NAMESPACE",
                "import types | types.SimpleNamespace() | NAMESPACE",
                "'' | type('Store', (), {'load': 1}) | CLASS",
                "'' | type('Store', (Base,), {}) | CLASS",
                // Other ways to the same names.
                "from unittest import mock | mock.Mock() | MOCK",
                "from unittest import mock as m | m.patch.object(app, 'load') | PATCH_OBJECT",
                "import unittest.mock | unittest.mock.AsyncMock() | ASYNC_MOCK",
                "import unittest.mock as um | um.MagicMock() | MAGIC_MOCK",
                "from unittest.mock import Mock as Double | Double() | MOCK",
                "from unittest.mock import patch as replaced | replaced('app.load') | PATCH",
                "from unittest.mock import patch as replaced | replaced.object(app, 'load') | PATCH_OBJECT",
                "import mock | mock.Mock() | MOCK",
                "from mock import AsyncMock | AsyncMock() | ASYNC_MOCK",
                // pytest-mock's.
                "'' | mocker.Mock() | MOCK",
                "'' | mocker.MagicMock() | MAGIC_MOCK",
                "'' | mocker.AsyncMock() | ASYNC_MOCK",
                "'' | mocker.stub() | MAGIC_MOCK",
                "'' | mocker.create_autospec(int) | AUTOSPEC",
                "'' | mocker.patch('app.load') | PATCH",
                "'' | mocker.patch.object(app, 'load') | PATCH_OBJECT",
                "'' | mocker.patch.multiple(app, load=1) | PATCH_MULTIPLE",
            })
    void knowsWhatCallsMake(String imports, String call, Mock.Kind kind) {
        assertThat(kinds(imports + "\ndef test(mocker): " + call + "\n")).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Mock: pass\nMock()",
                "class Mock: pass\nMock().Mock()",
                "from app.doubles import Mock\nMock()",
                "def patch(name): pass\npatch('app.load')",
                "Mock()",
                "from unittest.mock import call\ncall(1)",
                "from unittest.mock import patch\npatch.dict(app, a=1)",
                "from unittest.mock import patch\npatch.stopall()",
                "from unittest.mock import Mock\nMock",
                "service.stub()",
                "type(store)",
                "type('Store', (), members)",
                "self.type('Store', (), {'load': 1})",
                "mocker.spy(app, 'load')",
                "from app.types import SimpleNamespace\nSimpleNamespace()",
            })
    void knowsWhatIsNoMock(String text) {
        assertThat(kinds(text + "\n")).isEmpty();
    }

    /** What another file imports under a name of its own means nothing elsewhere. */
    @Test
    void aliasesAreThoseOfTheirFiles() {
        Program program = Programs.of(
                "tests/test_one.py",
                "from unittest.mock import Mock as Double\nDouble()\n",
                "tests/test_two.py",
                "class Double: pass\nDouble()\n");
        assertThat(made(program)).extracting(Mock::scope).containsExactly("tests.test_one");
    }

    @Test
    void mocksOfDecoratorsAreMadeForWhatIsDecorated() {
        Program program = Programs.of("tests/test_it.py", """
                from unittest.mock import Mock, patch
                @patch("app.one")
                class TestIt:
                    @patch("app.two")
                    def test_two(self, two, one):
                        Mock()
                """);
        assertThat(made(program))
                .extracting(mock -> mock.call().callee().display() + " " + mock.scope() + " " + mock.home())
                .containsExactlyInAnyOrder(
                        "patch tests.test_it tests.test_it.TestIt",
                        "patch tests.test_it.TestIt tests.test_it.TestIt.test_two",
                        "Mock tests.test_it.TestIt.test_two tests.test_it.TestIt.test_two");
    }

    @Test
    void mocksAreTheSameWhereTheyAreMade() {
        Program program = Programs.of("tests/test_it.py", "from unittest.mock import Mock\nMock()\nMock()\n");
        List<Mock> first = made(program);
        assertThat(first).hasSize(2).doesNotHaveDuplicates().isEqualTo(made(program));
    }

    @Test
    void onlyPatchesPutSomethingInAPlace() {
        assertThat(Mock.Kind.values())
                .filteredOn(Mock.Kind::patches)
                .containsExactly(Mock.Kind.PATCH, Mock.Kind.PATCH_OBJECT, Mock.Kind.PATCH_MULTIPLE);
    }

    private static List<Mock.Kind> kinds(String text) {
        return made(Programs.of("tests/test_it.py", text)).stream()
                .map(Mock::kind)
                .toList();
    }

    private static List<Mock> made(Program program) {
        MockLibrary library = new MockLibrary(new Resolver(program));
        return program.modules().stream()
                .flatMap(module -> module.allCalls().stream())
                .sorted(Comparator.comparing(CallSite::location))
                .map(site -> library.made(site.call(), site.scope()))
                .filter(Objects::nonNull)
                .map(mock -> requireNonNull(mock))
                .toList();
    }
}
