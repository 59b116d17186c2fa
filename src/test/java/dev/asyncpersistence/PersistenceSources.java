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

import static org.openrewrite.python.Assertions.python;

import java.util.stream.Collectors;
import org.openrewrite.test.SourceSpecs;

/** Sources that tests of the recipes share: a small layer, and a service that holds it as {@code self.db}. */
final class PersistenceSources {
    static final String LAYER_PATH = "app/persistence.py";
    static final String SERVICE_PATH = "app/service.py";

    // language=python
    static final String LAYER = """
            import sqlite3


            class PersistenceLayer:
                def __init__(self, path):
                    self.path = path
                    self.cache = {}

                def load(self, *keys, **options):
                    return sqlite3.connect(self.path).execute("SELECT ?", keys).fetchone()

                def save(self, key, value=None):
                    sqlite3.connect(self.path).execute("REPLACE INTO t VALUES (?, ?)", (key, value))

                def peek(self, *keys, **options):
                    return self.cache.get(keys)

                def rows(self):
                    for row in sqlite3.connect(self.path).execute("SELECT * FROM t"):
                        yield row
            """;

    /** A layer with an async twin. */
    // language=python
    static final String LAYER_PAIR = """
            import sqlite3

            import aiosqlite


            class PersistenceLayer:
                def __init__(self, path):
                    self.path = path

                def load(self, key, deep=False):
                    return sqlite3.connect(self.path).execute("SELECT ?", (key,)).fetchone()

                def save(self, key, value):
                    sqlite3.connect(self.path).execute("REPLACE INTO t VALUES (?, ?)", (key, value))

                def delete(self, key):
                    sqlite3.connect(self.path).execute("DELETE FROM t WHERE key = ?", (key,))

                def purge(self):
                    sqlite3.connect(self.path).execute("DELETE FROM t")


            class AsyncPersistenceLayer:
                async def load(self, key, deep=False):
                    async with aiosqlite.connect("x.db") as connection:
                        return await connection.execute("SELECT ?", (key,))

                async def save(self, value, key):
                    async with aiosqlite.connect("x.db") as connection:
                        await connection.execute("REPLACE INTO t VALUES (?, ?)", (key, value))

                async def remove(self, key):
                    async with aiosqlite.connect("x.db") as connection:
                        await connection.execute("DELETE FROM t WHERE key = ?", (key,))
            """;

    private PersistenceSources() {}

    static SourceSpecs layer() {
        return python(LAYER, spec -> spec.path(LAYER_PATH));
    }

    static SourceSpecs layerPair() {
        return python(LAYER_PAIR, spec -> spec.path(LAYER_PATH));
    }

    /** A service with the given methods, written without indentation. */
    static String service(String... methods) {
        StringBuilder text = new StringBuilder("""
                from app.persistence import PersistenceLayer


                class Service:
                    def __init__(self, db: PersistenceLayer):
                        self.db = db
                """);
        for (String method : methods) {
            text.append(method(method));
        }
        return text.toString();
    }

    /** A method as it stands in the service's body. */
    static String method(String text) {
        return "\n" + indented(text);
    }

    /** A coroutine function of the service around statements. */
    static String handler(String body) {
        return "async def handle(self, key, *keys, **options):\n" + indented(body);
    }

    private static String indented(String text) {
        return text.stripTrailing()
                .lines()
                .map(line -> line.isEmpty() ? "" : "    " + line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** What the service is expected to become. */
    static String withImport(String service) {
        return "import asyncio\n\n" + service;
    }
}
