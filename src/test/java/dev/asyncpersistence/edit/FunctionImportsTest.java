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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

@ExtendWith(PythonForTests.class)
class FunctionImportsTest {

    @Test
    void behindTheDocstring() {
        assertImported("""
                def f():
                    \"""Doc.\"""
                    return 1


                def g():
                    return 2
                """, """
                def f():
                    \"""Doc.\"""
                    from app.db import load

                    return 1


                def g():
                    return 2
                """);
        assertImported("""
                def f():  # why
                    # about x
                    x = 1
                """, """
                def f():  # why
                    from app.db import load

                    # about x
                    x = 1
                """);
    }

    @Test
    void amongItsImports() {
        assertImported("""
                def f():
                    import os

                    return 1
                """, """
                def f():
                    import os

                    from app.db import load

                    return 1
                """);
        assertImported("""
                def f():
                    from app.db import Row
                    return 1
                """, """
                def f():
                    from app.db import Row, load
                    return 1
                """);
        assertImported("""
                def f():
                    from app.a import x
                    return 1
                """, """
                def f():
                    from app.a import x
                    from app.db import load
                    return 1
                """);
    }

    @Test
    void importBelowMayComeTooLate() {
        assertImported("""
                def f():
                    x = 1
                    from app.db import Row
                """, """
                def f():
                    from app.db import load

                    x = 1
                    from app.db import Row
                """);
    }

    @Test
    void methodsAndBodiesOnOneLine() {
        assertImported("""
                class A:
                    @property
                    async def f(self): return 1

                    def g(self): return 2
                """, """
                class A:
                    @property
                    async def f(self):
                        from app.db import load

                        return 1

                    def g(self): return 2
                """);
        assertImported("def f(): return 1\r\n", "def f():\r\n    from app.db import load\r\n\r\n    return 1\r\n");
    }

    /** The printer of rewrite-python 8.75.0 fails on expressions whose prefix changes where they are statements. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "...",
                "pass",
                "await x",
                "yield x",
                "x[0]",
                "x",
                "(x)",
                "f'{x}'",
                "a + b",
                "not a",
                "[a for a in b]"
            })
    void anyStatementMayCome(String statement) {
        String imported = "async def f():\n    from app.db import load\n\n    " + statement + "\n";
        assertImported("async def f(): " + statement + "\n", imported);
        assertImported("async def f():\n    " + statement + "\n", imported);
    }

    @Test
    void doNotChangeWhereTheNameIsKnown() {
        for (String text : new String[] {
            "from app.db import load\n\n\ndef f():\n    pass\n",
            "def f():\n    from app.db import load\n    return load()\n",
            "def f():\n    \"\"\"Doc.\"\"\"\n    import os\n    from app.db import Row, load\n",
        }) {
            Py.CompilationUnit tree = TestPython.parse(text);
            assertThat(ModuleImports.withName(tree, needed(tree))).isSameAs(tree);
        }
    }

    private static void assertImported(String before, String after) {
        Py.CompilationUnit tree = TestPython.parse(before);
        ImportChange needed = needed(tree);
        Py.CompilationUnit changed = ModuleImports.withName(tree, needed);
        assertThat(changed.printAll()).isEqualTo(after);
        assertThat(ModuleImports.withName(changed, needed)).isSameAs(changed);
    }

    private static ImportChange needed(Py.CompilationUnit tree) {
        return new ImportChange("app.db", "load", false, function(tree, "f"));
    }

    private static UUID function(Py.CompilationUnit tree, String name) {
        List<UUID> found = new ArrayList<>();
        new PythonVisitor<Integer>() {
            @Override
            public J visitMethodDeclaration(J.MethodDeclaration method, Integer p) {
                if (method.getSimpleName().equals(name)) {
                    found.add(method.getId());
                }
                return super.visitMethodDeclaration(method, p);
            }
        }.visit(tree, 0);
        return found.get(0);
    }
}
