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

import dev.asyncpersistence.SuiteRuns.Run;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs programs' test suites before and after the migration: the same tests make as many assertions and pass, and those that fail on a fault in the
 * code under test fail on it afterwards, too.
 */
class TestSuitesTest {
    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

    private static final List<SuiteProgram> PROGRAMS = SuiteProgram.all();
    private static final Map<String, Migration> MIGRATIONS = new HashMap<>();
    private static SuiteRuns runs;

    /** What became of a program. What has failed fails the tests that look at it, and no others. */
    private record Migration(Future<MigratedTexts> once, Future<MigratedTexts> again) {}

    static Stream<SuiteProgram> programs() {
        return PROGRAMS.stream();
    }

    /** All of them at once: one by one, most of the time would go into starting processes. */
    @BeforeAll
    static void migrateAndRunAll(@TempDir Path directory) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (SuiteProgram program : PROGRAMS) {
            Future<MigratedTexts> once = threads.submit(() -> migrate(program.files()));
            MIGRATIONS.put(
                    program.name(),
                    new Migration(once, threads.submit(() -> migrate(once.get().after()))));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.HOURS)).isTrue();
        runs = new SuiteRuns(directory);
        for (SuiteProgram program : PROGRAMS) {
            add("before", program, program.files());
            try {
                add("after", program, migrated(program).after());
            } catch (ExecutionException e) {
                // Fails the tests that ask for it.
            }
        }
        runs.run();
    }

    private static void add(String version, SuiteProgram program, Map<String, String> files) {
        runs.add(version + "/" + program.name(), files, program.plugins());
        program.faulty(files)
                .ifPresent(faulty -> runs.add(version + "-faulty/" + program.name(), faulty, program.plugins()));
    }

    private static Run run(String version, SuiteProgram program) {
        return runs.result(version + "/" + program.name());
    }

    private static MigratedTexts migrate(Map<String, String> files) {
        return MigratedTexts.by(MigratePersistenceCallsTest.recipe(null), files);
    }

    private static Migration migration(SuiteProgram program) {
        return requireNonNull(MIGRATIONS.get(program.name()));
    }

    private static MigratedTexts migrated(SuiteProgram program) throws Exception {
        return migration(program).once().get();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theSameTestsPass(SuiteProgram program) throws Exception {
        String changes = migrated(program).changes();
        Run first = run("before", program);
        Run second = run("after", program);

        assertThat(first.outcomes()).isNotEmpty();
        assertThat(first.outcomes().values()).as(first.output()).containsOnly("passed");
        assertThat(first.status()).as(first.output()).isZero();
        assertThat(second.outcomes()).as(second.output() + changes).isEqualTo(first.outcomes());
        assertThat(second.status()).as(second.output() + changes).isZero();
        assertThat(second.assertions()).as(changes).isEqualTo(first.assertions());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theSameTestsFailOnTheFault(SuiteProgram program) throws Exception {
        String changes = migrated(program).changes();
        assertThat(program.faulty(migrated(program).after())).as(changes).isPresent();
        Run first = run("before-faulty", program);
        Run second = run("after-faulty", program);

        assertThat(first.outcomes()).as(first.output()).containsValue("failed");
        assertThat(second.outcomes()).as(second.output() + changes).isEqualTo(first.outcomes());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void changesWhatTheProgramSays(SuiteProgram program) throws Exception {
        MigratedTexts migrated = migrated(program);
        String changes = migrated.changes();

        assertThat(migrated.isChanged(program.codeUnderTest())).as(changes).isEqualTo(!program.unchanged());
        assertThat(program.after()).as(changes).allMatch(line -> line.isOneIn(migrated.after()));
        assertThat(program.gone()).as(changes).allMatch(line -> line.isPartOfOneIn(migrated.before()));
        assertThat(program.gone()).as(changes).noneMatch(line -> line.isPartOfOneIn(migrated.after()));
        assertThat(program.kept()).as(changes).noneMatch(migrated::isChanged);
        assertThat(migrated.undone()).as(changes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void changesNothingTheSecondTime(SuiteProgram program) throws Exception {
        MigratedTexts again = migration(program).again().get();
        assertThat(again.after()).isEqualTo(again.before());
    }
}
