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
import static org.openrewrite.python.Assertions.python;
import static org.openrewrite.test.SourceSpecs.text;

import dev.asyncpersistence.report.BlockingFunctions;
import dev.asyncpersistence.report.UnawaitedCoroutines;
import dev.asyncpersistence.report.UndoneEdits;
import dev.asyncpersistence.report.UnreadFiles;
import dev.asyncpersistence.source.TestInterpreter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.SourceSpecs;

class AwaitCoroutinesTest implements PythonRecipeTest {
    private static final String USERS_PATH = "app/users.py";
    private static final String HANDLERS_PATH = "app/handlers.py";

    // language=python
    private static final String USERS = """
            class UserManager:
                def __init__(self, store):
                    self.store = store

                async def is_admin(self, *players):
                    return await self.store.is_admin(players)

                def is_member(self, *players):
                    return self.store.members.get(players)

                async def watch(self, *players):
                    async for player in self.store.changes(players):
                        yield player
            """;

    // language=python
    private static final String HANDLERS = """
            import asyncio
            import inspect

            from app.users import UserManager


            class Handlers:
                def __init__(self, users: UserManager):
                    self.users = users
            """;

    @Override
    public void defaults(RecipeSpec spec) {
        PythonRecipeTest.super.defaults(spec);
        spec.recipe(new AwaitCoroutines(null));
    }

    private static SourceSpecs users() {
        return python(USERS, spec -> spec.path(USERS_PATH));
    }

    @DocumentExample
    @Test
    void awaitsCheckThatIsTrueForEverybody() {
        rewriteRun(
                spec -> spec.dataTable(
                        UnawaitedCoroutines.Row.class,
                        rows -> assertThat(rows).singleElement().satisfies(row -> {
                            assertThat(row.getSourcePath()).isEqualTo("app/kick.py");
                            assertThat(row.getLine()).isEqualTo(5);
                            assertThat(row.getFunction()).isEqualTo("app.kick.kick");
                            assertThat(row.getCall()).isEqualTo("user_manager.is_admin");
                            assertThat(row.getTargets()).isEqualTo("app.users.UserManager.is_admin");
                            assertThat(row.getEvidence()).isEqualTo("DECLARED");
                            assertThat(row.isCertain()).isTrue();
                            assertThat(row.getHappens()).isEqualTo("tested for its truth, and always true");
                            assertThat(row.getAction()).isEqualTo("AWAIT");
                            assertThat(row.getReason()).isEqualTo("COROUTINE_NOT_AWAITED");
                            assertThat(row.getExplanation())
                                    .isEqualTo("a coroutine that nobody awaits: tested for its truth, and always true");
                        })),
                users(),
                python("""
                        from app.users import UserManager


                        async def kick(user_manager: UserManager, player, other):
                            if not user_manager.is_admin(player):
                                raise PermissionError(player)
                            await other.leave()
                        """, """
                        from app.users import UserManager


                        async def kick(user_manager: UserManager, player, other):
                            if not await user_manager.is_admin(player):
                                raise PermissionError(player)
                            await other.leave()
                        """, spec -> spec.path("app/kick.py")));
    }

    /**
     * Lines such as {@code before ==> after}, each in a coroutine function of its own, beside a twin that calls a sync method and one that awaits
     * already.
     */
    @Nested
    class Uses {
        @Test
        void tests() {
            awaitsEach("tested for its truth, and always true", """
                    if self.users.is_admin(1): pass        ==> if await self.users.is_admin(1): pass
                    while self.users.is_admin(2): pass     ==> while await self.users.is_admin(2): pass
                    assert self.users.is_admin(3), key     ==> assert await self.users.is_admin(3), key
                    a = not self.users.is_admin(4)         ==> a = not await self.users.is_admin(4)
                    a = self.users.is_admin(5) and key     ==> a = await self.users.is_admin(5) and key
                    a = self.users.is_admin(6) or key      ==> a = await self.users.is_admin(6) or key
                    return self.users.is_admin(7) or key   ==> return await self.users.is_admin(7) or key
                    a = 1 if self.users.is_admin(8) else 2 ==> a = 1 if await self.users.is_admin(8) else 2
                    a = [k for k in keys if self.users.is_admin(9, k)] ==> a = [k for k in keys if await self.users.is_admin(9, k)]
                    a = {k for k in keys if not self.users.is_admin(10)} ==> a = {k for k in keys if not await self.users.is_admin(10)}
                    a = list(k for k in keys if self.users.is_admin(11)) ==> a = list([k for k in keys if await self.users.is_admin(11)])
                    if (a := self.users.is_admin(12)): return a ==> if (a := await self.users.is_admin(12)): return a
                    while not (a := self.users.is_admin(13)): pass ==> while not (a := await self.users.is_admin(13)): pass
                    """);
        }

