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
package dev.asyncpersistence.plan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.layer.CallCatalogue;
import dev.asyncpersistence.layer.LayerOptions;
import dev.asyncpersistence.layer.LayerReader;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.Planner;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rankings are written as {@code rank method sites/loops/critical action}. */
@ExtendWith(PythonForTests.class)
class MethodsPlannerTest {
    private static final String LAYER = """
            import asyncio
            class RowStore:
                def often(self, key): return open(key)
                def looped(self, key): return open(key)
                def critical(self, key): return open(key)
                def never(self, key): return open(key)
                def same(self, key): return open(key)
                def lazy(self): yield open('x')
                def peek(self): return 1
                def both(self): return open('x')
            class AsyncRowStore:
                async def both(self): return await pool.get()
                %s
            ROWS = RowStore()
            def get_row_store(): return ROWS
            """;

    private static final String USES = """
            from app.rows import AsyncRowStore, RowStore
            async def use(rows: RowStore, aio: AsyncRowStore):
                rows.often(1); rows.often(2); rows.often(3)
                for key in "ab": rows.looped(key)
                rows.same(6); rows.peek(); rows.both()
                %s
            @app.get("/")
            async def index(rows: RowStore):
                rows.critical(5)
            """;

    private static MethodsPlan plan(String asyncMethod, String use, MethodRequest request) {
        Resolver resolver = new Resolver(
                Programs.of("app/rows.py", LAYER.formatted(asyncMethod), "app/uses.py", USES.formatted(use)));
        CallCatalogue catalogue = CallCatalogue.standard();
        MigrationPlan migration = new Planner(
                        resolver,
                        new LayerReader(resolver, catalogue, LayerOptions.FOUND).read(),
                        catalogue,
                        UnreadFiles.NONE)
                .plan();
        return new MethodsPlanner(resolver, UnreadFiles.NONE, migration, request).plan();
    }

    private static List<String> ranking(MethodsPlan plan) {
        return plan.methods().stream()
                .map(m -> m.rank() + " " + m.method().name() + " " + m.usage().sites() + "/"
                        + m.usage().inLoops() + "/" + m.usage().critical() + " " + m.action())
                .toList();
    }

    private static MethodRequest top(int top) {
        return MethodRequest.of(top, List.of(), null);
    }

    @Test
    void criticalCallsCountMostThenLoopsThenSitesThenNames() {
        assertThat(ranking(plan("", "", MethodRequest.RANK_ONLY)))
                .containsExactly(
                        "1 critical 1/0/1 RANK",
                        "2 looped 1/1/0 RANK",
                        "3 often 3/0/0 RANK",
                        "4 same 1/0/0 RANK",
                        "5 never 0/0/0 RANK");
    }

    @Test
    void measuredCallsCountBeforeSites() {
        Profile profile = Profile.parse("p.csv", "never,7\nRowStore.same,9\nOther.often,99\ngone,1");
        MethodsPlan plan = plan("", "", MethodRequest.of(null, List.of(), profile));
        assertThat(ranking(plan))
                .containsExactly(
                        "1 same 1/0/0 RANK",
                        "2 never 0/0/0 RANK",
                        "3 critical 1/0/1 RANK",
                        "4 looped 1/1/0 RANK",
                        "5 often 3/0/0 RANK");
        assertThat(plan.unknown())
                .extracting(e -> e.line() + " " + e.method())
                .containsExactly("3 Other.often", "4 gone");
    }

    /** Who awaits the coroutine still waits for the method: the ranking, and what is written, stay as they are. */
    @Test
    void whatWasWrittenBeforeCounts() {
        String written = "async def critical(self, key): return await asyncio.to_thread(get_row_store().critical, key)";
        MethodsPlan plan = plan(written, "[await aio.critical(k) for k in 'ab']", top(1));
        assertThat(ranking(plan)).startsWith("1 critical 2/1/1 WRITTEN_BEFORE", "2 looped 1/1/0 RANK");
        assertThat(plan.edits()).isEmpty();
        assertThat(ranking(plan(written, "", top(2))))
                .startsWith("1 critical 1/0/1 WRITTEN_BEFORE", "2 looped 1/1/0 WRITE");
    }

    @Test
    void realQueryIsNotRanked() {
        String query = "async def critical(self, key): return await pool.get(key)";
        assertThat(ranking(plan(query, "", top(1)))).startsWith("1 looped 1/1/0 WRITE", "2 often 3/0/0 RANK");
    }

    @Test
    void whatCannotBeWrittenDoesNotCount() {
        String taken = "critical = None";
        assertThat(ranking(plan(taken, "", top(1)))).startsWith("1 critical 1/0/1 REFUSE", "2 looped 1/1/0 WRITE");
    }

    /** A guess is for a person to judge: written only if that method is asked for. */
    @Test
    void whatMayHaveAnotherNameIsWrittenByNameOnly() {
        String similar = "async def critical_by_id(self, key): return await pool.get(key)";
        MethodsPlan guessed = plan(similar, "", top(1));
        assertThat(ranking(guessed)).startsWith("1 critical 1/0/1 REFUSE", "2 looped 1/1/0 WRITE");
        assertThat(guessed.methods().get(0).refusal()).isEqualTo(Refusal.PERHAPS_RENAMED);
        assertThat(guessed.methods().get(0).detail()).isEqualTo("critical_by_id");
        assertThat(ranking(plan(similar, "", MethodRequest.of(null, List.of("critical"), null))))
                .startsWith("1 critical 1/0/1 WRITE");
    }

    @Test
    void namedMethodsAreWrittenWhateverTheirRank() {
        MethodsPlan plan = plan("", "", MethodRequest.of(null, List.of("rows.RowStore.never", "peek", "both"), null));
        assertThat(ranking(plan))
                .contains("5 never 0/0/0 WRITE", "0 peek 0/0/0 REFUSE", "0 both 1/0/0 REFUSE", "1 critical 1/0/1 RANK");
        assertThat(plan.edits()).extracting(e -> e.scope()).containsOnly("app.rows.AsyncRowStore.never");
    }

    @Test
    void namesThatNoLayerHasAreMistakes() {
        for (String name : List.of("gone", "Other.never", "_private")) {
            assertThatThrownBy(() -> plan("", "", MethodRequest.of(null, List.of(name), null)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("`" + name + "`");
        }
    }
}
