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
import dev.asyncpersistence.model.read.FStringFields;
import dev.asyncpersistence.plan.change.CallChange;
import dev.asyncpersistence.plan.change.Change;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Calls that run an event loop of their own. */
@ExtendWith(PythonForTests.class)
class LoopRunsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            g(x)                         | asyncio.run(g(x))
            assert s.g(x) == 1           | assert asyncio.run(s.g(x)) == 1
            y = s.g(x).name[0]           | y = asyncio.run(s.g(x)).name[0]
            call(lambda: g(x))           | call(lambda: asyncio.run(g(x)))
            call(lambda p: s.g(p), 1)    | call(lambda p: asyncio.run(s.g(p)), 1)
            h(g(g(x)))                   | h(asyncio.run(g(asyncio.run(g(x)))))
            with g(x) as y: pass         | with asyncio.run(g(x)) as y: pass
            """)
    void call(String before, String after) {
        assertThat(run("import asyncio\n\n" + before)).isEqualTo("import asyncio\n\n" + after);
    }

    @Test
    void callInAnFString() {
        assertThat(run("import asyncio\n\nx = f\"{s.g(1)!r} {g(g(x)).y:>{g()}}\"\n"))
                .isEqualTo("import asyncio\n\nx = f\"{asyncio.run(s.g(1))!r} "
                        + "{asyncio.run(g(asyncio.run(g(x)))).y:>{asyncio.run(g())}}\"\n");
    }

    @Test
    void layoutAndCommentsStay() {
        assertThat(run("""
                import asyncio

                # before
                x = [
                    g(  # open
                        1,
                    ),  # behind
                ]
                """)).isEqualTo("""
                import asyncio

                # before
                x = [
                    asyncio.run(g(  # open
                        1,
                    )),  # behind
                ]
                """);
    }

    @Test
    void asyncioIsImported() {
        assertThat(run("import os\r\n\r\ng(x)\r\n"))
                .isEqualTo("import asyncio\r\nimport os\r\n\r\nasyncio.run(g(x))\r\n");
    }

    private static String run(String text) {
        Py.CompilationUnit tree = TestPython.parse(text);
        List<Change> changes = new ArrayList<>();
        new PythonVisitor<Integer>() {
            @Override
            public J visitMethodInvocation(J.MethodInvocation call, Integer p) {
                if (call.getSimpleName().equals("g")) {
                    changes.add(new CallChange(call.getId(), CallChange.Kind.RUN, ""));
                }
                return super.visitMethodInvocation(call, p);
            }

            @Override
            public J visitLiteral(J.Literal literal, Integer p) {
                FStringFields.calls(literal.getId(), String.valueOf(literal.getValueSource())).stream()
                        .filter(call -> call.callee().display().endsWith("g"))
                        .forEach(call -> changes.add(new CallChange(call.id(), CallChange.Kind.RUN, "")));
                return super.visitLiteral(literal, p);
            }
        }.visit(tree, 0);
        String result = FileEditor.edit(tree, changes).printAll();
        TestPython.parse(result);
        return result;
    }
}
