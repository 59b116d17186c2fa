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
import dev.asyncpersistence.plan.graph.Family;
import dev.asyncpersistence.plan.graph.FunctionUses;
import dev.asyncpersistence.plan.graph.Reach;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the functions that become async: the largest set of families that can, so that every call of one can be awaited. It starts with all that
 * reach a blocking call and takes out, until nothing changes, whatever has a caller that can't await, is not reached from a coroutine, or has
 * nothing to await.
 */
final class Propagation {
    private final Collection<FunctionModel> coroutines;
    private final FunctionUses uses;
    private final Families families;
    private final Boundaries boundaries;
    private final BlockingFunctions blocking;
    private final AwaitPlaces places;
    private final ThreadLift lift;
    private final Reach reach;
    private final Predicate<LayerCall> awaitable;
    private final Set<Family> chosen = new LinkedHashSet<>();
    private final Map<Family, Obstacle> causes = new HashMap<>();

    /**
     * Sets the question.
     *
     * @param coroutines the functions that are async already
     * @param awaitable whether a blocking call on a layer is rewritten if the function around it is async
     */
    Propagation(
            Collection<FunctionModel> coroutines,
            FunctionUses uses,
            Families families,
            Boundaries boundaries,
            BlockingFunctions blocking,
            AwaitPlaces places,
            ThreadLift lift,
            Predicate<LayerCall> awaitable) {
        this.coroutines = coroutines;
        this.uses = uses;
        this.families = families;
        this.boundaries = boundaries;
        this.blocking = blocking;
        this.places = places;
        this.lift = lift;
        this.reach = new Reach(uses, families);
        this.awaitable = awaitable;
        blocking.all().forEach(function -> chosen.add(families.of(function)));
        settle();
    }

    /** Whether a function is a coroutine function in the end. */
    boolean isAsync(FunctionModel function) {
        return function.async() || becomesAsync(function);
    }

    boolean becomesAsync(FunctionModel function) {
        return chosen.contains(families.of(function));
    }

    /** Why a function that reaches a blocking call stays sync; null if it becomes async. */
    @Nullable
    Obstacle cause(FunctionModel function) {
        return causes.get(families.of(function));
    }

    private void settle() {
        removeAll(this::ownObstacle);
        boolean changed = true;
        while (changed) {
            changed = removeAll(this::callerObstacle);
            changed |= removeUnreached();
            changed |= removeAll(this::idle);
        }
    }

    private interface Question {
        @Nullable
        Obstacle ask(Family family);
    }

    private boolean removeAll(Question question) {
        boolean changed = false;
        for (Family family : List.copyOf(chosen)) {
            Obstacle obstacle = question.ask(family);
            if (obstacle != null) {
                remove(family, obstacle);
                changed = true;
            }
        }
        return changed;
    }

    private void remove(Family family, Obstacle cause) {
        chosen.remove(family);
        causes.put(family, cause);
    }

    // --- what a function itself says

    private @Nullable Obstacle ownObstacle(Family family) {
        Obstacle boundary = boundaries.of(family);
        return boundary != null ? boundary : prefersThread(family);
    }

    /** Of a function with a blocking call that no await can replace, only a thread takes the whole off the loop. */
    private @Nullable Obstacle prefersThread(Family family) {
        for (FunctionModel member : family.members()) {
            Obstacle stuck = stuckIn(member);
            if (stuck != null && lift.obstacle(member) == null) {
                return stuck;
            }
        }
        return null;
    }

    private @Nullable Obstacle stuckIn(FunctionModel function) {
        for (LayerCall call : blocking.layerCallsIn(function)) {
            Obstacle obstacle = places.obstacle(call.site());
            if (obstacle != null) {
                return new Obstacle(obstacle.reason(), call.site().location().toString());
            }
        }
        for (Call call : uses.callsIn(function)) {
            Obstacle obstacle =
                    call.targets().stream().anyMatch(blocking::contains) ? places.obstacle(call.site()) : null;
            if (obstacle != null) {
                return new Obstacle(obstacle.reason(), call.site().location().toString());
            }
        }
        return null;
    }

    // --- what its callers say

    private @Nullable Obstacle callerObstacle(Family family) {
        for (FunctionModel member : family.members()) {
            for (Call call : uses.callsOf(member)) {
                Obstacle obstacle = ofCall(call);
                if (obstacle != null) {
                    return obstacle;
                }
            }
        }
        return null;
    }

    private @Nullable Obstacle ofCall(Call call) {
        String place = call.site().location().toString();
        Obstacle standing = places.obstacle(call.site());
        if (standing != null) {
            Reason reason = standing.reason() == Reason.LOCK_HELD ? Reason.LOCK_HELD : Reason.SYNC_CALLER;
            return new Obstacle(reason, place + ": " + standing.display());
        }
        FunctionModel caller = call.caller();
        if (caller == null) {
            return new Obstacle(Reason.SYNC_CALLER, place);
        }
        if (!isAsync(caller)) {
            return new Obstacle(Reason.SYNC_CALLER, place + " in " + caller.name());
        }
        boolean mixed = call.targets().stream().anyMatch(target -> !becomesAsync(target));
        return mixed ? new Obstacle(Reason.AMBIGUOUS_CALLER, place) : null;
    }

    private boolean removeUnreached() {
        Set<FunctionModel> reached = reach.syncFunctionsFrom(
                coroutines, call -> call.targets().stream().anyMatch(this::becomesAsync));
        return removeAll(family ->
                family.members().stream().anyMatch(reached::contains) ? null : Obstacle.of(Reason.NOT_REACHED));
    }

    // --- whether there is anything to await

    private @Nullable Obstacle idle(Family family) {
        boolean awaits = family.members().stream().anyMatch(this::awaitsSomething);
        if (awaits) {
            return null;
        }
        return family.members().stream()
                .flatMap(member -> uses.callsIn(member).stream())
                .flatMap(call -> call.targets().stream())
                .map(this::cause)
                .filter(cause -> cause != null)
                .findFirst()
                .orElse(Obstacle.of(Reason.THREAD_UNFIT));
    }

    private boolean awaitsSomething(FunctionModel function) {
        return blocking.layerCallsIn(function).stream().anyMatch(awaitable)
                || uses.callsIn(function).stream().anyMatch(call -> isAwaited(call) || canBeLifted(call));
    }

    private boolean isAwaited(Call call) {
        return call.targets().stream().anyMatch(this::becomesAsync);
    }

    private boolean canBeLifted(Call call) {
        return call.targets().stream().anyMatch(blocking::contains) && liftObstacle(call) == null;
    }

    /** Why a call of a sync function that blocks can't run it on a thread instead; null if it can. */
    @Nullable
    Obstacle liftObstacle(Call call) {
        String place = call.site().location().toString();
        Obstacle standing = places.obstacle(call.site());
        if (standing != null) {
            return standing;
        }
        if (call.strangers()
                || call.targets().stream().map(families::of).distinct().count() > 1) {
            return new Obstacle(Reason.AMBIGUOUS_CALLER, place);
        }
        if (call.site().awaited()) {
            return new Obstacle(Reason.RETURNS_AWAITABLE, place);
        }
        for (FunctionModel target : call.targets()) {
            for (FunctionModel member : families.of(target).members()) {
                String unfit = lift.obstacle(member);
                if (unfit != null) {
                    return new Obstacle(Reason.THREAD_UNFIT, unfit);
                }
            }
        }
        return null;
    }
}
