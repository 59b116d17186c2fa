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
import dev.asyncpersistence.layer.LayerFinder.Pair;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PythonForTests.class)
class LayerFinderTest {
    private static final String PAIR = """
            import sqlite3
            class PersistenceLayer:
                def get(self): return sqlite3.connect('x').execute('x').fetchone()
            class AsyncPersistenceLayer:
                async def get(self): return await pool.fetch('x')
            """;

    @Test
    void findsAPairByItsNames() {
        assertThat(find("app/db.py", PAIR)).containsExactly("app.db.PersistenceLayer / app.db.AsyncPersistenceLayer");
        assertThat(find("app/db.py", PAIR.replace("AsyncPersistenceLayer", "AioPersistenceLayer")))
                .containsExactly("app.db.PersistenceLayer / app.db.AioPersistenceLayer");
        assertThat(find(
                        "app/db.py",
                        PAIR.replace("class PersistenceLayer", "class SyncRooms")
                                .replace("AsyncPersistenceLayer", "RoomsAsync")))
                .containsExactly("app.db.SyncRooms / app.db.RoomsAsync");
    }

    @Test
    void findsAPairWhoseNamesSayNothingElse() {
        assertThat(find(
                        "app/db.py",
                        PAIR.replace("AsyncPersistenceLayer", "Async").replace("PersistenceLayer", "Sync")))
                .containsExactly("app.db.Sync / app.db.Async");
    }

    @Test
    void findsSeveralPairs() {
        assertThat(find("app/a.py", PAIR, "app/b.py", PAIR.replace("PersistenceLayer", "RoomStore")))
                .containsExactlyInAnyOrder(
                        "app.a.PersistenceLayer / app.a.AsyncPersistenceLayer",
                        "app.b.RoomStore / app.b.AsyncRoomStore");
    }

    @Test
    void findsAPairThatIsPutTogetherFromBases() {
        assertThat(find("app/db.py", PAIR.replace("PersistenceLayer", "RoomMixin"), "app/layers.py", """
                        from app.db import AsyncRoomMixin, RoomMixin
                        class RoomStore(RoomMixin): pass
                        class AsyncRoomStore(AsyncRoomMixin): pass
                        """))
                .containsExactly("app.layers.RoomStore / app.layers.AsyncRoomStore");
    }

    @Test
    void takesTheTwinThatHasTheMethods() {
        assertThat(find(
                        "app/a.py",
                        PAIR,
                        "app/old.py",
                        "class AsyncPersistenceLayer:\n    async def ping(self): pass\n"))
                .containsExactly("app.a.PersistenceLayer / app.a.AsyncPersistenceLayer");
    }

    @Test
    void doesNotTakeAPairThatKeepsNoData() {
        String bus = """
                class Bus:
                    def send(self, x): whatever(x)
                class AsyncBus:
                    async def send(self, x): await whatever(x)
                """;
        assertThat(find("app/a.py", PAIR, "app/bus.py", bus)).hasSize(1);
        assertThat(find("app/a.py", PAIR, "app/bus.py", bus.replace("Bus", "Storage")))
                .hasSize(2);
        assertThat(find("app/a.py", PAIR, "app/bus.py", bus.replace("whatever", "len")))
                .hasSize(1);
    }

    @Test
    void doesNotTakeProtocolsForLayers() {
        String protocols = """
                from typing import Protocol
                class PersistenceLayer(Protocol):
                    def get(self): ...
                class AsyncPersistenceLayer(Protocol):
                    async def get(self): ...
                """;
        assertThat(find("app/db.py", PAIR, "app/api.py", protocols))
                .containsExactly("app.db.PersistenceLayer / app.db.AsyncPersistenceLayer");
    }

    @Test
    void findsBlockingClassesWithAPersistenceNameWhereThereIsNoPair() {
        String text = """
                class RoomRepository:
                    def get(self): return open('x')
                class Memory:
                    def get(self): return open('x')
                class CacheStore:
                    def get(self): return {}
                """;
        assertThat(find("app/db.py", text)).containsExactly("app.db.RoomRepository / -");
    }

