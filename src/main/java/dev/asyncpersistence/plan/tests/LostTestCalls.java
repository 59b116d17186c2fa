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

import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.plan.LostCoroutine;
import dev.asyncpersistence.plan.LostCoroutines;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The calls in tests of coroutine functions that nobody awaits, where the code under test was migrated before. */
final class LostTestCalls {
    private final Resolver resolver;
    private final FunctionUses uses;
    private final Predicate<String> isTest;
    private final List<Problem> problems;

    LostTestCalls(Resolver resolver, FunctionUses uses, Predicate<String> isTest, List<Problem> problems) {
        this.resolver = resolver;
        this.uses = uses;
        this.isTest = isTest;
        this.problems = problems;
    }

    List<Call> find() {
        List<Call> result = new ArrayList<>();
        new LostCoroutines(resolver.program(), uses)
                .find().stream()
                        .filter(each -> each.certain() || isReturnedForNothing(each.call()))
                        .map(LostCoroutine::call)
                        .filter(call -> isTest.test(call.site().location().path()))
                        .forEach(result::add);
        GivenCoroutines given = new GivenCoroutines(
                resolver,
                uses,
                resolver.program().functions().stream()
                        .filter(each -> isTest.test(each.location().path()))
                        .toList());
        result.addAll(given.lost());
        problems.addAll(given.problems());
        return result;
    }

    /** A helper of tests of whose callers none awaits what it returns. */
    private static boolean isReturnedForNothing(Call call) {
        return call.site().use() == Use.RETURNED
                && call.caller() != null
                && !call.caller().async();
    }
}
