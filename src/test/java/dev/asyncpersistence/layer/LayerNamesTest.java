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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PersistenceLayer",
                "Persistence",
                "PlayerRepository",
                "RoomDAL",
                "RoomDal",
                "SQLiteDB",
                "UserDb",
                "user_db",
                "Level2db",
                "KeyStore",
                "DataStore",
                "Datastore",
                "Store",
                "store",
            })
    void keepData(String name) {
        assertThat(LayerNames.isPersistent(name)).isTrue();
    }

    /** An ending of a word is no word. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Modal", "DislikeModal", "Sandal", "Bookstore", "Userdb", "StoreFront", "DatabaseError", "Player"
            })
    void keepNone(String name) {
        assertThat(LayerNames.isPersistent(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PlayerRepository, player_repository", "Store, store", "UserDB, user_db"})
    void variables(String className, String expected) {
        assertThat(LayerNames.variableName(className)).isEqualTo(expected);
    }
}
