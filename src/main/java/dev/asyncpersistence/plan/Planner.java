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
import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.FunctionUses;
import dev.asyncpersistence.plan.graph.ParameterPassing;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import dev.asyncpersistence.plan.leftover.Leftover;
import dev.asyncpersistence.plan.leftover.Leftovers;
import dev.asyncpersistence.plan.reach.AsyncLayerReach;
import dev.asyncpersistence.plan.reach.ReachOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the plan: what is done with each call on a layer, which functions become async for that, and what their callers do. */
public final class Planner {
    private final Resolver resolver;
    private final List<Layer> layers;
    private final CallCatalogue catalogue;
    private final UnreadFiles unread;
    private final ReachOptions reachOptions;
    private final Predicate<String> phase;

    public Planner(Resolver resolver, List<Layer> layers, CallCatalogue catalogue, UnreadFiles unread) {
        this(resolver, layers, catalogue, unread, ReachOptions.FOUND, path -> true);
    }

    /**
     * Plans a phase.
     *
     * @param phase whether the calls in a file, given by its path, are migrated
     */
    public Planner(
            Resolver resolver,
            List<Layer> layers,
            CallCatalogue catalogue,
            UnreadFiles unread,
            ReachOptions reachOptions,
            Predicate<String> phase) {
        this.resolver = resolver;
        this.layers = layers;
        this.catalogue = catalogue;
        this.unread = unread;
        this.reachOptions = reachOptions;
        this.phase = phase;
    }

    /** Decides on every call. */
    public MigrationPlan plan() {
        LayerCalls calls = new LayerCalls(resolver, layers);
        AwaitPlaces places = new AwaitPlaces(resolver, catalogue);
        Families families = new Families(resolver);
        FunctionUses uses = new FunctionUses(resolver, families);
        families.join(uses);
        ParameterPassing passing = new ParameterPassing(resolver, uses, families, unread);
        LayerDecisions onLayer = new LayerDecisions(
                resolver,
                places,
                new LostCoroutines(resolver.program(), uses),
                new AsyncLayerReach(resolver, uses, passing, unread, reachOptions));
        LoopRuns loopRuns = new LoopRuns(resolver, places);
        Boundaries boundaries = new Boundaries(resolver, uses, calls::isLayerCode, unread, loopRuns);
        Map<UUID, LayerCall> layerCalls = byId(calls.calls());
        ReachingFunctions reaching = new ReachingFunctions(
                resolver.program(),
                calls.calls().stream()
                        .filter(Planner::blocks)
                        .map(LayerCall::site)
                        .toList(),
                uses,
                families,
                calls::isLayerCode);
        Propagation propagation = new Propagation(
                resolver.program().functions().stream()
                        .filter(FunctionModel::async)
                        .toList(),
                uses,
                families,
                boundaries,
                reaching,
                places,
                new ThreadLift(resolver, uses, catalogue, layerCalls)::obstacle,
                site -> keptBy(onLayer.decide(Objects.requireNonNull(layerCalls.get(site.id())))));
        List<CallDecision> callDecisions =
                new CallDecisions(uses, propagation, reaching, new AsyncioName(resolver.program())).all();
        Map<FunctionModel, FunctionDecision> functions = new FunctionDecisions(
                        resolver.program(), uses, families, boundaries, propagation, lifted(callDecisions)::contains)
                .of(reaching.all());
        List<Decision> decisions = calls.calls().stream()
                .map(call -> decide(call, onLayer, functions))
                .sorted(Comparator.comparing(d -> d.site().location()))
                .toList();
        PhaseSelection selected = new PhaseSelection(decisions, callDecisions, functions, families, phase);
        return assemble(
                calls,
                decisions.stream().map(selected::of).toList(),
                callDecisions.stream().map(selected::of).toList(),
                selected.functions(),
                families,
                uses,
                passing,
                loopRuns);
    }

    private MigrationPlan assemble(
            LayerCalls calls,
            List<Decision> decisions,
            List<CallDecision> callDecisions,
            Map<FunctionModel, FunctionDecision> functions,
            Families families,
            FunctionUses uses,
            ParameterPassing passing,
            LoopRuns loopRuns) {
        List<RunDecision> runs = functions.values().stream()
                .filter(decision -> decision.fate() == Fate.ASYNC)
                .flatMap(decision -> loopRuns.decisions(decision.function()).stream())
                .toList();
        List<SiteDecision> sites = new ArrayList<>(decisions);
        sites.addAll(callDecisions);
        sites.addAll(runs);
        return new MigrationPlan(
                layers,
                decisions,
                calls.unresolved(),
                List.copyOf(functions.values()),
                callDecisions,
                runs,
                Hazards.of(sites, uses, resolver, catalogue),
                new Edits(families, functions.values()).of(sites, leftovers(decisions, uses, passing)));
    }

    private List<Leftover> leftovers(List<Decision> decisions, FunctionUses uses, ParameterPassing passing) {
        if (!reachOptions.removeUnused()) {
            return List.of();
        }
        Set<CallSite> moved = decisions.stream()
                .filter(decision -> decision.action() == Action.AWAIT_ASYNC_LAYER)
                .map(Decision::site)
                .collect(Collectors.toSet());
        return Leftovers.of(resolver, uses, passing, unread, moved);
    }

    private static @Nullable Obstacle keptBy(Decision decision) {
        return decision.action().isEdit() ? null : new Obstacle(decision.reason(), decision.detail());
    }

    private static boolean blocks(LayerCall call) {
        return call.method() != null && call.method().blocksItsThread();
    }

    private static Map<UUID, LayerCall> byId(List<LayerCall> calls) {
        Map<UUID, LayerCall> result = new LinkedHashMap<>();
        calls.forEach(call -> result.put(call.site().id(), call));
        return result;
    }

    private static Set<Call> lifted(List<CallDecision> decisions) {
        Set<Call> result = new HashSet<>();
        decisions.stream().filter(d -> d.action() == Action.TO_THREAD).forEach(d -> result.add(d.call()));
        return result;
    }

    private static Decision decide(
            LayerCall call, LayerDecisions onLayer, Map<FunctionModel, FunctionDecision> functions) {
        @Nullable FunctionDecision function = call.function() == null ? null : functions.get(call.function());
        return function == null ? onLayer.decide(call) : onLayer.decideInSync(call, function);
    }
}
