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
package dev.asyncpersistence.plan.tests;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.plan.change.LambdaChange;
import dev.asyncpersistence.plan.doubles.TestDouble;
import java.util.Collection;

/**
 * Makes awaitable what is a {@code lambda}, which can't be async: {@code AsyncMock(side_effect=lambda key: 1)} gives a coroutine that calls it.
 */
final class WrappedLambdas {
    private final Program program;
    private final MockNames names;
    private final TestEdits edits;

    WrappedLambdas(Program program, MockNames names, TestEdits edits) {
        this.program = program;
        this.names = names;
        this.edits = edits;
    }

    /** Wraps a lambda for calls that await it. */
    void wrap(TestDouble.Lambda stand, Collection<CallSite> awaits) {
        edits.add(
                program.moduleOf(stand.scope()).path(),
                stand.scope(),
                new LambdaChange(stand.lambda().id(), names.asyncMock(stand.scope(), stand), "side_effect"),
                stand);
        edits.follow(stand, awaits);
    }
}
