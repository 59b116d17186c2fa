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
import static org.openrewrite.python.Assertions.python;

import dev.asyncpersistence.report.MissingAsyncMethods;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.SourceSpecs;

class AddAsyncLayerMethodsTest implements PythonRecipeTest {
    private static final String SYNC_PATH = "app/store.py";
    private static final String ASYNC_PATH = "app/async_store.py";
    private static final String HANDLERS_PATH = "app/handlers.py";

    // language=python
    private static final String SYNC = """
            import sqlite3
            from collections.abc import Iterable

            from .models import Item

            PAGE = 20


            class ItemStore:
                def __init__(self, path):
                    self.path = path

                def _run(self, *values):
                    return sqlite3.connect(self.path).execute("SELECT ?", values).fetchall()

                def load(self, key: str) -> Item:
                    \"""The item.\"""
                    return self._run(key)

                def save(self, item: Item, *, force: bool = False) -> None:
                    \"""Write the item.

                    Overwrites it if `force` is set.
                    \"""
                    self._run(item, force)

                def find(self, *words: str, limit: int = PAGE, **columns: str) -> Iterable[Item]:
                    return self._run(words, limit, columns)

                def purge(self):
                    self._run()


            _store: ItemStore | None = None


            def get_item_store() -> ItemStore:
                global _store
                if _store is None:
                    _store = ItemStore("items.db")
                return _store
            """;

    // language=python
    private static final String MODELS = """
            class Item:
                pass
            """;

    // language=python
    private static final String ASYNC = """
            import aiosqlite

            from .models import Item


            class AsyncItemStore:
                def __init__(self, path):
                    self.path = path

                # Items.

                async def load(self, key: str) -> Item:
                    \"""The item.\"""
                    return await self._run(key)  # one row

                # Plumbing.

                async def _run(self, *values):
                    async with aiosqlite.connect(self.path) as connection:
                        return await connection.execute("SELECT ?", values)
            """;

    // language=python
    private static final String HANDLERS = """
            from app.store import ItemStore


            class Handlers:
                def __init__(self, store: ItemStore):
                    self.store = store

                async def handle(self, words):
                    for word in words:
                        self.store.find(word)
                    self.store.find("a")
                    self.store.save("b")
            """;

    private static AddAsyncLayerMethods recipe(@Nullable Integer top, @Nullable String methods) {
        return new AddAsyncLayerMethods(null, null, null, null, null, top, methods, null);
    }

    private static SourceSpecs[] sources(@Nullable String asyncAfter) {
        return new SourceSpecs[] {
            python(SYNC, spec -> spec.path(SYNC_PATH)),
            python(MODELS, spec -> spec.path("app/models.py")),
            asyncAfter == null
                    ? python(ASYNC, spec -> spec.path(ASYNC_PATH))
                    : python(ASYNC, asyncAfter, spec -> spec.path(ASYNC_PATH)),
            python(HANDLERS, spec -> spec.path(HANDLERS_PATH))
        };
    }

    private static Consumer<RecipeSpec> rows(AddAsyncLayerMethods recipe, String... expected) {
        return spec -> spec.recipe(recipe)
                .dataTable(
                        MissingAsyncMethods.Row.class,
                        rows -> assertThat(rows)
                                .extracting(r -> r.getRank() + " " + r.getMethod() + " " + r.getScore() + " "
                                        + r.getAction() + " " + r.getExplanation())
                                .containsExactly(expected));
    }

    @DocumentExample
    @Test
    void writesTheMostCalledMethod() {
        rewriteRun(
                rows(
                        recipe(1, null),
                        "1 find 7 WRITE get_item_store().find",
                        "2 save 1 RANK get_item_store().save",
                        "3 purge 0 RANK get_item_store().purge"),
                sources("""
                        import asyncio
                        from collections.abc import Iterable

                        import aiosqlite

                        from .models import Item
                        from .store import PAGE, get_item_store


                        class AsyncItemStore:
                            def __init__(self, path):
                                self.path = path

                            # Items.

                            async def load(self, key: str) -> Item:
                                \"""The item.\"""
                                return await self._run(key)  # one row

                            async def find(self, *words: str, limit: int = PAGE, **columns: str) -> Iterable[Item]:
                                return await asyncio.to_thread(
                                    get_item_store().find, *words, limit=limit, **columns
                                )

                            # Plumbing.

                            async def _run(self, *values):
                                async with aiosqlite.connect(self.path) as connection:
                                    return await connection.execute("SELECT ?", values)
                        """));
    }

    @Test
    void onlyRanksUnlessAsked() {
        rewriteRun(
                rows(
                        recipe(null, null),
                        "1 find 7 RANK get_item_store().find",
                        "2 save 1 RANK get_item_store().save",
                        "3 purge 0 RANK get_item_store().purge"),
                sources(null));
    }

    @Nested
    class Texts {
        @Test
        void severalKeepTheOrderOfTheSyncLayer() {
            rewriteRun(spec -> spec.recipe(recipe(null, "purge;ItemStore.save")), sources("""
                    import asyncio

                    import aiosqlite

                    from .models import Item
                    from .store import get_item_store


                    class AsyncItemStore:
                        def __init__(self, path):
                            self.path = path

                        # Items.

                        async def load(self, key: str) -> Item:
                            \"""The item.\"""
                            return await self._run(key)  # one row

                        async def save(self, item: Item, *, force: bool = False) -> None:
                            \"""Write the item.

                            Overwrites it if `force` is set.
                            \"""
                            await asyncio.to_thread(get_item_store().save, item, force=force)

                        async def purge(self):
                            await asyncio.to_thread(get_item_store().purge)

                        # Plumbing.

                        async def _run(self, *values):
                            async with aiosqlite.connect(self.path) as connection:
                                return await connection.execute("SELECT ?", values)
                    """));
        }
    }
}
