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
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PythonForTests.class)
class CallersTest {

    @Test
    void findsEveryoneAboveABlockingCall() {
        Resolver resolver = new Resolver(Programs.of("app/m.py", """
                class RoomStore:
                    def load(self): open('x')
                    def peek(self): return {}
                def direct(store: RoomStore): store.load()
                def above(store): direct(store)
                async def top(store): above(store)
                def harmless(store: RoomStore): store.peek()
                def beside(): pass
                """));
        MigrationPlan plan = new Planner(
                        resolver,
                        new LayerReader(resolver, CallCatalogue.standard(), LayerOptions.FOUND).read(),
                        CallCatalogue.standard(),
                        UnreadFiles.NONE)
                .plan();

        assertThat(Callers.reaching(plan, resolver))
                .extracting(FunctionModel::name)
                .containsExactlyInAnyOrder("direct", "above", "top");
    }
}
