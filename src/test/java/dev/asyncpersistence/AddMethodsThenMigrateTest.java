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

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.DifferentialPrograms.Batch;
import dev.asyncpersistence.DifferentialPrograms.Program;
import dev.asyncpersistence.DifferentialPrograms.Run;
import dev.asyncpersistence.Migrated.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Programs whose missing methods are written first, and which are migrated then: they print the same, and nothing blocks the event loop. */
@ExtendWith(PythonForTests.class)
class AddMethodsThenMigrateTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/asyncpersistence/differential_methods");

    @TempDir
    Path directory;

    private final Trees trees = new Trees();

    @Test
    void awaitsWhatWasWrittenIntoTheAsyncLayer() throws Exception {
        Map<String, String> migrated = assertMigrated("pair");
        assertThat(migrated.get("main.py"))
                .contains("await self.async_persistence.top(\"eve\", limit=1)")
                .contains("await self.async_persistence.save(\"bob\", 1, loud=True)")
                .doesNotContain("to_thread", "self.persistence.");
        assertThat(migrated.get("layer.py"))
                .contains("await asyncio.to_thread(get_persistence().save, key, value, loud=loud)")
                .contains("get_persistence().top, *skipped, limit=limit, **least");
    }

    @Test
    void awaitsWhatWasWrittenBesideTheSyncMethod() throws Exception {
        assertThat(assertMigrated("single").get("main.py"))
                .contains("await self.repository.async_gold(key, \"bob\", factor=2)")
                .contains("await self.repository.async_pay(key, 2)")
                .contains("return await asyncio.to_thread(self.gold, key, *more, factor=factor)")
                .contains("await asyncio.to_thread(self.pay, key, amount)");
    }

    private Map<String, String> assertMigrated(String name) throws Exception {
        Map<String, String> before = read(FOLDER.resolve(name));
        Map<String, String> written = written(before);
        Map<String, String> after = migrated(written);
        assertThat(written).isNotEqualTo(before);
        assertThat(written(written)).isEqualTo(written);
        assertThat(written(after)).isEqualTo(after);
        assertThat(migrated(after)).isEqualTo(after);

        Program program = new Program(name, "main.py", before);
        Batch batch = new Batch(directory);
        batch.add("before", program, before, "count");
        batch.add("after", program, after, "strict");
        batch.run();
        Run first = batch.result("before", program);
        Run second = batch.result("after", program);
        assertThat(second.output()).isEqualTo(first.output()).isNotEmpty();
        assertThat(second.errors()).isEmpty();
        assertThat(first.blocked()).isPositive();
        assertThat(second.blocked()).as(after.toString()).isZero();
        return after;
    }

    private Map<String, String> written(Map<String, String> sources) {
        AddAsyncLayerMethods recipe = new AddAsyncLayerMethods(null, null, null, null, null, 2, null, null);
        return edited(recipe, sources);
    }

    private Map<String, String> migrated(Map<String, String> sources) {
        return edited(MigratePersistenceCallsTest.recipe(null), sources);
    }

    private Map<String, String> edited(org.openrewrite.Recipe recipe, Map<String, String> sources) {
        return Migrated.by(recipe, sources, trees).sources();
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> python =
                    files.filter(each -> each.toString().endsWith(".py")).toList();
            for (Path file : python) {
                sources.put(requireNonNull(file.getFileName()).toString(), Files.readString(file));
            }
        }
        return sources;
    }
}
