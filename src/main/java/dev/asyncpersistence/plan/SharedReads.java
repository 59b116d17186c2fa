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

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.model.Write;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a function first reads what others see, too: attributes and items of what it did not make itself. */
final class SharedReads {
    private final Map<String, Integer> firstLines = new HashMap<>();

    private final FunctionModel function;

    SharedReads(FunctionModel function) {
        this.function = function;
        function.references().forEach(r -> addAll(r.expr(), r.location().line()));
        for (CallSite site : function.calls()) {
            int line = site.location().line();
            if (site.call().callee() instanceof Expr.Attribute callee) {
                addAll(callee.value(), line);
            }
            site.call().arguments().forEach(argument -> addAll(argument.value(), line));
        }
    }

    private void addAll(Expr chain, int line) {
        for (Expr each = chain; each instanceof Expr.Attribute attribute; each = attribute.value()) {
            firstLines.merge(attribute.display(), line, Math::min);
        }
    }

    /** What a call gave to a local variable is taken for the function's own. */
    private boolean isShared(Expr target) {
        List<Binding> bindings = target.start() instanceof Expr.Name name
                ? function.locals().getOrDefault(name.id(), List.of())
                : List.of();
        return bindings.isEmpty()
                || bindings.stream().anyMatch(b -> b.kind() != Binding.Kind.ASSIGNMENT || !isMade(b.value()));
    }

    private static boolean isMade(Expr value) {
        return value instanceof Expr.Call || value instanceof Expr.Await || value instanceof Expr.Display;
    }

    /** Whether something is read no later than an await begins, and written no earlier than it ends: {@code self.total += await f()}, too. */
    boolean isReadAndWritten(Write write, CallSite await) {
        Expr target = write.target() instanceof Expr.Subscript item ? item.value() : write.target();
        int read = firstLines.getOrDefault(target.display(), Integer.MAX_VALUE);
        int line = await.location().line();
        boolean around = read < line && write.location().line() > line;
        boolean augmented =
                write.location().line() == line && await.use() == Use.OPERAND && (write.augmented() || read <= line);
        return target instanceof Expr.Attribute && isShared(target) && (around || augmented);
    }
}
