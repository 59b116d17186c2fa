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
package dev.asyncpersistence.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private record Pair(String name, int calls) {}

    @Test
    void recordsBecomeObjects() {
        assertThat(Json.of(List.of(new Pair("a", 1)))).isEqualTo("[{\"name\":\"a\",\"calls\":1}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "<!-- <script>",
                "a\u2028b\u2029c",
                "\"quoted\" \\ and 'single'",
                "&lt; \u0000 \ud83d\ude00"
            })
    void nothingEndsTheElementAndAllComesBack(String hostile) throws Exception {
        String json = Json.of(List.of(hostile));
        assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(new ObjectMapper().readValue(json, String[].class)).containsExactly(hostile);
    }
}
