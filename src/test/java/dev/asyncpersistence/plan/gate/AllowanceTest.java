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
package dev.asyncpersistence.plan.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.model.SourceLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# async-persistence: allow once, at startup      | once, at startup",
                "#async-persistence:allow: once                   | once",
                "# noqa: E501  # async-persistence: allow once    | once",
                "# async-persistence: allow once  # noqa: E501    | once",
                "# async-persistence: allow see #12               | see #12",
                "# async-persistence: allow                       | ''",
                "# async-persistence: allow # noqa                | ''",
                "# async-persistence: allow -                     | ''",
            })
    void commentGivesItsReason(String comment, String reason) {
        assertThat(Allowance.reasonIn(comment)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# allow once",
                "# async-persistence: allowed",
                "# async-persistence is slow",
                "# async-persistence: deny x"
            })
    void otherCommentsAllowNothing(String comment) {
        assertThat(Allowance.reasonIn(comment)).isNull();
    }

    @Test
    void coversTheLinesOfItsStatementInItsFile() {
        Allowance allowance = new Allowance(new SourceLocation("a.py", 2), 3, 5, "once");

        assertThat(allowance.covers(new SourceLocation("a.py", 3))).isTrue();
        assertThat(allowance.covers(new SourceLocation("a.py", 5))).isTrue();
        assertThat(allowance.covers(new SourceLocation("a.py", 2))).isFalse();
        assertThat(allowance.covers(new SourceLocation("a.py", 6))).isFalse();
        assertThat(allowance.covers(new SourceLocation("b.py", 4))).isFalse();
    }
}
