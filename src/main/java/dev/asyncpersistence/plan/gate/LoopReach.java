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
package dev.asyncpersistence.plan.gate;

import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.SyncEntryPoints;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.FunctionUses;
import dev.asyncpersistence.plan.graph.Handover;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which functions run on the event loop as the code stands: coroutine functions, sync ones that a framework calls there, and those that calls lead to, by
 * the shortest way.
 * What runs on a thread is not among them.
 */
final class LoopReach {
    private final Resolver resolver;
    private final Program program;
    private final FunctionUses uses;
    private final Families families;
    private final OnTheSpot onTheSpot;
    private final Map<FunctionModel, Set<FunctionModel>> handedAtOnce = new HashMap<>();
    private final Map<FunctionModel, Way> ways = new LinkedHashMap<>();

    /**
     * How a function comes to run on the loop.
     *
     * @param before the function that runs it; null where the loop itself does
     */
    private record Way(@Nullable FunctionModel before, boolean certain) {}

    /** Follows the calls of a program; the families are those by declaration, since a call that may reach two functions makes neither call the other. */
    LoopReach(Resolver resolver, FunctionUses uses, Families families) {
        this.resolver = resolver;
        this.program = resolver.program();
        this.uses = uses;
        this.families = families;
        this.onTheSpot = new OnTheSpot(resolver);
        Deque<FunctionModel> open = new ArrayDeque<>();
        program.functions().stream().filter(FunctionModel::async).forEach(each -> add(each, null, true, open));
        SyncEntryPoints entryPoints = new SyncEntryPoints(resolver, uses);
        entryPoints.onLoop().forEach(each -> add(each, null, true, open));
        List<FunctionModel> perhaps = new ArrayList<>(entryPoints.perhapsOnLoop());
        program.functions().stream().filter(each -> !each.async()).forEach(each -> sort(each, open, perhaps));
        follow(open, true);
        perhaps.forEach(each -> add(each, null, false, open));
        open.addAll(ways.keySet());
        follow(open, false);
    }

    private void sort(FunctionModel function, Deque<FunctionModel> open, List<FunctionModel> perhaps) {
        for (Handover handover : uses.handovers(function)) {
            if (handover.toThread()) {
                continue;
            }
            String around = handover.reference().function();
            FunctionModel giver = around == null ? null : program.function(around);
            if (onTheSpot.runsOnLoop(handover)) {
                add(function, null, true, open);
            } else if (onTheSpot.runs(handover) && giver != null) {
                handedAtOnce.computeIfAbsent(giver, g -> new LinkedHashSet<>()).add(function);
            } else {
                perhaps.add(function);
            }
        }
    }

    private void follow(Deque<FunctionModel> open, boolean certain) {
        while (!open.isEmpty()) {
            FunctionModel function = open.remove();
            for (Call call : uses.callsIn(function)) {
                boolean followed = certain ? isCertain(call) : !Handover.runsOnThread(call.site());
                if (followed) {
                    addAll(targets(call), function, certain, open);
                }
            }
            addAll(uses.propertiesReadIn(function), function, certain, open);
            addAll(handedAtOnce.getOrDefault(function, Set.of()), function, certain, open);
        }
    }

    private boolean isCertain(Call call) {
        return !Handover.runsOnThread(call.site())
                && onTheSpot.runs(call.site())
                && call.stranger().isEmpty();
    }

    private void addAll(
            Collection<FunctionModel> functions, FunctionModel before, boolean certain, Deque<FunctionModel> open) {
        functions.forEach(each -> add(each, before, certain, open));
    }

    private void add(
            FunctionModel function, @Nullable FunctionModel before, boolean certain, Deque<FunctionModel> open) {
        if (before != null && function.async()) {
            return;
        }
        if (ways.putIfAbsent(function, new Way(before, certain)) == null) {
            open.add(function);
        }
    }

    /** What a call may run, overrides and implementations included. */
    private Set<FunctionModel> targets(Call call) {
        Set<FunctionModel> result = new LinkedHashSet<>(call.targets());
        if (call.constructs() || isSuper(call.site().call().callee())) {
            return result;
        }
        for (Resolved each :
                resolver.resolve(call.site().call().callee(), call.site().scope())) {
            if (each.value() instanceof Value.FunctionObject function) {
                result.addAll(overrides(function));
            }
        }
        call.targets().stream()
                .filter(FunctionModel::overloadStub)
                .forEach(stub -> result.addAll(families.of(stub).members()));
        return result;
    }

    private Set<FunctionModel> overrides(Value.FunctionObject called) {
        String declared = called.function().className();
        ClassModel type =
                called.receiver() != null || declared == null ? called.receiver() : program.classNamed(declared);
        Set<FunctionModel> result = new LinkedHashSet<>();
        if (type != null) {
            for (ClassModel each : resolver.hierarchy().withSubclasses(type)) {
                FunctionModel override = each.method(called.function().name());
                if (override != null) {
                    result.add(override);
                }
            }
        }
        return result;
    }

    private static boolean isSuper(Expr callee) {
        return callee instanceof Expr.Attribute method
                && method.value() instanceof Expr.Call receiver
                && "super".equals(Program.lastName(receiver.callee()));
    }

    // --- answers

    /** Whether a function may run on the loop. */
    boolean contains(FunctionModel function) {
        return ways.containsKey(function);
    }

    /** Whether a function runs on the loop for sure, if the coroutines do. */
    boolean isCertain(FunctionModel function) {
        Way way = ways.get(function);
        return way != null && way.certain();
    }

    /** The functions that lead to one, which comes last. */
    List<FunctionModel> chain(FunctionModel function) {
        Deque<FunctionModel> result = new ArrayDeque<>();
        FunctionModel each = function;
        while (each != null) {
            result.addFirst(each);
            Way way = ways.get(each);
            each = way == null ? null : way.before();
        }
        return List.copyOf(result);
    }
}