        @Test
        void operands() {
            awaitsEach("compared or computed with", """
                    a = self.users.is_admin(1) == key      ==> a = await self.users.is_admin(1) == key
                    a = self.users.is_admin(2) is None     ==> a = await self.users.is_admin(2) is None
                    a = key in self.users.is_admin(3)      ==> a = key in await self.users.is_admin(3)
                    a = 0 < self.users.is_admin(4) < 9     ==> a = 0 < await self.users.is_admin(4) < 9
                    a = 1 + self.users.is_admin(5) * 2     ==> a = 1 + await self.users.is_admin(5) * 2
                    a = -self.users.is_admin(6)            ==> a = -await self.users.is_admin(6)
                    a = "%s" % self.users.is_admin(7)      ==> a = "%s" % await self.users.is_admin(7)
                    key += self.users.is_admin(8)          ==> key += await self.users.is_admin(8)
                    a = keys[self.users.is_admin(9)]       ==> a = keys[await self.users.is_admin(9)]
                    a = keys[self.users.is_admin(10):]     ==> a = keys[await self.users.is_admin(10):]
                    keys[self.users.is_admin(11)] = key    ==> keys[await self.users.is_admin(11)] = key
                    if (a := self.users.is_admin(12)) > 1: pass ==> if (a := await self.users.is_admin(12)) > 1: pass
                    """);
        }

        @Test
        void attributesAndItems() {
            awaitsEach("asked for an attribute or item of its result", """
                    a = self.users.is_admin(1).name        ==> a = (await self.users.is_admin(1)).name
                    a = self.users.is_admin(2)["name"]     ==> a = (await self.users.is_admin(2))["name"]
                    a = self.users.is_admin(3)[1:2]        ==> a = (await self.users.is_admin(3))[1:2]
                    self.users.is_admin(4).save(key)       ==> (await self.users.is_admin(4)).save(key)
                    self.users.is_admin(5).name = key      ==> (await self.users.is_admin(5)).name = key
                    del self.users.is_admin(6)["name"]     ==> del (await self.users.is_admin(6))["name"]
                    for a in self.users.is_admin(7).items(): pass ==> for a in (await self.users.is_admin(7)).items(): pass
                    """);
        }

        @Test
        void iterations() {
            awaitsEach("iterated", """
                    for a in self.users.is_admin(1): pass  ==> for a in await self.users.is_admin(1): pass
                    a = [k for k in self.users.is_admin(2)] ==> a = [k for k in await self.users.is_admin(2)]
                    a = {k: b for k in keys for b in self.users.is_admin(3)} ==> a = {k: b for k in keys for b in await self.users.is_admin(3)}
                    a = [*self.users.is_admin(4), key]     ==> a = [*await self.users.is_admin(4), key]
                    print(*self.users.is_admin(5))         ==> print(*await self.users.is_admin(5))
                    a = sum(k for k in self.users.is_admin(6)) ==> a = sum(k for k in await self.users.is_admin(6))
                    """);
        }

        @Test
        void builtinsThatWantValues() {
            awaitsEach("passed to `bool`", """
                    a = bool(self.users.is_admin(1))       ==> a = bool(await self.users.is_admin(1))
                    return bool(self.users.is_admin(2)), key ==> return bool(await self.users.is_admin(2)), key
                    """);
            awaitsEach("passed to `len`", "a = len(self.users.is_admin(1)) ==> a = len(await self.users.is_admin(1))");
            awaitsEach("passed to `str`", "a = str(self.users.is_admin(1)) ==> a = str(await self.users.is_admin(1))");
        }

        @Test
        void dropped() {
            awaitsEach("dropped", """
                    self.users.is_admin(1)                 ==> await self.users.is_admin(1)
                    self.users.is_admin(2); keys.clear()   ==> await self.users.is_admin(2); keys.clear()
                    self.users.is_admin(3) if key else None ==> await self.users.is_admin(3) if key else None
                    key and self.users.is_admin(4)         ==> key and await self.users.is_admin(4)
                    """);
        }

        @Test
        void otherStatements() {
            awaitsEach(
                    "put into a text",
                    "a = f\"{self.users.is_admin(1)!r:>9} {key}\" ==> a = f\"{await self.users.is_admin(1)!r:>9} {key}\"");
            awaitsEach(
                    "entered by `with`",
                    "with self.users.is_admin(1) as a: pass ==> with await self.users.is_admin(1) as a: pass");
            awaitsEach("raised", "raise self.users.is_admin(1) ==> raise await self.users.is_admin(1)");
            awaitsEach("called", "a = self.users.is_admin(1)(key) ==> a = (await self.users.is_admin(1))(key)");
        }

