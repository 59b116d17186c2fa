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
package dev.asyncpersistence.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.layer.LayerMethod.Counterpart;
import dev.asyncpersistence.layer.LayerMethod.Kind;
import dev.asyncpersistence.layer.LayerMethod.Match;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(PythonForTests.class)
class LayerReaderTest {
    private static final String IMPORTS = """
            import asyncio, sqlite3, threading, time
            from contextlib import contextmanager
            from sqlalchemy.orm import sessionmaker

            """;

    private static final String LOAD = """
                def load(self, key):
                    return sqlite3.connect(self.path).execute(key).fetchone()
            """;

    @Nested
    class Kinds {
        @Test
        void tellsKindsApart() {
            Layer layer = layer("class PersistenceLayer:\n" + LOAD + """
                        def peek(self, key): return self.cache.get(key)
                        def unknown(self, key): return self.client.load_all(key)
                        def rows(self):
                            yield from sqlite3.connect('x').execute('x')
                        @contextmanager
                        def transaction(self):
                            yield sqlite3.connect('x')
                        def cursor(self): return sqlite3.connect('x').execute('x')
                        def named_cursor(self):
                            cursor = self.connection.cursor()
                            return cursor
                        def own_cursor(self): return self._cursor()
                        def _cursor(self): return self.connection.cursor()
                        def count(self): return self.execute('x')
                        def execute(self, sql): return len(self.connection.execute(sql).fetchall())
                        async def true(self): return await self.pool.fetch('x')
                        async def fake(self, key): return self.load(key)
                        async def fake_after_waiting(self, key):
                            await asyncio.sleep(0)
                            return self.load(key)
                        async def fake_of_unknown(self, key): return self.unknown(key)
                        async def fake_behind_a_coroutine(self, key): return await self._fake(key)
                        async def _fake(self, key): return self.load(key)
                        async def on_thread(self, key): return await asyncio.to_thread(self.load, key)
                        async def fetched(self):
                            result = await self.session.execute('x')
                            return result.fetchall()
                        async def memory(self): return self.peek('x')
                        @staticmethod
                        def parse(row): return str(row)
                        @classmethod
                        def create(cls): time.sleep(1)
                        @property
                        def size(self): return open('x')
                    """);

            assertThat(layer.methods())
                    .extractingFromEntries(e -> e.getKey() + " " + e.getValue().kind())
                    .containsExactlyInAnyOrder(
                            "load BLOCKING",
                            "peek IN_MEMORY",
                            "unknown BLOCKING",
                            "rows LAZY",
                            "transaction LAZY",
                            "cursor LAZY",
                            "named_cursor LAZY",
                            "own_cursor LAZY",
                            "count BLOCKING",
                            "execute BLOCKING",
                            "true ASYNC",
                            "fake FAKE_ASYNC",
                            "fake_after_waiting FAKE_ASYNC",
                            "fake_of_unknown FAKE_ASYNC",
                            "fake_behind_a_coroutine FAKE_ASYNC",
                            "on_thread ASYNC",
                            "fetched ASYNC",
                            "memory ASYNC",
                            "parse IN_MEMORY",
                            "create BLOCKING");
        }

        @Test
        void readsInheritedAndOverriddenMethods() {
            Layer layer = layer("""
                    class Base:
                        def inherited(self): open('x')
                        def overridden(self): open('x')
                    class RoomStore(Base):
                        def overridden(self): return {}
                        def own(self): open('y')
                    """);

            assertThat(kind(layer, "inherited")).isEqualTo(Kind.BLOCKING);
            assertThat(kind(layer, "overridden")).isEqualTo(Kind.IN_MEMORY);
            assertThat(kind(layer, "own")).isEqualTo(Kind.BLOCKING);
        }

        @Test
        void readsTheFunctionsOfAModule() {
            Layer layer = read(new LayerOptions(List.of("app.db"), "", Map.of()), "app/db.py", """
                            from typing import overload
                            @overload
                            def get(key: int): ...
                            @overload
                            def get(key: str): ...
                            def get(key): return open(key)
                            def peek(key): return len(key)
                            def _private(): open('x')
                            class Row:
                                def save(self): open('x')
                            """)
                    .get(0);

            assertThat(layer.qualifiedName()).isEqualTo("app.db");
            assertThat(layer.methods().keySet()).containsExactlyInAnyOrder("get", "peek");
            assertThat(kind(layer, "get")).isEqualTo(Kind.BLOCKING);
            assertThat(kind(layer, "peek")).isEqualTo(Kind.IN_MEMORY);
        }
    }

