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
package dev.asyncpersistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sample, phase by phase. */
@ExtendWith(PythonForTests.class)
class ExamplePhasesTest {
    private static final List<String> PHASES = List.of(
            "**/passive_lucidity_flux_service.py",
            "**/container_service.py;**/wearable_container_service.py;**/npc_combat_integration_service.py",
            "**/user_manager.py;**/player_position_service.py;**/player_death_service.py;**/player_combat_service.py;**/health_service.py",
            "**/npc_startup_service.py;**/environmental_container_loader.py;**/corpse_lifecycle_service.py");

    @Test
    void allPhasesGiveTheSameAsOneRun() {
        Map<String, String> files = ProgramFiles.texts(
                Path.of("examples/before"), file -> file.toString().endsWith(".py") || file.endsWith("pyproject.toml"));
        Map<String, String> phased = files;
        for (String phase : PHASES) {
            phased = MigratedTexts.by(MigratePersistenceCallsTest.inFiles(phase), phased)
                    .after();
        }
        assertThat(phased)
                .isEqualTo(MigratedTexts.by(MigratePersistenceCallsTest.recipe(null), files)
                        .after());
    }
}
