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
import dev.asyncpersistence.model.Resolver;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PythonForTests.class)
class EntryPointsTest {

    @Test
    void findsDecoratedFunctions() {
        assertThat(find("""
                @router.get("/rooms")
                async def rooms(): ...
                @app.websocket("/ws")
                async def socket(ws): ...
                @bot.command()
                async def look(ctx): ...
                @bus.on("moved")
                def moved(event): ...
                @repeat_every(seconds=5)
                def tick(): ...
                @app.on_event("startup")
                async def begin(): ...
                @app.on_event("shutdown")
                async def end(): ...
                @cached
                def plain(): ...
                class View:
                    @property
                    def get(self): ...
                    @route("/x")
                    async def post(self): ...
                """))
                .containsExactlyInAnyOrder(
                        "rooms REQUEST",
                        "socket REQUEST",
                        "look MESSAGE",
                        "moved MESSAGE",
                        "tick PERIODIC",
                        "begin STARTUP",
                        "post REQUEST");
    }

    @Test
    void findsRegisteredFunctions() {
        assertThat(find("""
                from fastapi import FastAPI
                class Game:
                    def __init__(self, bus):
                        bus.subscribe("moved", self.moved)
                        bus.subscribe("left", lambda event: self.inner(event))
                        bus.publish("moved", self.not_called)
                        scheduler.add_job(tick, "interval")
                    def moved(self, event): ...
                    def inner(self, event): ...
                    def not_called(self): ...
                def tick(): ...
                async def rooms(request): ...
                async def begin(app): ...
                async def first(): ...
                app.router.add_get("/rooms", rooms)
                app = FastAPI(lifespan=begin, on_startup=[first])
                """))
                .containsExactlyInAnyOrder(
                        "moved MESSAGE", "tick PERIODIC", "rooms REQUEST", "begin STARTUP", "first STARTUP");
    }

    @Test
    void findsTablesOfCommands() {
        assertThat(find("""
                def look(ctx): ...
                def go(ctx): ...
                def drop(ctx): ...
                def other(ctx): ...
                COMMANDS = {"look": look, "go": go}
                class Dispatcher:
                    def __init__(self):
                        self.commands = [drop, self.say]
                    def say(self, ctx): ...
                """)).containsExactlyInAnyOrder("look MESSAGE", "go MESSAGE", "drop MESSAGE", "say MESSAGE");
    }

    @Test
    void findsFunctionsByTheirNamesAndPeriodicLoops() {
        assertThat(find("""
                import asyncio
                class Client:
                    async def on_message(self, message): ...
                async def lifespan(app): ...
                async def _startup(): ...
                async def tick():
                    while True:
                        await asyncio.sleep(1)
                async def once():
                    await asyncio.sleep(1)
                async def messages(): ...
                """))
                .containsExactlyInAnyOrder(
                        "on_message MESSAGE", "lifespan STARTUP", "_startup STARTUP", "tick PERIODIC");
    }

    private static List<String> find(String text) {
        return EntryPoints.of(new Resolver(Programs.of("app/m.py", text))).stream()
                .map(e -> e.function().name() + " " + e.kind())
                .distinct()
                .toList();
    }
}
