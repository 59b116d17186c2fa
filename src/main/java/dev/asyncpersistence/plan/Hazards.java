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

import dev.asyncpersistence.layer.CallCatalogue;
import dev.asyncpersistence.layer.LayerMethod;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the hazards that come with awaits and threads. */
final class Hazards {
    private final Resolver resolver;
    private final Program program;
    private final CallCatalogue catalogue;
    private final List<Hazard> found = new ArrayList<>();

    private Hazards(Resolver resolver, CallCatalogue catalogue) {
        this.resolver = resolver;
        this.program = resolver.program();
        this.catalogue = catalogue;
    }

    /** The hazards of decisions, by path and line. */
    static List<Hazard> of(
            Collection<? extends SiteDecision> decisions,
            FunctionUses uses,
            Resolver resolver,
            CallCatalogue catalogue) {
        Hazards hazards = new Hazards(resolver, catalogue);
        decisions.forEach(hazards::addKept);
        hazards.awaits(decisions).forEach(hazards::addLostUpdates);
        hazards.awaits(decisions.stream().filter(Decision.class::isInstance).toList())
                .forEach(hazards::addStaleObjects);
        decisions.stream().filter(d -> d.action() == Action.TO_THREAD).forEach(hazards::addOnThread);
        hazards.addFanOut(decisions, uses);
        if (decisions.stream().anyMatch(Hazards::awaitsAsyncLayer)) {
            hazards.addPools();
        }
        return hazards.found.stream()
                .distinct()
                .sorted(Comparator.comparing(Hazard::location).thenComparing(Hazard::kind))
                .toList();
    }

    private void add(Hazard.Kind kind, CallSite site, String detail) {
        found.add(new Hazard(kind, site.location(), site.scope(), detail));
    }

    private void addKept(SiteDecision decision) {
        switch (decision.reason()) {
            case LOCK_HELD -> add(Hazard.Kind.LOCK_HELD, decision.site(), decision.detail());
            case SHARED_CONNECTION, NEEDS_EVENT_LOOP ->
                add(Hazard.Kind.SHARED_CONNECTION, decision.site(), decision.detail());
            case LAZY_RESULT ->
                add(
                        Hazard.Kind.LAZY_RESULT,
                        decision.site(),
                        decision.site().call().callee().display());
            default -> {}
        }
    }

    private void addOnThread(SiteDecision decision) {
        addConnections(decision.site());
        LayerMethod method =
                decision instanceof Decision ofLayer ? ofLayer.call().method() : null;
        if (method != null && method.missedLoop() != null) {
            add(Hazard.Kind.MISSED_LOOP, decision.site(), method.missedLoop());
        }
    }

    /** The calls that are awaited from now on, by the function around them. */
    private Map<FunctionModel, List<CallSite>> awaits(Collection<? extends SiteDecision> decisions) {
        Map<FunctionModel, List<CallSite>> result = new HashMap<>();
        for (SiteDecision decision : decisions) {
            CallSite site = decision.site();
            FunctionModel function = site.function() == null ? null : program.function(site.function());
            if (decision.action().isEdit() && function != null) {
                result.computeIfAbsent(function, f -> new ArrayList<>()).add(site);
            }
        }
        return result;
    }

    private void addLostUpdates(FunctionModel function, List<CallSite> awaits) {
        SharedReads reads = new SharedReads(function);
        function.writes()
                .forEach(write -> awaits.stream()
                        .filter(site -> reads.isReadAndWritten(write, site))
                        .findFirst()
                        .ifPresent(site -> add(
                                Hazard.Kind.LOST_UPDATE,
                                site,
                                "`" + write.target().display() + "` is written in line "
                                        + write.location().line())));
    }

    /** What the layer gave is handed back to the layer, with awaits in between. */
    private void addStaleObjects(FunctionModel function, List<CallSite> layerCalls) {
        for (CallSite read : layerCalls) {
            for (CallSite write : layerCalls) {
                if (isBefore(read, write)) {
                    addStored(function, read, write);
                }
            }
        }
    }

    private static boolean isBefore(CallSite first, CallSite second) {
        return first.location().compareTo(second.location()) < 0;
    }

    /** {@code player = await get(x)}, changes, {@code await save(player)}. */
    private void addStored(FunctionModel function, CallSite read, CallSite write) {
        for (Expr.Argument argument : write.call().arguments()) {
            if (argument.value() instanceof Expr.Name name && isBoundTo(function, name, read)) {
                add(
                        Hazard.Kind.LOST_UPDATE,
                        write,
                        "`" + name.id() + "` was read in line "
                                + read.location().line());
            }
        }
    }

    private static boolean isBoundTo(FunctionModel function, Expr.Name name, CallSite read) {
        return function.locals().getOrDefault(name.id(), List.of()).stream()
                .anyMatch(b -> b.value() instanceof Expr.Call call && call.id().equals(read.id()));
    }

    private void addConnections(CallSite site) {
        for (Expr.Argument argument : site.call().arguments()) {
            boolean connection = resolver.resolve(argument.value(), site.scope()).stream()
                    .anyMatch(v ->
                            v.value() instanceof Value.ExternalResult result && catalogue.isConnection(result.name()));
            if (connection) {
                add(Hazard.Kind.SHARED_CONNECTION, site, "`" + argument.value().display() + "` is passed to a thread");
            }
        }
    }

    private static boolean awaitsAsyncLayer(SiteDecision decision) {
        return decision.action() == Action.AWAIT_ASYNC_LAYER || decision.action() == Action.AWAIT_VARIANT;
    }

    private void addPools() {
        for (String pool : catalogue.pools()) {
            program.callsNamed(pool.substring(pool.lastIndexOf('.') + 1)).stream()
                    .filter(site -> calls(site, pool) && !keepsNoConnections(site.call()))
                    .forEach(site -> add(
                            Hazard.Kind.LOOP_BOUND_POOL,
                            site,
                            site.call().callee().display()));
        }
    }

    private boolean calls(CallSite site, String function) {
        return resolver.resolve(site.call().callee(), site.scope()).stream()
                .anyMatch(callee -> callee.value() instanceof Value.External external
                        && external.name().equals(function));
    }

    private static boolean keepsNoConnections(Expr.Call call) {
        return call.arguments().stream()
                .filter(argument -> "poolclass".equals(argument.keyword()))
                .anyMatch(argument -> argument.value().display().endsWith("NullPool"));
    }

    /** {@code gather(*[self.load(x) for x in xs])} where {@code load} takes a thread. */
    private void addFanOut(Collection<? extends SiteDecision> decisions, FunctionUses uses) {
        Set<FunctionModel> threaded = new HashSet<>();
        for (SiteDecision decision : decisions) {
            FunctionModel function = decision.site().function() == null
                    ? null
                    : program.function(decision.site().function());
            if (decision.action() == Action.TO_THREAD && function != null) {
                threaded.add(function);
            }
        }
        for (Call call : uses.calls()) {
            boolean started = call.site().enclosingCalls().stream().anyMatch(CoroutineConsumers::isOne);
            if (call.site().inLoop() && started && call.targets().stream().anyMatch(threaded::contains)) {
                add(
                        Hazard.Kind.UNBOUNDED_FAN_OUT,
                        call.site(),
                        call.site().call().callee().display());
            }
        }
    }
}
