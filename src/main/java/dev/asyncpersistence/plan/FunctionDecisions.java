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
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.FunctionUses;
import dev.asyncpersistence.plan.graph.Handover;
import dev.asyncpersistence.plan.graph.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Says of each sync function that reaches a blocking call what becomes of it, and why. */
final class FunctionDecisions {
    private final FunctionUses uses;
    private final Boundaries boundaries;
    private final Propagation propagation;
    private final Set<FunctionModel> onLoop;
    private final Set<FunctionModel> stillOnLoop;
    private final Set<FunctionModel> offLoop;

    /**
     * Looks at who runs where.
     *
     * @param isLifted whether a call runs its function on a thread from now on
     */
    FunctionDecisions(
            Program program,
            FunctionUses uses,
            Families families,
            Boundaries boundaries,
            Propagation propagation,
            Predicate<Call> isLifted) {
        this.uses = uses;
        this.boundaries = boundaries;
        this.propagation = propagation;
        Reach reach = new Reach(uses, families);
        List<FunctionModel> loopRoots = new ArrayList<>();
        List<FunctionModel> offLoopRoots = new ArrayList<>();
        for (FunctionModel function : program.functions()) {
            if (function.async() || isCalledBack(function)) {
                loopRoots.add(function);
            } else if (isOffLoopRoot(function)) {
                offLoopRoots.add(function);
            }
        }
        onLoop = reach.syncFunctionsFrom(loopRoots, call -> true);
        List<FunctionModel> special =
                program.functions().stream().filter(this::isCalledByPython).toList();
        List<FunctionModel> seenAndUnseen = new ArrayList<>(loopRoots);
        seenAndUnseen.addAll(special);
        stillOnLoop = reach.syncFunctionsFrom(seenAndUnseen, call -> !isLifted.test(call));
        stillOnLoop.addAll(special);
        offLoop = reach.syncFunctionsFrom(offLoopRoots, call -> true);
        offLoop.addAll(offLoopRoots);
    }

    /** Whether something is handed the function that may call it on the event loop. */
    private boolean isCalledBack(FunctionModel function) {
        return uses.handovers(function).stream().anyMatch(handover -> !handover.toThread());
    }

    /** Special methods run where an operator, a loop or a statement calls them, on the loop perhaps; constructor calls are seen. */
    private boolean isCalledByPython(FunctionModel function) {
        return function.className() != null
                && function.name().startsWith("__")
                && function.name().endsWith("__")
                && !function.name().equals("__init__")
                && !function.name().equals("__call__");
    }

    /** Handed to a thread, run by a framework's pool, or called while a module is imported or run as a program. */
    private boolean isOffLoopRoot(FunctionModel function) {
        return boundaries.runsOffLoop(function)
                || uses.handovers(function).stream().anyMatch(Handover::toThread)
                || uses.callsOf(function).stream()
                        .anyMatch(call -> call.caller() == null || Handover.runsOnThread(call.site()));
    }

    Map<FunctionModel, FunctionDecision> of(Iterable<FunctionModel> blocking) {
        Map<FunctionModel, FunctionDecision> result = new LinkedHashMap<>();
        for (FunctionModel function : blocking) {
            result.put(function, decide(function));
        }
        return result;
    }

    private FunctionDecision decide(FunctionModel function) {
        if (propagation.becomesAsync(function)) {
            Reason reason = onLoop.contains(function) ? Reason.MUST_AWAIT : Reason.NO_KNOWN_CALLER;
            return new FunctionDecision(function, Fate.ASYNC, reason, "");
        }
        Obstacle cause = propagation.cause(function);
        Obstacle known = cause == null ? Obstacle.of(Reason.NOT_REACHED) : cause;
        if (!onLoop.contains(function)) {
            return offLoop(function, known);
        }
        boolean unseenCallers = isCalledBack(function)
                || !uses.unresolved(function.name()).isEmpty()
                || known.reason() == Reason.UNREAD_CALLER;
        boolean solved = !stillOnLoop.contains(function) && !unseenCallers;
        Obstacle obstacle = known.reason() == Reason.NOT_REACHED
                ? new Obstacle(Reason.CALLBACK, "reached from such functions only")
                : known;
        return new FunctionDecision(function, solved ? Fate.THREAD : Fate.SYNC, obstacle.reason(), obstacle.detail());
    }

    /** No coroutine reaches the function: it runs elsewhere, or is reached in a way that is not seen. */
    private FunctionDecision offLoop(FunctionModel function, Obstacle known) {
        boolean elsewhere = !isCalledBack(function) && offLoop.contains(function);
        boolean unseen = known.reason() == Reason.SYNC_CALLER || known.reason() == Reason.THREAD_UNFIT;
        Obstacle obstacle = elsewhere ? Obstacle.of(Reason.OFF_LOOP) : unseen ? Obstacle.of(Reason.NOT_REACHED) : known;
        return new FunctionDecision(function, Fate.SYNC, obstacle.reason(), obstacle.detail());
    }
}