    @Nested
    class VariantsOnTheSameObject {
        @Test
        void takesTrueOnes() {
            for (String name : List.of("async_load", "load_async", "aload", "aio_load")) {
                Counterpart variant = variant("async def " + name + "(self, key): return await self.pool.fetch(key)");
                assertThat(variant).as(name).isNotNull();
                assertThat(variant.name()).isEqualTo(name);
                assertThat(variant.difference()).isNull();
            }
        }

        @Test
        void namesAMismatch() {
            Counterpart variant = variant("async def async_load(self): return await self.pool.fetch(1)");

            assertThat(variant).isNotNull();
            assertThat(variant.difference()).isEqualTo("`async_load` has no parameter `key`");
        }

        @Test
        void doesNotTakeFakes() {
            assertThat(variant("async def async_load(self, key): return self.load(key)"))
                    .isNull();
            assertThat(variant("async def async_load(self, key): await asyncio.sleep(0); return self.load(key)"))
                    .isNull();
            assertThat(variant("async def async_load(self, key): return {}")).isNull();
            assertThat(variant("async def async_load(self, key): yield await self.pool.fetch(key)"))
                    .isNull();
            assertThat(variant("def async_load(self, key): return self.pool.fetch(key)"))
                    .isNull();
            assertThat(variant("async def fetch_load(self, key): return await self.pool.fetch(key)"))
                    .isNull();
        }

        @Test
        void prefersTheFirstTrueOne() {
            Counterpart variant = variant("""
                    async def async_load(self, key): return self.load(key)
                        async def load_async(self, key): return await self.pool.fetch(key)
                        async def aload(self, key): return await self.pool.fetch(key)""");

            assertThat(variant).isNotNull();
            assertThat(variant.name()).isEqualTo("load_async");
        }

        @Test
        void takesWhatTheOptionNames() {
            Layer layer = read(
                            new LayerOptions(List.of(), "", Map.of("load", "fetch")),
                            "app/db.py",
                            IMPORTS + "class PersistenceLayer:\n" + LOAD
                                    + "    async def fetch(self, key): return await self.pool.fetch(key)\n")
                    .get(0);

            assertThat(method(layer, "load").variant())
                    .extracting(Counterpart::name, Counterpart::match)
                    .containsExactly("fetch", Match.OPTION);
        }

        private @Nullable Counterpart variant(String method) {
            return method(layer("class PersistenceLayer:\n" + LOAD + "    " + method + "\n"), "load")
                    .variant();
        }
    }

    @Nested
    class Counterparts {
        @Test
        void matchesNames() {
            assertThat(match("async def load(self, key): return await pool.fetch(key)"))
                    .isEqualTo("load SAME_NAME");
            assertThat(match("async def async_load(self, key): return await pool.fetch(key)"))
                    .isEqualTo("async_load PREFIX_OR_SUFFIX");
            assertThat(match("async def load_by_key(self, key): return await pool.fetch(key)"))
                    .isNull();
        }

        @Test
        void doesNotTakeWhatIsNoTrueCoroutine() {
            assertThat(match("def load(self, key): return pool.fetch(key)")).isNull();
            assertThat(match("async def load(self, key): return sqlite3.connect(key)"))
                    .isNull();
            assertThat(match("async def load(self, key): await pool.ping(); return sqlite3.connect(key)"))
                    .isNull();
            assertThat(match("async def load(self, key): yield await pool.fetch(key)"))
                    .isNull();
            assertThat(match("""
                    async def load(self, key): return await self._load(key)
                        async def _load(self, key): return sqlite3.connect(key)""")).isNull();
        }

        @Test
        void prefersTheSameNameAndNamesItsMismatch() {
            String twin = """
                    async def load(self): return await pool.fetch(1)
                        async def async_load(self, key): return await pool.fetch(key)""";

            assertThat(match(twin)).isEqualTo("load SAME_NAME: `load` has no parameter `key`");
        }

