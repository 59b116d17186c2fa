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

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.plan.CallChain;
import dev.asyncpersistence.plan.Decision;
import dev.asyncpersistence.plan.Priority;
import dev.asyncpersistence.plan.methods.Usage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The blocking calls that one function holds, with the way that leads to it.
 *
 * @param chains at least one; they differ in the call that ends them only
 */
record Route(List<CallChain> chains) {
    private static final Comparator<Route> HEAVIEST_FIRST = comparing(Route::score, Comparator.reverseOrder())
            .thenComparing(route -> route.chains().size(), Comparator.reverseOrder())
            .thenComparing(route -> route.holder().qualifiedName());

    /** The routes of all calls that stand in functions, heaviest first. */
    static List<Route> of(List<CallChain> chains) {
        return chains.stream()
                .filter(chain -> !chain.steps().isEmpty())
                .collect(groupingBy(CallChain::functions, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Route::new)
                .sorted(HEAVIEST_FIRST)
                .toList();
    }

    List<FunctionModel> functions() {
        return chains.get(0).functions();
    }

    /** The function that the way begins at. */
    FunctionModel entry() {
        return functions().get(0);
    }

    /** The function that holds the calls. */
    FunctionModel holder() {
        return functions().get(functions().size() - 1);
    }

    Counts counts() {
        return Counts.of(decisions());
    }

    List<Decision> decisions() {
        return chains.stream().map(CallChain::decision).toList();
    }

    /** How many of the calls a loop on the way repeats. */
    int repeated() {
        return (int) chains.stream().filter(CallChain::isRepeated).count();
    }

    /** What methods are ranked by, too: users who wait count most, then loops. */
    int score() {
        int critical = (int) decisions().stream()
                .filter(each -> Objects.equals(each.priority(), Priority.HIGH))
                .count();
        return new Usage(chains.size(), repeated(), critical, null).score();
    }
}
