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
package dev.asyncpersistence.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.source.LogicalLines.Comment;
import dev.asyncpersistence.source.LogicalLines.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogicalLinesTest {

    @Test
    void statementTakesTheLinesOfItsBracketsAndContinuations() {
        LogicalLines lines = LogicalLines.of("""
                a = f(
                    1,
                )
                b = 1 + \\
                    2
                if (x and
                        y):
                    c = 3
                """);

        assertThat(lines.at(2)).isEqualTo(new Range(1, 3));
        assertThat(lines.at(4)).isEqualTo(lines.at(5)).isEqualTo(new Range(4, 5));
        assertThat(lines.at(7)).isEqualTo(new Range(6, 7));
        assertThat(lines.at(8)).isEqualTo(new Range(8, 8));
    }

    @Test
    void betweenStatementsIsNone() {
        LogicalLines lines = LogicalLines.of("a = 1\n\n# of b\nb = 2");

        assertThat(lines.at(2)).isNull();
        assertThat(lines.at(3)).isNull();
        assertThat(lines.at(4)).isEqualTo(new Range(4, 4));
    }

    @Test
    void commentKnowsWhetherItIsAlone() {
        assertThat(LogicalLines.of("# first\na = [  # second\n    1,\n    # third\n]\r\nb = 2  # fourth\r\n")
                        .comments())
                .containsExactly(
                        new Comment(1, "# first", true),
                        new Comment(2, "# second", false),
                        new Comment(4, "# third", true),
                        new Comment(6, "# fourth", false));
    }

    /** Each ends its string where Python does, so that the comment behind it is one and the next line a statement of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'# no'",
                "'it\\'s # no'",
                "\"it's # no\"",
                "'''it's\n# no'''",
                "\"\"\"# no \\\"\"\" # no\"\"\"",
                "r'\\' # no'",
                "b'# no' 'and # no'",
                "f'{x} # no'",
                "f'{{ # no'",
                "f'{d[\"# no\"]} # no'",
                "f'{d['# no']} # no'",
                "f'{f'{x}' + '}'} # no'",
                "f'{x:\"^10} # no'",
                "f'{x:{w}} # no'",
                "f'{x!r:>{w + len(\":\")}} # no'",
                "rf'\\{x} # no'",
                "f'''{x}\n# no'''",
                "''",
                "'('",
                "f'{(1)} ('",
            })
    void stringsAreToldFromComments(String string) {
        LogicalLines lines = LogicalLines.of("a = " + string + "  # yes\nb = 2\n");
        int last = (int) string.chars().filter(c -> c == '\n').count() + 1;

        assertThat(lines.comments()).containsExactly(new Comment(last, "# yes", false));
        assertThat(lines.at(1)).isEqualTo(new Range(1, last));
        assertThat(lines.at(last + 1)).isEqualTo(new Range(last + 1, last + 1));
    }

    @Test
    void stringThatIsNotClosedEndsWithItsLine() {
        LogicalLines lines = LogicalLines.of("a = 'no\nb = 2  # yes\n");

        assertThat(lines.at(1)).isEqualTo(new Range(1, 1));
        assertThat(lines.comments()).containsExactly(new Comment(2, "# yes", false));
    }
}