        @Test
        void seesARenamedMethodBehindADelegatingVariant() {
            String text = IMPORTS + "class PersistenceLayer:\n" + LOAD + """
                        def __init__(self):
                            self.other = AsyncPersistenceLayer()
                        async def async_load(self, key):
                            return await self.other.load_by_key(key)
                    class AsyncPersistenceLayer:
                        async def load_by_key(self, key): return await pool.fetch(key)
                        async def log(self): await pool.log()
                    """;

            assertThat(match(layerOf(LayerOptions.FOUND, text))).isEqualTo("load_by_key DELEGATION");
            assertThat(match(layerOf(
                            LayerOptions.FOUND,
                            text.replace(
                                    "return await self.other.", "await self.other.log(); return await self.other."))))
                    .isNull();
        }

        @Test
        void followsTheRenamesOption() {
            String text = IMPORTS + "class PersistenceLayer:\n" + LOAD + """
                    class AsyncPersistenceLayer:
                        async def load(self, key): return await pool.fetch(key)
                        async def fetch(self, key): return await pool.fetch(key)
                    """;

            assertThat(match(layerOf(new LayerOptions(List.of(), "", Map.of("load", "fetch")), text)))
                    .isEqualTo("fetch OPTION");
            assertThatThrownBy(() -> layerOf(new LayerOptions(List.of(), "", Map.of("lode", "fetch")), text))
                    .isInstanceOf(LayerNotFoundException.class)
                    .hasMessageContaining("renames")
                    .hasMessageContaining("`lode`");
            assertThatThrownBy(() -> layerOf(new LayerOptions(List.of(), "", Map.of("load", "fetsh")), text))
                    .isInstanceOf(LayerNotFoundException.class)
                    .hasMessageContaining("`fetsh`");
        }

        private @Nullable String match(String asyncMethod) {
            return match(layerOf(
                    LayerOptions.FOUND,
                    IMPORTS + "class PersistenceLayer:\n" + LOAD + "class AsyncPersistenceLayer:\n    " + asyncMethod
                            + "\n    async def ping(self): await pool.ping()\n"));
        }

        private @Nullable String match(Layer layer) {
            Counterpart found = method(layer, "load").counterpart();
            return found == null
                    ? null
                    : found.name() + " " + found.match()
                            + (found.difference() == null ? "" : ": " + found.difference());
        }
    }

    @Nested
    class Candidates {
        @Test
        void haveTheWordsOfTheName() {
            assertThat(candidates("get_player", "get_player_by_id", "get_room")).containsExactly("get_player_by_id");
            assertThat(candidates("list_professions", "get_professions", "save_professions"))
                    .containsExactly("get_professions");
            assertThat(candidates("save_player", "update_player", "delete_player"))
                    .containsExactly("update_player");
            assertThat(candidates("load", "load_player")).isEmpty();
        }

        @Test
        void areThreeAtMost() {
            assertThat(candidates("get_room", "get_room_a", "get_room_b", "get_room_c", "get_room_d"))
                    .containsExactly("get_room_a", "get_room_b", "get_room_c");
        }

        @Test
        void haveSignaturesThatAgree() {
            assertThat(candidatesOf("async def get_player_by_id(self, key: int) -> dict: await pool.ping()"))
                    .containsExactly("get_player_by_id");
            assertThat(candidatesOf("async def get_player_by_id(self, key: str) -> dict: await pool.ping()"))
                    .isEmpty();
            assertThat(candidatesOf("async def get_player_by_id(self, key: int) -> list: await pool.ping()"))
                    .isEmpty();
            assertThat(candidatesOf("async def get_player_by_id(self, key, room): await pool.ping()"))
                    .isEmpty();
            assertThat(candidatesOf("def get_player_by_id(self, key): return pool.ping()"))
                    .isEmpty();
            assertThat(candidatesOf("async def _get_player(self, key): await pool.ping()"))
                    .isEmpty();
        }

        @Test
        void areMatchedWithNothingElse() {
            String taken = "async def get_player_by_id(self, key): await pool.ping()";

            assertThat(candidatesOf("    def get_player_by_id(self, key): open(key)\n", taken))
                    .isEmpty();
            assertThat(candidatesOf("    def get_room(self, key): open(key)\n", taken))
                    .containsExactly("get_player_by_id");
            assertThat(candidatesOf(taken + "\n    async def get_player(self, key): await pool.ping()"))
                    .isEmpty();
        }

        @Test
        void areOfNoUseForWhatDoesNotBlock() {
            Layer layer = layer("""
                    class PersistenceLayer:
                        def load(self, key): open(key)
                        def get_player(self, key): return {}
                    class AsyncPersistenceLayer:
                        async def get_player_by_id(self, key): await pool.ping()
                    """);

            assertThat(method(layer, "get_player").candidates()).isEmpty();
        }

