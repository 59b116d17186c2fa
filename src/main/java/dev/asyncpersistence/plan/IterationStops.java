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
import dev.asyncpersistence.model.Reference;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions that let {@code StopIteration} out on purpose: of a coroutine it makes a {@code RuntimeError}, and a task waits for a thread with it forever. */
final class IterationStops {
    private static final Expr STOP = new Expr.Name("StopIteration");

    private final Resolver resolver;
    private final FunctionUses uses;

    IterationStops(Resolver resolver, FunctionUses uses) {
        this.resolver = resolver;
        this.uses = uses;
    }

    /** Where a function lets it out, and somebody expects that; null if it doesn't. */
    @Nullable
    SourceLocation place(FunctionModel function) {
        if (function.yielded()) {
            return null;
        }
        for (CallSite site : function.calls()) {
            if (site.use() == Use.RAISED && site.call().callee().equals(STOP)) {
                return site.location();
            }
        }
        for (Reference reference : function.references()) {
            if (reference.use() == Use.RAISED && reference.expr().equals(STOP)) {
                return reference.location();
            }
        }
        CallSite next = function.calls().stream()
                .filter(this::isNextWithoutDefault)
                .findFirst()
                .orElse(null);
        return next == null || mentionsIt(function) || !isExpectedAbove(function) ? null : next.location();
    }

    private boolean isNextWithoutDefault(CallSite site) {
        return site.call().arguments().size() == 1
                && site.call().callee() instanceof Expr.Name name
                && name.id().equals("next")
                && resolver.resolve(name, site.scope()).stream()
                        .anyMatch(v -> v.value().equals(new Value.External("builtins.next")));
    }

    private static boolean mentionsIt(FunctionModel function) {
        return function.references().stream().anyMatch(r -> r.expr().equals(STOP));
    }

    private boolean isExpectedAbove(FunctionModel function) {
        Set<FunctionModel> seen = new HashSet<>();
        Deque<FunctionModel> open = new ArrayDeque<>();
        open.push(function);
        while (!open.isEmpty()) {
            for (Call call : uses.callsOf(open.pop())) {
                FunctionModel caller = call.caller();
                if (caller != null && seen.add(caller)) {
                    if (mentionsIt(caller)) {
                        return true;
                    }
                    open.push(caller);
                }
            }
        }
        return false;
    }
}
