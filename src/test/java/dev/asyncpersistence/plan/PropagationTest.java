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
import dev.asyncpersistence.plan.graph.UnreadFiles;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which functions become async, which are run on threads, and which stay as they are, with the reason. */
@ExtendWith(PythonForTests.class)
class PropagationTest {
    /** Reasons that concern functions, not calls on a layer. */
    static final EnumSet<Reason> REASONS = EnumSet.of(
            Reason.NOT_REACHED,
            Reason.SYNC_CALLER,
            Reason.UNRESOLVED_CALLER,
            Reason.AMBIGUOUS_CALLER,
            Reason.UNREAD_CALLER,
            Reason.DUNDER_METHOD,
            Reason.PROPERTY,
            Reason.GENERATOR_FUNCTION,
            Reason.CONTEXT_MANAGER,
            Reason.CACHED_FUNCTION,
            Reason.DECORATED_FUNCTION,
            Reason.EXTERNAL_BASE,
            Reason.LAYER_CODE,
            Reason.RETURNS_AWAITABLE,
            Reason.RUNS_LOOP,
            Reason.STOPS_ITERATION,
            Reason.THREAD_UNFIT,
            Reason.NO_KNOWN_CALLER,
            Reason.RUNS_ON_THREAD,
            Reason.LOCK_HELD,
            Reason.NOT_CERTAIN,
            Reason.MUST_AWAIT);

    private static final Set<Reason> SEEN = EnumSet.noneOf(Reason.class);

    private static final String LAYER = """
            class PersistenceLayer:
                def load(self, key): return open(key)
            """;

    private static final String HEAD = """
            import asyncio, contextlib, functools, logging, threading
            from app.db import PersistenceLayer
            class Service:
                def __init__(self, db: PersistenceLayer):
                    self.db = db
                    self.lock = threading.Lock()
            """;

    @AfterAll
    static void everyReasonWasMet() {
        // The others are reasons of calls, and of coroutines that nobody awaits.
        EnumSet<Reason> ofFunctions = EnumSet.copyOf(REASONS);
        ofFunctions.removeAll(
                EnumSet.of(Reason.LAYER_CODE, Reason.THREAD_UNFIT, Reason.RUNS_ON_THREAD, Reason.NOT_CERTAIN));
        assertThat(SEEN).containsAll(ofFunctions);
    }

    @Test
    void functionsBecomeAsyncUpToTheCoroutine() {
        assertThat(methods("""
                def helper(self, key): return self.db.load(key)
                def above(self, key): return self.helper(key)
                async def run(self): return self.above(1)
                """)).containsExactly("Service.helper ASYNC MUST_AWAIT", "Service.above ASYNC MUST_AWAIT");
    }

    @Test
    void whatNoCoroutineReachesStays() {
        assertThat(methods("""
                def helper(self, key): return self.db.load(key)
                def above(self, key): return self.helper(key)
                async def run(self): pass
                """)).containsExactly("Service.helper SYNC NOT_REACHED", "Service.above SYNC NOT_REACHED");
    }

    @Test
    void anUnusedMethodDoesNotKeepOthersFromBecomingAsync() {
        assertThat(methods("""
                def helper(self, key): self.last = key; return self.db.load(key)
                def unused(self): return self.helper(2)
                async def run(self): return self.helper(1)
                """))
                .containsExactly("Service.helper ASYNC MUST_AWAIT", "Service.unused ASYNC NO_KNOWN_CALLER");
        assertThat(methods("""
                def helper(self, key): self.last = key; return self.db.load(key)
                def used(self): return self.helper(2)
                async def run(self): return self.helper(1)
                names = ["used"]
                """)).containsExactly("Service.helper SYNC SYNC_CALLER", "Service.used SYNC NOT_REACHED");
    }

    @Test
    void aSyncCallerKeepsAFunctionSyncAndPutsItOnAThread() {
        assertThat(methods("""
                def helper(self, key): return self.db.load(key)
                async def run(self): return self.helper(1)
                """, "print(Service(None).helper(2))")).containsExactly("Service.helper THREAD SYNC_CALLER");
        assertThat(methods("""
                def helper(self, key): self.last = key; return self.db.load(key)
                async def run(self): return self.helper(1)
                """, "print(Service(None).helper(2))")).containsExactly("Service.helper SYNC SYNC_CALLER");
    }

    @Test
    void anUnresolvedReceiverMayBeACaller() {
        assertThat(methods("""
                def find(self, key): self.last = key; return self.db.load(key)
                async def run(self, others): return self.find(1), others[0].find(2)
                """)).containsExactly("Service.find SYNC UNRESOLVED_CALLER");
        // A name of several words that only one class has speaks for itself.
        assertThat(methods("""
                def find_hero(self, key): self.last = key; return self.db.load(key)
                async def run(self, others): return self.find_hero(1), others[0].find_hero(2)
                """)).containsExactly("Service.find_hero ASYNC MUST_AWAIT");
    }

    @Test
    void aCallOfOneOfTwoTakesBothOrNone() {
        String two = """
                def find(self, key): self.last = key; return self.db.load(key)
                async def run(self, other): return self.pick(other).find(1)
                def pick(self, other) -> "Service | %s": return self
                """;
        assertThat(methods(two.formatted("dict"))).containsExactly("Service.find SYNC AMBIGUOUS_CALLER");
        assertThat(methods(two.formatted("Cache"), "class Cache:\n    def find(self, key): return key\n"))
                .containsExactly("Service.find ASYNC MUST_AWAIT", "Cache.find ASYNC MUST_AWAIT");
    }

