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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PythonForTests.class)
class HazardsTest {
    private static final String LAYER = """
            class PersistenceLayer:
                def load(self, key): return open(key)
                def save(self, key, *more): open(key)
                def rows(self): yield open('x')
            """;

    private static final String HEAD = """
            import asyncio, sqlite3, threading
            from app.db import PersistenceLayer
            class Service:
                def __init__(self, db: PersistenceLayer):
                    self.db = db
                    self.total = 0
                    self.lock = threading.Lock()
            """;

    @Test
    void anObjectThatIsStoredAfterItWasReadMayBeStale() {
        assertThat(hazards("""
                player = self.db.load(1)
                player.gold = 5
                self.db.save(player)
                """)).containsExactly("LOST_UPDATE 12 `player` was read in line 10");
        assertThat(hazards("""
                player = self.db.load(1)
                self.db.save(key)
                print(player)
                """)).isEmpty();
    }

    @Test
    void poolsBelongToALoop() {
        String pool = """
                from sqlalchemy.ext import asyncio as sa
                import asyncpg
                from mine import create_pool
                def engine(): return sa.create_async_engine('x')
                async def pool(): return await asyncpg.create_pool('x')
                def one(): return sa.create_async_engine('x', poolclass=sa.NullPool)
                def other(): return create_pool('x')
                """;
        String twin = "class AsyncPersistenceLayer:\n    async def load(self, key): return await q(key)\n";
        String service = HEAD + "    async def show(self, key): return self.db.load(key)\n";

        assertThat(hazardsOf(
                        "app/db.py",
                        LAYER + twin,
                        "app/pool.py",
                        pool,
                        "app/service.py",
                        service.replace("self.db = db", "self.db = db; self.async_db = AsyncPersistenceLayer()")
                                .replace("import PersistenceLayer", "import AsyncPersistenceLayer, PersistenceLayer")))
                .containsExactly("LOOP_BOUND_POOL 4 sa.create_async_engine", "LOOP_BOUND_POOL 5 asyncpg.create_pool");
        // Threads use the connections of the sync layer.
        assertThat(hazardsOf("app/db.py", LAYER, "app/pool.py", pool, "app/service.py", service))
                .isEmpty();
    }

    @Test
    void sharedStateIsReadBeforeAndWrittenAfterAnAwait() {
        assertThat(hazards("self.total += self.db.load(1)"))
                .containsExactly("LOST_UPDATE 10 `self.total` is written in line 10");
        assertThat(hazards("""
                old = self.total
                new = self.db.load(1)
                self.total = old + new
                """)).containsExactly("LOST_UPDATE 11 `self.total` is written in line 12");
        assertThat(hazards("""
                if key in self.cache:
                    return self.cache[key]
                value = self.db.load(key)
                self.cache[key] = value
                """)).containsExactly("LOST_UPDATE 12 `self.cache[...]` is written in line 13");
    }

    @Test
    void whatIsOnlyWrittenOrTheFunctionsOwnIsNoHazard() {
        assertThat(hazards("self.total = self.db.load(1)")).isEmpty();
        assertThat(hazards("total = 1; total += self.db.load(1)")).isEmpty();
        assertThat(hazards("""
                self.total += 1
                print(self.db.load(1))
                """)).isEmpty();
        assertThat(hazards("""
                report = dict()
                print(report.size)
                print(self.db.load(1))
                report.size = 2
                """)).isEmpty();
    }

    @Test
    void aLockOfThreadsAroundACall() {
        assertThat(hazards("""
                with self.lock:
                    self.db.load(1)
                """)).containsExactly("LOCK_HELD 11 self.lock");
        assertThat(hazards("""
                async with self.lock:
                    self.db.load(1)
                """)).isEmpty();
    }

    @Test
    void whatLoggingDoesOnTheLoop() {
        String log = """
                class Log:
                    def info(self, text):
                        try:
                            asyncio.create_task(send(text))
                        except RuntimeError:
                            print(text)
                """;
        String service = HEAD + "    async def handle(self, key): self.db.load(key)\n";
        String logged = LAYER.replace("def load(self, key):", "def load(self, key): logger.info(key);");
        String head = "import asyncio\nlogger = Log()\n";
        assertThat(hazardsOf("app/db.py", log + head + logged, "app/service.py", service))
                .containsExactly("MISSED_LOOP 8 asyncio.create_task (app/db.py:4)");
        assertThat(hazardsOf("app/db.py", log + head + LAYER, "app/service.py", service))
                .isEmpty();
    }

    @Test
    void aConnectionThatGoesToAThread() {
        assertThat(hazards("""
                connection = sqlite3.connect("x")
                self.db.save(1, connection)
                """)).containsExactly("SHARED_CONNECTION 11 `connection` is passed to a thread");
        assertThat(hazards("""
                connection = sqlite3.connect("x")
                self.db.save(1, connection.total_changes)
                """)).isEmpty();
    }

    @Test
    void aGeneratorOfTheLayer() {
        assertThat(hazards("for row in self.db.rows(): print(row)")).containsExactly("LAZY_RESULT 10 self.db.rows");
    }

    @Test
    void manyTasksThatTakeAThreadEach() {
        String load = "async def load(self, key): return self.db.load(key)\n";
        assertThat(ofMethods(load + "async def all(self, keys):\n"
                        + "    return await asyncio.gather(*[self.load(k) for k in keys])\n"))
                .containsExactly("UNBOUNDED_FAN_OUT 10 self.load");
        assertThat(ofMethods(load + "async def all(self, keys):\n    return [await self.load(k) for k in keys]\n"))
                .isEmpty();
        assertThat(ofMethods(load + "async def all(self, keys):\n"
                        + "    return await asyncio.gather(self.load(1), self.load(2))\n"))
                .isEmpty();
    }

    private static List<String> hazards(String body) {
        // The body's first line is the tenth.
        return ofMethods("\nasync def handle(self, key):\n" + body.indent(4));
    }

    private static List<String> ofMethods(String methods) {
        return hazardsOf("app/db.py", LAYER, "app/service.py", HEAD + methods.indent(4));
    }

    private static List<String> hazardsOf(String... pathsAndTexts) {
        return Plans.of(pathsAndTexts).hazards().stream()
                .map(h -> h.kind() + " " + h.location().line() + " " + h.detail())
                .toList();
    }
}
