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

import dev.asyncpersistence.plan.tests.TestPlan;
import dev.asyncpersistence.report.FileTables;
import dev.asyncpersistence.run.Outcome;
import dev.asyncpersistence.run.RunState;
import dev.asyncpersistence.run.TestRun;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;

/**
 * Has tests catch up with code that was made async before, by hand or by another tool: what it awaits gets doubles that can be awaited, and tests await
 * its coroutines. {@link MigratePersistenceCalls} does this, and more, for the code that it migrates itself.
 */
@Value
@EqualsAndHashCode(callSuper = false)
public class MigrateTestDoubles extends EditingRecipe<TestPlan> {
    transient FileTables fileTables = new FileTables(this);

    @Option(
            displayName = "Python",
            description =
                    "The Python interpreter to parse with. The project's virtual environment, otherwise the one on the `PATH`, when empty.",
            example = "/usr/bin/python3.12",
            required = false)
    @Nullable
    String python;

    String displayName = "Migrate tests and test doubles to `async`";
    String description =
            "Makes `AsyncMock`s of the mocks whose methods the code under test awaits, and `async def`s of fakes' methods, asks them for awaits"
                    + " instead of calls, and has tests and fixtures await the coroutines that they call. Lists what it can't follow.";
    Set<String> tags = Set.of("asyncio", "testing");
    Duration estimatedEffortPerOccurrence = Duration.ofMinutes(20);

    @Override
    Outcome<TestPlan> run(RunState<TestPlan> state) {
        return new TestRun(PROJECT, python).run(state.sources());
    }

    @Override
    void insert(TestPlan plan, ExecutionContext ctx) {
        // The rows of the tests are written for all recipes that change some.
    }

    @Override
    List<String> summary(TestPlan plan) {
        return List.of();
    }
}
