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
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.Family;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one phase carries out of the decisions: the calls in its files, and what these need elsewhere. A function that becomes async needs its
 * overrides async, its calls awaited, and the functions around those calls async, and so on up the call graph. Whatever else stands in such functions is
 * left for other phases.
 */
final class PhaseSelection {
    private final Map<FunctionModel, FunctionDecision> functions;
    private final Families families;
    private final Predicate<String> files;
    private final Map<Family, List<CallDecision>> awaits = new HashMap<>();
    private final Set<Family> async = new HashSet<>();
    private final Deque<Family> open = new ArrayDeque<>();

    /**
     * Selects.
     *
     * @param files whether the calls in a file, given by its path, belong to the phase
     */
    PhaseSelection(
            Collection<Decision> decisions,
            Collection<CallDecision> calls,
            Map<FunctionModel, FunctionDecision> functions,
            Families families,
            Predicate<String> files) {
        this.functions = functions;
        this.families = families;
        this.files = files;
        for (CallDecision call : calls) {
            if (call.action() == Action.AWAIT) {
                call.call()
                        .targets()
                        .forEach(target -> awaits.computeIfAbsent(families.of(target), f -> new ArrayList<>())
                                .add(call));
            } else if (isLiftSelected(call)) {
                need(call.call().caller());
            }
        }
        decisions.stream()
                .filter(each -> each.action().isEdit() && isIn(each.site()))
                .forEach(each -> need(each.call().function()));
        while (!open.isEmpty()) {
            for (CallDecision call : awaits.getOrDefault(open.pop(), List.of())) {
                call.call().targets().forEach(this::need);
                need(call.call().caller());
            }
        }
    }

    private void need(@Nullable FunctionModel function) {
        FunctionDecision decision = function == null ? null : functions.get(function);
        if (decision != null && decision.fate() == Fate.ASYNC && async.add(families.of(decision.function()))) {
            open.push(families.of(decision.function()));
        }
    }

    private boolean isIn(CallSite site) {
        return files.test(site.location().path());
    }

    /** A function that goes on a thread takes the calls in it along, wherever it is called. */
    private boolean isLiftSelected(CallDecision call) {
        return call.action() == Action.TO_THREAD
                && (isIn(call.site())
                        || call.call().targets().stream()
                                .anyMatch(target -> files.test(target.location().path())));
    }

    Decision of(Decision decision) {
        boolean changes = decision.action().isEdit() || decision.action() == Action.ON_THREAD;
        return !changes || isIn(decision.site())
                ? decision
                : new Decision(decision.call(), Action.KEEP, Reason.OTHER_PHASE, "", decision.priority());
    }

    CallDecision of(CallDecision decision) {
        boolean selected = decision.action() == Action.AWAIT
                ? decision.call().targets().stream().map(families::of).anyMatch(async::contains)
                : isLiftSelected(decision);
        return selected || !decision.action().isEdit()
                ? decision
                : new CallDecision(decision.call(), Action.KEEP, Reason.OTHER_PHASE, "");
    }

    /** What becomes of the functions in this phase. */
    Map<FunctionModel, FunctionDecision> functions() {
        Map<FunctionModel, FunctionDecision> result = new LinkedHashMap<>();
        functions.forEach((function, decision) -> {
            boolean later = decision.fate() == Fate.ASYNC && !async.contains(families.of(function));
            result.put(function, later ? new FunctionDecision(function, Fate.SYNC, Reason.OTHER_PHASE, "") : decision);
        });
        return result;
    }
}
