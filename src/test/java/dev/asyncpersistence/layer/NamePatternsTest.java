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
package dev.asyncpersistence.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternsTest {
    private final NamePatterns patterns = new NamePatterns();

    @ParameterizedTest
    @CsvSource({
        "time.sleep, exact",
        "time.sleep.after, exact",
        "time.sleep().x, exact",
        "time, below",
        "time.monotonic, below",
        "time.struct.tm, deeper",
        "timeit.timeit, ",
        "x.time.sleep, "
    })
    void takesTheMostSpecificEntry(String name, @Nullable String reason) {
        patterns.add("time.sleep", "exact");
        patterns.add("time.*", "below");
        patterns.add("time.struct.*", "deeper");

        assertThat(reason(name)).isEqualTo(reason);
    }

    @Test
    void prefersAnExactNameToAnEntryForAllBelowIt() {
        patterns.add("a.b", "exact");
        patterns.add("a.b.*", "below");

        assertThat(reason("a.b")).isEqualTo("exact");
        assertThat(reason("a.b.c")).isEqualTo("below");
    }

    @Test
    void forgetsWhatIsRemoved() {
        patterns.add("a.b", "exact");
        patterns.add("a.b.*", "below");

        patterns.remove("a.b.*");
        assertThat(reason("a.b")).isEqualTo("exact");
        patterns.remove("a.b");
        assertThat(reason("a.b")).isNull();
    }

    private @Nullable String reason(String name) {
        NamePatterns.Match match = patterns.longestMatch(name);
        return match == null ? null : match.reason();
    }
}
