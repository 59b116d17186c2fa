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
package dev.asyncpersistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.test.SourceSpecs.text;

import dev.asyncpersistence.report.TestProblems;
import dev.asyncpersistence.report.UnreadFiles;
import dev.asyncpersistence.source.TestInterpreter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openrewrite.config.OptionDescriptor;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** Tests that have fallen behind code that is async already. */
@ExtendWith(PythonForTests.class)
class MigrateTestDoublesTest implements RewriteTest {

    private static final SourceSpecs SERVICE = text("""
            class Users:
                def __init__(self, store):
                    self.store = store

                async def is_admin(self, name):
                    user = await self.store.load(name)
                    return user.admin
            """, spec -> spec.path("app/users.py"));

    private static final SourceSpecs SETTINGS =
            text("[pytest]\nasyncio_mode = auto\n", spec -> spec.path("pytest.ini"));

    @Override
    public void defaults(RecipeSpec spec) {
        spec.recipe(new MigrateTestDoubles(null));
    }

    @Test
    void testsAwaitAndMocksCanBeAwaited() {
        rewriteRun(SERVICE, SETTINGS, text("""
                        from unittest.mock import Mock

                        from app.users import Users


                        def test_admin():
                            store = Mock()
                            store.load.return_value.admin = True
                            assert Users(store).is_admin("ann")
                            store.load.assert_called_once_with("ann")
                        """, """
                        from unittest.mock import AsyncMock, Mock

                        from app.users import Users


                        async def test_admin():
                            store = Mock(load=AsyncMock())
                            store.load.return_value.admin = True
                            assert await Users(store).is_admin("ann")
                            store.load.assert_awaited_once_with("ann")
                        """, spec -> spec.path("tests/test_users.py")));
    }

    @Test
    void fakesAreAwaited() {
        rewriteRun(SERVICE, SETTINGS, text("""
                        from types import SimpleNamespace

                        from app.users import Users


                        class FakeStore:
                            def load(self, name):
                                return SimpleNamespace(admin=name == "ann")

                            def close(self):
                                pass


                        async def test_admin():
                            assert await Users(FakeStore()).is_admin("ann")
                        """, """
                        from types import SimpleNamespace

                        from app.users import Users


                        class FakeStore:
                            async def load(self, name):
                                return SimpleNamespace(admin=name == "ann")

                            def close(self):
                                pass


                        async def test_admin():
                            assert await Users(FakeStore()).is_admin("ann")
                        """, spec -> spec.path("tests/test_users.py")));
    }

    @Test
    void testsThatAreUpToDateStay() {
        rewriteRun(SERVICE, SETTINGS, text("""
                        import asyncio
                        from unittest.mock import AsyncMock, Mock

                        from app.users import Users


                        async def test_admin():
                            store = AsyncMock()
                            store.load.return_value = Mock(admin=True)
                            assert await Users(store).is_admin("ann")
                            store.load.assert_called_once_with("ann")


                        def test_nobody():
                            store = Mock(load=AsyncMock(return_value=Mock(admin=False)))
                            assert not asyncio.run(Users(store).is_admin("eve"))
                        """, spec -> spec.path("tests/test_users.py")));
    }

    @Test
    void marksTestsAndFixturesInStrictMode() {
        rewriteRun(
                SERVICE,
                text("pytest-asyncio\n", spec -> spec.path("requirements.txt")),
                text("""
                        import pytest

                        from app.users import Users


                        @pytest.fixture
                        def admin(store):
                            return 1 if Users(store).is_admin("ann") else 2


                        @pytest.fixture
                        def name():
                            return "ann"


                        def test_admin(store):
                            assert Users(store).is_admin("ann")


                        def test_fixture(admin):
                            assert admin == 1


                        def test_name(name):
                            assert name == "ann"
                        """, """
                        import pytest
                        import pytest_asyncio

                        from app.users import Users


                        @pytest_asyncio.fixture
                        async def admin(store):
                            return 1 if await Users(store).is_admin("ann") else 2


                        @pytest.fixture
                        def name():
                            return "ann"


                        @pytest.mark.asyncio
                        async def test_admin(store):
                            assert await Users(store).is_admin("ann")


                        def test_fixture(admin):
                            assert admin == 1


                        def test_name(name):
                            assert name == "ann"
                        """, spec -> spec.path("tests/test_users.py")));
    }

