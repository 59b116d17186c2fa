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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.python.tree.Py;

/** What is expected is what isort 9.0.2 with the black profile leaves as it is, where it leaves the text before as it is. */
@ExtendWith(PythonForTests.class)
class FromImportsTest {

    @Nested
    class IntoAnImportOfTheSameModule {

        @Test
        void constantsThenClassesThenFunctions() {
            assertImported(
                    "from app.db import LIMIT, Store, load\n", "Row", "from app.db import LIMIT, Row, Store, load\n");
            assertImported(
                    "from app.db import LIMIT, Store, load\n", "ALL", "from app.db import ALL, LIMIT, Store, load\n");
            assertImported(
                    "from app.db import LIMIT, Store, load\n", "save", "from app.db import LIMIT, Store, load, save\n");
            assertImported("from app.db import Store\n", "load", "from app.db import Store, load\n");
            assertImported("from app.db import load\n", "Store", "from app.db import Store, load\n");
            assertImported("from app.db import row9\n", "row10", "from app.db import row9, row10\n");
        }

        @Test
        void orTheOrderThatTheListHas() {
            assertImported(
                    "from app.db import Store, load, Unit\n", "Mode", "from app.db import Store, load, Unit, Mode\n");
            assertImported(
                    "from app.db import load, Store, unit\n", "mode", "from app.db import load, mode, Store, unit\n");
            assertImported(
                    "from app.db import ALL, Box, CAR, box\n", "Axe", "from app.db import ALL, Axe, Box, CAR, box\n");
        }

        @Test
        void oneNameALineStaysSo() {
            assertImported("""
                    from app.db import (
                        Store,
                        load,
                    )
                    """, "Row", """
                    from app.db import (
                        Row,
                        Store,
                        load,
                    )
                    """);
            assertImported("""
                    from app.db import (
                        Row,
                        load
                    )
                    """, "Store", """
                    from app.db import (
                        Row,
                        Store,
                        load
                    )
                    """);
            assertImported("""
                    from app.db import (
                        Row,
                        load
                    )
                    """, "save", """
                    from app.db import (
                        Row,
                        load,
                        save
                    )
                    """);
            assertImported("""
                    from app.db import (
                      Row)
                    """, "Store", """
                    from app.db import (
                      Row,
                      Store)
                    """);
        }

        @Test
        void commentsStayWithTheirNames() {
            String before = """
                    from app.db import (  # layers
                        Row,  # of a table
                        # kept open
                        Store,  # all rows
                        # the end
                    )  # noqa: F401
                    """;
            assertImported(before, "Axe", """
                    from app.db import (  # layers
                        Axe,
                        Row,  # of a table
                        # kept open
                        Store,  # all rows
                        # the end
                    )  # noqa: F401
                    """);
            assertImported(before, "Set", """
                    from app.db import (  # layers
                        Row,  # of a table
                        Set,
                        # kept open
                        Store,  # all rows
                        # the end
                    )  # noqa: F401
                    """);
            assertImported(before, "save", """
                    from app.db import (  # layers
                        Row,  # of a table
                        # kept open
                        Store,  # all rows
                        save,
                        # the end
                    )  # noqa: F401
                    """);
            assertImported("""
                    from app.db import (
                        Row,
                        Store  # all rows
                    )
                    """, "save", """
                    from app.db import (
                        Row,
                        Store,  # all rows
                        save
                    )
                    """);
        }

        @Test
        void severalNamesALine() {
            assertImported("""
                    from app.db import (Row, Store,
                                        load, save)
                    """, "Set", """
                    from app.db import (Row, Set, Store,
                                        load, save)
                    """);
            assertImported("""
                    from app.db import (Row, Store,
                                        load, save)
                    """, "find", """
                    from app.db import (Row, Store, find,
                                        load, save)
                    """);
            assertImported("""
                    from app.db import (
                        Row, Store,
                    )
                    """, "Axe", """
                    from app.db import (
                        Axe, Row, Store,
                    )
                    """);
            assertImported("""
                    from app.db import Row, \\
                        Store
                    """, "Set", """
                    from app.db import Row, Set, \\
                        Store
                    """);
            assertImported("from app.db import (Row, Store)\n", "load", "from app.db import (Row, Store, load)\n");
        }

