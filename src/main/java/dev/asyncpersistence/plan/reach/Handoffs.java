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
package dev.asyncpersistence.plan.reach;

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.ThreadHandoff;
import java.util.List;

/** Calls that a thread makes. */
final class Handoffs {
    private Handoffs() {}

    /** The call itself, or the one that it has a thread make: {@code f(x)} of {@code asyncio.to_thread(f, x)}. */
    static Expr.Call plain(Expr.Call call) {
        Expr function = ThreadHandoff.function(call);
        if (function == null) {
            return call;
        }
        int position = 0;
        while (!call.arguments().get(position).value().equals(function)) {
            position++;
        }
        List<Expr.Argument> rest =
                call.arguments().subList(position + 1, call.arguments().size());
        return new Expr.Call(call.id(), function, rest);
    }
}
