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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openrewrite.python.Assertions.python;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.PythonIsoVisitor;
import org.openrewrite.test.RewriteTest;

class PythonForTestsTest implements PythonRecipeTest {

    @Test
    void runsRecipesOnPython() {
        rewriteRun(
                spec -> spec.recipe(RewriteTest.toRecipe(() -> new PythonIsoVisitor<ExecutionContext>() {
                    @Override
                    public J.Identifier visitIdentifier(J.Identifier identifier, ExecutionContext ctx) {
                        J.Identifier visited = super.visitIdentifier(identifier, ctx);
                        return visited.getSimpleName().equals("old") ? visited.withSimpleName("new") : visited;
                    }
                })),
                python("async def f():\n    await old\n", "async def f():\n    await new\n"),
                python("x = 1\n"));
    }

    @Test
    void parsesSnippets() {
        assertThat(TestPython.parse("x = 1\n").printAll()).isEqualTo("x = 1\n");
        assertThat(TestPython.parse("a/b.py", "x = 1\n").getSourcePath()).isEqualTo(Path.of("a/b.py"));
    }

    @Test
    void tellsWhichSnippetIsWrong() {
        assertThatThrownBy(() -> TestPython.parse("x = = 1\n")).hasMessageContaining("invalid syntax");
    }
}
