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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

        @Test
        void beforeTheNextOneThatHasAnAsyncVersionWithItsSection() {
            assertWritten("first", """
                    def first(self, key): return open(key)
                    def second(self, key): return open(key)
                    """, """
                    def close(self):
                        pass

                    # Rows.

                    # the second
                    async def second(self, key):
                        return await pool.get(key)
                    """, """
                    def close(self):
                        pass

                    # Rows.

                    async def first(self, key):
                        return await asyncio.to_thread(get_row_store().first, key)

                    # the second
                    async def second(self, key):
                        return await pool.get(key)
                    """);
        }

        @Test
        void behindPublicMethodsWhereNoneHasAnAsyncVersion() {
            assertWritten("first", "def first(self, key): return open(key)", """
                    async def ping(self):
                        return await pool.ping()

                    def _close(self):
                        pass
                    """, """
                    async def ping(self):
                        return await pool.ping()

                    async def first(self, key):
                        return await asyncio.to_thread(get_row_store().first, key)

                    def _close(self):
                        pass
                    """);
        }

        @Test
        void commentAtTheEndOfTheClassStaysWhereItIs() {
            assertWritten("first", "def first(self, key): return open(key)", """
                    async def ping(self):
                        return await pool.ping()  # pong
                        # no more
                    """, """
                    async def ping(self):
                        return await pool.ping()  # pong
                        # no more

                    async def first(self, key):
                        return await asyncio.to_thread(get_row_store().first, key)
                    """);
        }

        @Test
        void parametersArePassedOnByTheirKinds() {
            assertWritten("first", """
                    def first(self, a, /, b: "int" = 1, *c, d=None, e: dict[str, int], **f):
                        return open(a)
                    """, PING, PING + """

                    async def first(self, a, /, b: "int" = 1, *c, d=None, e: dict[str, int], **f):
                        return await asyncio.to_thread(get_row_store().first, a, b, *c, d=d, e=e, **f)
                    """);
        }

        @Test
        void longCallsHaveOneArgumentALine() {
            assertWritten("first", """
                    def first(
                        self,
                        a_very_long_name_of_a_parameter,
                        another_very_long_name_of_a_parameter,  # long
                        *,
                        yet_another=1,
                    ):
                        \"""Doc.

                            More.
                        \"""
                        return open(yet_another)
                    """, PING, PING + """

                    async def first(
                        self,
                        a_very_long_name_of_a_parameter,
                        another_very_long_name_of_a_parameter,  # long
                        *,
                        yet_another=1,
                    ):
                        \"""Doc.

                            More.
                        \"""
                        return await asyncio.to_thread(
                            get_row_store().first,
                            a_very_long_name_of_a_parameter,
                            another_very_long_name_of_a_parameter,
                            yet_another=yet_another,
                        )
                    """);
        }

        @Test
        void nothingIsReturnedWhereTheSyncMethodReturnsNothing() {
            assertWritten("first", "def first(self, key) -> None: open(key)", PING, PING + """

                    async def first(self, key) -> None:
                        await asyncio.to_thread(get_row_store().first, key)
                    """);
            assertWritten("first", "def first(self, key) -> str: raise open(key)", PING, PING + """

                    async def first(self, key) -> str:
                        return await asyncio.to_thread(get_row_store().first, key)
                    """);
        }
    }

    /** How the async class gets at the sync layer. */
    @Nested
    class Ways {
        private static final String FIRST = "def first(self, key): return open(key)";

        @Test
        void attributeComesFirst() {
            String init = """
                    def __init__(self):
                        self.rows = RowStore()

                    """;
            assertWritten("first", FIRST, init + PING, init + PING + """

                    async def first(self, key):
                        return await asyncio.to_thread(self.rows.first, key)
                    """);
        }

        @Test
        void attributeThatMayBeReplacedIsNone() {
            String init = """
                    def __init__(self):
                        self.rows = RowStore()

                    def use(self, rows):
                        self.rows = rows

                    """;
            assertWritten("first", FIRST, init + PING, init + PING + """

                    async def first(self, key):
                        return await asyncio.to_thread(get_row_store().first, key)
                    """);
        }

        @Test
        void derivedClassAsksItsBase() {
            assertInOneFile("first", """
                    class RowStore:
                        def first(self, key):
                            return open(key)

                        def read(self, key):
                            return open(key)


                    class AsyncRowStore(RowStore):
                        async def read(self, key):
                            return await pool.get(key)
                    """, """
                    import asyncio


                    class RowStore:
                        def first(self, key):
                            return open(key)

                        def read(self, key):
                            return open(key)


                    class AsyncRowStore(RowStore):
                        async def first(self, key):
                            return await asyncio.to_thread(super().first, key)

                        async def read(self, key):
                            return await pool.get(key)
                    """);
        }

        @Test
        void moduleOfFunctionsIsTheLayer() {
            rewriteRun(
                    spec -> spec.recipe(new AddAsyncLayerMethods(
                            "app.rows", "app.aio.AsyncRows", null, null, null, null, "first", null)),
                    python("""
                            def first(key, *, deep=False):
                                return open(key)
                            """, spec -> spec.path("app/rows.py")),
                    python("""
                            class AsyncRows:
                                async def ping(self):
                                    return await pool.ping()
                            """, """
                            import asyncio

                            from app.rows import first


                            class AsyncRows:
                                async def ping(self):
                                    return await pool.ping()

                                async def first(self, key, *, deep=False):
                                    return await asyncio.to_thread(first, key, deep=deep)
                            """, spec -> spec.path("app/aio.py")),
                    USER);
        }

        private static final SourceSpecs USER = python("""
                from app import rows
                from app.aio import AsyncRows

                rows.first("x")
                """, spec -> spec.path("app/main.py"));

        @Test
        void withoutAsyncClassTheCoroutineStandsBesideTheMethod() {
            assertInOneFile("first", """
                    class RowStore:
                        def first(self, key):
                            return open(key)  # one

                        def read(self, key):
                            return open(key)
                    """, """
                    import asyncio


                    class RowStore:
                        def first(self, key):
                            return open(key)  # one

                        async def async_first(self, key):
                            return await asyncio.to_thread(self.first, key)

                        def read(self, key):
                            return open(key)
                    """);
        }

        @Test
        void importThatWouldBeACycleStandsInTheBody() {
            rewriteRun(
                    spec -> spec.recipe(recipe(null, "first")),
                    python("""
                            from app.aio import AsyncRowStore


                            class RowStore:
                                def first(self, key):
                                    return open(key)


                            ROWS = RowStore()


                            def get_row_store():
                                return ROWS
                            """, spec -> spec.path("app/rows.py")),
                    python("""
                            class AsyncRowStore:
                                async def ping(self):
                                    return await pool.ping()
                            """, """
                            import asyncio


                            class AsyncRowStore:
                                async def ping(self):
                                    return await pool.ping()

                                async def first(self, key):
                                    from app.rows import get_row_store

                                    return await asyncio.to_thread(get_row_store().first, key)
                            """, spec -> spec.path("app/aio.py")));
        }
    }

    /** Names that a copied signature needs in another file. */
    @Nested
    class Names {
        private static final String SYNC_IMPORTS = """
                from __future__ import annotations

                import datetime
                from decimal import Decimal
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app.types import Key


                """;

        @Test
        void typesForCheckersOnlyStayOnes() {
            rewriteRun(
                    spec -> spec.recipe(recipe(null, "first")),
                    python("""
                            class Key:
                                pass
                            """, spec -> spec.path("app/types.py")),
                    python(
                            SYNC_IMPORTS
                                    + ROWS.formatted(
                                            "    def first(self, key: Key, day: datetime.date) -> Decimal: return open(key)"),
                            spec -> spec.path("app/rows.py")),
                    python("""
                            from __future__ import annotations

                            from app.rows import get_row_store


                            class AsyncRowStore:
                                async def ping(self):
                                    return await pool.ping()
                            """, """
                            from __future__ import annotations

                            import asyncio
                            import datetime
                            from decimal import Decimal
                            from typing import TYPE_CHECKING

                            from app.rows import get_row_store

                            if TYPE_CHECKING:
                                from app.types import Key


                            class AsyncRowStore:
                                async def ping(self):
                                    return await pool.ping()

                                async def first(self, key: Key, day: datetime.date) -> Decimal:
                                    return await asyncio.to_thread(get_row_store().first, key, day)
                            """, spec -> spec.path("app/aio.py")));
        }

        @Test
        void postponedAnnotationsAreNotEvaluatedElsewhere() {
            refuses("EVALUATED_ANNOTATIONS", SYNC_IMPORTS, "key: Decimal", "");
            writes(SYNC_IMPORTS, "key: int", "", "import asyncio\n\n");
        }

        @Test
        void nameThatMeansSomethingElseThereIsNotUsed() {
            refuses("NAME_NOT_AVAILABLE", "from decimal import Decimal\n", "key: Decimal", "class Decimal: pass\n");
            refuses("NAME_NOT_AVAILABLE", "", "key: list", "from app.lists import list\n");
            refuses("NAME_NOT_AVAILABLE", "import numpy as np\n", "key: np.array", "");
            refuses("ASYNCIO_SHADOWED", "", "key", "asyncio = None\n");
            writes(
                    "from decimal import Decimal\n",
                    "key: Decimal",
                    "from decimal import Decimal\n\n",
                    "import asyncio\nfrom decimal import Decimal\n\n");
        }

        @Test
        void defaultsHaveToBeThereWhenTheClassIsMade() {
            rewriteRun(
                    Refusals.refused("IMPORT_CYCLE"),
                    python(
                            "from app.aio import AsyncRowStore\n\nSIZE = 1\n"
                                    + ROWS.formatted("    def first(self, key=SIZE): return open(key)"),
                            spec -> spec.path("app/rows.py")),
                    python(ASYNC_CLASS, spec -> spec.path("app/aio.py")));
        }

        private static final String ASYNC_CLASS = """
                class AsyncRowStore:
                    async def ping(self):
                        return await pool.ping()
                """;
        private static final String IMPORT = "from app.rows import get_row_store\n\n\n";

        private void refuses(String reason, String syncImports, String parameter, String asyncImports) {
            rewriteRun(
                    Refusals.refused(reason),
                    python(sync(syncImports, parameter), spec -> spec.path("app/rows.py")),
                    python(asyncImports + IMPORT + ASYNC_CLASS, spec -> spec.path("app/aio.py")));
        }

        private void writes(String syncImports, String parameter, String before, String after) {
            rewriteRun(
                    spec -> spec.recipe(recipe(null, "first")),
                    python(sync(syncImports, parameter), spec -> spec.path("app/rows.py")),
                    python(
                            before + IMPORT + ASYNC_CLASS,
                            after + IMPORT + ASYNC_CLASS + """

                                        async def first(self, %s):
                                            return await asyncio.to_thread(get_row_store().first, key)
                                    """.formatted(parameter),
                            spec -> spec.path("app/aio.py")));
        }

        private static String sync(String imports, String parameter) {
            return imports + ROWS.formatted("    def first(self, " + parameter + "): return open(key)");
        }
    }

    @Test
    void linesEndAndBeginAsInTheFileThatIsWrittenTo() {
        String sync = ROWS.formatted("""
                    def first(
                        self,
                        key,
                    ):
                        \"""Doc.

                        More.
                        \"""
                        return open(key)
                """.stripTrailing().indent(0));
        String before = """
                from app.rows import get_row_store


                class AsyncRowStore:
                \tasync def ping(self):
                \t\treturn await pool.ping()
                """;
        String after = """

                \tasync def first(
                \t    self,
                \t    key,
                \t):
                \t\t\"""Doc.

                \t    More.
                \t    \"""
                \t\treturn await asyncio.to_thread(get_row_store().first, key)
                """;
        rewriteRun(
                spec -> spec.recipe(recipe(null, "first")),
                python(sync, spec -> spec.path("app/rows.py")),
                python(
                        before.replace("\n", "\r\n"),
                        ("import asyncio\n\n" + before + after).replace("\n", "\r\n"),
                        spec -> spec.path("app/aio.py").noTrim()));
    }

    @Nested
    class Refusals {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "LAZY_RESULT        | def first(self): yield open('x')",
                    "IN_MEMORY          | def first(self): return 1",
                    "ALREADY_ASYNC      | async def first(self): return await pool.get()",
                    "DECORATED          | @staticmethod $ def first(key): return open(key)",
                    "DECORATED          | @cache $ def first(self): return open('x')",
                    "DEFINED_TWICE      | def first(self): pass $ def first(self, key): return open(key)",
                    "COMPUTED_DEFAULT   | def first(self, key=make()): return open(key)",
                    "NAME_NOT_AVAILABLE | def first(self, key=UNKNOWN): return open(key)",
                    "NAME_NOT_AVAILABLE | size = 1 $ def first(self, key=size): return open(key)",
                    "NAME_NOT_AVAILABLE | def first(self, asyncio): return open(asyncio)",
                    "NEEDS_EVENT_LOOP   | def first(self): open('x'); asyncio.create_task(go())",
                })
        void byTheSyncMethod(String reason, String method) {
            assertRefused(
                    reason,
                    "    def read(self): return open('r')\n    " + method.replace(" $ ", "\n    "),
                    "    async def ping(self): return await pool.ping()");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "HAS_ASYNC_METHOD   | async def first(self, key): return await pool.get(key)",
                    "SIGNATURE_MISMATCH | async def first(self, other, key): return await pool.get(key)",
                    "NAME_TAKEN         | def first(self, key): return 1",
                    "NAME_TAKEN         | first = None",
                    "NAME_TAKEN         | def __init__(self): self.first = 1",
                })
        void byTheAsyncClass(String reason, String member) {
            assertRefused(
                    reason,
                    "    def first(self, key): return open(key)",
                    "    async def ping(self): return await pool.ping()\n    " + member);
        }

        @Test
        void withoutAWayToTheSyncLayer() {
            assertRefused("SYNC_LAYER_NOT_REACHABLE", ACCESSOR, "def make_row_store():\n    return RowStore()");
            assertRefused("SYNC_LAYER_NOT_REACHABLE", ACCESSOR, "def get_row_store():\n    return RowStore()");
            assertRefused("SYNC_LAYER_NOT_REACHABLE", ACCESSOR, "def get_row_store(path):\n    return ROWS");
            assertRefused("SEVERAL_ACCESSORS", ACCESSOR, "def one():\n    return ROWS\ndef two():\n    return ROWS");
        }

        /** A method that looks at the result of another one would look at a coroutine. */
        @Test
        void whereInheritedCodeCallsTheMethod() {
            rewriteRun(refused("CALLED_BY_INHERITED_CODE"), python("""
                            class RowStore:
                                def first(self, key): return open(key)
                                def both(self): return self.first(1) + self.first(2)
                            class AsyncRowStore(RowStore):
                                async def ping(self): return await pool.ping()
                            """, spec -> spec.path("app/rows.py")));
        }

        @Test
        void onAnUnsharedConnection() {
            rewriteRun(refused("SHARED_CONNECTION"), python("""
                            import sqlite3
                            class RowStore:
                                def __init__(self): self.connection = sqlite3.connect("x")
                                def first(self, key): return self.connection.execute(key).fetchone()
                            """, spec -> spec.path("app/rows.py")));
        }

        private static final String ACCESSOR = "def get_row_store():\n    return ROWS\n";

        private void assertRefused(String reason, String syncMembers, String asyncMembers) {
            String rows = ROWS.formatted("    def read(self, key): return open(key)");
            boolean accessors = syncMembers.equals(ACCESSOR);
            String sync = accessors
                    ? ROWS.formatted("    def first(self, key): return open(key)")
                            .replace(ACCESSOR, asyncMembers + "\n")
                    : ROWS.formatted(syncMembers);
            assertThat(rows).contains(ACCESSOR);
            rewriteRun(
                    refused(reason),
                    python("import asyncio\n" + sync, spec -> spec.path("app/rows.py")),
                    python(
                            "class AsyncRowStore:\n"
                                    + (accessors ? "    async def ping(self): return await pool.ping()" : asyncMembers)
                                    + "\n",
                            spec -> spec.path("app/aio.py")));
        }

        private static Consumer<RecipeSpec> refused(String reason) {
            return spec -> spec.recipe(recipe(null, "first"))
                    .dataTable(
                            MissingAsyncMethods.Row.class,
                            rows -> assertThat(rows)
                                    .filteredOn(r -> r.getMethod().equals("first"))
                                    .singleElement()
                                    .satisfies(r -> {
                                        assertThat(r.getReason()).isEqualTo(reason);
                                        assertThat(r.getAction()).isEqualTo("REFUSE");
                                        assertThat(r.getExplanation()).isNotEmpty();
                                    }));
        }
    }

    private static final String PING = """
            async def ping(self):
                return await pool.ping()
            """;

    private static final String ROWS = """
            class RowStore:
            %s


            ROWS = RowStore()


            def get_row_store():
                return ROWS
            """;

    private void assertWritten(String method, String syncMembers, String before, String after) {
        rewriteRun(
                spec -> spec.recipe(recipe(null, method)),
                python(ROWS.formatted(indented(syncMembers)).stripTrailing() + "\n", spec -> spec.path("app/rows.py")),
                python(
                        "from app.rows import RowStore, get_row_store\n\n\nclass AsyncRowStore:\n" + indented(before),
                        "import asyncio\n\nfrom app.rows import RowStore, get_row_store\n\n\nclass AsyncRowStore:\n"
                                + indented(after),
                        spec -> spec.path("app/aio.py")));
    }

    private void assertInOneFile(String method, String before, String after) {
        rewriteRun(spec -> spec.recipe(recipe(null, method)), python(before, after, spec -> spec.path("app/rows.py")));
    }

    private static String indented(String text) {
        return text.stripTrailing()
                .lines()
                .map(line -> line.isEmpty() ? "" : "    " + line)
                .collect(Collectors.joining("\n"));
    }
}