        @Test
        void lineThatBecomesTooLongIsBroken() {
            assertImported(
                    "from app.db import a_name_that_takes_thirty_chars, b_name_that_takes_thirty_chars\n",
                    "c_name",
                    "from app.db import a_name_that_takes_thirty_chars, b_name_that_takes_thirty_chars, c_name\n"
                            .replace(" import ", " import (\n    ")
                            .replace(", ", ",\n    ")
                            .replace("c_name\n", "c_name,\n)\n"));
            assertImported(
                    "from app.db import a_name_that_takes_thirty_chars, b_name_that_takes_thirty_chars\n",
                    "c_nam",
                    "from app.db import a_name_that_takes_thirty_chars, b_name_that_takes_thirty_chars, c_nam\n");
            assertImported(
                    "from app.db import (a_name_that_takes_thirty_chars, b_name_that_takes_thirty_chars)  # noqa\n",
                    "c_name",
                    """
                    from app.db import (
                        a_name_that_takes_thirty_chars,
                        b_name_that_takes_thirty_chars,
                        c_name,
                    )  # noqa
                    """);
        }

        @Test
        void longLinesAreFineWhereThereAreSome() {
            String longLine =
                    "from app.a_module_of_the_project import a_name_that_takes_thirty_chars, a_name_that_takes_thirty_too\n";
            assertImported(
                    longLine + "from app.db import a_name_that_takes_thirty_chars, b_name_that_takes_thirty_chars\n",
                    "c_name",
                    longLine
                            + "from app.db import a_name_that_takes_thirty_chars, b_name_that_takes_thirty_chars, c_name\n");
        }

        @Test
        void fileIndentedByTwoSpaces() {
            assertImported(
                    "from app.db import a_name_that_takes_thirty_chars, b_name_that_takes_thirty_chars\n\n\ndef f():\n  pass\n",
                    "c_name",
                    """
                    from app.db import (
                      a_name_that_takes_thirty_chars,
                      b_name_that_takes_thirty_chars,
                      c_name,
                    )


                    def f():
                      pass
                    """);
        }

        @Test
        void besideOtherStatementsOfItsLine() {
            assertImported("from app.db import Row; x = 1\n", "load", "from app.db import Row, load; x = 1\n");
        }

        @Test
        void starsAndAliasesAreLeftAlone() {
            assertImported("from app.db import *\n", "load", "from app.db import *\nfrom app.db import load\n");
            assertImported(
                    "from app.db import Row as R\n", "load", "from app.db import Row as R\nfrom app.db import load\n");
            assertImported(
                    "from app.db import Row as R, Store\n", "load", "from app.db import Row as R, Store, load\n");
        }

        @Test
        void onlyWhereItStandsBeforeTheDefinitions() {
            assertImported("""
                    import os


                    def f():
                        pass


                    from app.db import Row  # noqa: E402
                    """, "load", """
                    import os

                    from app.db import load


                    def f():
                        pass


                    from app.db import Row  # noqa: E402
                    """);
        }

        @Test
        void aBranchIsNotExtended() {
            assertImported("""
                    import os

                    try:
                        from app.db import Row
                    except ImportError:
                        Row = None
                    """, "load", """
                    import os

                    from app.db import load

                    try:
                        from app.db import Row
                    except ImportError:
                        Row = None
                    """);
        }
    }

    @Nested
    class AsAStatement {

