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
import dev.asyncpersistence.layer.CallCatalogue;
import dev.asyncpersistence.layer.LayerOptions;
import dev.asyncpersistence.layer.LayerReader;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import dev.asyncpersistence.plan.reach.ReachOptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Decisions are written as {@code line action REASON target-or-detail}. */
@ExtendWith(PythonForTests.class)
class PlannerTest {
    private static final Set<Reason> SEEN = EnumSet.noneOf(Reason.class);

    private static final String LAYER = """
            import asyncio, sqlite3
            class PersistenceLayer:
                def __init__(self): self.rooms = {}
                def load(self, key): return open(key)
                def save(self, key, value): open(key)
                def purge(self): open('x')
                def rename(self, key): open(key)
                def peek(self, key): return self.rooms.get(key)
                def rows(self): yield open('x')
                def announce(self): open('x'); asyncio.create_task(self.go())
                def export(self): open('x')
                async def async_export(self): return await pool.export()
                async def fake(self, key): return self.load(key)
                async def ping(self): return await pool.ping()
                @classmethod
                def check(cls): open('x')
            class AsyncPersistenceLayer:
                async def load(self, key): return await pool.load(key)
                async def save(self, value, key, /): return await pool.save(key, value)
                async def ping(self): return await pool.ping()
                def size(self): return 1
            """;

    private static final String SERVICE = """
            import asyncio
            from app.db import AsyncPersistenceLayer, PersistenceLayer
            class Service:
                def __init__(self, db: PersistenceLayer):
                    self.db = db
            """;

