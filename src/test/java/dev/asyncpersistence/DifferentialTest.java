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
package dev.asyncpersistence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.DifferentialPrograms.Program;
import dev.asyncpersistence.DifferentialPrograms.Run;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs programs before and after their migration: they must print the same, leave no coroutine un-awaited, block the event loop no more than they
 * say, and stay as they are when migrated again.
 */
@ExtendWith(PythonForTests.class)
class DifferentialTest {

    /** Three tests look at each program's migration. */
    private static final Map<String, Migrated> MIGRATED = new ConcurrentHashMap<>();

    private static Migrated migrated(Program program) {
        return MIGRATED.computeIfAbsent(
                program.name(), name -> Migrated.by(MigratePersistenceCallsTest.recipe(null), program.sources()));
    }

    static Stream<Program> programs() {
        return DifferentialPrograms.all().stream();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void behavesTheSame(Program program, @TempDir Path before, @TempDir Path after) throws Exception {
        Migrated migrated = migrated(program);
        String main = requireNonNull(migrated.sources().get(program.main()));

        Run first = program.run(before, program.sources(), "count");
        Run second = program.run(after, migrated.sources(), program.stillBlocks() == 0 ? "strict" : "count");

        assertThat(second.output()).as("migrated to:%n%s", main).isEqualTo(first.output());
        assertThat(first.output()).isNotEmpty();
        assertThat(second.errors()).isEmpty();
        assertThat(second.blocked()).as("migrated to:%n%s", main).isEqualTo(program.stillBlocks());
        if (!program.unchanged()) {
            assertThat(first.blocked()).isGreaterThan(program.stillBlocks());
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void changesWhatTheProgramSays(Program program) {
        Migrated migrated = migrated(program);
        String main = requireNonNull(migrated.sources().get(program.main()));

        assertThat(migrated.sources().equals(program.sources())).as(main).isEqualTo(program.unchanged());
        assertThat(migrated.sources().get("layer.py"))
                .isEqualTo(program.sources().get("layer.py"));
        assertThat(migrated.madeAsync(program.sources())).as(main).isEqualTo(program.async());
        assertThat(migrated.lifted()).as(main).isEqualTo(program.lifted());
        if (program.saysWhatIsLeft()) {
            assertThat(migrated.left()).as(main).isEqualTo(program.left());
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void changesNothingTheSecondTime(Program program) {
        Map<String, String> once = migrated(program).sources();
        assertThat(Migrated.by(MigratePersistenceCallsTest.recipe(null), once).sources())
                .isEqualTo(once);
    }
}
