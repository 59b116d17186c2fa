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
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The calls that are made when a test runs, as far as they can be followed. */
final class ReachedSites {
    private final FunctionUses uses;
    private final Families families;
    private final Map<FunctionModel, Set<CallSite>> known = new HashMap<>();

    ReachedSites(FunctionUses uses, Families families) {
        this.uses = uses;
        this.families = families;
    }

    Set<CallSite> from(FunctionModel test) {
        return known.computeIfAbsent(test, this::find);
    }

    private Set<CallSite> find(FunctionModel test) {
        Set<CallSite> result = new HashSet<>();
        Set<FunctionModel> seen = new HashSet<>(List.of(test));
        Deque<FunctionModel> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            FunctionModel function = open.pop();
            result.addAll(function.calls());
            for (Call call : uses.callsIn(function)) {
                for (FunctionModel target : call.targets()) {
                    families.of(target).members().stream().filter(seen::add).forEach(open::push);
                }
            }
        }
        return result;
    }
}
