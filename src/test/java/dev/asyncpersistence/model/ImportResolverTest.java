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
package dev.asyncpersistence.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportResolverTest {

    @ParameterizedTest
    @CsvSource({
        "app/a.py, app.db, app/db.py",
        "app/a.py, .db, app/db.py",
        "app/a.py, ., app/__init__.py",
        "app/x/a.py, .., app/__init__.py",
        "app/x/a.py, ..db, app/db.py",
        "app/x/a.py, .db, app/x/db.py",
        "app/x/__init__.py, .db, app/x/db.py",
        "app/x/__init__.py, ..db, app/db.py",
        "app/x/__init__.py, ., app/x/__init__.py",
        "app/x/a.py, ..x.db, app/x/db.py",
        "app/a.py, app.x, app/x/__init__.py",
        "app/a.py, app, app/__init__.py",
        "tests/a.py, app.x.db, app/x/db.py",
        "tests/a.py, x.db, app/x/db.py",
        "scripts/a.py, db, scripts/db.py",
    })
    void findsFile(String from, String imported, String expected) {
        assertThat(resolve(
                        from,
                        imported,
                        "app/__init__.py",
                        "app/db.py",
                        "app/x/__init__.py",
                        "app/x/db.py",
                        "scripts/db.py"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "app/a.py, fastapi",
        "app/a.py, app.other",
        "app/a.py, other.db",
        "app/a.py, .x.other",
        "app/a.py, ...db",
        "app/a.py, pp.db",
        "a.py, ..app.db",
        "app/a.py, db.app"
    })
    void doesNotFindFile(String from, String imported) {
        assertThat(resolve(from, imported, "app/__init__.py", "app/db.py", "app/x/__init__.py"))
                .isNull();
    }

    @Test
    void takesTheNearestOfSeveralFiles() {
        String[] files = {"one/app/db.py", "two/app/db.py"};
        assertThat(resolve("one/tests/t.py", "app.db", files)).isEqualTo("one/app/db.py");
        assertThat(resolve("two/tests/t.py", "app.db", files)).isEqualTo("two/app/db.py");
    }

    @Test
    void takesThePackageBeforeTheModule() {
        String[] files = {"app/db.py", "app/db/__init__.py"};
        assertThat(resolve("app/a.py", "app.db", files)).isEqualTo("app/db/__init__.py");
        assertThat(resolve("app/a.py", ".db", files)).isEqualTo("app/db/__init__.py");
    }

    @Test
    void prefersTheSourceRootToADeeperFileOfTheSameName() {
        String[] files = {"src/config.py", "src/app/__init__.py", "src/app/config.py"};
        assertThat(resolve("src/app/sub/a.py", "config", files)).isEqualTo("src/config.py");
    }

    @Test
    void takesTheStandardLibraryBeforeTheProject() {
        assertThat(resolve("app/a.py", "queue", "app/queue.py")).isNull();
        assertThat(resolve("app/a.py", ".queue", "app/queue.py")).isEqualTo("app/queue.py");
        assertThat(resolve("app/a.py", "app.queue", "app/queue.py")).isEqualTo("app/queue.py");
    }

    private static @Nullable String resolve(String from, String imported, String... files) {
        List<ModuleModel> modules =
                Stream.of(files).map(ImportResolverTest::module).toList();
        ModuleModel found = new ImportResolver(modules).resolve(module(from), imported);
        return found == null ? null : found.path();
    }

    private static ModuleModel module(String path) {
        return new ModuleModel(
                path,
                path.substring(0, path.length() - 3).replace('/', '.'),
                path.endsWith("__init__.py"),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
