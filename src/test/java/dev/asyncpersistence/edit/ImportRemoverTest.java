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
import dev.asyncpersistence.plan.change.ImportRemoval;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.python.tree.Py;

@ExtendWith(PythonForTests.class)
class ImportRemoverTest {

    @Test
    void oneOfSeveralNames() {
        assertRemoved("from app.db import Row, load, save\n", "from app.db import Row, save\n");
        assertRemoved("from app.db import load, save\n", "from app.db import save\n");
        assertRemoved("from app.db import Row, load\n", "from app.db import Row\n");
        assertRemoved("from app.db import Row, read as load  # why\n", "from app.db import Row  # why\n");
        assertRemoved("import load, os\n", "import os\n");
        assertRemoved("from app.db import (Row, load)\n", "from app.db import (Row)\n");
        assertRemoved("from app.db import Row, \\\n    load\n", "from app.db import Row\n");
    }

    @Test
    void oneOfSeveralLines() {
        String before = """
                from app.db import (  # layers
                    %s  # mine
                    # kept open
                    Store,  # all rows
                    # the end
                )
                """;
        assertRemoved(before.formatted("load,"), """
                from app.db import (  # layers
                    # kept open
                    Store,  # all rows
                    # the end
                )
                """);
        assertRemoved("""
                from app.db import (
                    Row,  # one
                    # about load
                    load,  # mine
                    save,
                )
                """, """
                from app.db import (
                    Row,  # one
                    # about load
                    save,
                )
                """);
        assertRemoved("""
                from app.db import (
                    Row,  # one
                    # about load
                    load,  # mine
                )
                """, """
                from app.db import (
                    Row,  # one
                )
                """);
        assertRemoved("""
                from app.db import (
                    Row,
                    load
                )
                """, """
                from app.db import (
                    Row
                )
                """);
        assertRemoved("""
                from app.db import (Row, Store,
                                    load, save)
                """, """
                from app.db import (Row, Store,
                                    save)
                """);
    }

    @Test
    void wholeStatementWithItsLine() {
        assertRemoved("import os\nfrom app.db import load  # mine\nimport re\n", "import os\nimport re\n");
        assertRemoved("import os  # os\nfrom app.db import load  # mine\n", "import os  # os\n");
        assertRemoved("import load.x\nimport load.y\n\nx = 1\n", "x = 1\n");
        assertRemoved(
                "import os\n\nfrom app.db import load\n\n\ndef f():\n    pass\n",
                "import os\n\n\ndef f():\n    pass\n");
        assertRemoved("import os\n\nfrom app.db import load\nimport re\n", "import os\n\nimport re\n");
        assertRemoved("\"\"\"Doc.\"\"\"\n\nfrom app.db import load\n\nx = 1\n", "\"\"\"Doc.\"\"\"\n\nx = 1\n");
        assertRemoved("from app.db import load\n", "\n");
        assertRemoved("import os\r\nfrom app.db import load\r\n\r\nx = 1\r\n", "import os\r\n\r\nx = 1\r\n");
    }

    @Test
    void commentsOfOthersStay() {
        assertRemoved("""
                #!/usr/bin/env python
                # Copyright

                from app.db import load

                x = 1
                """, """
                #!/usr/bin/env python
                # Copyright

                x = 1
                """);
        assertRemoved("""
                import os

                # about all of the app
                from app.db import load
                from app.z import x
                """, """
                import os

                # about all of the app
                from app.z import x
                """);
        assertRemoved("""
                import os

                # section

                # about load
                from app.db import load

                # about x
                x = 1
                """, """
                import os

                # section

                # about x
                x = 1
                """);
        assertRemoved("""
                import os
                # isort: off
                from app.db import load

                x = 1
                """, """
                import os
                # isort: off

                x = 1
                """);
    }

    @Test
    void statementsOfTheSameLineStay() {
        assertRemoved("from app.db import load; import os\n", "import os\n");
        assertRemoved("import os; from app.db import load  # why\n", "import os  # why\n");
        assertRemoved("import os; from app.db import load; x = 1\n", "import os; x = 1\n");
    }

    @Test
    void blockForTypeCheckersGoesWithItsLastImport() {
        assertRemoved("""
                from typing import TYPE_CHECKING, Any

                if TYPE_CHECKING:
                    from app.db import load  # mine

                x = 1
                """, """
                from typing import Any

                x = 1
                """);
        assertRemoved("""
                import os
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app.db import load


                def f():
                    pass
                """, """
                import os


                def f():
                    pass
                """);
        assertRemoved("""
                import typing

                if typing.TYPE_CHECKING:
                    from app.db import load
                """, """
                import typing
                """);
    }

    @Test
    void blockThatIsNeededStays() {
        assertRemoved("""
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app.db import load  # mine
                    from app.z import x  # zoo

                y = 1
                """, """
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app.z import x  # zoo

                y = 1
                """);
        assertRemoved("""
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app.a import x  # zoo
                    from app.db import load  # mine

                y = 1
                """, """
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app.a import x  # zoo

                y = 1
                """);
    }

    @Test
    void nameTypeCheckingStaysWhereItIsUsed() {
        assertRemoved("""
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app.db import load

                x = not TYPE_CHECKING
                """, """
                from typing import TYPE_CHECKING

                x = not TYPE_CHECKING
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import os\n",
                "from app.db import load as read\n",
                "from app.db import *\n",
                "import app.load\n",
                "try:\n    from app.db import load\nexcept ImportError:\n    load = None\n",
                "def f():\n    from app.db import load\n",
                "if TYPE_CHECKING:\n    from app.db import load\nelse:\n    load = None\n",
            })
    void doNotChange(String text) {
        Py.CompilationUnit tree = TestPython.parse(text);
        assertThat(FileEditor.edit(tree, List.of(new ImportRemoval("load")))).isSameAs(tree);
    }

    @Test
    void anotherNameTakesThePlace() {
        assertThat(edited(
                        "import os\n# why\nfrom app.db import load  # mine\n\nx = 1\n",
                        new ImportChange("app.db", "aload", false)))
                .isEqualTo("import os\n# why\nfrom app.db import aload  # mine\n\nx = 1\n");
    }

    @Test
    void theNameFromAnotherModuleTakesThePlace() {
        assertThat(edited("import os\n\nfrom app.db import load\n", new ImportChange("app.adb", "load", false)))
                .isEqualTo("import os\n\nfrom app.adb import load\n");
    }

    private static String edited(String text, ImportChange needed) {
        return FileEditor.edit(TestPython.parse(text), List.of(new ImportRemoval("load"), needed))
                .printAll();
    }

    private static void assertRemoved(String before, String after) {
        Py.CompilationUnit tree = FileEditor.edit(TestPython.parse(before), List.of(new ImportRemoval("load")));
        assertThat(tree.printAll()).isEqualTo(after);
        assertThat(FileEditor.edit(tree, List.of(new ImportRemoval("load")))).isSameAs(tree);
    }
}
