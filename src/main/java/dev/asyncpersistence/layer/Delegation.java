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
package dev.asyncpersistence.layer;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.ThreadHandoff;
import dev.asyncpersistence.model.Value;
import java.util.List;

/**
 * Recognises coroutine functions that do nothing but run a sync one on a thread: {@code return await asyncio.to_thread(self.load, key)}. They wait
 * without blocking, whatever the sync function does, and are there to be replaced by a real query.
 */
public final class Delegation {
    private final Resolver resolver;

    public Delegation(Resolver resolver) {
        this.resolver = resolver;
    }

    public boolean runsOnThread(FunctionModel coroutine, FunctionModel sync) {
        List<CallSite> awaited =
                coroutine.calls().stream().filter(CallSite::awaited).toList();
        if (!coroutine.async() || awaited.size() != 1 || coroutine.calls().size() > 2) {
            return false;
        }
        Expr.Call call = awaited.get(0).call();
        Expr handed = "to_thread".equals(Program.lastName(call.callee())) ? ThreadHandoff.function(call) : null;
        return handed != null
                && reachesByOneCallAtMost(coroutine, handed)
                && resolver.resolve(handed, coroutine.qualifiedName()).stream()
                        .anyMatch(target -> target.value() instanceof Value.FunctionObject function
                                && function.function().equals(sync));
    }

    /** Beside handing over, nothing is called but what gives the layer: {@code super().load}, {@code get_layer().load}. */
    private static boolean reachesByOneCallAtMost(FunctionModel coroutine, Expr handed) {
        return coroutine.calls().size() == 1 || (handed.start() instanceof Expr.Call);
    }
}
