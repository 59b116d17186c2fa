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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.edit.Edited.Finder;
import dev.asyncpersistence.plan.change.YieldAddition;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PythonForTests.class)
class YieldEditorTest {

    @Test
    void standsFirst() {
        assertThat(Edited.edited("""
                class A:
                    def f(self):  # why
                        # about x
                        self.x()  # x

                        self.y()
                """, yielding())).isEqualTo("""
                class A:
                    def f(self):  # why
                        yield
                        # about x
                        self.x()  # x

                        self.y()
                """);
    }

    @Test
    void standsBehindTheDocstring() {
        assertThat(Edited.edited("""
                def f():
                    \"""Doc.\"""  # doc

                    # about x
                    x()
                """, yielding())).isEqualTo("""
                def f():
                    \"""Doc.\"""  # doc

                    yield
                    # about x
                    x()
                """);
        assertThat(Edited.edited("def f():\n    \"Doc.\"\n", yielding()))
                .isEqualTo("def f():\n    \"Doc.\"\n    yield\n");
    }

    @Test
    void aBodyOnTheLineOfDefBecomesABlock() {
        assertThat(Edited.edited("class A:\n    def f(self): self.x()  # x\n", yielding()))
                .isEqualTo("class A:\n    def f(self):\n        yield\n        self.x()  # x\n");
        assertThat(Edited.edited("def f(): a(); b()\n\nx = 1\n", yielding()))
                .isEqualTo("def f():\n    yield\n    a(); b()\n\nx = 1\n");
        assertThat(Edited.edited("def f(): \"Doc.\"; a()\n", yielding()))
                .isEqualTo("def f():\n    \"Doc.\"; yield; a()\n");
    }

    @Test
    void indentationAndLineEndsOfTheFile() {
        assertThat(Edited.edited("def f():\r\n\tx()\r\n", yielding())).isEqualTo("def f():\r\n\tyield\r\n\tx()\r\n");
        assertThat(Edited.edited("def h():\r\n  pass\r\ndef f(): x()\r\n", yielding()))
                .isEqualTo("def h():\r\n  pass\r\ndef f():\r\n  yield\r\n  x()\r\n");
    }

    @Test
    void theFunctionMustBeThere() {
        assertThatThrownBy(() ->
                        Edited.edited("def f(): ...\n", Edited.functions(f -> new YieldAddition(UUID.randomUUID()))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Finder yielding() {
        return Edited.functions(YieldAddition::new);
    }
}
