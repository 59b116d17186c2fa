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

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.plan.Action;
import dev.asyncpersistence.plan.Decision;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PythonForTests.class)
class SummaryTest {
    private static final String LAYER = """
            class RoomStore:
                def load(self, key): return open(key)
                def save(self, key): open(key)
                def peek(self, key): return {}.get(key)
            class AsyncRoomStore:
                async def load(self, key): return await pool.load(key)
            """;

    @Test
    void showsLayersFilesCallsAndReasons() {
        MigrationPlan plan = Plans.of("app/db.py", LAYER, "app/rooms.py", """
                from app.db import AsyncRoomStore, RoomStore
                class Rooms:
                    def __init__(self, store: RoomStore):
                        self.store = store
                        self.async_store = AsyncRoomStore()
                    @app.get("/")
                    async def enter(self, key):
                        self.store.peek(key)
                        self.store.load(key)
                        self.store.save(key)
                    def leave(self, key):
                        self.store.save(key)
                """, "app/start.py", """
                from app.db import RoomStore
                async def lifespan(app): RoomStore().save("x")
                async def other(x): x.things.load("x")
                """);

        assertThat(String.join("\n", Summary.of(plan))).isEqualTo("""
                        Layer app.db.RoomStore, async layer app.db.AsyncRoomStore; methods: 2 blocking, 1 in memory

                        Blocking persistence calls: 4 in 2 files
                          Calls  in async  Await  Thread  Left  Priority  File
                              3         2      1       1     1  HIGH      app/rooms.py
                              1         1      0       1     0  LOW       app/start.py
                              4         3      1       2     1  HIGH      2 files

                          Priority  Action             Reason           Call              Place
                          HIGH      AWAIT_ASYNC_LAYER  ASYNC_METHOD     self.store.load   app/rooms.py:9
                          HIGH      TO_THREAD          NO_ASYNC_METHOD  self.store.save   app/rooms.py:10
                          MEDIUM    KEEP               NOT_REACHED      self.store.save   app/rooms.py:12
                          LOW       TO_THREAD          NO_ASYNC_METHOD  RoomStore().save  app/start.py:2

                        All calls on the layers: 5
                          Calls  Action  Reason
                              1  edit    ASYNC_METHOD     the async layer has the method
                              2  edit    NO_ASYNC_METHOD  no async method does the same
                              1  keep    IN_MEMORY        touches memory only
                              1  keep    NOT_REACHED      no coroutine is known to reach the function
                        1 more call has a layer method's name on an unresolved receiver; see the data table.""");
    }

    @Test
    void aFunctionOnAThreadTakesItsCallsAlong() {
        MigrationPlan plan =
                Plans.of("app/db.py", LAYER.substring(0, LAYER.indexOf("class Async")), "app/rooms.py", """
                from app.db import RoomStore
                def load(store: RoomStore):
                    return store.load("x")
                load(RoomStore())
                @app.get("/")
                async def enter(store: RoomStore):
                    return load(store)
                """);

        assertThat(plan.decisions()).extracting(Decision::action).contains(Action.ON_THREAD);
        assertThat(Summary.of(plan)).contains("      1         0      0       1     0  HIGH      app/rooms.py");
    }

    @Test
    void showsThatThereIsNothingToDo() {
        assertThat(Summary.of(Plans.of("app/db.py", LAYER.substring(0, LAYER.indexOf("class Async")))))
                .startsWith(
                        "Layer app.db.RoomStore, no async layer; methods: 2 blocking, 1 in memory",
                        "",
                        "Blocking persistence calls: 0 in 0 files")
                .endsWith("All calls on the layers: 0", "  Calls  Action  Reason");
    }
}
