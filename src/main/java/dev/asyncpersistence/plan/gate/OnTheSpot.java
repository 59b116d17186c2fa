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
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.graph.Handover;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells where a lambda, or a function that is handed over, runs. */
final class OnTheSpot {
    /** Functions that call what they are given where they stand. Methods of these names are others: an executor has a {@code map}, a stream a {@code filter}. */
    private static final Set<String> CALL_AT_ONCE = Set.of(
            "builtins.sorted",
            "builtins.min",
            "builtins.max",
            "builtins.map",
            "builtins.filter",
            "builtins.any",
            "builtins.all",
            "builtins.list",
            "builtins.sum",
            "functools.reduce");

    /** Methods of an event loop that call what they are given on it. */
    private static final Set<String> CALL_ON_LOOP = Set.of(
            "call_soon",
            "call_soon_threadsafe",
            "call_later",
            "call_at",
            "add_signal_handler",
            "add_reader",
            "add_writer");

    private static final Set<String> MAKE_TASK = Set.of("create_task", "ensure_future", "create_future");

    private final Resolver resolver;

    OnTheSpot(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Whether a call runs, for sure, where the function around it does. */
    boolean runs(CallSite site) {
        return site.place() != CallSite.Place.LAMBDA || takeAtOnce(site.enclosingCalls(), site.scope());
    }

    boolean runs(Handover handover) {
        return takeAtOnce(
                handover.reference().enclosingCalls(), handover.reference().scope());
    }

    boolean runsOnLoop(Handover handover) {
        List<Expr> takers = handover.reference().enclosingCalls();
        return !takers.isEmpty()
                && takers.get(0) instanceof Expr.Attribute method
                && (CALL_ON_LOOP.contains(method.attr())
                        || (method.attr().equals("add_done_callback")
                                && isTask(method.value(), handover.reference().scope())));
    }

    /** Futures of an executor have the same methods, and call back on a thread of it. */
    private boolean isTask(Expr future, String scope) {
        String name = Program.lastName(future.callee());
        return (name != null && MAKE_TASK.contains(name))
                || values(future, scope)
                        .anyMatch(value -> value instanceof Value.ExternalResult result
                                && result.name().startsWith("asyncio."));
    }

    private boolean takeAtOnce(List<Expr> takers, String scope) {
        return !takers.isEmpty() && takers.stream().allMatch(taker -> takesAtOnce(taker, scope));
    }

    private boolean takesAtOnce(Expr taker, String scope) {
        return (taker instanceof Expr.Attribute method && method.attr().equals("sort"))
                || values(taker, scope)
                        .anyMatch(value ->
                                value instanceof Value.External external && CALL_AT_ONCE.contains(external.name()));
    }

    private Stream<Value> values(Expr expr, String scope) {
        return resolver.resolve(expr, scope).stream().map(Resolved::value);
    }
}
