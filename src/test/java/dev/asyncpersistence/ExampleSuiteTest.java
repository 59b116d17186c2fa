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

import dev.asyncpersistence.SuiteRuns.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample server's own suite, before and after the migration. */
class ExampleSuiteTest {
    private static final Path BEFORE = Path.of("examples/before");
    private static final List<String> PLUGINS = List.of("asyncio", "anyio");

    @Test
    void theSameTestsPass(@TempDir Path directory) throws Exception {
        MigratedTexts migrated = MigratedTexts.by(
                MigratePersistenceCallsTest.recipe(null),
                ProgramFiles.texts(BEFORE, file -> ProgramFiles.isPython(file) || file.endsWith("pyproject.toml")));
        SuiteRuns runs = new SuiteRuns(directory);
        runs.add("before", migrated.before(), PLUGINS);
        runs.add("after", migrated.after(), PLUGINS);
        runs.run(BEFORE.resolve("requirements.txt"), BEFORE.resolve("requirements-dev.txt"));
        Run before = runs.result("before");
        Run after = runs.result("after");

        assertThat(before.outcomes().values())
                .as(before.output())
                .hasSizeGreaterThan(140)
                .containsOnly("passed");
        assertThat(after.outcomes()).as(after.output()).isEqualTo(before.outcomes());
        assertThat(after.status()).as(after.output()).isZero();
        assertThat(after.assertions()).isEqualTo(before.assertions());
    }
}
