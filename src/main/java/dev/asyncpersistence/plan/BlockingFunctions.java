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

/** The sync functions that reach a blocking call of a layer through the project's own code, the layers' code left out. */
final class BlockingFunctions {
    private final Map<FunctionModel, List<LayerCall>> layerCalls = new HashMap<>();
    private final Set<FunctionModel> functions = new LinkedHashSet<>();

    /**
     * Finds them.
     *
     * @param blocking the calls on layers that block
     * @param isLayerCode what is part of a layer
     */
    BlockingFunctions(
            Collection<LayerCall> blocking,
            FunctionUses uses,
            Families families,
            Predicate<FunctionModel> isLayerCode) {
        for (LayerCall call : blocking) {
            FunctionModel function = call.function();
            if (function != null && !function.async()) {
                layerCalls.computeIfAbsent(function, f -> new ArrayList<>()).add(call);
            }
        }
        Deque<FunctionModel> open = new ArrayDeque<>(layerCalls.keySet());
        while (!open.isEmpty()) {
            for (FunctionModel member : families.of(open.pop()).members()) {
                if (!member.async() && !isLayerCode.test(member) && functions.add(member)) {
                    uses.callsOf(member).stream()
                            .map(Call::caller)
                            .filter(caller -> caller != null && !caller.async())
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

    /** The blocking calls on layers that stand in a sync function. */
    List<LayerCall> layerCallsIn(FunctionModel function) {
        return layerCalls.getOrDefault(function, List.of());
    }
}
