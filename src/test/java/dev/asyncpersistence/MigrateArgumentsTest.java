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

import static dev.asyncpersistence.PersistenceSources.LAYER_PATH;
import static dev.asyncpersistence.PersistenceSources.SERVICE_PATH;
import static org.openrewrite.python.Assertions.python;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openrewrite.test.RecipeSpec;

/** Calls whose arguments change, because the coroutine's parameters have other names or places. Lines such as {@code before ==> after}. */
class MigrateArgumentsTest implements PythonRecipeTest {
    private static final String LAYERS = """
            import asyncio
            import time


            class PersistenceLayer:
                def get(self, player_id, deep=False):
                    time.sleep(1)

                def put(self, key, value):
                    time.sleep(1)

                def move(self, *, source, target):
                    time.sleep(1)

                def drop(self, player_id, why=None):
                    time.sleep(1)

                async def async_drop(self, id, *, why=None):
                    await asyncio.sleep(1)


            class AsyncPersistenceLayer:
                async def get(self, id, *, deep=False):
                    await asyncio.sleep(1)

                async def put(self, value, key):
                    await asyncio.sleep(1)

                async def move(self, target, source):
                    await asyncio.sleep(1)
            """;

    private static final String SERVICE = """
            from app.persistence import AsyncPersistenceLayer, PersistenceLayer


            class Service:
                def __init__(self, db: PersistenceLayer, async_db: AsyncPersistenceLayer):
                    self.db = db
                    self.async_db = async_db
            """;

    @Override
    public void defaults(RecipeSpec spec) {
        PythonRecipeTest.super.defaults(spec);
        spec.recipe(MigratePersistenceCallsTest.recipe(null));
    }

    @Test
    void keywordsAreRenamed() {
        migratesEach("""
                self.db.get(player_id=key)             ==> await self.async_db.get(id=key)
                self.db.get( player_id = key )         ==> await self.async_db.get( id = key )
                self.db.get(deep=key, player_id=1)     ==> await self.async_db.get(deep=key, id=1)
                self.db.get(player_id=key).name        ==> (await self.async_db.get(id=key)).name
                self.db.get(player_id=key,)            ==> await self.async_db.get(id=key,)
                self.db.drop(player_id=key)            ==> await self.db.async_drop(id=key)
                self.db.move(source=1, target=2)       ==> await self.async_db.move(source=1, target=2)
                self.db.get(key)                       ==> await self.async_db.get(key)
                """);
    }

    @Test
    void positionsBecomeKeywords() {
        migratesEach("""
                self.db.get(key, True)                 ==> await self.async_db.get(key, deep=True)
                self.db.get(key , True )               ==> await self.async_db.get(key , deep=True )
                self.db.put(1, 2)                      ==> await self.async_db.put(key=1, value=2)
                self.db.put(1, value=2)                ==> await self.async_db.put(key=1, value=2)
                self.db.put((a := 1), a)               ==> await self.async_db.put(key=(a := 1), value=a)
                self.db.put(a := 1, a)                 ==> await self.async_db.put(key=(a := 1), value=a)
                self.db.put((a for a in key), 2)       ==> await self.async_db.put(key=(a for a in key), value=2)
                self.db.put(lambda a: a, 1 if key else 2) ==> await self.async_db.put(key=lambda a: a, value=1 if key else 2)
                self.db.put(await key, not key)        ==> await self.async_db.put(key=await key, value=not key)
                self.db.drop(key, "x")                 ==> await self.db.async_drop(key, why="x")
                self.db.put(self.db.get(player_id=1), self.db.get(2, True)) ==> await self.async_db.put(key=await self.async_db.get(id=1), value=await self.async_db.get(2, deep=True))
                """);
    }

    @Test
    void threadsTakeTheArgumentsAsTheyAre() {
        rewriteRun(
                python(LAYERS.replace("put(self, value, key)", "put(self, value, key, /)"), at(LAYER_PATH)),
                python(
                        SERVICE
                                + handler(0, "self.db.put(1, 2)")
                                + handler(1, "self.db.get(*key)")
                                + handler(2, "f\"{self.db.get(player_id=key)}\""),
                        "import asyncio\n\n" + SERVICE
                                + handler(0, "await asyncio.to_thread(self.db.put, 1, 2)")
                                + handler(1, "await asyncio.to_thread(self.db.get, *key)")
                                + handler(2, "f\"{await asyncio.to_thread(self.db.get, player_id=key)}\""),
                        at(SERVICE_PATH)));
    }

    @Test
    void commentsAndLinesStay() {
        String call = """
                return self.db.put(  # first
                            1,  # one
                            # second
                            2,
                        )""";
        String edited = call.replace("self.db", "await self.async_db")
                .replace(" 1,", " key=1,")
                .replace(" 2,", " value=2,");

        rewriteRun(
                python(LAYERS, at(LAYER_PATH)),
                python(SERVICE + handler(0, call), SERVICE + handler(0, edited), at(SERVICE_PATH)));
    }

    private void migratesEach(String table) {
        List<String> rows = table.lines().toList();
        rewriteRun(
                python(LAYERS, at(LAYER_PATH)),
                python(SERVICE + handlers(rows, 0), SERVICE + handlers(rows, 1), at(SERVICE_PATH)));
    }

    private static String handlers(List<String> rows, int column) {
        return rows.stream()
                .map(row -> row.split("==>", -1)[column].strip())
                .map(line -> handler(0, line))
                .collect(Collectors.joining());
    }

    private static String handler(int number, String statement) {
        return "\n    async def handle" + number + "(self, key):\n        " + statement + "\n";
    }

    private static java.util.function.Consumer<
                    org.openrewrite.test.SourceSpec<org.openrewrite.python.tree.Py.CompilationUnit>>
            at(String path) {
        return spec -> spec.path(path);
    }
}
