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
import static java.util.stream.Collectors.toList;

import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.plan.CallChain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * The routes that begin at one function, heaviest first.
 *
 * @param routes at least one
 */
record Trunk(List<Route> routes) {
    private static final Comparator<Trunk> HEAVIEST_FIRST = comparing(Trunk::score, Comparator.reverseOrder())
            .thenComparing(trunk -> trunk.entry().qualifiedName());

    /** The trunks of all calls that stand in functions, heaviest first. */
    static List<Trunk> of(List<CallChain> chains) {
        return Route.of(chains).stream()
                .collect(groupingBy(Route::entry, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(Trunk::new)
                .sorted(HEAVIEST_FIRST)
                .toList();
    }

    /** The heaviest trunks, with so many routes in all; the last of them may be cut. */
    static List<Trunk> heaviest(List<Trunk> trunks, int limit) {
        List<Trunk> result = new ArrayList<>();
        int open = limit;
        for (Trunk each : trunks) {
            int taken = Math.min(open, each.routes().size());
            if (taken > 0) {
                result.add(new Trunk(each.routes().subList(0, taken)));
            }
            open -= taken;
        }
        return List.copyOf(result);
    }

    /** The function that they begin at. */
    FunctionModel entry() {
        return routes.get(0).entry();
    }

    Stream<CallChain> chains() {
        return routes.stream().flatMap(route -> route.chains().stream());
    }

    int repeated() {
        return routes.stream().mapToInt(Route::repeated).sum();
    }

    int score() {
        return routes.stream().mapToInt(Route::score).sum();
    }
}
