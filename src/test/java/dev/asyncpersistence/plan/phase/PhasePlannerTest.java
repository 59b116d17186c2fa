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
package dev.asyncpersistence.plan.phase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.Plans;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PythonForTests.class)
class PhasePlannerTest {
    private static final MigrationPlan PLAN = Plans.of("app/db.py", """
            class RoomStore:
                def load(self, key): return open(key)
            """, "app/jobs.py", """
            from app.db import RoomStore
            async def clean(rooms: RoomStore): return rooms.load('x')
            """);

    private static List<String> names(Phase... existing) {
        return PhasePlanner.plan(PLAN, List.of(existing)).stream()
                .map(Phase::name)
                .toList();
    }

    private static Phase phase(String name) {
        return new Phase(name, "", List.of("app/other.py"), "");
    }

    @Test
    void newPhasesFollowTheHighestNumber() {
        assertThat(names()).containsExactly("Phase1");
        assertThat(names(phase("Phase1"), phase("Phase3"))).containsExactly("Phase1", "Phase3", "Phase4");
        assertThat(names(phase("Containers"))).containsExactly("Containers", "Phase1");
    }
}
