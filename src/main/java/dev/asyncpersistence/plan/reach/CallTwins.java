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

import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.model.ThreadHandoff;
import dev.asyncpersistence.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Twins of calls that hand out a layer. */
final class CallTwins {
    private final Surroundings surroundings;
    private final Twins twins;

    CallTwins(Surroundings surroundings, Twins twins) {
        this.surroundings = surroundings;
        this.twins = twins;
    }

    /** {@code await asyncio.to_thread(get_persistence)}: the async accessor does nothing that would need a thread. */
    @Nullable
    Expr onThread(Expr.Call call, String scope, SourceLocation at, Search search) {
        Expr.Call plain = Handoffs.plain(call);
        return ThreadHandoff.function(call) == null
                ? search.refuse(at, "a coroutine gives the layer")
                : of(plain, scope, at, search);
    }

    @Nullable
    Expr of(Expr.Call call, String scope, SourceLocation at, Search search) {
        return isGetattr(call) ? getattr(call, scope, at, search) : made(call, scope, at, search);
    }

    private static boolean isGetattr(Expr.Call call) {
        return call.callee().equals(new Expr.Name("getattr"))
                && call.arguments().size() >= 2
                && call.arguments().get(1).value() instanceof Expr.Text;
    }

    /** {@code getattr(app.state, "persistence", None)}: the attribute has a twin, and is as likely to be missing. */
    private @Nullable Expr getattr(Expr.Call call, String scope, SourceLocation at, Search search) {
        Expr object = call.arguments().get(0).value();
        String name = ((Expr.Text) call.arguments().get(1).value()).value();
        Expr twin = twins.of(new Expr.Attribute(object, name), scope, at, search);
        if (!(twin instanceof Expr.Attribute attribute) || !attribute.value().equals(object)) {
            return twin;
        }
        List<Expr.Argument> arguments = new ArrayList<>(call.arguments());
        arguments.set(1, new Expr.Argument(null, 0, new Expr.Text(attribute.attr())));
        return new Expr.Call(call.id(), call.callee(), arguments);
    }

    private @Nullable Expr made(Expr.Call call, String scope, SourceLocation at, Search search) {
        List<Value> callees = surroundings.resolver().resolve(call.callee(), scope).stream()
                .map(Resolved::value)
                .distinct()
                .toList();
        Value callee = callees.size() == 1 ? callees.get(0) : null;
        if (callee instanceof Value.ClassObject made) {
            return search.refuse(at, "`" + made.type().name() + "` is made in place");
        }
        if (!(callee instanceof Value.FunctionObject function)) {
            return search.refuse(at, "`" + call.callee().display() + "` is not followed to what it gives");
        }
        // What one shared object is made with the first time says nothing about the other one.
        if (!call.arguments().isEmpty() && !surroundings.accessors().isShared(function.function())) {
            return search.refuse(at, "`" + call.callee().display() + "` gives what its arguments ask for");
        }
        return function.function().className() == null
                ? accessor(call, function.function(), scope, search)
                : method(call, function.function(), search);
    }

    private @Nullable Expr accessor(Expr.Call call, FunctionModel sync, String scope, Search search) {
        FunctionModel async = surroundings.accessors().twin(sync, search.asyncType());
        if (async == null) {
            return search.refuse(
                    sync.location(), "no function gives the async layer as `" + sync.name() + "` gives the sync one");
        }
        if (call.callee() instanceof Expr.Attribute attribute && has(attribute.value(), scope, async)) {
            return call(async, new Expr.Attribute(attribute.value(), async.name()));
        }
        return call(async, scope, search);
    }

    /** A call of an accessor, made known where it is needed. */
    @Nullable
    Expr call(FunctionModel accessor, String scope, Search search) {
        return surroundings.imports().make(accessor, scope, search)
                ? call(accessor, new Expr.Name(accessor.name()))
                : null;
    }

    /** Whether a module has a function, be it defined there or imported. */
    private boolean has(Expr module, String scope, FunctionModel function) {
        Resolver resolver = surroundings.resolver();
        List<Value> named = resolver.resolve(new Expr.Attribute(module, function.name()), scope).stream()
                .map(Resolved::value)
                .toList();
        return module.dotted() != null
                && resolver.resolve(module, scope).stream().anyMatch(m -> m.value() instanceof Value.ModuleObject)
                && !named.isEmpty()
                && named.stream()
                        .allMatch(each -> each instanceof Value.FunctionObject found
                                && found.function().equals(function));
    }

    /** The same accessor has the same identity wherever it is called, so that equal changes are equal. */
    private static Expr.Call call(FunctionModel accessor, Expr callee) {
        return new Expr.Call(id(accessor), callee, List.of());
    }

    /** Whether a call that was made here is one of an accessor, by whatever name. */
    static boolean isOf(FunctionModel accessor, Expr.Call call) {
        return call.id().equals(id(accessor));
    }

    private static UUID id(FunctionModel accessor) {
        return UUID.nameUUIDFromBytes(accessor.qualifiedName().getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Expr method(Expr.Call call, FunctionModel sync, Search search) {
        if (!(call.callee() instanceof Expr.Attribute callee) || sync.className() == null) {
            return search.refuse(sync.location(), "`" + sync.name() + "` is called in a way that is not followed");
        }
        ClassModel type = surroundings.program().classNamed(sync.className());
        FunctionModel async = type == null ? null : surroundings.accessors().twinMethod(type, sync, search.asyncType());
        if (async != null) {
            return call(async, new Expr.Attribute(callee.value(), async.name()));
        }
        return Substitution.through(sync, callee.value(), twins, search);
    }
}
