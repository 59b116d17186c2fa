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

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(PythonForTests.class)
class DelegationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | return await asyncio.to_thread(self.load, key)",
                "true  | await asyncio.to_thread(STORE.load, key)",
                "true  | return await asyncio.to_thread(get_store().load, key)",
                "false | return await asyncio.to_thread(self.save, key)",
                "false | return self.load(key)",
                "false | return await asyncio.to_thread(self.load, str(key))",
                "false | return await pool.load(key)",
                "false | await pool.ping(); return await asyncio.to_thread(self.load, key)",
            })
    void isACoroutineThatOnlyHandsOver(boolean expected, String body) {
        Program program = Programs.of("app/db.py", """
                import asyncio
                class Store:
                    def load(self, key): return open(key)
                    def save(self, key): open(key)
                    async def async_load(self, key):
                        %s
                STORE = Store()
                def get_store(): return STORE
                """.formatted(body));
        boolean runs = new Delegation(new Resolver(program))
                .runsOnThread(
                        requireNonNull(program.function("app.db.Store.async_load")),
                        requireNonNull(program.function("app.db.Store.load")));
        assertThat(runs).isEqualTo(expected);
    }
}