        private List<String> candidates(String name, String... coroutines) {
            StringBuilder text = new StringBuilder("class PersistenceLayer:\n    def " + name
                    + "(self, key): open(key)\nclass AsyncPersistenceLayer:\n");
            for (String coroutine : coroutines) {
                text.append("    async def ").append(coroutine).append("(self, key): await pool.ping()\n");
            }
            return method(layer(text.toString()), name).candidates();
        }

        private List<String> candidatesOf(String coroutine) {
            return candidatesOf("", coroutine);
        }

        private List<String> candidatesOf(String more, String coroutine) {
            return method(
                            layer("class PersistenceLayer:\n    def get_player(self, key: int) -> dict: open(key)\n"
                                    + more + "class AsyncPersistenceLayer:\n    " + coroutine + "\n"),
                            "get_player")
                    .candidates();
        }
    }

    @Nested
    class Threads {
        @Test
        void seesAConnectionThatOnlyItsThreadMayUse() {
            assertThat(obstacle("self.connection = sqlite3.connect('x')"))
                    .isEqualTo("SHARED_CONNECTION `connection` keeps a connection of sqlite3.connect that only the"
                            + " thread which made it may use");
            assertThat(obstacle("self.lock = threading.Lock(); self.connection = sqlite3.connect('x')"))
                    .contains("only the thread which made it");
        }

        @Test
        void seesAConnectionThatIsSharedWithoutALock() {
            String shared = "self.connection = sqlite3.connect('x', check_same_thread=False)";
            assertThat(obstacle(shared))
                    .isEqualTo("SHARED_CONNECTION `connection` keeps one connection of sqlite3.connect for all calls,"
                            + " without a lock");
            assertThat(obstacle("self.lock = threading.RLock(); " + shared)).isNull();
            assertThat(obstacle("self.lock = asyncio.Lock(); " + shared)).isNotNull();
        }

        @Test
        void seesAConnectionThatIsMadeLater() {
            assertThat(obstacle("""
                    self.connection = None
                        def connect(self):
                            if self.connection is None:
                                self.connection = sqlite3.connect('x')""")).contains("only the thread which made it");
        }

        @Test
        void looksForTheOptionWhereTheConnectionIsMade() {
            String text = """
                    self.connection = self._connect()
                        def _connect(self):
                            made = sqlite3.connect('x'OPTION)
                            return made""";
            assertThat(obstacle(text.replace("OPTION", ""))).contains("only the thread which made it");
            assertThat(obstacle(text.replace("OPTION", ", check_same_thread=False")))
                    .contains("without a lock");
        }

        @Test
        void seesAConnectionOfTheModule() {
            assertThat(obstacle("pass", "_connection = sqlite3.connect('x')\n")).contains("`_connection`");
            assertThat(obstacle("pass", "_path = str('x')\n")).isNull();
        }