        @Test
        void returned() {
            awaitsEach("returned from a coroutine that its callers have awaited already", """
                    return self.users.is_admin(1)          ==> return await self.users.is_admin(1)
                    return 1 if key else self.users.is_admin(2) ==> return 1 if key else await self.users.is_admin(2)
                    return key and self.users.is_admin(3)  ==> return key and await self.users.is_admin(3)
                    """);
        }

        @Test
        void variables() {
            awaitsEach("`a` is taken for its result", """
                    a = self.users.is_admin(1); print(a.name) ==> a = await self.users.is_admin(1); print(a.name)
                    a = self.users.is_admin(2); print(a + 1) ==> a = await self.users.is_admin(2); print(a + 1)
                    a = self.users.is_admin(3); return not a ==> a = await self.users.is_admin(3); return not a
                    a: bool = self.users.is_admin(4); a.save() ==> a: bool = await self.users.is_admin(4); a.save()
                    a = self.users.is_admin(5) if key else None; print(1 if a else 2) ==> a = await self.users.is_admin(5) if key else None; print(1 if a else 2)
                    a = None if key else self.users.is_admin(6); a.save() ==> a = None if key else await self.users.is_admin(6); a.save()
                    a = key or self.users.is_admin(7); return a["name"] ==> a = key or await self.users.is_admin(7); return a["name"]
                    a = b = self.users.is_admin(8); return [k for k in a] ==> a = b = await self.users.is_admin(8); return [k for k in a]
                    b, a = key, self.users.is_admin(9); print(len(a)) ==> b, a = key, await self.users.is_admin(9); print(len(a))
                    """);
            awaitsEach("`a` is never used", """
                    a = self.users.is_admin(1)             ==> a = await self.users.is_admin(1)
                    a: bool = self.users.is_admin(2)       ==> a: bool = await self.users.is_admin(2)
                    """);
        }

        private void awaitsEach(String happens, String table) {
            StringBuilder before = new StringBuilder(HANDLERS);
            StringBuilder after = new StringBuilder(HANDLERS);
            List<String> expected = new ArrayList<>();
            for (String row : table.lines().toList()) {
                String line = row.substring(0, row.indexOf("==>")).strip();
                String awaited = row.substring(row.indexOf("==>") + 3).strip();
                String twins = handler("sync_twin", line.replace(".is_admin(", ".is_member("))
                        + handler("awaiting_twin", awaited);
                before.append(handler("handle", line)).append(twins);
                after.append(handler("handle", awaited)).append(twins);
                expected.add("true AWAIT COROUTINE_NOT_AWAITED " + happens);
            }
            rewriteRun(
                    spec -> spec.dataTable(
                            UnawaitedCoroutines.Row.class,
                            rows -> assertThat(rows)
                                    .extracting(r -> r.isCertain() + " " + r.getAction() + " " + r.getReason() + " "
                                            + r.getHappens())
                                    .containsExactlyElementsOf(expected)),
                    users(),
                    python(before.toString(), after.toString(), spec -> spec.path(HANDLERS_PATH)));
        }
    }

    private static String handler(String name, String body) {
        return "\n    async def " + name + "(self, key, *keys):\n" + body.indent(8);
    }

    /** Somebody sees to these coroutines. */
    @Nested
    class Fine {
        @Test
        void doNotChangeWhatIsScheduledOrGathered() {
            leaves("""
                    a, b = await asyncio.gather(self.users.is_admin(1), self.users.is_admin(2))
                    await asyncio.gather(*[self.users.is_admin(k) for k in keys])
                    await asyncio.gather(*(self.users.is_admin(k) for k in keys))
                    await asyncio.wait_for(self.users.is_admin(3), timeout=1)
                    await asyncio.wait_for(fut=self.users.is_admin(4), timeout=1)
                    await asyncio.shield(self.users.is_admin(5))
                    task = asyncio.create_task(self.users.is_admin(6))
                    asyncio.ensure_future(self.users.is_admin(7)).add_done_callback(print)
                    asyncio.run_coroutine_threadsafe(self.users.is_admin(8), key)
                    async with asyncio.TaskGroup() as group:
                        group.create_task(self.users.is_admin(9))
                        last = group.create_task(self.users.is_admin(10))
                    for done in asyncio.as_completed([self.users.is_admin(11)]):
                        print(await done)
                    key.start_soon(self.users.is_admin(12))
                    """);
        }

