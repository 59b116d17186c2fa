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
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.graph.Handover;
import java.util.Set;
import java.util.stream.Stream;

/** Finds calls that run an event loop in functions that others may call while one is running already. */
final class LoopsInLibrary {
    private static final Set<String> RUN = Set.of("asyncio.run", "asyncio.Runner", "anyio.run", "uvloop.run");

    private static final Set<String> ASK = Set.of("get_running_loop", "_get_running_loop", "current_async_library");

    private final Resolver resolver;
    private final Program program;
    private final ProgramStarts starts;
    private final LoopReach reach;

    LoopsInLibrary(Resolver resolver, ProgramStarts starts, LoopReach reach) {
        this.resolver = resolver;
        this.program = resolver.program();
        this.starts = starts;
        this.reach = reach;
    }

    Stream<Violation> find() {
        return program.functions().stream()
                .filter(function -> !starts.contains(function))
                .flatMap(function -> function.calls().stream()
                        .filter(site -> runsLoop(site) && !Handover.runsOnThread(site))
                        .map(site -> violation(site, function)));
    }

    private boolean runsLoop(CallSite site) {
        return "run_until_complete".equals(Program.lastName(site.call().callee()))
                || resolver.resolve(site.call().callee(), site.scope()).stream()
                        .anyMatch(target ->
                                target.value() instanceof Value.External external && RUN.contains(external.name()));
    }

    /** {@code try: asyncio.get_running_loop()} and {@code except RuntimeError: asyncio.run(...)}: whoever asks first does no harm. */
    private boolean asksForLoop(FunctionModel function) {
        return function.calls().stream().anyMatch(this::asksForLoop);
    }

    private boolean asksForLoop(CallSite site) {
        Expr callee = site.call().callee();
        String name = Program.lastName(callee);
        return name != null
                && (ASK.contains(name)
                        || (callee instanceof Expr.Attribute method
                                && name.equals("is_running")
                                && isLoop(method.value(), site.scope())));
    }

    /** By its name or its origin: other things may be running, too. */
    private boolean isLoop(Expr expr, String scope) {
        String name = Program.lastName(expr.callee());
        return (name != null && name.endsWith("loop"))
                || resolver.resolve(expr, scope).stream()
                        .anyMatch(each -> each.value() instanceof Value.ExternalResult result
                                && result.name().contains("event_loop"));
    }

    private Violation violation(CallSite site, FunctionModel function) {
        boolean asks = asksForLoop(function);
        return new Violation(
                Violation.Kind.LOOP_IN_LIBRARY,
                site.location(),
                Violation.nameOf(function, program),
                site.call().callee().display(),
                !asks,
                asks ? "runs a loop, perhaps only where none is running" : explanation(function),
                function.async()
                        ? "await the coroutine"
                        : "make `" + function.name()
                                + "` a coroutine function, and run the loop where the program starts");
    }

    private String explanation(FunctionModel function) {
        return reach.isCertain(function)
                ? "fails, because a loop is running already"
                : "runs a loop of its own, so that no coroutine can call the function";
    }
}