        /** However a method gets to the connection of another module. */
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "from app.shared import CONN | CONN.execute('x') | CONN",
                    "from app.shared import CONN as c | c.execute('x') | CONN",
                    "from app import shared | shared.CONN.execute('x') | CONN",
                    "from app import shared | with shared.CONN: pass | CONN",
                    "from app.shared import connection | connection().execute('x') | _connection",
                    "from app import shared | self.run(shared.connection()) | _connection",
                    "from app.shared import Manager | with Manager() as c: c.execute('x') | _connection",
                    "from app.shared import cached | cached().execute('x') | cached",
                    // Each call has its own, or each thread.
                    "from app.shared import fresh | fresh().execute('x') | ''",
                    "from app.shared import PATH | open(PATH) | ''",
                    "from app.shared import local | local.c.execute('x') | ''",
                    "from app.shared import CONN | open('x') | ''",
                })
        void seesAConnectionOfAnotherModule(String imported, String statement, String variable) {
            String shared = """
                    import functools, sqlite3, threading
                    PATH = str('x')
                    CONN = sqlite3.connect(PATH)
                    _connection = None
                    local = threading.local()
                    def connection():
                        global _connection
                        if _connection is None:
                            _connection = sqlite3.connect(PATH)
                        return _connection
                    class Manager:
                        def __enter__(self): return connection()
                        def __exit__(self, *args): pass
                    @functools.lru_cache
                    def cached(): return sqlite3.connect(PATH)
                    def fresh(): return sqlite3.connect(PATH)
                    """;
            String db = imported + "\nclass RoomDB:\n    def load(self):\n        open('x')\n        " + statement
                    + "\n    def run(self, c): c.execute('x')\n    def other(self): open('x')\n";
            Layer layer = read(LayerOptions.FOUND, "app/shared.py", shared, "app/db.py", db)
                    .get(0);
            String found = obstacle(layer, "load");
            assertThat(found == null ? "" : found.replaceFirst("SHARED_CONNECTION `(\\w+)` .*", "$1"))
                    .isEqualTo(variable);
            assertThat(obstacle(layer, "other")).isNull();
        }

        @Test
        void seesASharedSession() {
            assertThat(obstacle("self.Session = sessionmaker(); self.session = self.Session()"))
                    .contains("`session`");
            assertThat(obstacle("self.Session = sessionmaker()")).isNull();
        }

        @Test
        void hasNothingAgainstAConnectionPerCall() {
            assertThat(obstacle("self.path = 'x'")).isNull();
            assertThat(obstacle("self._local = threading.local(); self._local.connection = sqlite3.connect('x')"))
                    .isNull();
        }

        @Test
        void seesWhatNeedsTheEventLoop() {
            String text = """
                    self.path = 'x'
                        def announce(self):
                            open('x')
                            self._spawn()
                        def _spawn(self):
                            CALL""";
            assertThat(obstacle(layerWith(text.replace("CALL", "asyncio.create_task(self.go())"), ""), "announce"))
                    .isEqualTo("NEEDS_EVENT_LOOP asyncio.create_task (app/db.py:14)");
            assertThat(obstacle(layerWith(text.replace("CALL", "self.count = 1"), ""), "announce"))
                    .isNull();
            assertThat(obstacle(layerWith(text.replace("CALL", "asyncio.create_task(self.go())"), ""), "load"))
                    .isNull();
            // What is done instead is something else: nobody is told.
            String handled = "\n        try: asyncio.create_task(self.go())\n        except RuntimeError: pass";
            assertThat(obstacle(layerWith(text.replace("CALL", "pass" + handled), ""), "announce"))
                    .contains("asyncio.create_task (app/db.py:15)");
        }

        /** Logging may be done on any thread. */
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "except RuntimeError: pass | true",
                    "except Exception as e: print(e) | true",
                    "except (OSError, RuntimeError): pass | true",
                    "except: pass | true",
                    "except OSError: pass | false",
                    "finally: pass | false",
                })
        void seesWhatLoggingDoesWithoutALoop(String handler, boolean fit) {
            String text = """
                    self.logger = Log()
                        def announce(self):
                            open('x')
                            self.logger.info('x')
                    class Log:
                        def info(self, text):
                            try: asyncio.create_task(go(text))
                            HANDLER""";
            String obstacle = obstacle(layerWith(text.replace("HANDLER", handler), ""), "announce");
            assertThat(obstacle == null).as(obstacle).isEqualTo(fit);
        }

        private @Nullable String obstacle(String init) {
            return obstacle(init, "");
        }

        private @Nullable String obstacle(String init, String module) {
            return obstacle(layerWith(init, module), "load");
        }

        private @Nullable String obstacle(Layer layer, String method) {
            ThreadObstacle obstacle = method(layer, method).threadObstacle();
            return obstacle == null ? null : obstacle.kind() + " " + obstacle.detail();
        }

        private Layer layerWith(String init, String module) {
            return layer(
                    module + "class PersistenceLayer:\n" + LOAD + "    def __init__(self):\n        " + init + "\n");
        }
    }

    private static Layer layer(String text) {
        return layerOf(LayerOptions.FOUND, IMPORTS + text);
    }

    private static Layer layerOf(LayerOptions options, String text) {
        return read(options, "app/db.py", text).get(0);
    }

    private static List<Layer> read(LayerOptions options, String... pathsAndTexts) {
        Program program = Programs.of(pathsAndTexts);
        return new LayerReader(new Resolver(program), CallCatalogue.standard(), options).read();
    }

    private static Kind kind(Layer layer, String method) {
        return method(layer, method).kind();
    }

    private static LayerMethod method(Layer layer, String name) {
        return Objects.requireNonNull(layer.methods().get(name), name);
    }
}
