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
package dev.asyncpersistence.plan.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.plan.change.CallChange;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.Edit;
import dev.asyncpersistence.plan.change.PlainImport;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PythonForTests.class)
class TestEditsTest {
    private static final Change ONE = new PlainImport("one");
    private static final Change TWO = new PlainImport("two");
    private static final Change THREE = new PlainImport("three");

    @Test
    void whatHasTheSameKeyBelongsTogether() {
        TestEdits edits = new TestEdits(List.of());
        edits.add("tests/a.py", "a", ONE, "key");
        edits.add("tests/b.py", "b", TWO, "key");
        edits.add("tests/b.py", "b", THREE, "other");
        assertThat(edits.edits())
                .containsExactly(
                        new Edit("tests/a.py", "a", ONE, 1),
                        new Edit("tests/b.py", "b", TWO, 1),
                        new Edit("tests/b.py", "b", THREE, 2));
    }

    @Test
    void whatIsAskedForTwiceIsMadeOnceForBoth() {
        TestEdits edits = new TestEdits(List.of());
        edits.add("tests/a.py", "a", ONE, "key");
        edits.add("tests/a.py", "a", ONE, "other");
        edits.add("tests/a.py", "a", TWO, "other");
        assertThat(edits.edits())
                .containsExactly(new Edit("tests/a.py", "a", ONE, 1), new Edit("tests/a.py", "a", TWO, 1));
    }

    @Test
    void theSameInAnotherFileIsAnother() {
        TestEdits edits = new TestEdits(List.of());
        edits.add("tests/a.py", "a", ONE, "key");
        edits.add("tests/b.py", "b", ONE, "other");
        assertThat(edits.edits()).extracting(Edit::group).containsExactly(1, 2);
    }

    @Test
    void joinedKeysBelongTogether() {
        TestEdits edits = new TestEdits(List.of());
        edits.add("tests/a.py", "a", ONE, "key");
        edits.add("tests/a.py", "a", TWO, "other");
        edits.add("tests/a.py", "a", THREE, "third");
        edits.join("key", "third");
        assertThat(edits.edits()).extracting(Edit::group).containsExactly(1, 2, 1);
    }

    @Test
    void knowsWhatIsChanged() {
        TestEdits edits = new TestEdits(List.of());
        edits.add("tests/a.py", "a", ONE, "key");
        edits.join("key", "other");
        assertThat(edits.isChanged("key")).isTrue();
        assertThat(edits.isChanged("other")).isFalse();
    }

    @Test
    void groupsAreNumberedBehindThoseOfTheCodeUnderTest() {
        Edit edit = new Edit("app/a.py", "a", ONE, 7);
        TestEdits edits = new TestEdits(List.of(edit));
        edits.add("tests/a.py", "a", TWO, "key");
        assertThat(edits.edits()).containsExactly(new Edit("tests/a.py", "a", TWO, 8));
    }

    // --- what is followed

    private static final Suite SUITE =
            Suite.of("app/m.py", "def one(): load(1)\ndef two(): load(2)\ndef three(): load(3)\n");

    @Test
    void aGroupFollowsTheCallsAndFunctionsThatItIsMadeFor() {
        TestEdits edits = new TestEdits(List.of(call(0, 3), function("one", 3), call(1, 4), function("two", 5)));
        edits.add("tests/a.py", "a", ONE, "calls");
        edits.follow("calls", SUITE.calls("load"));
        edits.add("tests/a.py", "a", TWO, "function");
        edits.follow("function", SUITE.function("app.m.two"));
        edits.add("tests/a.py", "a", THREE, "nothing");
        edits.follow("nothing", SUITE.function("app.m.three"));
        assertThat(edits.edits()).extracting(Edit::follows).containsExactly(Set.of(3, 4), Set.of(5), Set.of());
    }

    /** Whichever of the keys it was, and whether they were joined before or after. */
    @Test
    void aGroupFollowsWhatAnyOfItsKeysFollows() {
        TestEdits edits = new TestEdits(List.of(call(0, 3), call(1, 4)));
        edits.add("tests/a.py", "a", ONE, "key");
        edits.follow("key", SUITE.calls("load").subList(0, 1));
        edits.add("tests/a.py", "a", TWO, "other");
        edits.join("key", "other");
        edits.follow("other", SUITE.calls("load").subList(1, 2));
        assertThat(edits.edits()).extracting(Edit::follows).containsExactly(Set.of(3, 4), Set.of(3, 4));
    }

    private static Edit call(int index, int group) {
        return edit(SUITE.calls("load").get(index).id(), CallChange.Kind.AWAIT, group);
    }

    private static Edit function(String name, int group) {
        return edit(SUITE.function("app.m." + name).id(), CallChange.Kind.MAKE_ASYNC, group);
    }

    private static Edit edit(UUID node, CallChange.Kind kind, int group) {
        return new Edit("app/m.py", "app.m", new CallChange(node, kind, ""), group);
    }
}
