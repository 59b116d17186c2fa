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
import dev.asyncpersistence.plan.change.CallChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements that enter what {@code g} gives. */
@ExtendWith(PythonForTests.class)
class AsyncWithTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            with g(x): pass              | async with g(x): pass
            with s.g(x) as y: pass       | async with s.g(x) as y: pass
            with (g() as y): pass        | async with (g() as y): pass
            with g() as (y, z): pass     | async with g() as (y, z): pass
            """)
    void becomeAsync(String before, String after) {
        assertThat(Edited.edited(before + "\n", entering())).isEqualTo(after + "\n");
    }

    @Test
    void layoutAndCommentsStay() {
        assertThat(Edited.edited("""
                def f():
                    x()

                    # about g
                    with  g(1) as y:  # why

                        with h(y), i():
                            y()
                    with h(1): x()
                    try: x()
                    finally: pass
                """, entering())).isEqualTo("""
                def f():
                    x()

                    # about g
                    async with  g(1) as y:  # why

                        with h(y), i():
                            y()
                    with h(1): x()
                    try: x()
                    finally: pass
                """);
    }

    private static Edited.Finder entering() {
        return Edited.calls(g -> new CallChange(g, CallChange.Kind.ENTER, ""));
    }
}
