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
import dev.asyncpersistence.plan.TracedPlan;
import dev.asyncpersistence.report.html.Flow.Link;
import dev.asyncpersistence.report.html.Flow.Node;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Boxes are written as {@code column label within calls}, bands as {@code source > target TREATMENT calls}. */
@ExtendWith(PythonForTests.class)
class FlowBuilderTest {
    private static final String LAYER = "class RoomStore:\n    def load(self): return open('x')\n";

    @Test
    void longWaysHaveOneBoxForWhatLiesBetween() {
        Flow flow = flow(LAYER, """
                from app.db import RoomStore
                @app.get("/")
                async def index(store: RoomStore): one(store)
                def one(store: RoomStore): two(store)
                def two(store: RoomStore): three(store)
                def three(store: RoomStore): four(store)
                def four(store: RoomStore): store.load()
                """);
        assertThat(flow.columns())
                .containsExactly("Entry point", "Functions on the way", "", "", "Layer method", "Blocks on");
        assertThat(flow.nodes())
                .extracting(FlowBuilderTest::text)
                .containsExactly(
                        "0 index web 1",
                        "1 one web 1",
                        "2 … 2 more  1",
                        "3 four web 1",
                        "4 load RoomStore 1",
                        "5 open  1");
        assertThat(flow.nodes().get(2).title()).isEqualTo("web.two → web.three");
    }

    @Test
    void bandsOfOneTreatmentAreOne() {
        Flow flow = flow(LAYER, """
                from app.db import RoomStore
                @app.get("/")
                async def index(store: RoomStore):
                    store.load()
                    store.load()
                @app.get("/other")
                async def other(store: RoomStore):
                    async with lock: store.load()
                    f"{store.load()=}"
                """);
        assertThat(flow.columns()).containsExactly("Entry point", "Layer method", "Blocks on");
        assertThat(flow.links())
                .extracting(FlowBuilderTest::text)
                .containsExactlyInAnyOrder(
                        "function app.web.index > method RoomStore.load THREAD 2",
                        "function app.web.other > method RoomStore.load THREAD 1",
                        "function app.web.other > method RoomStore.load LEFT 1",
                        "method RoomStore.load > sink open THREAD 3",
                        "method RoomStore.load > sink open LEFT 1");
        assertThat(flow.nodes()).extracting(Node::calls).containsExactlyInAnyOrder(2, 2, 4, 4);
    }

    @Test
    void nothingToDraw() {
        assertThat(FlowBuilder.of(List.of()).nodes()).isEmpty();
    }

    private static Flow flow(String layer, String web) {
        TracedPlan traced = ReportSamples.plan("app/db.py", layer, "app/web.py", web);
        return FlowBuilder.of(Route.of(traced.chains()));
    }

    private static String text(Node node) {
        return node.column() + " " + node.label() + " " + node.within() + " " + node.calls();
    }

    private static String text(Link link) {
        return link.source() + " > " + link.target() + " " + link.treatment() + " " + link.calls();
    }
}
