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
package dev.asyncpersistence.report.html;

import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.plan.Decision;
import dev.asyncpersistence.plan.Priority;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How many calls there are, and what a migration does with them.
 *
 * @param inCoroutines how many stand right in a coroutine function
 * @param priority the highest among them; null if there are none
 */
record Counts(
        int calls,
        int inCoroutines,
        int awaited,
        int threaded,
        int left,
        @Nullable Priority priority) {

    static Counts of(Collection<Decision> decisions) {
        return new Counts(
                decisions.size(),
                (int) decisions.stream().filter(Counts::isInCoroutine).count(),
                count(decisions, Treatment.AWAIT),
                count(decisions, Treatment.THREAD),
                count(decisions, Treatment.LEFT),
                decisions.stream()
                        .map(Decision::priority)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static boolean isInCoroutine(Decision decision) {
        FunctionModel function = decision.call().function();
        return function != null && function.async();
    }

    private static int count(Collection<Decision> decisions, Treatment treatment) {
        return (int) decisions.stream()
                .filter(each -> Treatment.of(each.action()) == treatment)
                .count();
    }
}