        @Test
        void doNotChangeWhatIsCollectedAndAwaited() {
            leaves("""
                    tasks = [self.users.is_admin(1), self.users.is_admin(2)]
                    for task in tasks:
                        await task
                    """, """
                    tasks = [self.users.is_admin(3, k) for k in keys]
                    return await asyncio.gather(*tasks)
                    """, """
                    tasks = []
                    for k in keys:
                        tasks.append(self.users.is_admin(4, k))
                    return [await task for task in tasks]
                    """);
        }

        @Test
        void doNotChangeVariablesThatAreAwaited() {
            leaves(
                    "a = self.users.is_admin(1)\nreturn await a",
                    "a = b = self.users.is_admin(2)\nreturn await b",
                    "a = self.users.is_admin(3)\na = await a\nreturn a.name",
                    "a = self.users.is_admin(4) if key else None\nif a is not None:\n    await a",
                    "if (a := self.users.is_admin(5)) is not None:\n    await a",
                    "a = self.users.is_admin(6)\nif inspect.isawaitable(a):\n    a = await a\nreturn a.name",
                    "a = self.users.is_admin(7)\ntask = asyncio.create_task(a)\nif task.done():\n    pass",
                    "a = self.users.is_admin(8)\n\nasync def later():\n    return await a\n\nreturn later",
                    "a, b = self.users.is_admin(9), key\nawait a");
        }

        @Test
        void doNotChangeWhatIsClosed() {
            leaves(
                    "self.users.is_admin(1).close()",
                    "a = self.users.is_admin(2)\na.close()",
                    "a = self.users.is_admin(3) if key else None\nif a:\n    a.close()");
        }

        @Test
        void doNotChangeFactories() {
            leaves(
                    "return lambda: self.users.is_admin(1)",
                    "make = {\"a\": lambda: self.users.is_admin(2)}\nreturn await make[key]()",
                    "return key.retry(self.users.is_admin, 3)",
                    "def make():\n    return self.users.is_admin(4)\n\nreturn await make()");
        }

        @Test
        void doNotChangeAsyncGenerators() {
            leaves(
                    "async for a in self.users.watch(1):\n    print(a)",
                    "return [a async for a in self.users.watch(2)]",
                    "changes = self.users.watch(3)\nif changes:\n    return changes",
                    "return self.users.watch(4)");
        }

        @Test
        void doNotChangeWhatSyncFunctionsHandOn() {
            leavesModule("""
                    import asyncio
                    from collections.abc import Awaitable

                    from app.users import UserManager

                    users = UserManager(None)


                    def check(player):
                        return users.is_admin(player, 1)


                    async def declared(player) -> Awaitable[bool]:
                        return users.is_admin(player, 2)


                    async def awaited_again(player):
                        return users.is_admin(player, 3)


                    async def within(seconds, pending):
                        return await asyncio.wait_for(pending, seconds)


                    def later(pending):
                        asyncio.get_running_loop().create_task(pending)


                    async def handle(player):
                        pending = await awaited_again(player)
                        await pending
                        later(users.is_admin(player, 4))
                        return await check(player) or await within(3, users.is_admin(player, 5))
                    """);
        }

        @Test
        void doNotChangeNamesakesStrangersAndMocks() {
            leavesModule("""
                    from unittest.mock import AsyncMock

                    from guilds import Guild

                    from app.users import UserManager


                    class Room:
                        def is_admin(self, player):
                            return player in self.owners


                    async def handle(room: Room, guild: Guild, either: Room | UserManager, player):
                        mock = AsyncMock()
                        if room.is_admin(1) or guild.is_admin(2) or either.is_admin(3) or mock.is_admin(4):
                            return player
                    """);
        }

        @Test
        void doNotChangeTests() {
            rewriteRun(
                    users(),
                    python(
                            "from app.users import UserManager\n\nasync def test_users():\n    UserManager(None).is_admin(1)\n",
                            spec -> spec.path("tests/test_users.py")));
        }

        private void leaves(String... bodies) {
            StringBuilder module = new StringBuilder(HANDLERS);
            for (String body : bodies) {
                module.append(handler("handle", body));
            }
            leavesModule(module.toString());
        }

        private void leavesModule(String module) {
            rewriteRun(
                    spec -> spec.afterRecipe(run -> assertThat(
                                    run.<UnawaitedCoroutines.Row>getDataTableRows(UnawaitedCoroutines.class.getName()))
                            .isEmpty()),
                    users(),
                    python(module, spec -> spec.path(HANDLERS_PATH)));
        }
    }

