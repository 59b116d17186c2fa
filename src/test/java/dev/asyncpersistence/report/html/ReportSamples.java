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

import dev.asyncpersistence.layer.CallCatalogue;
import dev.asyncpersistence.layer.LayerOptions;
import dev.asyncpersistence.layer.LayerReader;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.Planner;
import dev.asyncpersistence.plan.Priority;
import dev.asyncpersistence.plan.TracedPlan;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import dev.asyncpersistence.plan.phase.Phase;
import dev.asyncpersistence.plan.phase.PhasePlanner;
import dev.asyncpersistence.plan.progress.PhaseProgress;
import dev.asyncpersistence.plan.progress.Progress;
import dev.asyncpersistence.plan.progress.TrackedCall;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Programs, and what a report on them says. */
final class ReportSamples {
    /** What no name of a file, a function or a phase should be, and all may be. */
    static final String HOSTILE = "<img src=x onerror=alert(1)></script><!--\u2028'\"`&{{project}}";

    static final ZonedDateTime MADE = ZonedDateTime.of(2026, 3, 4, 5, 6, 7, 0, ZoneOffset.UTC);

    private static final String LAYERS = """
            import asyncio, sqlite3
            class RoomStore:
                def load(self, key): return self.rows(key)
                def rows(self, key): return sqlite3.connect(key)
                def save(self, key): open(key)
                def peek(self, key): return self.rooms[key]
            class AsyncRoomStore:
                async def load(self, key): return await pool.load(key)
            """;

    private static final String WEB = """
            import threading
            from app.db import RoomStore, AsyncRoomStore
            from app.service import Service
            lock = threading.Lock()
            ROOM = RoomStore().load("x")
            @app.get("/")
            async def index(service: Service):
                for key in "ab":
                    service.room(key)
                return service.store.load("x")
            @app.post("/")
            async def change(store: RoomStore):
                store.peek("x")
                with lock:
                    store.save("x")
                store.save("y")
            async def lifespan(app, store: RoomStore):
                store.save("z")
            async def other(box): box[0].save("x")
            """;

    private static final String SERVICE = """
            from app.db import RoomStore, AsyncRoomStore
            class Service:
                def __init__(self, store: RoomStore, async_store: AsyncRoomStore):
                    self.store = store
                    self.async_store = async_store
                def room(self, key):
                    return self.check(key) or self.store.load(key)
                def check(self, key):
                    return self.again(key)
                def again(self, key):
                    return self.deeper(key)
                def deeper(self, key):
                    return self.store.save(key)
            """;

    private ReportSamples() {}

    /** A program with something for each section. */
    static TracedPlan plan() {
        return plan("app/db.py", LAYERS, "app/web.py", WEB, "app/service.py", SERVICE);
    }

    static TracedPlan plan(String... pathsAndTexts) {
        Resolver resolver = new Resolver(Programs.of(pathsAndTexts));
        MigrationPlan plan = new Planner(
                        resolver,
                        new LayerReader(resolver, CallCatalogue.standard(), LayerOptions.FOUND).read(),
                        CallCatalogue.standard(),
                        UnreadFiles.NONE)
                .plan();
        return TracedPlan.of(plan, resolver);
    }

    /** Many handlers with one call each, on a layer of many methods. */
    static TracedPlan large(int handlers) {
        StringBuilder layer = new StringBuilder("class RoomStore:\n");
        StringBuilder web = new StringBuilder("from app.db import RoomStore\n");
        for (int i = 0; i < handlers; i++) {
            layer.append("    def load").append(i).append("(self): return open('x')\n");
            web.append("@app.get('/')\nasync def handler").append(i).append("(store: RoomStore): helper");
            web.append(i).append("(store)\ndef helper").append(i).append("(store: RoomStore): store.load");
            web.append(i).append("()\n");
        }
        return plan("app/db.py", layer.toString(), "app/web.py", web.toString());
    }

    static RunFacts facts(TracedPlan traced) {
        return facts(PhasePlanner.plan(traced.plan(), List.of()), null);
    }

    static RunFacts facts(List<Phase> phases, @Nullable Progress progress) {
        return new RunFacts("rooms", MADE, 7, 3, List.of(), phases, progress);
    }

    /** Facts with progress and an unread file, and names that are not to be trusted. */
    static RunFacts hostileFacts() {
        Phase web = new Phase("Phase1", HOSTILE, List.of("app/web.py", HOSTILE), "Because of `" + HOSTILE + "`.");
        Phase service = new Phase("Phase2", "service", List.of("app/service.py"), "");
        TrackedCall done = new TrackedCall("app/web.py", "index", "store.load", Priority.HIGH, "awaited", true);
        TrackedCall open = new TrackedCall("app/web.py", "index", "store.save", Priority.HIGH, "open", false);
        return new RunFacts(
                HOSTILE,
                MADE,
                7,
                3,
                List.of(new RunFacts.Unread(HOSTILE, 3, HOSTILE)),
                List.of(),
                new Progress(
                        List.of(
                                new PhaseProgress(web, List.of(done, done, open)),
                                new PhaseProgress(service, List.of(done))),
                        List.of(open)));
    }
}
