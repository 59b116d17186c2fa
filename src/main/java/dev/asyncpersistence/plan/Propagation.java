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
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.Family;
import dev.asyncpersistence.plan.graph.FunctionUses;
import dev.asyncpersistence.plan.graph.Reach;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
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
    private final ReachingFunctions reaching;
    private final AwaitPlaces places;
    private final Function<FunctionModel, @Nullable String> unfit;
    private final Reach reach;
    private final Function<CallSite, @Nullable Obstacle> ifAsync;
    private final Set<Family> chosen = new LinkedHashSet<>();
    private final Map<Family, Obstacle> causes = new HashMap<>();

    /**
     * Sets the question.
     *
     * @param coroutines the functions that are async already
     * @param unfit why a function can't run on a thread; null if it can
     * @param ifAsync what keeps a wanted call from being awaited if the function around it is async; null if nothing does
     */
    Propagation(
            Collection<FunctionModel> coroutines,
            FunctionUses uses,
            Families families,
            Boundaries boundaries,
            ReachingFunctions reaching,
            AwaitPlaces places,
            Function<FunctionModel, @Nullable String> unfit,
            Function<CallSite, @Nullable Obstacle> ifAsync) {
        this.coroutines = coroutines;
        this.uses = uses;
        this.families = families;
        this.boundaries = boundaries;
        this.reaching = reaching;
        this.places = places;
        this.unfit = unfit;
        this.reach = new Reach(uses, families);
        this.ifAsync = ifAsync;
        reaching.all().forEach(function -> chosen.add(families.of(function)));
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
            if (stuck != null && unfit.apply(member) == null) {
                return stuck;
            }
        }
        return null;
    }

    private @Nullable Obstacle stuckIn(FunctionModel function) {
        for (CallSite site : reaching.sitesIn(function)) {
            Obstacle obstacle = places.obstacle(site);
            if (obstacle != null) {
                return new Obstacle(obstacle.reason(), site.location().toString());
            }
        }
        for (Call call : uses.callsIn(function)) {
            Obstacle obstacle =
                    call.targets().stream().anyMatch(reaching::contains) ? places.obstacle(call.site()) : null;
            if (obstacle != null) {
                return new Obstacle(obstacle.reason(), call.site().location().toString());
            }
        }
        return uses.propertiesReadIn(function).stream().anyMatch(reaching::contains)
                ? Obstacle.of(Reason.PROPERTY)
                : null;
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

    /**
     * Takes out what no coroutine reaches. A method that nothing in the sources uses may stay, with what it alone calls, where it calls what
     * becomes async: else code that nobody runs would keep handlers from being migrated.
     */
    private boolean removeUnreached() {
        Set<FunctionModel> reached = reach.syncFunctionsFrom(coroutines, this::isAwaited);
        List<FunctionModel> unused = chosen.stream()
                .filter(this::isUnusedMethod)
                .flatMap(family -> family.members().stream())
                .toList();
        Set<FunctionModel> belowUnused = reach.syncFunctionsFrom(unused, this::isAwaited);
        belowUnused.addAll(unused);
        Set<FunctionModel> above = callersOf(reached);
        return removeAll(family -> family.members().stream()
                        .anyMatch(m -> reached.contains(m) || (belowUnused.contains(m) && above.contains(m)))
                ? null
                : Obstacle.of(Reason.NOT_REACHED));
    }

    private boolean isUnusedMethod(Family family) {
        return uses.isUnused(family) && family.members().stream().allMatch(member -> member.className() != null);
    }

    private Set<FunctionModel> callersOf(Set<FunctionModel> functions) {
        Set<FunctionModel> result = new LinkedHashSet<>();
        Deque<FunctionModel> open = new ArrayDeque<>(functions);
        while (!open.isEmpty()) {
            for (Call call : uses.callsOf(open.pop())) {
                FunctionModel caller = call.caller();
                if (caller != null && isAwaited(call) && result.add(caller)) {
                    open.push(caller);
                }
            }
        }
        return result;
    }

    // --- whether there is anything to await

    private @Nullable Obstacle idle(Family family) {
        boolean awaits = family.members().stream().anyMatch(this::awaitsSomething);
        if (awaits) {
            return null;
        }
        Stream<Obstacle> kept = family.members().stream()
                .flatMap(member -> reaching.sitesIn(member).stream())
                .map(ifAsync);
        Stream<Obstacle> below = family.members().stream()
                .flatMap(member -> uses.callsIn(member).stream())
                .flatMap(call -> call.targets().stream())
                .map(this::cause);
        return Stream.concat(kept, below).filter(Objects::nonNull).findFirst().orElse(Obstacle.of(Reason.THREAD_UNFIT));
    }

    private boolean awaitsSomething(FunctionModel function) {
        return reaching.sitesIn(function).stream().anyMatch(site -> ifAsync.apply(site) == null)
                || uses.callsIn(function).stream().anyMatch(call -> isAwaited(call) || canBeLifted(call));
    }

    private boolean isAwaited(Call call) {
        return call.targets().stream().anyMatch(this::becomesAsync);
    }

    private boolean canBeLifted(Call call) {
        return call.targets().stream().anyMatch(reaching::contains) && liftObstacle(call) == null;
    }

    /** Why a call of a sync function that blocks can't run it on a thread instead; null if it can. */
    @Nullable
    Obstacle liftObstacle(Call call) {
        String place = call.site().location().toString();
        Obstacle standing = places.obstacle(call.site());
        if (standing != null) {
            return standing;
        }
        if (!call.stranger().isEmpty()) {
            return new Obstacle(Reason.AMBIGUOUS_CALLER, place + " may reach " + call.stranger());
        }
        if (call.site().awaited()) {
            return new Obstacle(Reason.RETURNS_AWAITABLE, place);
        }
        for (FunctionModel target : call.targets()) {
            for (FunctionModel member : families.of(target).members()) {
                String why = unfit.apply(member);
                if (why != null) {
                    return new Obstacle(Reason.THREAD_UNFIT, why);
                }
            }
        }
        return null;
    }
}
