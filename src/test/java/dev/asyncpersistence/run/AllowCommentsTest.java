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
package dev.asyncpersistence.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.plan.gate.Allowance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where comments stand, as {@code line: first-last reason}. */
class AllowCommentsTest {

    @Test
    void atTheEndOfAnyLineOfTheStatement() {
        assertThat(in("""
                a = db.load(  # async-persistence: allow one
                    1,
                )
                b = db.load(
                    2,
                )  # async-persistence: allow two
                c = 3
                """)).containsExactly("1: 1-3 one", "6: 4-6 two");
    }

    @Test
    void aloneOnTheLineAboveTheStatement() {
        assertThat(in("""
                def f():
                    # async-persistence: allow one
                    a = db.load(
                        1,
                    )
                """)).containsExactly("2: 3-5 one");
    }

    @Test
    void notFurtherAwayAndNotForTheStatementBelowOneThatIsNotAlone() {
        assertThat(in("""
                # async-persistence: allow one

                a = db.load(1)
                b = 2  # async-persistence: allow two
                c = db.load(3)
                """)).containsExactly("1: 1-1 one", "4: 4-4 two");
    }

    @Test
    void atTheHeadOfACompoundStatementNotForItsBody() {
        assertThat(in("""
                if db.load(1):  # async-persistence: allow one
                    db.load(2)
                """)).containsExactly("1: 1-1 one");
    }

    @Test
    void notInStrings() {
        assertThat(in("a = '# async-persistence: allow one'\n\"\"\"\n# async-persistence: allow two\n\"\"\"\n"))
                .isEmpty();
    }

    private static List<String> in(String text) {
        return AllowComments.in("a.py", text).stream()
                .map(AllowCommentsTest::text)
                .toList();
    }

    private static String text(Allowance each) {
        return each.location().line() + ": " + each.first() + "-" + each.last() + " " + each.reason();
    }
}
