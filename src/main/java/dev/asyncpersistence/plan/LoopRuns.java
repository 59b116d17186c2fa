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
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls that run an event loop: {@code asyncio.run(f())}. Inside a coroutine they fail, since a loop is running already. */
final class LoopRuns {
    private static final Set<String> MAKE_LOOPS = Set.of("new_event_loop", "set_event_loop", "run_forever");

    private final Resolver resolver;
    private final AwaitPlaces places;

    LoopRuns(Resolver resolver, AwaitPlaces places) {
        this.resolver = resolver;
        this.places = places;
    }

    /** Why a function that runs a loop can't become a coroutine; null if it runs none, or only such that can be awaited instead. */
    @Nullable
    Obstacle obstacle(FunctionModel function) {
        for (CallSite site : function.calls()) {
            String name = Program.lastName(site.call().callee());
            if ((isRun(site) && !canBeAwaited(site)) || (name != null && MAKE_LOOPS.contains(name))) {
                return new Obstacle(Reason.RUNS_LOOP, site.location().toString());
            }
        }
        return null;
    }

    /** The calls in a function that run a loop, with what to do if the function is a coroutine. */
    List<RunDecision> decisions(FunctionModel function) {
        return function.calls().stream()
                .filter(this::isRun)
                .map(site -> canBeAwaited(site)
                        ? new RunDecision(site, Action.AWAIT_ARGUMENT, Reason.MUST_AWAIT, "")
                        : new RunDecision(site, Action.KEEP, Reason.RUNS_LOOP, ""))
                .toList();
    }

    private boolean isRun(CallSite site) {
        Expr callee = site.call().callee();
        if ("run_until_complete".equals(Program.lastName(callee))) {
            return true;
        }
        return resolver.resolve(callee, site.scope()).stream()
                .anyMatch(v -> v.value().equals(new Value.External("asyncio.run")));
    }

    private boolean canBeAwaited(CallSite site) {
        List<Expr.Argument> arguments = site.call().arguments();
        return arguments.size() == 1
                && arguments.get(0).stars() == 0
                && arguments.get(0).keyword() == null
                && (arguments.get(0).value() instanceof Expr.Call
                        || arguments.get(0).value() instanceof Expr.Name)
                && site.place() != CallSite.Place.F_STRING
                && places.obstacle(site) == null;
    }
}