    /** Nothing runs coroutine functions. */
    @Test
    void runsALoopWhereNoPluginDoes() {
        rewriteRun(SERVICE, text("""
                        from app.users import Users


                        def test_admin(store):
                            assert Users(store).is_admin("ann")
                        """, """
                        import asyncio

                        from app.users import Users


                        def test_admin(store):
                            assert asyncio.run(Users(store).is_admin("ann"))
                        """, spec -> spec.path("tests/test_users.py")));
    }

    /** A mock that is called without being awaited stays what it is. */
    @Test
    void doNotChangeMocksOfSyncMethods() {
        rewriteRun(
                text("""
                        class Users:
                            def __init__(self, store):
                                self.store = store

                            async def size(self):
                                return self.store.size()
                        """, spec -> spec.path("app/users.py")),
                SETTINGS,
                text("""
                        from unittest.mock import MagicMock

                        from app.users import Users


                        async def test_size():
                            store = MagicMock()
                            store.size.return_value = 2
                            assert await Users(store).size() == 2
                            store.size.assert_called_once_with()
                        """, spec -> spec.path("tests/test_users.py")));
    }

    @Test
    void listsWhatAPersonHasToLookAt() {
        rewriteRun(
                spec -> spec.dataTable(
                        TestProblems.Row.class,
                        rows -> assertThat(rows)
                                .extracting(row -> row.getSourcePath() + ":" + row.getLine())
                                .containsExactly("tests/test_users.py:3")),
                SERVICE,
                SETTINGS,
                text("""
                        from app.users import Users

                        if Users(1).is_admin("ann"):
                            print("an admin")
                        """, spec -> spec.path("tests/test_users.py")));
    }

    @Test
    void fixturesAwaitWhatTheyGive() {
        rewriteRun(SERVICE, SETTINGS, text("""
                        import pytest

                        from app.users import Users


                        @pytest.fixture
                        def admin():
                            return Users(None).is_admin("ann")


                        @pytest.fixture
                        def guest():
                            yield Users(None).is_admin("eve")


                        def is_admin(name):
                            return Users(None).is_admin(name)


                        def test_admin(admin):
                            assert admin


                        def test_both(admin, guest):
                            assert admin != guest


                        def test_nobody():
                            assert not is_admin("bob")
                        """, """
                        import pytest

                        from app.users import Users


                        @pytest.fixture
                        async def admin():
                            return await Users(None).is_admin("ann")


                        @pytest.fixture
                        async def guest():
                            yield await Users(None).is_admin("eve")


                        async def is_admin(name):
                            return await Users(None).is_admin(name)


                        def test_admin(admin):
                            assert admin


                        def test_both(admin, guest):
                            assert admin != guest


                        async def test_nobody():
                            assert not await is_admin("bob")
                        """, spec -> spec.path("tests/test_users.py")));
    }

    @Test
    void fixturesWhoseCoroutinesAreAwaitedStay() {
        rewriteRun(SERVICE, SETTINGS, text("""
                        import asyncio
                        import pytest
                        from app.users import Users

                        @pytest.fixture
                        def admin():
                            return Users(None).is_admin("ann")

                        async def test_admin(admin):
                            assert await admin

                        def test_loop(admin):
                            assert asyncio.run(admin)

                        async def test_both(admin):
                            assert await asyncio.gather(admin)
                        """, spec -> spec.path("tests/test_users.py")));
    }

    @Test
    void listsFixturesWhoseCoroutinesSomeAwait() {
        rewriteRun(
                spec -> spec.dataTable(
                        TestProblems.Row.class,
                        rows -> assertThat(rows)
                                .extracting(row -> row.getSourcePath() + ":" + row.getLine() + " " + row.getProblem())
                                .containsExactly("tests/test_users.py:6 the fixture `admin` gives a coroutine, and"
                                        + " `test_guest` (tests/test_users.py:11) doesn't await it")),
                SERVICE,
                SETTINGS,
                text("""
                        import pytest
                        from app.users import Users

                        @pytest.fixture
                        def admin():
                            return Users(None).is_admin("ann")

                        async def test_admin(admin):
                            assert await admin

                        def test_guest(admin):
                            assert not admin
                        """, spec -> spec.path("tests/test_users.py")));
    }

