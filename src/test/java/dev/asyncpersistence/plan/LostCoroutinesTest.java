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
package dev.asyncpersistence.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.Programs;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts are written as in {@link Lost}. */
@ExtendWith(PythonForTests.class)
class LostCoroutinesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "f(1)                        | dropped",
                "f(2) if key else None       | dropped",
                "key and f(3)                | dropped",
                "(f(4))                      | dropped",
                "if f(5): pass               | tested for its truth, and always true",
                "return 1 if f(6) else 2     | tested for its truth, and always true",
                "a = f(7) or key             | tested for its truth, and always true",
                "a = [k for k in keys if f(8)] | tested for its truth, and always true",
                "for k in f(9): pass         | iterated",
                "a = [k for k in f(10)]      | iterated",
                "a = [k for b in keys for k in f(11)] | iterated",
                "a = [*f(12)]                | iterated",
                "print(*f(13))               | iterated",
                "a = f(14) == key            | compared or computed with",
                "a = key in f(15)            | compared or computed with",
                "a = -f(16)                  | compared or computed with",
                "a = keys[f(17)]             | compared or computed with",
                "a = keys[f(18):]            | compared or computed with",
                "key += f(19)                | compared or computed with",
                "a = f(20).name              | asked for an attribute or item of its result",
                "a = f(21)[0]                | asked for an attribute or item of its result",
                "f(22).save()                | asked for an attribute or item of its result",
                "del f(23)['a']              | asked for an attribute or item of its result",
                "with f(24): pass            | entered by `with`",
                "raise f(25)                 | raised",
                "a = f(26)()                 | called",
                "return f(27)                | returned from a coroutine that its callers have awaited already",
                "return key or f(28)         | returned from a coroutine that its callers have awaited already",
                "a = len(f(29))              | passed to `len`",
                "a = sorted(keys, key=f(30)) | passed to `sorted`?",
                "a = dict(f(31))             | passed to `dict`",
                "a = dict(a=f(32))           | passed to `dict`?",
                "print(f(33))                | passed to `print`?",
                "key.send(f(34))             | passed to `key.send`?",
                "a = [f(35)]                 | kept in a collection?",
                "yield f(36)                 | yielded?",
                "self.a = f(37)              | kept where its uses aren't followed?",
                "keys[0] = f(38)             | kept where its uses aren't followed?",
                "a, b = f(39)                | kept where its uses aren't followed?",
            })
    void losesCoroutine(String line, String verdict) {
        assertThat(Lost.inBody(line)).containsExactly(verdict);
        assertThat(Lost.inBody(line.replaceAll("\\bf\\(", "sync("))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "await f(1)",
                "return await f(2)",
                "a = await (f(3) if key else g(4))",
                "async with f(5): pass",
                "await asyncio.gather(f(6), g(7))",
                "await asyncio.gather(*[f(8), g(9)])",
                "await asyncio.gather(*(f(k) for k in keys))",
                "await asyncio.wait_for(f(10), 1)",
                "await asyncio.wait_for(fut=f(11), timeout=1)",
                "await asyncio.shield(f(12))",
                "asyncio.create_task(f(13))",
                "asyncio.ensure_future(f(14))",
                "asyncio.run_coroutine_threadsafe(f(15), key)",
                "key.run_until_complete(f(16))",
                "key.spawn_worker(f(17))",
                "key.append(f(18))",
                "key.queue.put_nowait(f(19))",
                "f(20).close()",
                "a = f(21).__await__()",
                "a = lambda: f(22)",
                "a = sorted(keys, key=lambda k: f(23))",
                "a = f",
                "a = sync(24)",
                "a = asyncio.create_task(f(25)); return a.result()",
                "a = [f(26), g(27)]; await asyncio.gather(*a)",
            })
    void losesNothing(String line) {
        assertThat(Lost.inBody(line)).isEmpty();
    }

    /** What Python before 3.12 hands over as one literal, and what later versions do not. */
    @Test
    void looksIntoTexts() {
        assertThat(Lost.inBody("a = f\"{f(1)} {f(2).name} {await f(3)} {sync(4)} f(5)\""))
                .containsExactly("put into a text", "asked for an attribute or item of its result");
    }

    @Nested
    class Callees {
        @Test
        void onlyCoroutineFunctions() {
            assertThat(Lost.in("app/m.py", """
                    class Made:
                        def __init__(self): pass
                        async def __call__(self): await pool.get()
                        async def own(self): await pool.get()
                        async def numbers(self):
                            yield await pool.get()
                        @staticmethod
                        async def static(): await pool.get()
                        @classmethod
                        async def of_class(cls): await pool.get()
                        def sync(self): return 1
                    async def handle():
                        made = Made()
                        made()
                        made.own()
                        made.numbers()
                        Made.static()
                        Made.of_class()
                        made.sync()
                        Made()
                        Made().own()
                        own = made.own
                        own()
                    """))
                    .containsExactly(
                            "14 dropped", "15 dropped", "17 dropped", "18 dropped", "21 dropped", "23 dropped");
        }

        @Test
        void notWhereOneOfSeveralIsSyncOrUnknown() {
            String text = """
                    from lib import Other
                    class A:
                        async def load(self): await pool.get()
                    class B:
                        def load(self): return 1
                    class C(A):
                        async def load(self): await pool.get()
                    async def handle(both: A | B, foreign: A | Other, coroutines: A | C):
                        both.load()
                        coroutines.load()
                        foreign.load()
                    """;
            assertThat(Lost.in("app/m.py", text)).containsExactly("10 dropped");
        }

        @Test
        void byNameAloneWhereItIsTelling() {
            assertThat(Lost.in("app/m.py", """
                    class A:
                        async def load_inventory(self): await pool.get()
                        async def get(self): await pool.get()
                    async def handle(unknown):
                        unknown.load_inventory()
                        unknown.get()
                    """)).containsExactly("5 dropped");
        }

        @Test
        void sortedByPathAndLine() {
            assertThat(Lost.in(
                            "app/z.py",
                            "from app.a import f\nasync def b():\n    f()\n",
                            "app/a.py",
                            "async def f(): pass\n\nasync def c():\n\n    f(); f().a\n"))
                    .containsExactly("5 dropped", "5 asked for an attribute or item of its result", "3 dropped");
        }
    }

    @Nested
    class Returned {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Awaitable[int]",
                    "'Awaitable[int]'",
                    "asyncio.Task",
                    "Coroutine[Any, Any, int]",
                    "asyncio.Future[int]",
                    "Any",
                })
        void asTheAnnotationSays(String annotation) {
            String text = "async def f(): await pool.get()\nasync def g() -> %s: return f()\n";
            assertThat(Lost.in("app/m.py", text.formatted(annotation))).isEmpty();
            assertThat(Lost.in("app/m.py", text.formatted("int"))).hasSize(1);
        }

        /** An unknown object has no functions of a module, and no method that takes fewer arguments. */
        @Test
        void byNameOnlyWhatCanBeAMethodOfAnObject() {
            String unknown = "def handle(x): x.clean_old_rows(1)\n";
            String method = "class A:\n    async def clean_old_rows(self%s): pass\n";
            assertThat(Lost.in("app/m.py", method.formatted(", key") + unknown)).hasSize(1);
            assertThat(Lost.in("app/m.py", method.formatted("") + unknown)).isEmpty();
            assertThat(Lost.in("app/m.py", "async def clean_old_rows(key): pass\n" + unknown))
                    .isEmpty();
        }

        @Test
        void notWhereSomebodyAwaitsWhatWasAwaited() {
            assertThat(Lost.in("app/m.py", """
                    import asyncio
                    async def f(): await pool.get()
                    async def kept(): return f()
                    async def twice(): return f()
                    async def scheduled(): return f()
                    async def once(): return f()
                    async def passed(): return f()
                    async def dropped(): return f()
                    async def handle():
                        print(await (await passed()))
                        await (await dropped())
                        a = await kept()
                        await a
                        b = await scheduled()
                        asyncio.create_task(b)
                        c = await once()
                        print(c)
                        return await (await twice())
                    """))
                    .containsExactly("6 returned from a coroutine that its callers have awaited already");
        }

        @Test
        void bySyncFunctionsOnlyWhereNoCallerAwaits() {
            assertThat(Lost.in("app/m.py", """
                    async def f(): await pool.get()
                    def awaited(): return f()
                    def unused(): return f()
                    def passed(): return f()
                    def dropped(): return f()
                    def tested(): return f()
                    async def handle(take):
                        await awaited()
                        take(passed())
                        dropped()
                        return not tested()
                    """))
                    .containsExactly(
                            "5 returned to callers of which none awaits it?",
                            "6 returned to callers of which none awaits it?");
        }
    }

    @Nested
    class Passed {
        @Test
        void toFunctionsThatAwaitTheirParameter() {
            assertThat(Lost.in("app/m.py", """
                    import asyncio, inspect
                    async def f(): await pool.get()
                    async def awaits(pending): return await pending
                    async def nested(pending):
                        async def inner(): await pending
                        await inner()
                    def keeps(pending): asyncio.ensure_future(pending)
                    def probes(pending): return inspect.isawaitable(pending)
                    def spawn(pending): pass
                    def reads(pending): return not pending
                    def ignores(pending): pass
                    async def handle():
                        await awaits(f())
                        await nested(f())
                        keeps(f())
                        probes(f())
                        spawn(f())
                        reads(f())
                        ignores(f())
                    """)).containsExactly("18 passed to `reads`?", "19 passed to `ignores`?");
        }
    }

    @Nested
    class Decorated {
        private static final String DECORATORS = """
                import asyncio, functools, lib
                def timed(fn):
                    @functools.wraps(fn)
                    async def wrapper(*a): return await fn(*a)
                    return wrapper
                def retried(times):
                    def decorate(fn):
                        async def wrapper(*a): return await fn(*a)
                        return wrapper
                    return decorate
                def registered(fn):
                    COMMANDS.append(fn)
                    return fn
                def command(name):
                    def decorate(fn): return fn
                    return decorate
                def background(fn):
                    def wrapper(*a): return asyncio.ensure_future(fn(*a))
                    return wrapper
                def blocking(timeout):
                    def decorate(fn):
                        def wrapper(*a): return asyncio.run(fn(*a))
                        return wrapper
                    return decorate
                def streamed(fn):
                    async def wrapper(*a): yield await fn(*a)
                    return wrapper
                def sometimes(fn):
                    async def wrapper(*a): return await fn(*a)
                    return wrapper if DEBUG else fn
                def nothing(fn): COMMANDS.append(fn)
                """;

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "timed",
                    "retried(3)",
                    "registered",
                    "command('kick')",
                    "typing.override",
                })
        void certainWhereItStaysACoroutineFunction(String decorator) {
            assertThat(verdicts(decorator)).containsExactly("dropped");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "background      | background",
                    "blocking(3)     | blocking",
                    "streamed        | streamed",
                    "sometimes       | sometimes",
                    "nothing         | nothing",
                    "retried         | retried",
                    "timed(3)        | timed",
                    "lib.task        | lib.task",
                    "lib.task(3)     | lib.task",
                    "elsewhere       | elsewhere",
                })
        void notCertainWhereTheDecoratorMaySeeToIt(String decorator, String name) {
            assertThat(verdicts(decorator)).containsExactly("dropped, unless `@" + name + "` sees to it?");
        }

        private static List<String> verdicts(String decorator) {
            return Lost.in(
                            "app/m.py",
                            DECORATORS + "@" + decorator
                                    + "\nasync def f(): await pool.get()\nasync def handle(): f()\n")
                    .stream()
                    .map(each -> each.substring(each.indexOf(' ') + 1))
                    .toList();
        }
    }

    @Test
    void seesCoroutinesOutsideOfFunctions() {
        assertThat(Lost.in("app/m.py", """
                async def f(): await pool.get()
                f()
                kept = f()
                class Config:
                    ok = not f()
                def g(a=bool(f())): pass
                """))
                .containsExactly(
                        "2 dropped",
                        "3 kept where its uses aren't followed?",
                        "5 tested for its truth, and always true",
                        "6 passed to `bool`");
    }

    @Test
    void programsShareNothing() {
        String text = "async def f(): await pool.get()\nasync def g(): f()\n";
        assertThat(new LostCoroutines(Programs.of("a.py", text), Lost.uses(Programs.of("a.py", text))).find())
                .hasSize(1);
        assertThat(Lost.in("a.py", text.replace(" f()\n", " await f()\n"))).isEmpty();
    }
}