    /** What may be meant is listed, not changed. */
    @Nested
    class NotCertain {
        @Test
        void doNotChangeWhatMayBeAwaitedElsewhere() {
            lists(
                    HANDLERS + handler("handle", """
                            print(self.users.is_admin(1))
                            key.keep(self.users.is_admin(2))
                            a = {"a": self.users.is_admin(3)}
                            self.pending = self.users.is_admin(4)
                            b = self.users.is_admin(5)
                            key.keep(b)
                            c = self.users.is_admin(6) if key else None
                            if c is not None:
                                keys.append(c)
                            d = dict(a=self.users.is_admin(7))
                            """),
                    "12 KEEP NOT_CERTAIN passed to `print`",
                    "13 KEEP NOT_CERTAIN passed to `key.keep`",
                    "14 KEEP NOT_CERTAIN kept in a collection",
                    "15 KEEP NOT_CERTAIN kept where its uses aren't followed",
                    "16 KEEP NOT_CERTAIN `b` is handed on",
                    "18 KEEP NOT_CERTAIN `c` is handed on",
                    "21 KEEP NOT_CERTAIN passed to `dict`");
        }

        @Test
        void doNotChangeWhereOnlyTheNameAgrees() {
            lists("""
                    class Ranks:
                        async def is_champion(self, player):
                            return await self.store.is_champion(player)


                    async def handle(ranks):
                        if ranks.is_champion(1):
                            pass
                        if await ranks.is_champion(2):
                            pass
                    """, "7 KEEP NOT_CERTAIN tested for its truth, and always true");
        }

        @Test
        void doNotChangeWhatADecoratorMaySeeTo() {
            lists(
                    """
                    import asyncio
                    import functools

                    from celery import shared_task


                    def background(function):
                        @functools.wraps(function)
                        def wrapper(*args):
                            return asyncio.ensure_future(function(*args))

                        return wrapper


                    @background
                    async def notify(player):
                        await player.notify()


                    @shared_task
                    async def clean_up(player):
                        await player.clean_up()


                    async def handle(player):
                        notify(player)
                        if clean_up(player):
                            pass
                    """,
                    "26 KEEP NOT_CERTAIN dropped, unless `@background` sees to it",
                    "27 KEEP NOT_CERTAIN tested for its truth, and always true, unless `@shared_task` sees to it");
        }

        @Test
        void doNotChangeSyncFunctionsWhoseCallersDropTheCoroutine() {
            lists("""
                    from app.users import UserManager

                    users = UserManager(None)


                    def check(player):
                        return users.is_admin(player)


                    async def handle(player):
                        if check(player):
                            pass
                    """, "7 KEEP NOT_CERTAIN returned to callers of which none awaits it");
        }
    }

    private void lists(String module, String... rows) {
        rewriteRun(
                spec -> spec.dataTable(
                        UnawaitedCoroutines.Row.class,
                        found -> assertThat(found)
                                .extracting(r ->
                                        r.getLine() + " " + r.getAction() + " " + r.getReason() + " " + r.getHappens())
                                .containsExactly(rows)),
                users(),
                python(module, spec -> spec.path(HANDLERS_PATH)));
    }

    @Nested
    class Decorated {
        /** The twin of {@link NotCertain#doNotChangeWhatADecoratorMaySeeTo}. */
        @Test
        void awaitsWhatStaysACoroutineFunction() {
            rewriteRun(python("""
                    import functools


                    def timed(function):
                        @functools.wraps(function)
                        async def wrapper(*args):
                            return await function(*args)

                        return wrapper


                    def command(name):
                        def register(function):
                            COMMANDS[name] = function
                            return function

                        return register


                    @timed
                    async def notify(player):
                        await player.notify()


                    class Commands:
                        @staticmethod
                        @command("clean")
                        async def clean_up(player):
                            await player.clean_up()


                    async def handle(player):
                        notify(player)
                        if Commands.clean_up(player):
                            pass
                    """, """
                    import functools


                    def timed(function):
                        @functools.wraps(function)
                        async def wrapper(*args):
                            return await function(*args)

                        return wrapper


                    def command(name):
                        def register(function):
                            COMMANDS[name] = function
                            return function

                        return register


                    @timed
                    async def notify(player):
                        await player.notify()


                    class Commands:
                        @staticmethod
                        @command("clean")
                        async def clean_up(player):
                            await player.clean_up()


                    async def handle(player):
                        await notify(player)
                        if await Commands.clean_up(player):
                            pass
                    """, spec -> spec.path(HANDLERS_PATH)));
        }
    }