    @Test
    void namesCandidatesWhereThereIsNoLayer() {
        assertThatThrownBy(() -> find("app/db.py", "class Rooms:\n    def get(self): return open('x')\n"))
                .isInstanceOf(LayerNotFoundException.class)
                .hasMessageContaining("app.db.Rooms")
                .hasMessageContaining("syncLayer=");
        assertThatThrownBy(() -> find("app/db.py", "class Rooms:\n    def get(self): return {}\n"))
                .isInstanceOf(LayerNotFoundException.class)
                .hasMessageContaining("syncLayer=package.module.Class");
    }

    // --- by option

    @Test
    void takesTheClassThatAnOptionNames() {
        Program program =
                Programs.of("src/app/db.py", PAIR, "src/app/rooms.py", PAIR.replace("PersistenceLayer", "Rooms"));

        assertThat(find(program, "Rooms")).containsExactly("src.app.rooms.Rooms / src.app.rooms.AsyncRooms");
        assertThat(find(program, "app.rooms.Rooms")).containsExactly("src.app.rooms.Rooms / src.app.rooms.AsyncRooms");
        assertThat(find(program, "app.rooms.Rooms", "app.db.PersistenceLayer")).hasSize(2);
        assertThat(names(finder(program).find(new LayerOptions(List.of("Rooms"), "AsyncPersistenceLayer", Map.of()))))
                .containsExactly("src.app.rooms.Rooms / src.app.db.AsyncPersistenceLayer");
    }

    @Test
    void takesTheModuleThatAnOptionNames() {
        Program program =
                Programs.of("src/app/db.py", "def get(): pass\n", "src/app/rooms/__init__.py", "def get(): pass\n");

        assertThat(find(program, "app.db")).containsExactly("module src/app/db.py / -");
        assertThat(find(program, "app.rooms")).containsExactly("module src/app/rooms/__init__.py / -");
    }

    @Test
    void saysWhenAnOptionNamesNothingOrTooMuch() {
        Program program = Programs.of("app/db.py", PAIR, "old/db.py", PAIR);

        assertThatThrownBy(() -> find(program, "app.db.Persistence"))
                .isInstanceOf(LayerNotFoundException.class)
                .hasMessageContaining("`app.db.Persistence`")
                .hasMessageContaining("app.db.PersistenceLayer");
        assertThatThrownBy(() -> find(program, "db.PersistenceLayer"))
                .isInstanceOf(LayerNotFoundException.class)
                .hasMessageContaining("app.db.PersistenceLayer, old.db.PersistenceLayer");
        assertThatThrownBy(() -> finder(program)
                        .find(new LayerOptions(List.of("app.db.PersistenceLayer"), "app.db.Asink", Map.of())))
                .isInstanceOf(LayerNotFoundException.class)
                .hasMessageContaining("asyncLayer")
                .hasMessageContaining("`app.db.Asink`");
    }

    private static List<String> find(String... pathsAndTexts) {
        return names(finder(Programs.of(pathsAndTexts)).find(LayerOptions.FOUND));
    }

    private static List<String> find(Program program, String... syncLayers) {
        return names(finder(program).find(new LayerOptions(List.of(syncLayers), "", Map.of())));
    }

    private static LayerFinder finder(Program program) {
        Resolver resolver = new Resolver(program);
        return new LayerFinder(resolver, new BlockingAnalysis(resolver, CallCatalogue.standard()));
    }

    private static List<String> names(List<Pair> pairs) {
        List<String> result = new ArrayList<>();
        for (Pair pair : pairs) {
            String sync = pair.type() != null
                    ? pair.type().qualifiedName()
                    : pair.module() != null ? "module " + pair.module().path() : "";
            result.add(sync + " / "
                    + (pair.asyncType() == null ? "-" : pair.asyncType().qualifiedName()));
        }
        return result;
    }
}