    @Test
    void listsDoublesThatCanNotBeAwaitedWhereTheyAreMade() {
        rewriteRun(
                spec -> spec.dataTable(
                        TestProblems.Row.class,
                        rows -> assertThat(rows)
                                .extracting(row -> row.getSourcePath() + ":" + row.getLine() + " " + row.getProblem())
                                .containsExactlyInAnyOrder(
                                        "tests/test_users.py:5 can't be made awaitable: patch(...) []",
                                        "tests/test_users.py:10 can't be made awaitable: patch(...) []",
                                        "tests/test_users.py:13 a lambda in tests.test_users.test_lambda is awaited now")),
                SERVICE,
                SETTINGS,
                text("""
                        from client import fetch

                        async def look(name):
                            return await fetch(name)
                        """, spec -> spec.path("app/looks.py")),
                text("""
                        from unittest.mock import patch
                        from app.looks import look
                        from app.users import Users

                        @patch("app.looks.fetch", autospec=True)
                        async def test_decorator(fetch):
                            assert await look("ann") is fetch.return_value

                        async def test_with():
                            with patch("app.looks.fetch", autospec=True) as fetch:
                                assert await look("ann") is fetch.return_value

                        async def test_lambda():
                            class Store: pass
                            Store.load = lambda self, name: name
                            assert await Users(Store()).is_admin("ann")
                        """, spec -> spec.path("tests/test_users.py")));
    }

    /** A helper stays as it is with all that call it, where one of them can't become async. */
    @Test
    void listsHelpersThatLeadToWhatCanNotBeAsync() {
        rewriteRun(
                spec -> spec.dataTable(
                        TestProblems.Row.class,
                        rows -> assertThat(rows)
                                .extracting(row -> row.getSourcePath() + ":" + row.getLine() + " " + row.getProblem())
                                .containsExactly(
                                        "tests/test_users.py:4 `is_admin` is a coroutine function now, and `admits` can"
                                                + " neither await it nor run it: it leads to what can't become async at"
                                                + " tests/test_users.py:7")),
                SERVICE,
                SETTINGS,
                text("""
                        from app.users import Users

                        def admits(name):
                            return Users(1).is_admin(name)

                        class Guests:
                            def __init__(self, *names):
                                self.names = [name for name in names if admits(name)]

                        async def test_guests():
                            assert Guests("ann").names == ["ann"]
                        """, spec -> spec.path("tests/test_users.py")));
    }

    @Test
    void goesOnWhereATestCanNotBeRead() {
        rewriteRun(
                spec -> spec.dataTable(
                        UnreadFiles.Row.class,
                        rows -> assertThat(rows)
                                .extracting(UnreadFiles.Row::getSourcePath)
                                .containsExactly("tests/test_broken.py")),
                SERVICE,
                SETTINGS,
                text("def test_broken(:\n", spec -> spec.path("tests/test_broken.py")),
                text(
                        "from app.users import Users\ndef test(): assert Users(1).is_admin(2)\n",
                        "from app.users import Users\nasync def test(): assert await Users(1).is_admin(2)\n",
                        spec -> spec.path("tests/test_users.py")));
    }

    @Test
    void takesThePythonThatIsNamed() {
        rewriteRun(
                spec -> spec.recipe(new MigrateTestDoubles(
                        TestInterpreter.get().executable().toString())),
                SERVICE,
                SETTINGS,
                text(
                        "from app.users import Users\ndef test(): assert Users(1).is_admin(2)\n",
                        "from app.users import Users\nasync def test(): assert await Users(1).is_admin(2)\n",
                        spec -> spec.path("tests/test_users.py")));
    }

    @Test
    void hasOptionsForUsers() {
        assertThat(new MigrateTestDoubles(null).getDescriptor().getOptions())
                .extracting(OptionDescriptor::getName)
                .containsExactly("python");
        assertThat(new MigrateTestDoubles(null).validate().isValid()).isTrue();
    }
}