    @Nested
    class SyncFunctions {
        @Test
        void becomeAsyncWithTheirCallers() {
            rewriteRun(
                    spec -> spec.dataTable(
                                    UnawaitedCoroutines.Row.class,
                                    rows -> assertThat(rows)
                                            .extracting(r -> r.getLine() + " " + r.getAction() + " " + r.getReason())
                                            .containsExactly("10 AWAIT COROUTINE_NOT_AWAITED"))
                            .dataTable(
                                    BlockingFunctions.Row.class,
                                    rows -> assertThat(rows)
                                            .extracting(r -> r.getFunction() + " " + r.getFate() + " " + r.getReason())
                                            .containsExactlyInAnyOrder(
                                                    "app.rights.Rights.may_kick ASYNC MUST_AWAIT",
                                                    "app.rights.Rights.check ASYNC MUST_AWAIT")),
                    users(),
                    python("""
                            from app.users import UserManager


                            class Rights:
                                def __init__(self, users: UserManager):
                                    self.users = users

                                # Only admins kick.
                                def may_kick(self, player):
                                    admin = self.users.is_admin(player)
                                    return bool(admin)

                                def check(self, player):
                                    if not self.may_kick(player):
                                        raise PermissionError(player)

                                def may_enter(self, player):
                                    member = self.users.is_member(player)
                                    return bool(member)
                            """, """
                            from app.users import UserManager


                            class Rights:
                                def __init__(self, users: UserManager):
                                    self.users = users

                                # Only admins kick.
                                async def may_kick(self, player):
                                    admin = await self.users.is_admin(player)
                                    return bool(admin)

                                async def check(self, player):
                                    if not await self.may_kick(player):
                                        raise PermissionError(player)

                                def may_enter(self, player):
                                    member = self.users.is_member(player)
                                    return bool(member)
                            """, spec -> spec.path("app/rights.py")),
                    python("""
                            from app.rights import Rights


                            async def kick(rights: Rights, player):
                                rights.check(player)
                                return rights.may_enter(player)


                            async def kickable(rights: Rights, players):
                                return [player for player in players if rights.may_kick(player)]
                            """, """
                            from app.rights import Rights


                            async def kick(rights: Rights, player):
                                await rights.check(player)
                                return rights.may_enter(player)


                            async def kickable(rights: Rights, players):
                                return [player for player in players if await rights.may_kick(player)]
                            """, spec -> spec.path("app/commands.py")));
        }

        @Test
        void becomeAsyncWithTheirOverrides() {
            rewriteRun(users(), python("""
                            from app.users import UserManager


                            class Rule:
                                def allows(self, player):
                                    return True

                                def name(self):
                                    return "any"


                            class AdminRule(Rule):
                                def __init__(self, users: UserManager):
                                    self.users = users

                                def allows(self, player):
                                    return not self.users.is_admin(player)

                                def name(self):
                                    return "admin"


                            async def handle(rule: Rule, player):
                                return rule.allows(player), rule.name()
                            """, """
                            from app.users import UserManager


                            class Rule:
                                async def allows(self, player):
                                    return True

                                def name(self):
                                    return "any"


                            class AdminRule(Rule):
                                def __init__(self, users: UserManager):
                                    self.users = users

                                async def allows(self, player):
                                    return not await self.users.is_admin(player)

                                def name(self):
                                    return "admin"


                            async def handle(rule: Rule, player):
                                return await rule.allows(player), rule.name()
                            """, spec -> spec.path("app/rules.py")));
        }

        @Test
        void doNotChangeWhereTheDeclarationForbidsIt() {
            keeps("""
                    from app.users import UserManager


                    class Rights:
                        def __init__(self, users: UserManager):
                            self.users = users
                            self.special = bool(users.is_admin(1))

                        @property
                        def admin(self):
                            return not self.users.is_admin(2)

                        def __contains__(self, player):
                            return bool(self.users.is_admin(3))

                        def admins(self, players):
                            for player in players:
                                if self.users.is_admin(4):
                                    yield player


                    async def handle(users: UserManager, player):
                        rights = Rights(users)
                        return rights.admin, player in rights, list(rights.admins([player]))
                    """, "7 DUNDER_METHOD", "11 PROPERTY", "14 DUNDER_METHOD", "18 GENERATOR_FUNCTION");
        }

