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

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.plan.graph.Handover;
import java.util.List;
import java.util.Set;

/** Tells where a lambda, or a function that is handed over, runs. */
final class OnTheSpot {
    /** Builtins and methods that call what they are given where they stand. */
    private static final Set<String> CALL_AT_ONCE =
            Set.of("sorted", "min", "max", "map", "filter", "sort", "reduce", "any", "all", "list", "sum");

    /** Methods of an event loop that call what they are given on it. */
    private static final Set<String> CALL_ON_LOOP =
            Set.of("call_soon", "call_soon_threadsafe", "call_later", "call_at", "add_signal_handler", "add_reader");

    private OnTheSpot() {}

    /** Whether a call runs, for sure, where the function around it does. */
    static boolean runs(CallSite site) {
        return site.place() != CallSite.Place.LAMBDA || takesAtOnce(site.enclosingCalls());
    }

    static boolean runs(Handover handover) {
        return takesAtOnce(handover.reference().enclosingCalls());
    }

    static boolean runsOnLoop(Handover handover) {
        List<Expr> takers = handover.reference().enclosingCalls();
        String name = takers.isEmpty() ? null : Program.lastName(takers.get(0));
        return name != null && CALL_ON_LOOP.contains(name);
    }

    private static boolean takesAtOnce(List<Expr> takers) {
        return !takers.isEmpty()
                && takers.stream().map(Program::lastName).allMatch(name -> name != null && CALL_AT_ONCE.contains(name));
    }
}
