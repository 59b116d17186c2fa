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

import dev.asyncpersistence.DifferentialPrograms.Batch;
import dev.asyncpersistence.DifferentialPrograms.Program;
import dev.asyncpersistence.DifferentialPrograms.Run;
import dev.asyncpersistence.Migrated.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
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

    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

    private static final List<Program> PROGRAMS = DifferentialPrograms.all();
    private static final Map<String, Migrations> MIGRATIONS = new HashMap<>();
    private static Batch runs;

    /** What became of a program. What has failed fails the tests that look at it, and no others. */
    private record Migrations(Future<Migrated> once, Future<Set<String>> madeAsync, Future<Migrated> again) {}

    static Stream<Program> programs() {
        return PROGRAMS.stream();
    }

    /** All of them at once: one by one, most of the time would go into starting processes that parse or run. */
    @BeforeAll
    static void migrateAndRunAll(@TempDir Path directory) throws Exception {
        List<ExecutorService> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            threads.add(migrateInThread(IntStream.range(0, PROGRAMS.size())
                    .filter(program -> program % THREADS == number)
                    .mapToObj(PROGRAMS::get)
                    .toList()));
        }
        // Programs with threads are sensitive to what else runs: parallel steps come out in another order.
        for (ExecutorService thread : threads) {
            assertThat(thread.awaitTermination(1, TimeUnit.HOURS)).isTrue();
        }
        runs = new Batch(directory);
        for (Program program : PROGRAMS) {
            runs.add("before", program, program.sources(), "count");
            String mode = program.stillBlocks() == 0 ? "strict" : "count";
            sources(migrations(program).once()).forEach(migrated -> runs.add("after", program, migrated, mode));
        }
        runs.run();
    }

    private static ExecutorService migrateInThread(List<Program> programs) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Trees trees = new Trees();
        thread.execute(() -> trees.parse(programs.stream().map(Program::sources)));
        Map<Program, Future<Migrated>> once = new LinkedHashMap<>();
        for (Program program : programs) {
            once.put(program, thread.submit(() -> migrate(program.sources(), trees)));
        }
        thread.execute(() -> trees.parse(once.values().stream().flatMap(DifferentialTest::sources)));
        once.forEach((program, migrated) -> MIGRATIONS.put(
                program.name(),
                new Migrations(
                        migrated,
                        thread.submit(() -> migrated.get().madeAsync(program.sources(), trees)),
                        thread.submit(() -> migrate(migrated.get().sources(), trees)))));
        thread.shutdown();
        return thread;
    }

    private static Migrated migrate(Map<String, String> sources, Trees trees) {
        return Migrated.by(MigratePersistenceCallsTest.recipe(null), sources, trees);
    }

    private static Migrations migrations(Program program) {
        return requireNonNull(MIGRATIONS.get(program.name()));
    }

    /** The migrated sources, unless the migration has failed. */
    private static Stream<Map<String, String>> sources(Future<Migrated> migration) {
        try {
            return Stream.of(migration.get().sources());
        } catch (ExecutionException e) {
            return Stream.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T get(Future<T> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void behavesTheSame(Program program) throws Exception {
        Migrated migrated = get(migrations(program).once());
        String main = requireNonNull(migrated.sources().get(program.main()));

        Run first = runs.result("before", program);
        Run second = runs.result("after", program);

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
    void changesWhatTheProgramSays(Program program) throws Exception {
        Migrated migrated = get(migrations(program).once());
        String main = requireNonNull(migrated.sources().get(program.main()));

        assertThat(migrated.sources().equals(program.sources())).as(main).isEqualTo(program.unchanged());
        for (String shared : DifferentialPrograms.SHARED) {
            assertThat(migrated.sources().get(shared))
                    .isEqualTo(program.sources().get(shared));
        }
        assertThat(get(migrations(program).madeAsync())).as(main).isEqualTo(program.async());
        assertThat(migrated.lifted()).as(main).isEqualTo(program.lifted());
        if (program.saysWhatIsLeft()) {
            assertThat(migrated.left()).as(main).isEqualTo(program.left());
        }
        if (program.saysWhatIsAwaited()) {
            assertThat(migrated.awaits()).as(main).isEqualTo(program.awaits());
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void hasTheLinesThatTheProgramSays(Program program) throws Exception {
        List<String> before = Program.lines(program.sources());
        List<String> after = Program.lines(get(migrations(program).once()).sources());

        List<String> unbroken = Program.unbroken(after);
        assertThat(unbroken).containsAll(program.after());
        for (String text : program.gone()) {
            assertThat(before).anyMatch(line -> line.contains(text));
            assertThat(after).noneMatch(line -> line.contains(text));
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void changesNothingTheSecondTime(Program program) throws Exception {
        Map<String, String> once = get(migrations(program).once()).sources();
        assertThat(get(migrations(program).again()).sources()).isEqualTo(once);
    }
}