        @Test
        void doNotChangeWhereSomebodyCanNotAwait() {
            keeps(
                    """
                    import asyncio
                    import threading

                    from app.users import UserManager

                    users = UserManager(None)


                    def as_callback(player):
                        return not users.is_admin(1)


                    def on_thread(player):
                        return not users.is_admin(2)


                    def on_other_thread():
                        return not users.is_admin(3)


                    def in_program(player):
                        return not users.is_admin(4)


                    def in_lambda(player):
                        return not users.is_admin(5)


                    def unused(player):
                        return not users.is_admin(6)


                    async def handle(bus, player):
                        bus.subscribe(as_callback)
                        await asyncio.to_thread(on_thread, player)
                        threading.Thread(target=on_other_thread).start()
                        in_program(player)
                        return sorted(player, key=lambda each: in_lambda(each))


                    if __name__ == "__main__":
                        in_program(None)
                    """,
                    "10 CALLBACK",
                    "14 OFF_LOOP",
                    "18 OFF_LOOP",
                    "22 SYNC_CALLER",
                    "26 SYNC_CALLER",
                    "30 NOT_REACHED");
        }

        @Test
        void doNotChangeWhereNoAwaitMayStand() {
            keeps(
                    """
                    import threading

                    from app.users import UserManager

                    users = UserManager(None)
                    lock = threading.Lock()
                    ready = not users.is_admin(1)


                    class Config:
                        ready = not users.is_admin(2)


                    async def handle(players, ready=bool(users.is_admin(3))):
                        with lock:
                            if users.is_admin(4):
                                pass
                        key = lambda player: not users.is_admin(5)
                        return (player for player in players if users.is_admin(6)), sorted(players, key=key)
                    """,
                    "7 MODULE_BODY",
                    "11 CLASS_BODY",
                    "14 DEFAULT_VALUE",
                    "16 LOCK_HELD",
                    "18 LAMBDA",
                    "19 GENERATOR_EXPRESSION");
        }

        private void keeps(String module, String... rows) {
            rewriteRun(
                    spec -> spec.dataTable(UnawaitedCoroutines.Row.class, found -> {
                        assertThat(found)
                                .extracting(r -> r.getLine() + " " + r.getReason())
                                .containsExactly(rows);
                        assertThat(found).allSatisfy(row -> {
                            assertThat(row.isCertain()).isTrue();
                            assertThat(row.getAction()).isEqualTo("KEEP");
                            assertThat(row.getExplanation()).isNotEmpty();
                        });
                    }),
                    users(),
                    python(module, spec -> spec.path(HANDLERS_PATH)));
        }
    }

    @Nested
    class LoopRuns {
        @Test
        void awaitInsideCoroutines() {
            rewriteRun(users(), python("""
                            import asyncio

                            from app.users import UserManager

                            users = UserManager(None)


                            async def handle(player):
                                if asyncio.run(users.is_admin(1)):
                                    return asyncio.get_event_loop().run_until_complete(users.is_admin(2))
                                return asyncio.run(users.is_admin(3), debug=True)


                            def check(player):
                                return not users.is_admin(4) and asyncio.run(users.is_admin(5))


                            async def checked(player):
                                return check(player)


                            async def main():
                                await asyncio.to_thread(on_thread)


                            def on_thread():
                                return asyncio.run(users.is_admin(6))


                            if __name__ == "__main__":
                                asyncio.run(main())
                            """, """
                            import asyncio

                            from app.users import UserManager

                            users = UserManager(None)


                            async def handle(player):
                                if await users.is_admin(1):
                                    return await users.is_admin(2)
                                return asyncio.run(users.is_admin(3), debug=True)


                            async def check(player):
                                return not await users.is_admin(4) and await users.is_admin(5)


                            async def checked(player):
                                return await check(player)


                            async def main():
                                await asyncio.to_thread(on_thread)


                            def on_thread():
                                return asyncio.run(users.is_admin(6))


                            if __name__ == "__main__":
                                asyncio.run(main())
                            """, spec -> spec.path(HANDLERS_PATH)));
        }

        /** What it runs is none, so that the {@code await} would fail just as well: not for us to change. */
        @Test
        void doNotChangeWhatRunsNoCoroutine() {
            rewriteRun(
                    spec -> spec.dataTable(
                            UndoneEdits.Row.class,
                            rows -> assertThat(rows)
                                    .containsExactly(new UndoneEdits.Row(
                                            "app/a.py", "app.a.handle", "app/a.py:9: an await of a plain value"))),
                    python("""
                            import asyncio


                            def answer():
                                return 42


                            async def handle():
                                return asyncio.run(answer())
                            """, spec -> spec.path("app/a.py")),
                    python("""
                            import asyncio


                            async def answer():
                                return 42


                            async def handle():
                                return asyncio.run(answer())
                            """, """
                            import asyncio


                            async def answer():
                                return 42


                            async def handle():
                                return await answer()
                            """, spec -> spec.path("app/b.py")));
        }
    }

