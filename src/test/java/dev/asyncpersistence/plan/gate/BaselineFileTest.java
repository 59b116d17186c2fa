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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.asyncpersistence.plan.gate.Baseline.Entry;
import dev.asyncpersistence.plan.gate.Violation.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineFileTest {
    private static final Entry LOAD = new Entry("app/b.py", "Service.load", "self.db.load", Kind.BLOCKING_CALL);
    private static final Entry CHAIN =
            new Entry("app/b.py", "Service.load", "rooms[...].db().load", Kind.BLOCKING_CALL);
    private static final Entry LOST = new Entry("app/a.py", "", "it's", Kind.UNAWAITED_COROUTINE);

    @Test
    void entriesAreSortedAndOnALineEach() {
        assertThat(BaselineFile.write(Baseline.of(List.of(LOAD, CHAIN, LOST, LOAD))))
                .endsWith("""
                app/a.py:
                  - {function: '', call: 'it''s', kind: UNAWAITED_COROUTINE, count: 1}
                app/b.py:
                  - {function: Service.load, call: 'rooms[...].db().load', kind: BLOCKING_CALL, count: 1}
                  - {function: Service.load, call: self.db.load, kind: BLOCKING_CALL, count: 2}
                """);
    }

    @Test
    void whatIsWrittenIsRead() {
        Baseline baseline = Baseline.of(List.of(LOAD, CHAIN, LOST, LOAD));
        assertThat(BaselineFile.read("x.yml", BaselineFile.write(baseline))).isEqualTo(baseline);
        assertThat(BaselineFile.read("x.yml", BaselineFile.write(Baseline.EMPTY)))
                .isEqualTo(Baseline.EMPTY);
        assertThat(BaselineFile.read("x.yml", "")).isEqualTo(Baseline.EMPTY);
    }

    /** A formatter may have been at it. */
    @Test
    void anyYamlOfTheSameMeaningIsRead() {
        Baseline read = BaselineFile.read("x.yml", """
                "app/b.py":
                  - function: no
                    call: yes
                    kind: BLOCKING_CALL
                    count: 2
                """);
        assertThat(read.counts())
                .isEqualTo(new TreeMap<>(Map.of(new Entry("app/b.py", "no", "yes", Kind.BLOCKING_CALL), 2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- a                                                         | 2: a baseline is a map",
                "a.py: 3                                                     | 2: what belongs to a file is a list",
                "a.py: [3]                                                   | 2: an entry is a map",
                "a.py: [{function: f, call: g, kind: BLOCKING_CALL}]         | 2: the entry has no `count`",
                "a.py: [{function: f, call: g, kind: SLOW, count: 1}]        | 2: no such kind: `SLOW`",
                "a.py: [{function: f, call: g, kind: BLOCKING_CALL, count: 0}] | 2: `count` is a number from 1 up, not `0`",
                "a.py: [{function: f, call: [g], kind: BLOCKING_CALL, count: 1}] | 2: `call` is one value",
                "a.py: [{line: 3}]                                           | 2: an entry has no `line`",
                "a.py: [                                                     | 3: not YAML",
            })
    void malformedBaselineNamesTheLine(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaselineFile.read("ci/x.yml", "# first\n" + line + "\n"))
                .withMessageStartingWith("ci/x.yml:" + message)
                .withMessageContaining("--update-baseline");
    }

    @Test
    void entryThatIsThereTwiceIsAnError() {
        String entry = "  - {function: f, call: g, kind: BLOCKING_CALL, count: 1}\n";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaselineFile.read("x.yml", "a.py:\n" + entry + entry))
                .withMessageStartingWith("x.yml:3: the entry is there twice");
    }
}
