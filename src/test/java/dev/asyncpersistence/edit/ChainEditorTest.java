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
import dev.asyncpersistence.model.DottedNames;
import dev.asyncpersistence.plan.change.ArgumentChange;
import dev.asyncpersistence.plan.change.CallChange;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.NameChange;
import dev.asyncpersistence.plan.change.ReceiverChange;
import dev.asyncpersistence.plan.change.TextChange;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.java.tree.J;

@ExtendWith(PythonForTests.class)
class ChainEditorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            g(1)                   | 0 | new(1)
            m.g(1)                 | 0 | m.new(1)
            m.load.g(1)            | 1 | m.new.g(1)
            m.load.g(1)            | 2 | new.load.g(1)
            m[0].g()               | 0 | m[0].new()
            m.get().g()            | 0 | m.get().new()
            m.get().load.g()       | 1 | m.get().new.g()
            (m.load).g()           | 0 | (m.load).new()
            x = [m.load.g(i) for i in y] | 1 | x = [m.new.g(i) for i in y]
            """)
    void nameOfACalledChain(String before, int behind, String after) {
        assertThat(Edited.edited(before, Edited.calls(named(behind)))).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x = m.g                | 0 | x = m.new
            m.load.g = 1           | 1 | m.new.g = 1
            m.load.g = 1           | 2 | new.load.g = 1
            m.load.g += 1          | 0 | m.load.new += 1
            del m.g                | 0 | del m.new
            a, m.load.g = 1, 2     | 1 | a, m.new.g = 1, 2
            x = m.g[0].args        | 0 | x = m.new[0].args
            m.get().load.g = 1     | 1 | m.get().new.g = 1
            """)
    void nameOfAnAttribute(String before, int behind, String after) {
        assertThat(Edited.edited(before, Edited.attributes("g", named(behind)))).isEqualTo(after);
    }

    @Test
    void nameWithoutDots() {
        Finder read = Edited.trees(
                J.Identifier.class, each -> each.getSimpleName().equals("g"), id -> new NameChange(id, 0, "new"));
        assertThat(Edited.edited("use(g, h)  # g\n", read)).isEqualTo("use(new, h)  # g\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @patch.object(a)       | 0 | @patch.new(a)
            @patch.object(a)       | 1 | @new.object(a)
            @patch(a)              | 0 | @new(a)
            """)
    void nameOfADecorator(String before, int behind, String after) {
        String function = "\ndef f():\n    pass\n";
        assertThat(Edited.edited(before + function, Edited.decorators(named(behind))))
                .isEqualTo(after + function);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            m.g(1)                 | 0 | a.b.g(1)
            m.x.load.g(1)          | 1 | a.b.load.g(1)
            make(1).g()            | 0 | a.b.g()
            m[0].load.g()          | 1 | a.b.load.g()
            x(m.g)                 | 0 | x(a.b.g)
            m.load.g = 1           | 1 | a.b.load.g = 1
            """)
    void receiver(String before, int behind, String after) {
        Function<UUID, Change> change = id -> new ReceiverChange(id, behind, DottedNames.parse("a.b"));
        assertThat(Edited.edited(before, Edited.calls(change).and(Edited.attributes("g", change))))
                .isEqualTo(after);
    }

    @Test
    void commentsAndLineBreaksInAChainStay() {
        Finder changes = Edited.calls(named(1)).and(Edited.calls(receivedFrom(1, "a")));
        assertThat(Edited.edited("""
                x = (
                    m  # the layer
                    .load  # what it loads
                    .g(1)
                )
                """, changes)).isEqualTo("""
                x = (
                    a  # the layer
                    .new  # what it loads
                    .g(1)
                )
                """);
    }

    @Test
    void lineEndsStay() {
        assertThat(Edited.edited("(m\r\n .load\r\n .g(1))\r\n", Edited.calls(named(1))))
                .isEqualTo("(m\r\n .new\r\n .g(1))\r\n");
    }

    @Test
    void severalChangesOfOneChainInAnyOrder() {
        assertThat(Edited.edited("m.load.g(1)\n", newReceiver().and(newName()).and(newAssertion())))
                .isEqualTo("a.b.c.new.assert_awaited(1)\n");
        assertThat(Edited.edited("m.load.g(1)\n", newAssertion().and(newName()).and(newReceiver())))
                .isEqualTo("a.b.c.new.assert_awaited(1)\n");
    }

    private static Finder newReceiver() {
        return Edited.calls(receivedFrom(1, "a.b.c"));
    }

    private static Finder newName() {
        return Edited.calls(named(1));
    }

    private static Finder newAssertion() {
        return Edited.calls(id -> new NameChange(id, 0, "assert_awaited"));
    }

    @Test
    void namesAreThoseOfTheOldChain() {
        Finder replaced = Edited.calls(id -> new NameChange(id, 2, "old"));
        assertThat(Edited.edited("m.load.g(1)\n", newReceiver().and(replaced))).isEqualTo("a.b.c.load.g(1)\n");
    }

    @Test
    void otherChangesOfTheCallFindIt() {
        Finder all = Edited.calls(named(0))
                .and(Edited.calls(id -> new ArgumentChange(id, "adb", DottedNames.parse("adb"))))
                .and(Edited.calls(id -> new TextChange(id, "old", "fresh")))
                .and(Edited.calls(id -> new CallChange(id, CallChange.Kind.AWAIT, "")));
        assertThat(Edited.edited("async def f():\n    fake.g('old')  # c\n", all))
                .isEqualTo("async def f():\n    await fake.new('fresh', adb=adb)  # c\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"g(1)", "m.get().g(1)", "m[0].g(1)", "(m.load).g(1)"})
    void doNotReachBeyondTheChain(String text) {
        assertThatThrownBy(() -> Edited.edited(text, Edited.calls(named(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such attribute");
    }

    @Test
    void whatIsCalledMayHaveNoName() {
        assertThatThrownBy(() -> Edited.edited("make()()", Edited.calls("", named(0))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameHasNoReceiver() {
        assertThatThrownBy(() -> Edited.edited("g(1)", Edited.calls(receivedFrom(0, "a"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTreeMustBeThere() {
        assertThatThrownBy(() -> Edited.edited("g(1)", Edited.calls(id -> new NameChange(UUID.randomUUID(), 0, "x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no tree");
    }

    private static Function<UUID, Change> named(int behind) {
        return id -> new NameChange(id, behind, "new");
    }

    private static Function<UUID, Change> receivedFrom(int behind, String receiver) {
        return id -> new ReceiverChange(id, behind, DottedNames.parse(receiver));
    }
}