    @Nested
    class Layout {
        @Test
        void commentsAndLineBreaksStay() {
            String before = HANDLERS + handler("handle", """
                    # above
                    admin = self.users.is_admin(  # the key
                        key,  # last
                    )
                    if (
                        admin  # and
                        and self.users
                        .is_admin(*keys)
                    ):
                        pass
                    self.users.is_admin(1)  # behind
                    # at the end
                    """);
            String after = HANDLERS + handler("handle", """
                    # above
                    admin = await self.users.is_admin(  # the key
                        key,  # last
                    )
                    if (
                        admin  # and
                        and await self.users
                        .is_admin(*keys)
                    ):
                        pass
                    await self.users.is_admin(1)  # behind
                    # at the end
                    """);
            rewriteRun(users(), python(before, after, spec -> spec.path(HANDLERS_PATH)));
        }
    }

    /** Sources as the Maven plugin hands them over. */
    @Nested
    class PlainTexts {
        private static final String CHECK = """
                from app.users import UserManager


                class Rights:
                    def __init__(self, users: UserManager):
                        self.users = users

                    def check(self, player):
                        if not self.users.is_admin(player):
                            raise PermissionError(player)


                async def kick(rights: Rights, player):
                    rights.check(player)
                """;

        private static final String CHECKED = CHECK.replace("def check", "async def check")
                .replace("self.users.is_admin", "await self.users.is_admin")
                .replace("rights.check", "await rights.check");

        private AwaitCoroutines recipe() {
            return new AwaitCoroutines(TestInterpreter.get().executable().toString());
        }

        @Test
        void areEdited() {
            rewriteRun(
                    spec -> spec.recipe(recipe()),
                    text(USERS, spec -> spec.path(USERS_PATH)),
                    text(CHECK, CHECKED, spec -> spec.path("app/rights.py")),
                    text(CHECK.replace("is_admin", "is_member"), spec -> spec.path("app/members.py")),
                    text(CHECKED, spec -> spec.path("app/done.py")),
                    text(CHECK, spec -> spec.path("tests/test_rights.py")),
                    text("users.is_admin(1)\n", spec -> spec.path("notes.txt")));
        }

        @Test
        void keepTheirLineEnds() {
            rewriteRun(
                    spec -> spec.recipe(recipe()),
                    text(USERS, spec -> spec.path(USERS_PATH)),
                    text(
                            CHECK.replace("\n", "\r\n"),
                            CHECKED.replace("\n", "\r\n"),
                            spec -> spec.path("app/a.py").noTrim()),
                    text(CHECK.replace("    ", "\t"), CHECKED.replace("    ", "\t"), spec -> spec.path("app/b.py")),
                    text(
                            CHECK.stripTrailing(),
                            CHECKED.stripTrailing(),
                            spec -> spec.path("app/c.py").noTrim()));
        }

        /** What a file that can't be read says about a name isn't known. */
        @Test
        void doNotChangeWhatAnUnreadFileMayCall() {
            rewriteRun(
                    spec -> spec.recipe(recipe())
                            .dataTable(
                                    UnreadFiles.Row.class,
                                    rows -> assertThat(rows)
                                            .extracting(UnreadFiles.Row::getSourcePath)
                                            .containsExactly("app/broken.py"))
                            .dataTable(
                                    UnawaitedCoroutines.Row.class,
                                    rows -> assertThat(rows)
                                            .extracting(
                                                    r -> r.getLine() + " " + r.getReason() + " " + r.getExplanation())
                                            .containsExactly(
                                                    "9 UNREAD_CALLER a file that could not be read may call the function: app/broken.py")),
                    text(USERS, spec -> spec.path(USERS_PATH)),
                    text(CHECK, spec -> spec.path("app/rights.py")),
                    text("def broken(:\n    rights.check(1)\n", spec -> spec.path("app/broken.py")));
        }

        @Test
        void takeBackWhatFailsTheCheck() {
            rewriteRun(
                    spec -> spec.recipe(recipe())
                            .dataTable(
                                    UndoneEdits.Row.class,
                                    rows -> assertThat(rows)
                                            .extracting(r ->
                                                    r.getSourcePath() + " " + r.getFunctions() + " " + r.getCause())
                                            .containsExactly(
                                                    "app/a.py app.a.handle app/a.py:3: an await of a plain value")),
                    text(USERS, spec -> spec.path(USERS_PATH)),
                    text(CHECK, CHECKED, spec -> spec.path("app/rights.py")),
                    text(
                            "import asyncio\ndef answer(): return 42\nasync def handle(): asyncio.run(answer())\n",
                            spec -> spec.path("app/a.py")));
        }
    }
}
