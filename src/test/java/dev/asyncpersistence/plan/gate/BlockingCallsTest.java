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
package dev.asyncpersistence.plan.gate;

import static dev.asyncpersistence.plan.gate.Violation.Kind.BLOCKING_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What blocks is written as in {@link Found}. */
@ExtendWith(PythonForTests.class)
class BlockingCallsTest {
    private static final String HEAD = """
            import asyncio, threading; from concurrent.futures import ThreadPoolExecutor
            from app.store import RoomStore
            store = RoomStore()
            """;

    @Test
    void inCoroutineFunctionsAndNotInOthers() {
        assertThat(in("""
                async def handle(): store.load()
                def script(): store.load()
                class Early:
                    rooms = store.load()
                store.load()
                """)).containsExactly("4 store.load");
    }

    @Test
    void whatTouchesMemoryOnlyDoesNot() {
        assertThat(in("async def handle(): store.peek()\n")).isEmpty();
    }

    @Test
    void coroutineThatBlocksAllTheSameDoes() {
        assertThat(in("async def handle(): await store.fake()\n")).containsExactly("4 store.fake");
    }

    /** It does its work where it is used. */
    @Test
    void generatorPerhapsDoes() {
        assertThat(in("async def handle(): return store.rows()\n")).containsExactly("4 store.rows?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "await asyncio.to_thread(store.load, 1)",
                "await asyncio.to_thread(lambda: store.load(2))",
                "await asyncio.get_running_loop().run_in_executor(None, store.load, 3)",
                "threading.Thread(target=store.load).start()",
            })
    void onThreadsItDoesNot(String statement) {
        assertThat(in("async def handle(rows): " + statement + "\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rows.sort(key=lambda r: store.load(r))  | store.load",
                "return sorted(rows, key=lambda r: store.load(r)) | store.load",
                "return list(map(lambda r: store.load(r), rows)) | store.load",
                "from functools import reduce; reduce(lambda a, r: store.load(r), rows) | store.load",
                "bus.subscribe(lambda e: store.load(e))  | store.load?",
                "rows.map(lambda r: store.load(r))       | store.load?",
                "return rows.filter(lambda r: store.load(r)).list() | store.load?",
                "sorted = rows.sorted; sorted(lambda r: store.load(r)) | store.load?",
                "load = lambda: store.load()             | store.load?",
                "return [store.load(r) for r in rows]    | store.load",
            })
    void lambdaDoesIfItRunsOnTheSpot(String statement, String call) {
        assertThat(in("async def handle(rows): " + statement + "\n")).containsExactly("4 " + call);
    }

    // --- through sync functions

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "helper()",
                "top()",
                "return sorted(rows, key=helper)",
                "return sorted(rows, key=lambda r: helper(r))",
                "asyncio.get_running_loop().call_later(1, helper)",
                "asyncio.get_running_loop().add_writer(rows, helper)",
                "asyncio.create_task(rows()).add_done_callback(helper)",
                "task = asyncio.ensure_future(rows()); task.add_done_callback(helper)",
                "rows.create_task(rows()).add_done_callback(helper)",
                "return list(map(helper, rows))",
            })
    void belowACoroutineItDoes(String statement) {
        assertThat(in(helper("async def handle(rows): " + statement))).containsExactly("4 store.load");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "await asyncio.to_thread(helper)",
                "await asyncio.to_thread(top)",
                "await asyncio.to_thread(lambda: helper())",
                "threading.Thread(target=top).start()",
                "ThreadPoolExecutor().map(helper, rows)",
                "pass",
            })
    void belowAThreadItDoesNot(String statement) {
        assertThat(in(helper("async def handle(rows): " + statement))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bus.subscribe(helper)",
                "bus.map(helper)",
                "bus.add_done_callback(helper)",
                "ThreadPoolExecutor().submit(print).add_done_callback(helper)",
                "pool = ThreadPoolExecutor(); future = pool.submit(print); future.add_done_callback(helper)",
            })
    void handedOverToSomebodyPerhapsItDoes(String statement) {
        assertThat(in(helper("async def handle(bus): " + statement))).containsExactly("4 store.load?");
    }

    @Test
    void propertyThatACoroutineReadsDoes() {
        String type = """
                class Player:
                    @property
                    def room(self): return store.load()
                """;
        assertThat(in(type + "async def handle(p: Player): return p.room\n")).containsExactly("6 store.load");
        assertThat(in(type + "def script(p: Player): return p.room\n")).isEmpty();
    }

    @Test
    void overrideMayBeMeantAndABaseIsNot() {
        String types = """
                class Base:
                    def step(self): pass
                class Other(Base):
                    def step(self): store.load(1)
                class Third(Base):
                    def step(self): store.load(2)
                """;
        assertThat(in(types + "async def handle(b: Base): b.step()\n")).containsExactly("7 store.load", "9 store.load");
        assertThat(in(types + "async def handle(o: Other): o.step()\n")).containsExactly("7 store.load");
    }

    @Test
    void implementationOfAProtocolIsMeant() {
        assertThat(in("""
                from typing import Protocol
                class Stepper(Protocol):
                    def step(self): ...
                class Third:
                    def step(self): store.load()
                async def handle(s: Stepper): s.step()
                """)).containsExactly("8 store.load");
    }

    @Test
    void methodThatIsAskedWhatItIsPerhapsDoes() {
        assertThat(in("""
                async def handle():
                    load = store.load
                    if asyncio.iscoroutinefunction(load): await load()
                    else: load()
                """)).containsExactly("6 load?", "7 load?");
    }

    @Test
    void shortestWayIsToldAndWhatToDo() {
        List<Violation> violations =
                Found.violations(List.of(), "app/store.py", Found.LAYER, "app/m.py", HEAD + helper("""
                        async def far(): top()
                        async def near(): helper()
                        """));
        assertThat(violations).hasSize(1);
        assertThat(violations.get(0).display())
                .isEqualTo(
                        "app/m.py:4: BLOCKING_CALL store.load in helper: blocks the event loop (sqlite3.connect: synchronous"
                                + " database driver), reached by near -> helper; make `helper` a coroutine function and run the call on a"
                                + " thread: `await asyncio.to_thread(store.load, ...)`");
    }

    @Test
    void asyncMethodIsNamedIfThereIsOne() {
        String pair = Found.LAYER + """
                    async def async_load(self, key=None):
                        import asyncio
                        return await asyncio.to_thread(self.load, key)
                """;
        assertThat(Found.violations(
                        List.of(), "app/store.py", pair, "app/m.py", HEAD + "async def handle(): store.load()\n"))
                .extracting(Violation::advice)
                .containsExactly("await `store.async_load`");
    }

    /** The async layer's own coroutine calls the sync layer. */
    @Test
    void asyncLayerThatBlocksAllTheSameDoes() {
        String pair = Found.LAYER + """
                class AsyncRoomStore:
                    def __init__(self, store: RoomStore): self.store = store
                    async def load(self): return self.store.load()
                    async def fetch(self): return await self.pool.fetch("x")
                """;
        String text = """
                from app.store import AsyncRoomStore
                async def handle(rooms: AsyncRoomStore):
                    await rooms.load()
                    await rooms.fetch()
                """;
        assertThat(Found.violations(List.of(), "app/store.py", pair, "app/m.py", text))
                .extracting(each -> each.location().line() + " " + each.call())
                .containsExactly("3 rooms.load");
    }

    private static String helper(String rest) {
        return "def helper(*a): store.load()\ndef top(*a): helper()\n" + rest + "\n";
    }

    private static List<String> in(String text) {
        return Found.in(BLOCKING_CALL, HEAD + text);
    }
}