        @Test
        void inItsSectionByModule() {
            String before = """
                    import os

                    import attr

                    from app import log
                    from app.Zoo import zoo
                    """;
            assertImported(before, """
                    import os

                    import attr

                    from app import log
                    from app.db import load
                    from app.Zoo import zoo
                    """);
            assertImported("from app.a import x\n", "from app.a import x\nfrom app.db import load\n");
            assertImported("from app.z import x\n", "from app.db import load\nfrom app.z import x\n");
            assertImported("import app.z\n", "import app.z\nfrom app.db import load\n");
        }

        @Test
        void firstOfItsSection() {
            assertImported("""
                    import os

                    # the app
                    from app.z import x

                    y = x
                    """, """
                    import os

                    from app.db import load

                    # the app
                    from app.z import x

                    y = x
                    """);
        }

        @Test
        void sectionOfItsOwn() {
            assertImported("import os\n\nx = 1\n", "import os\n\nfrom app.db import load\n\nx = 1\n");
            assertImported("import os\n\nimport attr\n", "import os\n\nimport attr\n\nfrom app.db import load\n");
            assertImported(
                    "import os\n\n\ndef f():\n    pass\n",
                    "import os\n\nfrom app.db import load\n\n\ndef f():\n    pass\n");
            assertImported(
                    "import os\n\nfrom .z import x\n", "import os\n\nfrom app.db import load\n\nfrom .z import x\n");
            assertImported("from .z import x\n", "from app.db import load\n\nfrom .z import x\n");
            assertImported(
                    "from __future__ import annotations\n",
                    "from __future__ import annotations\n\nfrom app.db import load\n");
            assertImported(
                    "import attr\nfrom .z import x\n", "import attr\n\nfrom app.db import load\n\nfrom .z import x\n");
        }

        @Test
        void blankLinesBehindTheImportsStay() {
            assertImported("import os\n\n\nx = 1\n", "import os\n\nfrom app.db import load\n\n\nx = 1\n");
            assertImported(
                    "import os\n\n# part\n\nclass A:\n    pass\n",
                    "import os\n\nfrom app.db import load\n\n# part\n\nclass A:\n    pass\n");
            assertImported(
                    "import os\n\n# about A\nclass A:\n    pass\n",
                    "import os\n\nfrom app.db import load\n\n\n# about A\nclass A:\n    pass\n");
        }

        @Test
        void relativeOnesComeLast() {
            assertRelative(
                    "import os\n\nfrom app.z import x\n", "import os\n\nfrom app.z import x\n\nfrom .db import load\n");
            assertRelative("from ..z import x\n", "from ..z import x\nfrom .db import load\n");
            assertRelative("from . import x\n", "from . import x\nfrom .db import load\n");
            assertRelative(
                    "from .a import x\nfrom .z import x\n",
                    "from .a import x\nfrom .db import load\nfrom .z import x\n");
            assertThat(imported("from . import x\n", "..db", "load"))
                    .isEqualTo("from ..db import load\nfrom . import x\n");
            assertThat(imported("from . import x\nfrom .z import x\n", ".", "y"))
                    .isEqualTo("from . import x, y\nfrom .z import x\n");
        }

        @Test
        void theStandardLibraryFirst() {
            assertThat(imported("import os\nfrom re import sub\n\nimport attr\n", "typing", "Any"))
                    .isEqualTo("import os\nfrom re import sub\nfrom typing import Any\n\nimport attr\n");
        }

        @Test
        void whatSharesTheFilesDirectoryIsTheProjects() {
            Py.CompilationUnit tree = TestPython.parse("server/app/x.py", "import attr\n\nimport app.z\n");
            assertThat(ModuleImports.withName(tree, new ImportChange("db", "load", false))
                            .printAll())
                    .isEqualTo("import attr\n\nimport app.z\nfrom db import load\n");
        }

        @Test
        void besideTheNearestModules() {
            assertImported("""
                    from app.z import x

                    x.start()

                    from app.db.rows import Row
                    """, """
                    from app.z import x

                    x.start()

                    from app.db import load
                    from app.db.rows import Row
                    """);
        }

