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
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.CallChain.Step;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Chains are written as {@code ENTRY function > function* > method}; a star stands where a loop repeats what follows. */
@ExtendWith(PythonForTests.class)
class CallChainsTest {
    private static final String LAYER = """
            class RoomStore:
                def load(self): return open("x")
                def save(self): open("x")
                def peek(self): return self.rooms
            """;

    @Test
    void shortestWayFromWhatTheFrameworkCalls() {
        assertThat(chains("""
                @app.get("/long")
                async def a_long(store: RoomStore): first(store)
                @app.get("/short")
                async def short(store: RoomStore): last(store)
                def first(store: RoomStore): last(store)
                def last(store: RoomStore): store.load()
                """)).containsExactly("REQUEST short > last > load");
    }

    @Test
    void ofTwoEquallyShortWaysTheFirstByName() {
        assertThat(chains("""
                @app.get("/b")
                async def b(store: RoomStore): last(store)
                @app.get("/a")
                async def a(store: RoomStore): last(store)
                def last(store: RoomStore): store.load()
                """)).containsExactly("REQUEST a > last > load");
    }

    @Test
    void requestsGoBeforeAShorterWayFromTheStart() {
        assertThat(chains("""
                async def lifespan(app, store: RoomStore): last(store); other(store)
                @app.get("/")
                async def index(store: RoomStore): between(store)
                def between(store: RoomStore): last(store)
                def last(store: RoomStore): store.load()
                def other(store: RoomStore): store.save()
                """))
                .containsExactly("REQUEST index > between > last > load", "STARTUP lifespan > other > save");
    }

    @Test
    void withoutAnEntryPointFromTheOutermostCoroutine() {
        assertThat(chains("""
                async def outer(store: RoomStore): await inner(store)
                async def inner(store: RoomStore): last(store)
                def script(store: RoomStore): last(store)
                def last(store: RoomStore): store.load()
                """)).containsExactly("- outer > inner > last > load");
    }

    @Test
    void withoutACoroutineFromWhatNothingCalls() {
        assertThat(chains("""
                def script(store: RoomStore): last(store)
                def last(store: RoomStore): store.load()
                """)).containsExactly("- script > last > load");
    }

    @Test
    void aCircleThatNothingLeadsIntoIsNotWalked() {
        assertThat(chains("""
                def one(store: RoomStore): store.load(); other(store)
                def other(store: RoomStore): one(store)
                """)).containsExactly("- one > load");
    }

    @Test
    void aCircleOnTheWayIsLeftAgain() {
        assertThat(chains("""
                @app.get("/")
                async def index(store: RoomStore): one(store)
                def one(store: RoomStore): other(store)
                def other(store: RoomStore): one(store); store.load()
                """)).containsExactly("REQUEST index > one > other > load");
    }

    @Test
    void loopsOnTheWay() {
        assertThat(chains("""
                @app.get("/")
                async def index(store: RoomStore):
                    for each in "ab": once(store)
                    many(store)
                def once(store: RoomStore): store.load()
                def many(store: RoomStore):
                    store.save()
                    while True: store.load()
                """))
                .containsExactly(
                        "REQUEST index* > once > load", "REQUEST index > many > save", "REQUEST index > many* > load");
    }

    @Test
    void callsInModuleBodiesHaveNoFunctions() {
        assertThat(chains("store = RoomStore()\nROOM = store.load()\n")).containsExactly("- load");
    }

    @Test
    void callsThatDoNotBlockHaveNoChain() {
        assertThat(chains("async def index(store: RoomStore): store.peek()\n")).isEmpty();
    }

    private static List<String> chains(String text) {
        Resolver resolver =
                new Resolver(Programs.of("app/db.py", LAYER, "app/web.py", "from app.db import RoomStore\n" + text));
        MigrationPlan plan = new Planner(
                        resolver,
                        new LayerReader(resolver, CallCatalogue.standard(), LayerOptions.FOUND).read(),
                        CallCatalogue.standard(),
                        UnreadFiles.NONE)
                .plan();
        return TracedPlan.of(plan, resolver).chains().stream()
                .map(CallChainsTest::text)
                .toList();
    }

    private static String text(CallChain chain) {
        String steps = chain.steps().stream().map(CallChainsTest::text).collect(Collectors.joining());
        return (chain.entry() == null ? "-" : chain.entry()) + " " + steps
                + chain.decision().call().methodName();
    }

    private static String text(Step step) {
        return step.function().name() + (step.repeats() ? "*" : "") + " > ";
    }
}