    @AfterAll
    static void everyReasonWasMet() {
        assertThat(SEEN).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(PropagationTest.REASONS));
    }

    // --- actions

    @Test
    void awaitsTheAsyncLayer() {
        assertThat(handler("return self.db.load(key)", "self.db = db; self.async_db = AsyncPersistenceLayer()"))
                .containsExactly("AWAIT_ASYNC_LAYER ASYNC_METHOD self.async_db.load");
    }

    @Test
    void awaitsTheVariant() {
        assertThat(handler("return self.db.export()")).containsExactly("AWAIT_VARIANT ASYNC_METHOD async_export");
    }

    @Test
    void runsOnAThreadWhatHasNoAsyncMethod() {
        assertThat(handler("self.db.purge()")).containsExactly("TO_THREAD NO_ASYNC_METHOD ");
    }

    @Test
    void runsOnAThreadWhereTheSignaturesDiffer() {
        assertThat(handler("self.db.save(key, 1)"))
                .containsExactly("TO_THREAD SIGNATURE_MISMATCH `save` takes `key` at another position");
    }

    @Test
    void judgesEachCallByItsArguments() {
        String layer = """
                class PersistenceLayer:
                    def load(self, player_id, deep=False) -> dict: return open(player_id)
                    def gold(self, key) -> int: return open(key)
                    def drop(self, player_id): open(player_id)
                    async def async_drop(self, id): return await pool.drop(id)
                class AsyncPersistenceLayer:
                    async def load(self, id, deep=True) -> dict: return await pool.load(id)
                    async def gold(self, key) -> str: return await pool.gold(key)
                """;
        String service = SERVICE.replace("self.db = db", "self.db = db; self.async_db = AsyncPersistenceLayer()");

        assertThat(decisions(layer, service + """
                    async def handle(self, key):
                        self.db.load(player_id=key)
                        self.db.load(player_id=key, deep=False)
                        self.db.gold(key)
                        return self.db.gold(key)
                    async def drop(self, key): self.db.drop(player_id=key); self.db.drop(key, 1)
                """))
                .containsExactly(
                        "TO_THREAD SIGNATURE_MISMATCH `load` has another default for `deep`",
                        "AWAIT_ASYNC_LAYER ASYNC_METHOD self.async_db.load {0=id}",
                        "AWAIT_ASYNC_LAYER ASYNC_METHOD self.async_db.gold",
                        "TO_THREAD SIGNATURE_MISMATCH `gold` returns `str`, not `int`",
                        "AWAIT_VARIANT ASYNC_METHOD async_drop {0=id}",
                        "TO_THREAD SIGNATURE_MISMATCH the call doesn't fit `drop` either");
    }

    @Test
    void takesTheAsyncLayerWhereTheVariantDoesNotFit() {
        String layer = """
                class PersistenceLayer:
                    def drop(self, key): open(key)
                    async def async_drop(self): return await pool.drop()
                class AsyncPersistenceLayer:
                    async def drop(self, key): return await pool.drop(key)
                """;
        String service = SERVICE.replace("self.db = db", "self.db = db; self.async_db = AsyncPersistenceLayer()");

        assertThat(decisions(layer, service + "    async def handle(self, key): self.db.drop(key)\n"))
                .containsExactly("AWAIT_ASYNC_LAYER ASYNC_METHOD self.async_db.drop");
    }

    @Test
    void namesMethodsOfTheAsyncLayerThatMayBeMeant() {
        String layer = """
                class PersistenceLayer:
                    def get_player(self, player_id): return open(player_id)
                class AsyncPersistenceLayer:
                    async def get_player_by_id(self, id): return await pool.load(id)
                """;
        String handler = SERVICE + "    async def handle(self, key): self.db.get_player(key)\n";
        String more = layer + "    async def find_player(self, id): return await pool.load(id)\n";

        assertThat(decisions(layer, handler))
                .containsExactly("TO_THREAD NO_ASYNC_METHOD perhaps `get_player_by_id`: if so,"
                        + " renames=get_player=get_player_by_id");
        assertThat(decisions(more, handler))
                .containsExactly("TO_THREAD NO_ASYNC_METHOD perhaps `find_player` or `get_player_by_id`: if so,"
                        + " name it, as in renames=get_player=find_player");
    }

    @Test
    void runsOnAThreadWhereTheAsyncLayerIsNotAtHand() {
        assertThat(handler("self.db.load(key)")).containsExactly("TO_THREAD ASYNC_LAYER_NOT_REACHABLE load");
    }

    // --- what is kept

    @Test
    void keepsWhatDoesNotBlock() {
        assertThat(handler("self.db.peek(key)")).containsExactly("KEEP IN_MEMORY ");
        assertThat(handler("await self.db.ping()")).containsExactly("KEEP ALREADY_ASYNC ");
        assertThat(handler("await AsyncPersistenceLayer().ping()")).containsExactly("KEEP ALREADY_ASYNC ");
        assertThat(handler("AsyncPersistenceLayer().size()")).containsExactly("KEEP IN_MEMORY ");
    }

    @Test
    void seesCoroutinesThatNobodyAwaits() {
        assertThat(handler("self.db.ping()")).containsExactly("KEEP COROUTINE_NOT_AWAITED ");
        assertThat(handler("AsyncPersistenceLayer().ping()")).containsExactly("KEEP COROUTINE_NOT_AWAITED ");
        assertThat(handler("asyncio.create_task(self.db.ping())")).containsExactly("KEEP ALREADY_ASYNC ");
        assertThat(handler("await asyncio.gather(self.db.ping(), self.db.ping())"))
                .containsExactly("KEEP ALREADY_ASYNC ", "KEEP ALREADY_ASYNC ");
        // Whoever awaits the handler gets a coroutine; from a sync function it would be the first.
        assertThat(handler("return self.db.ping()")).containsExactly("KEEP COROUTINE_NOT_AWAITED ");
        assertThat(decisions(SERVICE + "    def handle(self): return self.db.ping()\n"))
                .containsExactly("KEEP ALREADY_ASYNC ");
    }

    @Test
    void keepsCallsThatRunElsewhere() {
        assertThat(handler("await asyncio.to_thread(lambda: self.db.purge())")).containsExactly("KEEP OFF_LOOP *");
        assertThat(handler("await asyncio.to_thread(self.db.purge)")).isEmpty();
    }

    @Test
    void keepsWhatNeitherLayerHas() {
        assertThat(handler("self.db.lode(key)")).containsExactly("KEEP NO_SUCH_METHOD PersistenceLayer.lode");
        assertThat(handler("await AsyncPersistenceLayer().lode(key)"))
                .containsExactly("KEEP NO_SUCH_METHOD AsyncPersistenceLayer.lode");
        assertThat(handler("self.db.rooms(key)")).isEmpty();
    }

    @Test
    void keepsCallsInSyncFunctions() {
        assertThat(handler("def inner(): self.db.purge()\n        return inner"))
                .containsExactly("KEEP CALLBACK *");
        assertThat(handler("def inner(): self.db.purge()\n        inner()"))
                .containsExactly("TO_THREAD NO_ASYNC_METHOD ");
        assertThat(decisions(SERVICE + "    def handle(self, key):\n" + "        async def inner(): self.db.purge()\n"))
                .containsExactly("TO_THREAD NO_ASYNC_METHOD ");
    }

    @Test
    void keepsFakesAndWronglyAwaitedCalls() {
        assertThat(handler("await self.db.fake(key)")).containsExactly("KEEP FAKE_ASYNC *");
        assertThat(handler("await self.db.purge()")).containsExactly("KEEP AWAITS_PLAIN_VALUE *");
    }

    @Test
    void keepsLazyResults() {
        assertThat(handler("for row in self.db.rows(): pass")).containsExactly("KEEP LAZY_RESULT ");
    }

    @Test
    void keepsWhatNeedsTheEventLoop() {
        assertThat(handler("self.db.announce()")).containsExactly("KEEP NEEDS_EVENT_LOOP *");
    }

    @Test
    void keepsCallsOnASharedConnectionUnlessTheyCanBeAwaited() {
        String shared = LAYER.replace("self.rooms = {}", "self.rooms = {}; self.connection = sqlite3.connect('x')");

        assertThat(decisions(shared, SERVICE + "    async def handle(self): self.db.purge(); self.db.export()\n"))
                .containsExactly("KEEP SHARED_CONNECTION *", "AWAIT_VARIANT ASYNC_METHOD async_export");
    }

    @Test
    void keepsWhatStandsWhereNothingCanBeAwaited() {
        assertThat(handler("return lambda: self.db.purge()")).containsExactly("KEEP LAMBDA *");
        assertThat(handler("return any(self.db.load(k) for k in key)")).containsExactly("KEEP GENERATOR_EXPRESSION *");
        assertThat(handler("return [self.db.purge() for k in key]")).containsExactly("TO_THREAD NO_ASYNC_METHOD ");
        assertThat(handler("return [[self.db.load(k) for k in ks] for ks in key]"))
                .containsExactly("KEEP NESTED_COMPREHENSION *");
        assertThat(handler("return f'{self.db.load(key)=}'")).containsExactly("KEEP SHOWN_SOURCE *");
        assertThat(handler("return f'{self.db.load(key) == 3} ={self.db.load(key)}'"))
                .doesNotContain("KEEP SHOWN_SOURCE *");
        assertThat(handler("def inner(x=self.db.load(key)): pass")).containsExactly("KEEP DEFAULT_VALUE *");
        assertThat(handler("@self.db.load(key)\n        def inner(): pass")).containsExactly("KEEP DECORATOR *");
        assertThat(decisions("from app.db import PersistenceLayer\nPersistenceLayer().purge()\n"))
                .containsExactly("KEEP MODULE_BODY *");
        assertThat(decisions("from app.db import PersistenceLayer\nclass A:\n    x = PersistenceLayer().load('x')\n"))
                .containsExactly("KEEP CLASS_BODY *");
    }

    @Test
    void keepsCallsWhereAsyncioIsSomethingElse() {
        String call = "    async def handle(self): self.db.purge()\n";

        assertThat(decisions((SERVICE + call).replace("import asyncio\n", "import other as asyncio\n")))
                .containsExactly("KEEP ASYNCIO_SHADOWED *");
        assertThat(handler("self.db.purge()\n        import asyncio")).containsExactly("KEEP ASYNCIO_SHADOWED *");
        assertThat(handler("asyncio = key\n        self.db.purge()")).containsExactly("KEEP ASYNCIO_SHADOWED *");
        assertThat(handler("import asyncio\n        self.db.purge()")).containsExactly("TO_THREAD NO_ASYNC_METHOD ");
    }

    // --- reaching the async layer

    @Nested
    class Reach {
        @Test
        void looksBesideTheReceiver() {
            String container = """
                    class Container:
                        def __init__(self):
                            self.persistence = PersistenceLayer()
                            self.async_persistence = AsyncPersistenceLayer()
                    async def handle(box: Container): box.persistence.load('x')
                    """;
            assertThat(decisions(SERVICE + container))
                    .containsExactly("AWAIT_ASYNC_LAYER ASYNC_METHOD box.async_persistence.load");
            assertThat(decisions(SERVICE
                            + container.replace(
                                    "        self.async_persistence = AsyncPersistenceLayer()",
                                    "    @property\n    def asink(self) -> AsyncPersistenceLayer: ...")))
                    .containsExactly("AWAIT_ASYNC_LAYER ASYNC_METHOD box.asink.load");
        }

        @Test
        void doesNotTakeWhatMayNotBeThereYet() {
            String container = """
                    class Container:
                        def __init__(self, other: AsyncPersistenceLayer | None = None):
                            self.persistence = PersistenceLayer()
                            FIRST
                        def start(self):
                            SECOND
                    async def handle(box: Container): box.persistence.load('x')
                    """;
            String reached = "AWAIT_ASYNC_LAYER ASYNC_METHOD box.asink.load";
            String not = "TO_THREAD ASYNC_LAYER_NOT_REACHABLE load";
            assertThat(reach(container, "pass", "self.asink = AsyncPersistenceLayer()"))
                    .isEqualTo(not);
            assertThat(reach(container, "self.asink = None", "self.asink = AsyncPersistenceLayer()"))
                    .isEqualTo(not);
            assertThat(reach(container, "self.asink: AsyncPersistenceLayer | None = None", "pass"))
                    .isEqualTo(not);
            assertThat(reach(container, "self.asink = other", "pass")).isEqualTo(not);
            assertThat(reach(container, "self.asink = other or AsyncPersistenceLayer()", "pass"))
                    .isEqualTo(reached);
            assertThat(reach(container, "self.asink = AsyncPersistenceLayer()", "pass"))
                    .isEqualTo(reached);
        }

        private String reach(String container, String first, String second) {
            return decisions(SERVICE + container.replace("FIRST", first).replace("SECOND", second))
                    .get(0);
        }

        @Test
        void looksAtDataclassFields() {
            String container = """
                    from dataclasses import dataclass
                    @dataclass
                    class Container:
                        persistence: PersistenceLayer
                        asink: AsyncPersistenceLayer
                    async def handle(box: Container): box.persistence.load('x')
                    """;
            assertThat(decisions(SERVICE + container)).containsExactly("AWAIT_ASYNC_LAYER ASYNC_METHOD box.asink.load");
            assertThat(decisions(SERVICE
                            + container.replace(
                                    "asink: AsyncPersistenceLayer", "asink: AsyncPersistenceLayer | None = None")))
                    .containsExactly("TO_THREAD ASYNC_LAYER_NOT_REACHABLE load");
        }

        @Test
        void looksOnSelfAndAtParameters() {
            assertThat(handler("db = PersistenceLayer()\n        db.load(key)", "self.asink = AsyncPersistenceLayer()"))
                    .containsExactly("AWAIT_ASYNC_LAYER ASYNC_METHOD self.asink.load");
            assertThat(decisions(SERVICE
                            + "async def handle(db: PersistenceLayer, adb: AsyncPersistenceLayer): db.load('x')\n"))
                    .containsExactly("AWAIT_ASYNC_LAYER ASYNC_METHOD adb.load");
            assertThat(
                            decisions(
                                    SERVICE
                                            + "async def handle(db: PersistenceLayer, adb: AsyncPersistenceLayer = None): db.load('x')\n"))
                    .containsExactly("TO_THREAD ASYNC_LAYER_NOT_REACHABLE load");
        }

        @Test
        void looksAtWhatIsWrittenBeside() {
            String text = """
                    def start(app):
                        app.state.persistence = PersistenceLayer()
                        app.state.asink = AsyncPersistenceLayer()
                    async def handle(request): request.app.state.persistence.load('x')
                    """;
            assertThat(decisions(SERVICE + text))
                    .containsExactly("AWAIT_ASYNC_LAYER ASYNC_METHOD request.app.state.asink.load");
            assertThat(decisions(SERVICE + text.replace("request.app.state", "request.game")))
                    .containsExactly("TO_THREAD ASYNC_LAYER_NOT_REACHABLE load");
            assertThat(decisions(
                            SERVICE + text + "def start_other(app):\n    app.state.persistence = PersistenceLayer()\n"))
                    .containsExactly("TO_THREAD ASYNC_LAYER_NOT_REACHABLE load");
        }

        @Test
        void doesNotTakeWhatAnotherObjectHas() {
            assertThat(decisions(SERVICE + """
                    class Context:
                        def __init__(self): self.persistence = PersistenceLayer()
                    def start(app):
                        app.state.persistence = PersistenceLayer()
                        app.state.asink = AsyncPersistenceLayer()
                    async def handle(state: Context): state.persistence.load('x')
                    """)).containsExactly("TO_THREAD ASYNC_LAYER_NOT_REACHABLE load");
        }
    }

    // --- which calls are calls on a layer

    @Nested
    class Sites {
        @Test
        void leavesTheLayersOwnCode() {
            assertThat(decisions(LAYER.replace("class PersistenceLayer:", """
                                    class RoomsMixin:
                                        def enter(self): return self.load('x')
                                    class PersistenceLayer(RoomsMixin):
                                        def both(self): self.load('x'); self.purge()
                                        def nested(self):
                                            def inner(): self.purge()
                                            inner()"""), "\n"))
                    .isEmpty();
        }

        @Test
        void takesSubclassesForTheLayer() {
            assertThat(decisions(SERVICE + """
                    class GameLayer(PersistenceLayer):
                        async def enter(self):
                            self.purge()
                            super().export()
                    async def handle(game: GameLayer): game.purge()
                    """))
                    .containsExactly(
                            "TO_THREAD NO_ASYNC_METHOD ",
                            "TO_THREAD INDIRECT_CALL async_export",
                            "TO_THREAD NO_ASYNC_METHOD ");
        }

        @Test
        void takesABaseClassOnlyIfNothingElseExtendsIt() {
            String layer = LAYER.replace(
                    "class PersistenceLayer:",
                    "class BaseService:\n    def purge(self): ...\n" + "class PersistenceLayer(BaseService):");
            String use = "from app.db import BaseService\nasync def handle(x: BaseService): x.purge()\n";

            assertThat(decisions(layer, use)).containsExactly("TO_THREAD NO_ASYNC_METHOD ");
            MigrationPlan shared = plan(layer, use + "class Mail(BaseService): pass\n");
            assertThat(shared.decisions()).isEmpty();
            assertThat(shared.unresolved())
                    .extracting(UnresolvedReceiver::methodName)
                    .containsExactly("purge");
        }

        @Test
        void doesNotTakeABaseOfBothLayersForEither() {
            String layer = LAYER.replace("class PersistenceLayer:", "class Base: pass\nclass PersistenceLayer(Base):")
                    .replace("class AsyncPersistenceLayer:", "class AsyncPersistenceLayer(Base):");

            assertThat(decisions(layer, "from app.db import Base\nasync def handle(x: Base): x.purge()\n"))
                    .isEmpty();
        }

        @Test
        void takesAProtocolThatTheLayerFits() {
            String protocol = """
                    from typing import Protocol
                    class Rooms(Protocol):
                        def purge(self): ...
                        def load(self, key): ...
                    async def handle(x: Rooms): x.purge()
                    """;
            assertThat(decisions(protocol)).containsExactly("TO_THREAD NO_ASYNC_METHOD ");
            assertThat(decisions(protocol.replace("def load(", "def lode("))).isEmpty();
            assertThat(decisions(protocol.replace("def load(", "async def load(")))
                    .isEmpty();
            assertThat(decisions(protocol + "class Other:\n    def purge(self): pass\n    def load(self, key): pass\n"))
                    .isEmpty();
            assertThat(decisions(protocol + "class Other:\n    def purge(self): pass\n"))
                    .containsExactly("TO_THREAD NO_ASYNC_METHOD ");
        }

        @Test
        void takesTheInheritedMethodsOfAnAsyncLayerForWhatTheyAre() {
            String layer =
                    LAYER.replace("class AsyncPersistenceLayer:", "class AsyncPersistenceLayer(PersistenceLayer):");

            assertThat(decisions(layer, SERVICE + """
                        async def handle(self):
                            layer = AsyncPersistenceLayer()
                            layer.purge()
                            await layer.load('x')
                    """))
                    .containsExactly("TO_THREAD NO_ASYNC_METHOD ", "KEEP ALREADY_ASYNC ");
        }

        @Test
        void takesCallsOnTheClass() {
            assertThat(handler("PersistenceLayer.check()")).containsExactly("TO_THREAD NO_ASYNC_METHOD ");
            assertThat(handler("PersistenceLayer.export(self.db)"))
                    .containsExactly("TO_THREAD INDIRECT_CALL async_export");
        }

        @Test
        void keepsWhatMayBeEitherLayer() {
            String either = "db = self.db if key else AsyncPersistenceLayer()\n        ";
            assertThat(handler(either + "db.load(key)")).containsExactly("KEEP AMBIGUOUS_RECEIVER *");
            assertThat(handler(either + "db.purge()")).containsExactly("TO_THREAD NO_ASYNC_METHOD ");
            assertThat(handler(either + "db.export()")).containsExactly("TO_THREAD INDIRECT_CALL async_export");
        }

        @Test
        void doesNotExchangeTheMethodWhereAnotherObjectMayStand() {
            String other = SERVICE + "class Fake:\n    def export(self): pass\n    def load(self, key): pass\n";
            String either = "async def handle(key):\n    db = Fake() if key else PersistenceLayer()\n    db.export()\n";

            assertThat(decisions(other + either)).containsExactly("TO_THREAD INDIRECT_CALL async_export");
            assertThat(decisions(other.replace("def export", "async def export") + either))
                    .containsExactly("KEEP AMBIGUOUS_RECEIVER *");
        }
    }

    @Nested
    class SeveralLayers {
        private static final String STORES = """
                class BaseStore:
                    def load(self, key): return open(key)
                class RoomStore(BaseStore):
                    def rename(self, key): open(key)
                """;

        @Test
        void takesTheLayerNearestToTheReceiversClass() {
            assertThat(decisions(STORES, """
                    from app.db import RoomStore
                    async def handle(rooms: RoomStore): rooms.load('x'); rooms.rename('x'); rooms.drop('x')
                    """))
                    .containsExactly(
                            "TO_THREAD NO_ASYNC_METHOD ",
                            "TO_THREAD NO_ASYNC_METHOD ",
                            "KEEP NO_SUCH_METHOD RoomStore.drop");
        }
    }

    @Nested
    class Aliases {
        @Test
        void runsAnAliasOnAThread() {
            assertThat(handler(
                            "load = self.db.load\n        load(key)",
                            "self.db = db; self.async_db = AsyncPersistenceLayer()"))
                    .containsExactly("TO_THREAD INDIRECT_CALL load");
            assertThat(handler("purge = self.db.purge\n        purge()")).containsExactly("TO_THREAD NO_ASYNC_METHOD ");
            assertThat(handler("export = self.db.export\n        export()"))
                    .containsExactly("TO_THREAD INDIRECT_CALL async_export");
        }

        @Test
        void runsAnAliasInAnAttributeOnAThread() {
            String init = "self.export = db.export";
            assertThat(handler("self.export()", init)).containsExactly("TO_THREAD INDIRECT_CALL async_export");
            assertThat(handler("self.work()", init.replace("self.export", "self.work")))
                    .containsExactly("TO_THREAD INDIRECT_CALL async_export");
        }

        @Test
        void keepsAnAliasThatMayBeACoroutineFunction() {
            assertThat(handler("export = self.db.async_export if key else self.db.export\n        export()"))
                    .hasSize(1)
                    .allMatch(d -> d.startsWith("KEEP"));
        }

        @Test
        void keepsAnAliasThatTheCodeAsksWhatItIs() {
            String probe = "purge = self.db.purge\n        if asyncio.iscoroutinefunction(purge): ";
            assertThat(handler(probe + "await purge()")).hasSize(1).allMatch(d -> d.startsWith("KEEP PROBED"));
            assertThat(handler(probe + "pass\n        else: purge()"))
                    .hasSize(1)
                    .allMatch(d -> d.startsWith("KEEP PROBED"));
        }

        @Test
        void readsAModuleOfFunctions() {
            String module = """
                    def get_user(key): return open(key)
                    def peek(key): return len(key)
                    def check(): return get_user('x')
                    async def aget_user(key): return await pool.get(key)
                    """;
            String use = """
                    from app import store
                    from app.store import get_user, get_user as fetch, peek
                    async def handle():
                        store.get_user('x')
                        get_user('x')
                        fetch('x')
                        peek('x')
                        store.check()
                    """;
            MigrationPlan plan = plan(
                    new LayerOptions(List.of("app.store"), "", Map.of()), "app/store.py", module, "app/use.py", use);

            assertThat(texts(plan))
                    .containsExactly(
                            "AWAIT_VARIANT ASYNC_METHOD aget_user",
                            "TO_THREAD INDIRECT_CALL aget_user",
                            "TO_THREAD INDIRECT_CALL aget_user",
                            "KEEP IN_MEMORY ",
                            "TO_THREAD NO_ASYNC_METHOD ");
        }
    }

    @Nested
    class ByNameAlone {
        private static final String HOLDER =
                SERVICE + "    async def first(self): self.db_rooms = PersistenceLayer(); self.db_rooms.purge()\n";

        @Test
        void takesANameThatHoldsALayerElsewhere() {
            MigrationPlan plan = plan(LAYER, HOLDER + "async def handle(x): x.db_rooms.purge()\n");

            assertThat(plan.decisions())
                    .extracting(d -> d.call().evidence().name())
                    .containsExactly("ASSIGNED", "SAME_NAME");
            assertThat(texts(plan)).containsExactly("TO_THREAD NO_ASYNC_METHOD ", "TO_THREAD NO_ASYNC_METHOD ");
        }

        @Test
        void takesTheLayersOwnName() {
            assertThat(decisions("async def handle(x): x.persistence_layer.purge()\n"))
                    .containsExactly("TO_THREAD NO_ASYNC_METHOD ");
        }

        @Test
        void keepsWhatBothLayersHave() {
            assertThat(decisions("async def handle(x): x.persistence_layer.load('x')\n"))
                    .containsExactly("KEEP AMBIGUOUS_RECEIVER *");
        }

        @Test
        void listsWhatCanNotBeResolved() {
            assertThat(unresolved("async def handle(x): x.purge()\n")).containsExactly("purge");
            assertThat(unresolved("async def handle(x): x[0].purge()\n")).containsExactly("purge");
            assertThat(unresolved("async def handle(x): x.peek()\n")).isEmpty();
            assertThat(unresolved("async def handle(x): x.purge()\nclass Log:\n    def purge(self): pass\n"))
                    .isEmpty();
        }

        @Test
        void doesNotTrustANameThatHoldsOtherThingsWithTheMethod() {
            String other = """
                    class Queue:
                        def purge(self): pass
                    class Worker:
                        def __init__(self): self.db_rooms = Queue()
                        def work(self): self.db_rooms.purge()
                    """;
            String call = "async def handle(x): x.db_rooms.METHOD('x')\n";
            assertThat(decisions(HOLDER + other + call.replace("METHOD", "purge")))
                    .hasSize(1);
            assertThat(decisions(HOLDER + other + call.replace("METHOD", "rename")))
                    .hasSize(2);
            assertThat(decisions(HOLDER + other + call.replace("METHOD", "other")))
                    .hasSize(1);
            assertThat(decisions(HOLDER + call.replace("METHOD", "other")))
                    .hasSize(2)
                    .contains("KEEP NO_SUCH_METHOD PersistenceLayer.other");
        }

        @Test
        void doesNotGuessBetweenTwoLayers() {
            String two = LAYER + LAYER.replace("PersistenceLayer", "ArchiveStore");
            String use = """
                    from app.db import ArchiveStore, PersistenceLayer
                    async def one(store: ArchiveStore): store.purge()
                    async def two(store: PersistenceLayer): store.purge()
                    async def handle(x): x.store.purge()
                    """;
            MigrationPlan plan = plan(two, use);

            assertThat(plan.decisions()).hasSize(2);
            assertThat(plan.unresolved()).hasSize(1);
        }

        private List<String> unresolved(String text) {
            return plan(LAYER, text).unresolved().stream()
                    .map(UnresolvedReceiver::methodName)
                    .toList();
        }
    }

    /** What one phase carries out. */
    @Nested
    class Phases {
        private static final String A = """
                from app.db import PersistenceLayer
                from app.b import title
                async def show(db: PersistenceLayer):
                    db.purge()
                    return title(db)
                """;
        private static final String B = """
                from app.db import PersistenceLayer
                def title(db: PersistenceLayer): return db.rename(1)
                async def other(db: PersistenceLayer): db.purge()
                """;

        @Test
        void leavesWhatNeedsNoneOfIt() {
            MigrationPlan plan = phase("app/a.py");
            assertThat(texts(plan))
                    .containsExactly("TO_THREAD NO_ASYNC_METHOD ", "KEEP OTHER_PHASE ", "KEEP OTHER_PHASE ");
            assertThat(plan.functions()).extracting(FunctionDecision::fate).containsExactly(Fate.SYNC);
            assertThat(plan.functions()).extracting(FunctionDecision::reason).containsExactly(Reason.OTHER_PHASE);
            assertThat(plan.calls()).extracting(CallDecision::action).containsExactly(Action.KEEP);
            assertThat(plan.editedPaths()).containsExactly("app/a.py");
        }

        @Test
        void changesElsewhereWhatNeedsIt() {
            MigrationPlan plan = phase("app/b.py");
            assertThat(texts(plan))
                    .containsExactly("KEEP OTHER_PHASE ", "TO_THREAD NO_ASYNC_METHOD ", "TO_THREAD NO_ASYNC_METHOD ");
            assertThat(plan.functions()).extracting(FunctionDecision::fate).containsExactly(Fate.ASYNC);
            assertThat(plan.calls()).extracting(CallDecision::action).containsExactly(Action.AWAIT);
            assertThat(plan.editedPaths()).containsExactly("app/a.py", "app/b.py");
        }

        private static MigrationPlan phase(String file) {
            Resolver resolver = new Resolver(Programs.of("app/db.py", LAYER, "app/a.py", A, "app/b.py", B));
            return new Planner(
                            resolver,
                            new LayerReader(resolver, CallCatalogue.standard(), LayerOptions.FOUND).read(),
                            CallCatalogue.standard(),
                            UnreadFiles.NONE,
                            ReachOptions.FOUND,
                            file::equals)
                    .plan();
        }
    }

    // --- plumbing

    private static List<String> handler(String body) {
        return decisions(SERVICE + "    async def handle(self, key):\n        " + body + "\n");
    }

    private static List<String> handler(String body, String init) {
        return decisions(
                SERVICE.replace("self.db = db", init) + "    async def handle(self, key):\n        " + body + "\n");
    }

    private static List<String> decisions(String text) {
        return decisions(LAYER, text);
    }

    private static List<String> decisions(String layer, String text) {
        return texts(plan(layer, text));
    }

    private static MigrationPlan plan(String layer, String text) {
        return plan(LayerOptions.FOUND, "app/db.py", layer, "app/service.py", text);
    }

    private static MigrationPlan plan(LayerOptions options, String... pathsAndTexts) {
        Program program = Programs.of(pathsAndTexts);
        Resolver resolver = new Resolver(program);
        return new Planner(
                        resolver,
                        new LayerReader(resolver, CallCatalogue.standard(), options).read(),
                        CallCatalogue.standard(),
                        UnreadFiles.NONE)
                .plan();
    }

    private static List<String> texts(MigrationPlan plan) {
        List<String> result = new ArrayList<>();
        for (Decision decision : plan.decisions()) {
            SEEN.add(decision.reason());
            String more = decision.target().isEmpty() ? decision.detail() : decision.target();
            if (decision.reason() == Reason.ASYNC_LAYER_NOT_REACHABLE) {
                more = more.replaceFirst(": .*", "");
            }
            result.add(decision.action() + " " + decision.reason() + " "
                    + (more.contains(" -> ") || more.contains(".py:") || decision.reason() == Reason.SHARED_CONNECTION
                            ? "*"
                            : more)
                    + (decision.keywords().isEmpty() ? "" : " " + decision.keywords()));
        }
        return result;
    }
}
