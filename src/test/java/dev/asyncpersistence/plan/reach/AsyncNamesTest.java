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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsyncNamesTest {

    @ParameterizedTest
    @CsvSource({"db,async_db", "_db,_async_db", "__db,__async_db", "DB,ASYNC_DB", "_DB,_ASYNC_DB", "sync_db,async_db"})
    void newName(String sync, String async) {
        assertThat(AsyncNames.of(sync)).isEqualTo(async);
    }

    @ParameterizedTest
    @CsvSource({
        "db,async_db",
        "db,db_async",
        "_db,async_db",
        "get_db,get_async_db",
        "db,aio_db",
        "sync_db,async_db",
        "db,adb",
        "DB,ASYNC_DB"
    })
    void twins(String sync, String async) {
        assertThat(AsyncNames.areTwins(sync, async)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"db,db", "db,async_cache", "db,db2", "db,asyncdb", "store,async_db"})
    void noTwins(String sync, String async) {
        assertThat(AsyncNames.areTwins(sync, async)).isFalse();
    }

    @Test
    void choosesTheNamesakeOfSeveral() {
        assertThat(AsyncNames.choose("db", List.of("async_db", "async_cache"), 2))
                .isEqualTo("async_db");
        assertThat(AsyncNames.choose("db", List.of("async_db", "aio_db"), 2)).isEqualTo("async_db");
        assertThat(AsyncNames.choose("db", List.of("db_async", "aio_db"), 2)).isNull();
    }

    @Test
    void choosesTheOnlyOneOnlyWhereNothingElseCouldBeMeant() {
        assertThat(AsyncNames.choose("db", List.of("store"), 1)).isEqualTo("store");
        assertThat(AsyncNames.choose("db", List.of("store"), 2)).isNull();
        assertThat(AsyncNames.choose("db", List.of("store", "other"), 1)).isNull();
        assertThat(AsyncNames.choose("db", List.of(), 1)).isNull();
    }
}
