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

import dev.asyncpersistence.plan.CoroutinePlan;
import dev.asyncpersistence.report.CoroutineTables;
import dev.asyncpersistence.report.FileTables;
import dev.asyncpersistence.run.CoroutineRun;
import dev.asyncpersistence.run.Outcome;
import dev.asyncpersistence.run.RunState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;

/**
 * Awaits the coroutines that nobody awaits: {@code if user_manager.is_admin(player)} on an {@code async def} is true for everybody. Where it is certain
 * that a coroutine is lost, the call is awaited, and the functions around it become async as far as all their callers can await them; what is not certain is
 * listed.
 */
@Value
@EqualsAndHashCode(callSuper = false)
public class AwaitCoroutines extends EditingRecipe<CoroutinePlan> {
    transient CoroutineTables tables = new CoroutineTables(this);
    transient FileTables fileTables = new FileTables(this);

    @Option(
            displayName = "Python",
            description =
                    "The Python interpreter to parse with. The project's virtual environment, otherwise the one on the `PATH`, when empty.",
            example = "/usr/bin/python3.12",
            required = false)
    @Nullable
    String python;

    String displayName = "Await coroutines that nobody awaits";
    String description =
            "Finds calls of the project's coroutine functions whose coroutine is never awaited, gathered, scheduled or returned. Awaits those"
                    + " that are certain, and lists the others. `asyncio.run()` inside a coroutine becomes an `await`, too.";
    Set<String> tags = Set.of("asyncio", "coroutines");
    Duration estimatedEffortPerOccurrence = Duration.ofMinutes(15);

    @Override
    Outcome<CoroutinePlan> run(RunState<CoroutinePlan> state) {
        return new CoroutineRun(PROJECT, python).run(state.sources());
    }

    @Override
    void insert(CoroutinePlan plan, ExecutionContext ctx) {
        tables.insert(plan, ctx);
    }

    @Override
    List<String> summary(CoroutinePlan plan) {
        return CoroutineTables.summary(plan);
    }
}
