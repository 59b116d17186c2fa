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

import static org.openrewrite.test.SourceSpecs.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
}
