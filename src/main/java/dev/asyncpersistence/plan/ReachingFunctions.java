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
package dev.asyncpersistence.plan;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The sync functions from which calls that want an {@code await} are reached through the project's own code. */
final class ReachingFunctions {
    private final Map<FunctionModel, List<CallSite>> sites = new HashMap<>();
    private final Set<FunctionModel> functions = new LinkedHashSet<>();

    /**
     * Finds them.
     *
     * @param wanted the calls
     * @param isOutside code that is left out
     *
     */
    ReachingFunctions(
            Program program,
            Collection<CallSite> wanted,
            FunctionUses uses,
            Families families,
            Predicate<FunctionModel> isOutside) {
        for (CallSite site : wanted) {
            FunctionModel function = site.function() == null ? null : program.function(site.function());
            if (function != null && !function.async()) {
                sites.computeIfAbsent(function, f -> new ArrayList<>()).add(site);
            }
        }
        Deque<FunctionModel> open = new ArrayDeque<>(sites.keySet());
        while (!open.isEmpty()) {
            for (FunctionModel member : families.of(open.pop()).members()) {
                if (!member.async() && !isOutside.test(member) && functions.add(member)) {
                    uses.callsOf(member).stream()
                            .map(Call::caller)
                            .filter(caller -> caller != null && !caller.async())
                            .forEach(open::push);
                    uses.readersOf(member).stream()
                            .filter(reader -> !reader.async())
                            .forEach(open::push);
                }
            }
        }
    }

    Set<FunctionModel> all() {
        return functions;
    }

    boolean contains(FunctionModel function) {
        return functions.contains(function);
    }

    /** The calls that want an {@code await} and stand in the function itself. */
    List<CallSite> sitesIn(FunctionModel function) {
        return sites.getOrDefault(function, List.of());
    }
}
