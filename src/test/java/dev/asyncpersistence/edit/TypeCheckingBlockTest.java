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
package dev.asyncpersistence.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.TestPython;
import dev.asyncpersistence.plan.change.ImportChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openrewrite.python.tree.Py;

@ExtendWith(PythonForTests.class)
class TypeCheckingBlockTest {

    @Test
    void intoTheBlockByTheRulesOfAFile() {
        assertImported("""
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app.db import Row, load
                    from app.z import x

                y = 1
                """, """
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app.db import Row, Store, load
                    from app.z import x

                y = 1
                """);
        assertImported("""
                import typing

                if typing.TYPE_CHECKING:  # why
                    from app.z import x
                """, """
                import typing

                if typing.TYPE_CHECKING:  # why
                    from app.db import Store
                    from app.z import x
                """);
        assertImported("""
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from re import sub  # noqa
                    # the end

                y = 1
                """, """
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from re import sub  # noqa

                    from app.db import Store
                    # the end

                y = 1
                """);
        assertImported("""
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app.a import x
                else:
                    x = None
                """, """
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app.a import x
                    from app.db import Store
                else:
                    x = None
                """);
    }

    @Test
    void blockOnOneLine() {
        assertImported("""
                from typing import TYPE_CHECKING

                if TYPE_CHECKING: from app.a import x  # noqa
                """, """
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app.a import x  # noqa
                    from app.db import Store
                """);
    }

    @Test
    void blockIsMadeBehindTheImports() {
        assertImported("""
                from typing import Any

                import attr

                x = 1
                """, """
                from typing import TYPE_CHECKING, Any

                import attr

                if TYPE_CHECKING:
                    from app.db import Store

                x = 1
                """);
        assertImported("""
                \"""Doc.\"""


                class A:
                  pass
                """, """
                \"""Doc.\"""

                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                  from app.db import Store


                class A:
                  pass
                """);
        assertImported("\n", """
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app.db import Store
                """);
        assertImported(
                "import os  # why\r\n",
                "import os  # why\r\nfrom typing import TYPE_CHECKING\r\n\r\nif TYPE_CHECKING:\r\n    from app.db import Store\r\n");
    }

    @Test
    void nameThatIsKnownIsNotImportedAgain() {
        assertImported("""
                from typing_extensions import TYPE_CHECKING

                x = 1
                """, """
                from typing_extensions import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app.db import Store

                x = 1
                """);
        assertImported("""
                TYPE_CHECKING = False

                x = 1
                """, """
                TYPE_CHECKING = False

                if TYPE_CHECKING:
                    from app.db import Store

                x = 1
                """);
    }

    @Test
    void otherConditionsAreNoSuchBlock() {
        assertImported("""
                from typing import TYPE_CHECKING

                if not TYPE_CHECKING:
                    from app.db import Row
                """, """
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app.db import Store

                if not TYPE_CHECKING:
                    from app.db import Row
                """);
    }

    @Test
    void importThatRunsServesBoth() {
        for (boolean typeCheckingOnly : new boolean[] {true, false}) {
            Py.CompilationUnit tree = TestPython.parse("from app.db import Store\n");
            assertThat(ModuleImports.withName(tree, new ImportChange("app.db", "Store", typeCheckingOnly)))
                    .isSameAs(tree);
        }
    }

    @Test
    void importForTypeCheckersDoesNotServeTheProgram() {
        String before = """
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app.db import Row, Store

                x = 1
                """;
        Py.CompilationUnit tree = TestPython.parse(before);
        assertThat(ModuleImports.withName(tree, new ImportChange("app.db", "Store", true)))
                .isSameAs(tree);
        assertThat(ModuleImports.withName(tree, new ImportChange("app.db", "Store", false))
                        .printAll())
                .isEqualTo("""
                        from typing import TYPE_CHECKING

                        from app.db import Store

                        if TYPE_CHECKING:
                            from app.db import Row

                        x = 1
                        """);
    }

    private static void assertImported(String before, String after) {
        ImportChange needed = new ImportChange("app.db", "Store", true);
        Py.CompilationUnit tree = ModuleImports.withName(TestPython.parse(before), needed);
        assertThat(tree.printAll()).isEqualTo(after);
        assertThat(ModuleImports.withName(tree, needed)).isSameAs(tree);
        assertThat(ModuleImports.withName(TestPython.parse(after), needed).printAll())
                .isEqualTo(after);
    }
}
