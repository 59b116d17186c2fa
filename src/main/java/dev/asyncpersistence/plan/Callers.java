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

import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolver;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who reaches a blocking layer call. */
public final class Callers {
    private Callers() {}

    /** The functions from which a blocking call on a layer is reached, as far as the program was read. */
    public static Set<FunctionModel> reaching(MigrationPlan plan, Resolver resolver) {
        CallGraph graph = new CallGraph(resolver);
        Map<FunctionModel, Set<FunctionModel>> callers = new HashMap<>();
        for (FunctionModel function : resolver.program().functions()) {
            graph.callees(function)
                    .forEach(c ->
                            callers.computeIfAbsent(c, k -> new HashSet<>()).add(function));
        }
        Set<FunctionModel> reached = new HashSet<>();
        for (Decision decision : plan.decisions()) {
            FunctionModel function = decision.call().function();
            if (decision.blocks() && function != null) {
                reached.add(function);
            }
        }
        Deque<FunctionModel> open = new ArrayDeque<>(List.copyOf(reached));
        while (!open.isEmpty()) {
            for (FunctionModel caller : callers.getOrDefault(open.pop(), Set.of())) {
                if (reached.add(caller)) {
                    open.push(caller);
                }
            }
        }
        return reached;
    }
}
