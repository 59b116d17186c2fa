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
package dev.asyncpersistence.plan.tests;

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.StatementId;
import dev.asyncpersistence.plan.change.WrapChange;
import dev.asyncpersistence.plan.doubles.TestDouble;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes awaitable what is a {@code lambda}, which can't be async: {@code AsyncMock(side_effect=lambda key: 1)} gives a coroutine that calls it.
 */
final class WrappedLambdas {
    private final MockNames names;
    private final TestEdits edits;
    private final Map<UUID, Holder> holders = new HashMap<>();

    /**
     * What a lambda stands in.
     *
     * @param node a call, or an assignment
     * @param argument index of the argument; -1 for what is assigned
     */
    private record Holder(String path, String scope, UUID node, int argument) {}

    WrappedLambdas(Collection<ModuleModel> tests, MockNames names, TestEdits edits) {
        this.names = names;
        this.edits = edits;
        for (ModuleModel module : tests) {
            module.allCalls().forEach(site -> addArguments(site, module));
            module.attributeWrites().forEach(each -> add(each.value(), each.statement(), each.scope(), module));
            module.globals().values().forEach(all -> addBindings(all, module));
            for (FunctionModel function : module.functions().values()) {
                function.locals().values().forEach(all -> addBindings(all, module));
            }
        }
    }

    private void addArguments(CallSite site, ModuleModel module) {
        List<Expr.Argument> arguments = site.call().arguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).value() instanceof Expr.Opaque opaque && opaque.lambda() != null) {
                holders.put(opaque.lambda().id(), new Holder(module.path(), site.scope(), site.id(), i));
            }
        }
    }

    private void addBindings(List<Binding> bindings, ModuleModel module) {
        bindings.forEach(each -> add(each.value(), each.statement(), each.scope(), module));
    }

    private void add(Expr value, @Nullable StatementId statement, String scope, ModuleModel module) {
        if (statement != null && value instanceof Expr.Opaque opaque && opaque.lambda() != null) {
            holders.put(opaque.lambda().id(), new Holder(module.path(), scope, statement.id(), -1));
        }
    }

    /** Wraps a lambda for calls that await it; false if it stands where that isn't done. */
    boolean wrap(TestDouble.Lambda stand, Collection<CallSite> awaits) {
        Holder holder = holders.get(stand.lambda().id());
        if (holder == null) {
            return false;
        }
        Expr async = names.asyncMock(holder.scope(), stand);
        edits.add(
                holder.path(),
                holder.scope(),
                new WrapChange(holder.node(), holder.argument(), async, "side_effect"),
                stand);
        edits.follow(stand, awaits);
        return true;
    }
}
