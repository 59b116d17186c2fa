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
package dev.asyncpersistence.plan.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.plan.reach.Kinship.Degree;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KinshipTest {

    @Test
    void whatIsProvenCountsMoreThanNames() {
        assertThat(Kinship.choose("db", Map.of("store", Degree.PROVEN, "async_db", Degree.POSSIBLE), 2))
                .isEqualTo("store");
        assertThat(Kinship.choose("db", Map.of("store", Degree.POSSIBLE, "async_db", Degree.POSSIBLE), 2))
                .isEqualTo("async_db");
    }

    @Test
    void amongSeveralThatAreProvenNamesDecide() {
        assertThat(Kinship.choose("db", Map.of("store", Degree.PROVEN, "async_db", Degree.PROVEN), 2))
                .isEqualTo("async_db");
        assertThat(Kinship.choose("db", Map.of("store", Degree.PROVEN, "other", Degree.PROVEN), 2))
                .isNull();
    }

    @Test
    void whatIsMadeDifferentlyIsNoneOfThem() {
        assertThat(Kinship.choose("db", Map.of("async_db", Degree.NONE), 1)).isNull();
        assertThat(Kinship.choose("db", Map.of("async_db", Degree.POSSIBLE), 1)).isEqualTo("async_db");
    }

    @Test
    void amongParametersNamesHaveToAgree() {
        assertThat(Kinship.chooseByName("db", Map.of("store", Degree.POSSIBLE))).isNull();
        assertThat(Kinship.chooseByName("db", Map.of("async_db", Degree.POSSIBLE)))
                .isEqualTo("async_db");
    }
}
