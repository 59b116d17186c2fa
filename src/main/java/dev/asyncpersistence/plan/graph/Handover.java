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
package dev.asyncpersistence.plan.graph;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Reference;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.ThreadHandoff;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.model.Value;
import java.util.Set;

/**
 * A function that is handed over by reference instead of being called.
 *
 * @param toThread whether it is handed to something that runs it on another thread
 */
public record Handover(Reference reference, boolean toThread) {
    /** Constructors and functions that start threads or processes with a function. */
    private static final Set<String> THREADS =
            Set.of("Thread", "Timer", "Process", "start_new_thread", "apply_async", "run_in_thread");

    static Handover of(Reference reference, Resolver resolver) {
        boolean argument =
                reference.use() == Use.ARGUMENT && !reference.enclosingCalls().isEmpty();
        Expr taker = argument ? reference.enclosingCalls().get(0) : Expr.Opaque.VALUE;
        return new Handover(reference, startsThread(taker) || isExecutorMap(taker, reference.scope(), resolver));
    }

    private static boolean isExecutorMap(Expr callee, String scope, Resolver resolver) {
        return callee instanceof Expr.Attribute method
                && method.attr().equals("map")
                && resolver.resolve(method.value(), scope).stream()
                        .anyMatch(v -> v.value() instanceof Value.ExternalResult pool
                                && pool.name().contains("PoolExecutor"));
    }

    private static boolean startsThread(Expr callee) {
        String name = Program.lastName(callee);
        return ThreadHandoff.isCallee(callee) || (name != null && THREADS.contains(name));
    }

    /** Whether a call stands in a lambda that another thread runs. */
    public static boolean runsOnThread(CallSite site) {
        return site.place() == CallSite.Place.LAMBDA
                && site.enclosingCalls().stream().anyMatch(Handover::startsThread);
    }
}