        @Test
        void behindThePathThatItNeeds() {
            assertImported("""
                    import sys

                    sys.path.insert(0, "..")

                    x = 1
                    """, """
                    import sys

                    sys.path.insert(0, "..")

                    from app.db import load

                    x = 1
                    """);
        }

        @Test
        void filesWithoutImports() {
            assertImported("\n", "from app.db import load\n");
            assertImported("# only this\n", "# only this\n\nfrom app.db import load\n");
            assertImported("\"\"\"Doc.\"\"\"\n", "\"\"\"Doc.\"\"\"\n\nfrom app.db import load\n");
            assertImported("\"\"\"Doc.\"\"\"  # why", "\"\"\"Doc.\"\"\"  # why\n\nfrom app.db import load");
            assertImported(
                    "# -*- coding: utf-8 -*-\n\nx = 1\n",
                    "# -*- coding: utf-8 -*-\n\nfrom app.db import load\n\nx = 1\n");
            assertImported("import os", "import os\n\nfrom app.db import load");
            assertImported("import os\n# end\n", "import os\n\nfrom app.db import load\n# end\n");
        }

        @Test
        void commentsAtTheEndOfABlockStayThere() {
            assertImported("""
                    import os

                    if os.name:
                        x = 1
                        # the end

                    # about y
                    from app.z import y
                    """, """
                    import os

                    if os.name:
                        x = 1
                        # the end

                    from app.db import load

                    # about y
                    from app.z import y
                    """);
        }

        @Test
        void lineEndsOfTheFile() {
            assertImported(
                    "import os  # why\r\n\r\n# about x\r\nx = 1\r\n",
                    "import os  # why\r\n\r\nfrom app.db import load\r\n\r\n# about x\r\nx = 1\r\n");
        }

        @Test
        void longModule() {
            assertThat(imported(
                            "x = 1\n",
                            "app.a_very_long_package_name.and_a_very_long_module_name",
                            "a_long_function_name"))
                    .isEqualTo("""
                            from app.a_very_long_package_name.and_a_very_long_module_name import (
                                a_long_function_name,
                            )

                            x = 1
                            """);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from app.db import load\n",
                "from app.db import Row, load\n",
                "try:\n    from app.db import load\nexcept ImportError:\n    load = None\n",
                "load = None\n",
                "def load():\n    pass\n",
                "from app.other import load\n",
                "from app.other import other as load\n",
            })
    void doNotChangeWhereTheNameIsBound(String text) {
        Py.CompilationUnit tree = TestPython.parse(text);
        assertThat(ModuleImports.withName(tree, new ImportChange("app.db", "load", false)))
                .isSameAs(tree);
        assertThat(ModuleImports.withName(tree, new ImportChange("app.db", "load", true)))
                .isSameAs(tree);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def f():\n    from app.db import load\n",
                "class A:\n    load = None\n",
                "import load.x as y\n",
                "from app.db import load as read\n",
            })
    void otherScopesAndNamesDontCount(String text) {
        assertThat(imported(text, "app.db", "load")).contains("from app.db import load\n");
        assertThat(imported(text, "app.db", "load")).isNotEqualTo(text);
    }

    private static void assertRelative(String before, String after) {
        assertThat(imported(before, ".db", "load")).isEqualTo(after);
    }

    private static void assertImported(String before, String after) {
        assertImported(before, "load", after);
    }

    private static void assertImported(String before, String name, String after) {
        assertThat(imported(before, "app.db", name)).isEqualTo(after);
    }

    private static String imported(String text, String module, String name) {
        Py.CompilationUnit tree = ModuleImports.withName(TestPython.parse(text), new ImportChange(module, name, false));
        assertThat(ModuleImports.withName(tree, new ImportChange(module, name, false)))
                .isSameAs(tree);
        return tree.printAll();
    }
}
