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
package dev.asyncpersistence.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.plan.CallChain;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PythonForTests.class)
class TrunkTest {
    private static final List<CallChain> CHAINS = ReportSamples.plan(
                    "app/db.py", "class RoomStore:\n    def load(self): return open('x')\n", "app/web.py", """
                    from app.db import RoomStore
                    async def lifespan(app, store: RoomStore):
                        for each in "ab":
                            store.load()
                            store.load()
                    @app.get("/b")
                    async def b(store: RoomStore): store.load()
                    @app.get("/a")
                    async def a(store: RoomStore): store.load()
                    @app.get("/loop")
                    async def loop(store: RoomStore):
                        while True: once(store)
                    def once(store: RoomStore): store.load()
                    @app.get("/two")
                    async def two(store: RoomStore):
                        once_more(store)
                        store.load()
                    def once_more(store: RoomStore): store.load()
                    """)
            .chains();

    @Test
    void theHeaviestComeFirstAndOfEqualsTheFirstByName() {
        List<Trunk> trunks = Trunk.of(CHAINS);
        assertThat(trunks)
                .extracting(trunk -> trunk.entry().name())
                .containsExactly("two", "loop", "lifespan", "a", "b");
        // Two that users wait for; one of these, in a loop; two in a loop that only the start waits for.
        assertThat(trunks).extracting(Trunk::score).containsExactly(22, 16, 12, 11, 11);
        assertThat(trunks).extracting(Trunk::repeated).containsExactly(0, 1, 2, 0, 0);
    }

    @Test
    void soManyRoutesAreTakenTheLastTrunkCut() {
        assertThat(routes(1)).containsExactly("two 1");
        assertThat(routes(3)).containsExactly("two 2", "loop 1");
        assertThat(routes(99)).containsExactly("two 2", "loop 1", "lifespan 1", "a 1", "b 1");
    }

    private static List<String> routes(int limit) {
        return Trunk.heaviest(Trunk.of(CHAINS), limit).stream()
                .map(trunk -> trunk.entry().name() + " " + trunk.routes().size())
                .toList();
    }
}