    @Test
    void aFileThatCouldNotBeReadMayCallAnything() {
        assertThat(functions(HEAD + """
                    def helper(self, key): return self.db.load(key)
                    async def run(self): return self.helper(1)
                """, name -> name.equals("helper") ? "app/new.py" : null))
                .containsExactly("Service.helper SYNC UNREAD_CALLER");
        assertThat(functions(HEAD + """
                    def helper(self, key): return self.db.load(key)
                    async def run(self): return self.helper(1)
                """, name -> name.equals("other") ? "app/new.py" : null))
                .containsExactly("Service.helper ASYNC MUST_AWAIT");
    }

    @Test
    void declarationsThatCanNotBeAsync() {
        assertThat(methods("""
                def __len__(self): return self.db.load(1)
                @property
                def wealth(self): return self.db.load(2)
                def rows(self): yield self.db.load(3)
                @contextlib.contextmanager
                def opened(self): yield self.db.load(4)
                @functools.lru_cache
                def kept(self): return self.db.load(5)
                @retry
                def tried(self): return self.db.load(6)
                @staticmethod
                def plain(db: PersistenceLayer): return db.load(7)
                async def run(self): return self.plain(self.db)
                """, "def retry(f): return f\n"))
                .containsExactly(
                        "Service.__len__ SYNC DUNDER_METHOD",
                        "Service.wealth SYNC PROPERTY",
                        "Service.rows SYNC GENERATOR_FUNCTION",
                        "Service.opened SYNC CONTEXT_MANAGER",
                        "Service.kept SYNC CACHED_FUNCTION",
                        "Service.tried SYNC DECORATED_FUNCTION",
                        "Service.plain ASYNC MUST_AWAIT");
    }

    @Test
    void aMethodMayOverrideOneOfALibrary() {
        String handler = """
                class Handler(logging.Handler):
                    def %1$s(self, record): Service(None).db.load(record)
                    async def run(self): self.%1$s(1)
                """;
        assertThat(functions(HEAD + handler.formatted("emit"))).containsExactly("Handler.emit THREAD EXTERNAL_BASE");
        assertThat(functions(HEAD + handler.formatted("write_row")))
                .containsExactly("Handler.write_row ASYNC MUST_AWAIT");
    }

    @Test
    void whatReturnsACoroutineIsAwaitedAlready() {
        assertThat(methods("""
                async def later(self): pass
                def start(self): self.db.load(1); return self.later()
                async def run(self): await self.start()
                """)).containsExactly("Service.start SYNC RETURNS_AWAITABLE");
    }

    @Test
    void whatStopsAnIterationOfItsCallerStays() {
        String sync = """
                def take(self): %s
                async def run(self):
                    try: self.take()
                    except %s: pass
                """;
        assertThat(methods(sync.formatted("return next(self.db.load(1))", "StopIteration")))
                .containsExactly("Service.take SYNC STOPS_ITERATION");
        assertThat(methods(sync.formatted("self.db.load(1); raise StopIteration(1)", "Exception")))
                .containsExactly("Service.take SYNC STOPS_ITERATION");
        assertThat(methods(sync.formatted("return next(self.db.load(1), None)", "StopIteration")))
                .containsExactly("Service.take ASYNC MUST_AWAIT");
        assertThat(methods(sync.formatted("return next(self.db.load(1))", "ValueError")))
                .containsExactly("Service.take ASYNC MUST_AWAIT");
    }

    @Test
    void aLoopOfItsOwnIsAwaitedOrStays() {
        String sync = """
                async def later(self): pass
                def both(self): self.db.load(1); %s
                async def run(self): self.both()
                """;
        assertThat(methods(sync.formatted("asyncio.run(self.later())")))
                .containsExactly("Service.both ASYNC MUST_AWAIT");
        assertThat(methods(sync.formatted("asyncio.new_event_loop().run_until_complete(self.later())")))
                .containsExactly("Service.both SYNC RUNS_LOOP");
    }

    @Test
    void aLockOfThreadsIsNotHeldOverAnAwait() {
        String locked = """
                def helper(self, key): self.last = key; return self.db.load(key)
                async def run(self):
                    %s self.lock:
                        return self.helper(1)
                """;
        assertThat(methods(locked.formatted("with"))).containsExactly("Service.helper SYNC LOCK_HELD");
        assertThat(methods(locked.formatted("async with"))).containsExactly("Service.helper ASYNC MUST_AWAIT");
    }

    @Test
    void overridesChangeTogether() {
        assertThat(functions(HEAD + """
                    def helper(self, key): return self.db.load(key)
                    async def run(self): return self.helper(1)
                class Quiet(Service):
                    def helper(self, key): return key
                """))
                .containsExactly("Service.helper ASYNC MUST_AWAIT", "Quiet.helper ASYNC MUST_AWAIT");
    }

    // --- plumbing

    private static List<String> methods(String methods) {
        return methods(methods, "");
    }

    private static List<String> methods(String methods, String behind) {
        return functions(HEAD + methods.indent(4) + behind);
    }

    private static List<String> functions(String text) {
        return functions(text, UnreadFiles.NONE);
    }

    private static List<String> functions(String text, UnreadFiles unread) {
        Resolver resolver = new Resolver(Programs.of("app/db.py", LAYER, "app/service.py", text));
        MigrationPlan plan = new Planner(
                        resolver,
                        new LayerReader(resolver, CallCatalogue.standard(), LayerOptions.FOUND).read(),
                        CallCatalogue.standard(),
                        unread)
                .plan();
        List<FunctionDecision> decisions = new ArrayList<>(plan.functions());
        decisions.sort(java.util.Comparator.comparing(d -> d.function().location()));
        decisions.forEach(d -> SEEN.add(d.reason()));
        return decisions.stream()
                .map(d -> d.function().qualifiedName().replace("app.service.", "") + " " + d.fate() + " " + d.reason())
                .toList();
    }
}
