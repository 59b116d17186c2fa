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
package dev.asyncpersistence.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.layer.CallCatalogue;
import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.layer.LayerOptions;
import dev.asyncpersistence.layer.LayerReader;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.Planner;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PythonForTests.class)
class TablesTest {
    private static MigrationPlan plan =
            new MigrationPlan(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    @BeforeAll
    static void makePlan() {
        Resolver resolver = new Resolver(Programs.of("app/db.py", """
                class Base:
                    def load(self, key): return open(key)
                class RoomStore(Base):
                    def save(self, key): open(key)
                    async def async_save(self): await pool.save()
                class AsyncRoomStore:
                    async def load(self): return await pool.load()
                class ItemStore(Base):
                    def find_item(self, key): open(key)
                class AsyncItemStore:
                    async def get_item(self, key): return await pool.load(key)
                    async def load(self, key): return await pool.load(key)
                """, "app/rooms.py", """
                from app.db import ItemStore, RoomStore
                ROOM = RoomStore().load("x")
                @app.get("/")
                async def index(rooms: RoomStore, items: ItemStore):
                    for key in "ab":
                        rooms.load(key)
                    items.load("x")
                    (items or rooms).save("x")
                async def other(box): box[0].save("x")
                """));
        plan = new Planner(
                        resolver,
                        new LayerReader(resolver, CallCatalogue.standard(), LayerOptions.FOUND).read(),
                        CallCatalogue.standard(),
                        UnreadFiles.NONE)
                .plan();
    }

    @Test
    void hasARowForEachCall() {
        assertThat(plan.decisions())
                .extracting(PersistenceCallSites.Row::of)
                .containsExactly(
                        row(
                                2,
                                "",
                                false,
                                "RoomStore()",
                                "load",
                                "KEEP",
                                "MODULE_BODY",
                                "a module body can't await: load -> open (file system, app/db.py:2)",
                                "LOW",
                                false,
                                "move it into a startup function"),
                        row(
                                6,
                                "app.rooms.index",
                                true,
                                "rooms",
                                "load",
                                "TO_THREAD",
                                "SIGNATURE_MISMATCH",
                                "the async method takes other parameters, or returns something else: `load` has no parameter `key`",
                                "HIGH",
                                true,
                                "make the signatures agree"),
                        row(
                                7,
                                "app.rooms.index",
                                true,
                                "items",
                                "load",
                                "TO_THREAD",
                                "ASYNC_LAYER_NOT_REACHABLE",
                                "the async layer is not at hand here: load: app/rooms.py:4: `index` is decorated, and somebody else may call it",
                                "HIGH",
                                false,
                                "give the class the async layer"),
                        row(
                                8,
                                "app.rooms.index",
                                true,
                                "(items or rooms)",
                                "save",
                                "TO_THREAD",
                                "INDIRECT_CALL",
                                "the async method can't stand in for what is called here, an alias or one of several objects: async_save",
                                "HIGH",
                                false,
                                "call the method on the layer itself"));
    }

    private static PersistenceCallSites.Row row(
            int line,
            String function,
            boolean async,
            String receiver,
            String method,
            String action,
            String reason,
            String explanation,
            String priority,
            boolean inLoop,
            String advice) {
        return new PersistenceCallSites.Row(
                "app/rooms.py",
                line,
                function,
                async,
                receiver,
                method,
                "DECLARED",
                true,
                action,
                "",
                "",
                reason,
                explanation,
                priority,
                inLoop,
                advice);
    }

    @Test
    void saysHowTheAsyncLayerIsReachedAndWhatIsAddedForIt() {
        Resolver resolver = new Resolver(Programs.of("app/db.py", """
                class RoomStore:
                    def load(self, key): return open(key)
                class AsyncRoomStore:
                    async def load(self, key): return await pool.load(key)
                _rooms = RoomStore()
                _async_rooms = AsyncRoomStore()
                def get_rooms() -> RoomStore: return _rooms
                def get_async_rooms() -> AsyncRoomStore: return _async_rooms
                """, "app/rooms.py", """
                from app.db import get_rooms
                class Rooms:
                    def __init__(self, rooms):
                        self.rooms = rooms
                    async def show(self): self.rooms.load("x")
                async def show():
                    await Rooms(get_rooms()).show()
                    get_rooms().load("y")
                """));
        List<Layer> layers = new LayerReader(resolver, CallCatalogue.standard(), LayerOptions.FOUND).read();
        MigrationPlan reached = new Planner(resolver, layers, CallCatalogue.standard(), UnreadFiles.NONE).plan();

        assertThat(reached.decisions())
                .extracting(PersistenceCallSites.Row::of)
                .extracting(PersistenceCallSites.Row::getAwaits, PersistenceCallSites.Row::getAdded)
                .containsExactly(
                        tuple(
                                "self.async_rooms.load",
                                "parameter async_rooms of app.rooms.Rooms.__init__; self.async_rooms in app.rooms.Rooms.__init__"),
                        tuple("get_async_rooms().load", ""));
    }

    @Test
    void countsTheCallsOfEachLayerApart() {
        assertThat(methods("app.db.RoomStore"))
                .containsExactlyInAnyOrder(
                        "load BLOCKING [load -> open (file system, app/db.py:2)] [] load SAME_NAME"
                                + " [`load` has no parameter `key`] [] 2 1",
                        "save BLOCKING [save -> open (file system, app/db.py:4)] [async_save]   [] [] 1 0",
                        "async_save ASYNC [] []   [] [] 0 0");
        assertThat(methods("app.db.ItemStore"))
                .containsExactlyInAnyOrder(
                        "load BLOCKING [load -> open (file system, app/db.py:2)] [] load SAME_NAME [] [] 1 0",
                        "find_item BLOCKING [find_item -> open (file system, app/db.py:9)] []   [] [get_item] 0 0");
    }

    private static List<String> methods(String name) {
        Layer layer = plan.layers().stream()
                .filter(l -> l.qualifiedName().equals(name))
                .findFirst()
                .orElseThrow();
        return layer.methods().values().stream()
                .map(method -> PersistenceLayerMethods.Row.of(layer, Objects.requireNonNull(method), plan.decisions()))
                .map(r -> r.getMethod() + " " + r.getKind() + " [" + r.getEvidence() + "] [" + r.getVariant() + "] "
                        + r.getCounterpart() + " " + r.getMatch() + " [" + r.getMismatch() + "] [" + r.getCandidates()
                        + "] " + r.getCallSites()
                        + " " + r.getCallsInLoops())
                .toList();
    }

    @Test
    void listsUnresolvedReceivers() {
        assertThat(plan.unresolved())
                .extracting(UnresolvedReceivers.Row::of)
                .extracting(r -> r.getSourcePath() + ":" + r.getLine() + " " + r.getCall())
                .containsExactly("app/rooms.py:9 box[...].save");
    }

    @Test
    void alignsNumbersToTheRight() {
        TextTable table = new TextTable("Count", "Name");
        table.add("1", "one");
        table.add("10", "ten");

        assertThat(table.lines()).containsExactly("  Count  Name", "      1  one", "     10  ten");
    }
}
