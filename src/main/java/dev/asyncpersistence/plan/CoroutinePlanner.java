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
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved.Evidence;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.FunctionUses;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans how the coroutines that nobody awaits come to be awaited, where it is certain that they should be. */
public final class CoroutinePlanner {
    private final Program program;
    private final FunctionUses uses;
    private final Families families;
    private final AwaitPlaces places;
    private final LoopRuns loopRuns;
    private final Boundaries boundaries;

    public CoroutinePlanner(Resolver resolver, UnreadFiles unread) {
        this.program = resolver.program();
        this.families = new Families(resolver);
        this.uses = new FunctionUses(resolver, families);
        families.join(uses);
        this.places = new AwaitPlaces(resolver, CallCatalogue.standard());
        this.loopRuns = new LoopRuns(resolver, places);
        this.boundaries = new Boundaries(resolver, uses, function -> false, unread, loopRuns);
    }

    /** Decides on every coroutine that nobody awaits. */
    public CoroutinePlan plan() {
        List<LostCoroutine> found = new LostCoroutines(program, uses).find();
        List<CallSite> wanted = found.stream()
                .filter(CoroutinePlanner::canBeFixed)
                .map(lost -> lost.call().site())
                .toList();
        ReachingFunctions reaching = new ReachingFunctions(program, wanted, uses, families, function -> false);
        Propagation propagation = new Propagation(
                program.functions().stream().filter(FunctionModel::async).toList(),
                uses,
                families,
                boundaries,
                reaching,
                places,
                function -> "it makes a coroutine",
                places::obstacle);
        List<CallDecision> calls = new CallDecisions(uses, propagation, reaching, new AsyncioName(program)).all();
        Map<FunctionModel, FunctionDecision> functions = new FunctionDecisions(
                        program, uses, families, boundaries, propagation, call -> false)
                .of(reaching.all());
        List<CoroutineDecision> coroutines =
                found.stream().map(lost -> decide(lost, functions)).toList();
        return assemble(coroutines, functions, calls, propagation);
    }

    private CoroutinePlan assemble(
            List<CoroutineDecision> coroutines,
            Map<FunctionModel, FunctionDecision> functions,
            List<CallDecision> calls,
            Propagation propagation) {
        List<RunDecision> runs = program.functions().stream()
                .filter(propagation::isAsync)
                .flatMap(function -> loopRuns.decisions(function).stream())
                .toList();
        List<SiteDecision> sites = new ArrayList<>(coroutines);
        sites.addAll(calls);
        sites.addAll(runs);
        return new CoroutinePlan(
                coroutines,
                List.copyOf(functions.values()),
                calls,
                runs,
                new Edits(families, functions.values()).of(sites));
    }

    /** A coroutine is awaited by us only where it is certain whose it is and that nothing else can be meant. */
    private static boolean canBeFixed(LostCoroutine lost) {
        return lost.certain() && lost.call().evidence().compareTo(Evidence.SAME_NAME) < 0;
    }

    private CoroutineDecision decide(LostCoroutine lost, Map<FunctionModel, FunctionDecision> functions) {
        if (!canBeFixed(lost)) {
            return keep(lost, new Obstacle(Reason.NOT_CERTAIN, lost.why()));
        }
        Obstacle place = places.obstacle(lost.call().site());
        if (place != null) {
            return keep(lost, place);
        }
        @Nullable FunctionModel caller = lost.call().caller();
        if (caller == null) {
            return keep(lost, Obstacle.of(Reason.MODULE_BODY));
        }
        FunctionDecision around = functions.get(caller);
        if (around != null && around.fate() != Fate.ASYNC) {
            return keep(lost, new Obstacle(around.reason(), around.detail()));
        }
        return new CoroutineDecision(lost, Action.AWAIT, Reason.COROUTINE_NOT_AWAITED, lost.why());
    }

    private static CoroutineDecision keep(LostCoroutine lost, Obstacle obstacle) {
        return new CoroutineDecision(lost, Action.KEEP, obstacle.reason(), obstacle.detail());
    }
}
