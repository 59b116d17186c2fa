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
import dev.asyncpersistence.plan.CallChain.Step;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shortest chain of calls that leads to each blocking call. Requests, messages and periodic tasks are tried first, then the start of the
 * server, then coroutines that nothing is seen to call, then any function that nothing is seen to call.
 */
final class CallChains {
    private final CallGraph graph;

    /** Which function is seen to call one, on the shortest way from a root; of a root, itself. */
    private final Map<FunctionModel, FunctionModel> callers = new HashMap<>();

    private final Map<FunctionModel, EntryPoint.Kind> entries = new HashMap<>();

    CallChains(Resolver resolver) {
        graph = new CallGraph(resolver);
        List<EntryPoint> entryPoints = EntryPoints.of(resolver);
        entryPoints.forEach(each -> entries.merge(each.function(), each.kind(), CallChains::first));
        Collection<FunctionModel> functions = resolver.program().functions();
        Set<FunctionModel> called = new HashSet<>();
        functions.forEach(caller -> graph.callees(caller).stream()
                .filter(each -> !each.equals(caller))
                .forEach(called::add));
        follow(functions, each -> isEntry(each, true));
        follow(functions, each -> isEntry(each, false));
        follow(functions, each -> each.async() && !called.contains(each));
        follow(functions, each -> !called.contains(each));
    }

    private static EntryPoint.Kind first(EntryPoint.Kind one, EntryPoint.Kind other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private boolean isEntry(FunctionModel function, boolean critical) {
        EntryPoint.Kind kind = entries.get(function);
        return kind != null && kind.isCritical() == critical;
    }

    /** Adds what is reached from roots and was not before; a function that was keeps its caller, so that no chain runs in a circle. */
    private void follow(Collection<FunctionModel> functions, Predicate<FunctionModel> isRoot) {
        Deque<FunctionModel> open = new ArrayDeque<>();
        functions.stream()
                .filter(isRoot)
                .filter(root -> !callers.containsKey(root))
                .sorted(Comparator.comparing(FunctionModel::qualifiedName))
                .forEach(open::add);
        open.forEach(root -> callers.put(root, root));
        while (!open.isEmpty()) {
            FunctionModel caller = open.remove();
            for (FunctionModel callee : graph.callees(caller)) {
                if (callers.putIfAbsent(callee, caller) == null) {
                    open.add(callee);
                }
            }
        }
    }

    /** The chains of those decisions that are on calls which block. */
    List<CallChain> of(List<Decision> decisions) {
        return decisions.stream().filter(Decision::blocks).map(this::of).toList();
    }

    private CallChain of(Decision decision) {
        FunctionModel holder = decision.call().function();
        if (holder == null) {
            return new CallChain(decision, null, List.of());
        }
        Deque<Step> steps = new ArrayDeque<>();
        steps.add(new Step(holder, decision.site().inLoop()));
        FunctionModel callee = holder;
        FunctionModel caller = caller(callee);
        while (caller != null) {
            steps.addFirst(new Step(caller, graph.repeats(caller, callee)));
            callee = caller;
            caller = caller(callee);
        }
        return new CallChain(decision, entries.get(callee), List.copyOf(steps));
    }

    private @Nullable FunctionModel caller(FunctionModel callee) {
        FunctionModel caller = callers.get(callee);
        return callee.equals(caller) ? null : caller;
    }
}
