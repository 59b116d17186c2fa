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
package dev.asyncpersistence.plan.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnionFindTest {
    private final UnionFind<String> sets = new UnionFind<>();

    @Test
    void elementsAreAloneUntilTheyAreJoined() {
        assertThat(sets.find("a")).isEqualTo("a");
        sets.union("a", "b");
        assertThat(sets.find("a")).isEqualTo(sets.find("b")).isNotEqualTo(sets.find("c"));
    }

    @Test
    void joiningIsTransitive() {
        sets.union("a", "b");
        sets.union("c", "d");
        sets.union("b", "d");
        sets.union("a", "c");
        assertThat(sets.sets(List.of("a", "x", "c", "d", "b")))
                .containsExactly(List.of("a", "c", "d", "b"), List.of("x"));
    }
}
