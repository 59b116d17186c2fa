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

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.Resolved.Evidence;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.AnnotationForm;
import dev.asyncpersistence.plan.Need;
import dev.asyncpersistence.plan.ParameterChange;
import dev.asyncpersistence.plan.StatementChange;
import dev.asyncpersistence.plan.graph.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Twins of parameters: one that is there, or a new one, which every call that passes a sync layer of its own is made to pass, and which the
 * accessor stands in for where none is passed.
 */
final class AsyncParameters {
    private final Surroundings surroundings;
    private final Dependencies dependencies;
    private final Twins twins;

    AsyncParameters(Surroundings surroundings, Twins twins) {
        this.surroundings = surroundings;
        this.dependencies = new Dependencies(surroundings);
        this.twins = twins;
    }

    private record Subject(FunctionModel function, String parameter) {}

    @Nullable
    Expr of(FunctionModel function, String parameter, Search search) {
        Subject subject = new Subject(function, parameter);
        Expr given = search.given(subject);
        if (given != null) {
            return given;
        }
        String async = AsyncNames.of(parameter);
        if (Scopes.isUsed(async, function, surroundings.program())) {
            return search.refuse("`" + async + "` is taken in " + function.name());
        }
        Parameter sync = parameter(function, parameter);
        if (Dependencies.isInjected(sync)) {
            return dependencies.add(function, sync, async, search) ? search.give(subject, new Expr.Name(async)) : null;
        }
        String why = whyFixed(function);
        if (why != null) {
            return search.refuse(why);
        }
        search.give(subject, new Expr.Name(async));
        return add(function, sync, async, search) ? new Expr.Name(async) : null;
    }

    private static Parameter parameter(FunctionModel function, String name) {
        return function.parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Why a function's parameters are not ours to change, or null. */
    private @Nullable String whyFixed(FunctionModel function) {
        String name = function.name();
        if (!function.decorators().stream().allMatch(AsyncParameters::isPlain)) {
            return "`" + name + "` is decorated, and somebody else may call it";
        }
        if (isConstructor(function)) {
            ClassModel type = surroundings.program().classNamed(String.valueOf(function.className()));
            return type == null ? "no class" : whyFixed(type);
        }
        if (name.startsWith("__") && name.endsWith("__")) {
            return "the language calls `" + name + "`";
        }
        if (surroundings.families().of(function).members().size() > 1) {
            return "`" + name + "` is overridden";
        }
        boolean open = !surroundings.uses().handovers(function).isEmpty()
                || !surroundings.uses().unresolved(name).isEmpty()
                || surroundings.unread().pathMentioning(name) != null;
        return open ? "not every call of `" + name + "` is known" : null;
    }

    private @Nullable String whyFixed(ClassModel type) {
        for (ClassModel each : surroundings.resolver().hierarchy().withSubclasses(type)) {
            SourceLocation handedOver = surroundings.constructions().handedOver(each);
            if (handedOver != null) {
                return "`" + each.name() + "` is handed over at " + handedOver
                        + ", and objects may be made of it there";
            }
            String unread = surroundings.unread().pathMentioning(each.name());
            if (unread != null) {
                return "`" + each.name() + "` is used in " + unread + ", which can't be read";
            }
        }
        return null;
    }

    private static boolean isPlain(Expr decorator) {
        String name = decorator.dotted();
        return name != null && List.of("staticmethod", "classmethod").contains(name);
    }

    static boolean isConstructor(FunctionModel function) {
        return function.name().equals("__init__") && function.className() != null;
    }

    private boolean add(FunctionModel function, Parameter sync, String async, Search search) {
        FunctionModel accessor = surroundings.accessors().only(search.layer(), search.asyncType());
        if (accessor == null) {
            search.refuse("no function gives the async layer to calls of `" + function.name() + "` that pass none");
            return false;
        }
        AnnotationForm annotation = surroundings.annotations().of(sync, function, search);
        String path = surroundings.path(function.qualifiedName());
        search.need(new Need(
                path, function.qualifiedName(), new ParameterChange(function.id(), async, annotation, null, null)));
        if (!isConstructor(function)) {
            Expr call = new CallTwins(surroundings, twins).call(accessor, function.qualifiedName(), search);
            if (call == null) {
                return false;
            }
            Expr name = new Expr.Name(async);
            search.need(new Need(
                    path,
                    function.qualifiedName(),
                    new StatementChange(
                            function.id(),
                            StatementChange.Place.TOP_OF_BODY,
                            name,
                            null,
                            new Expr.AnyOf(List.of(name, call)))));
        }
        Handing handing = new Handing(surroundings, twins, sync.name(), async, accessor);
        return surroundings.uses().callsOf(function).stream()
                .allMatch(call -> pass(call, function, sync, handing, search));
    }

    private boolean pass(Call call, FunctionModel function, Parameter sync, Handing handing, Search search) {
        CallSite site = call.site();
        if (call.targets().size() > 1 || call.evidence() == Evidence.SAME_NAME) {
            search.refuse(site.location() + ": nobody can tell what this calls");
            return false;
        }
        return handing.at(site, position(function, sync) + unboundSelf(site, function), search);
    }

    private static int position(FunctionModel function, Parameter parameter) {
        return parameter.kind() == Parameter.Kind.KEYWORD_ONLY
                ? Integer.MIN_VALUE / 2
                : function.callParameters().indexOf(parameter);
    }

    /** {@code Base.__init__(self, x)} passes the object itself as well. */
    private int unboundSelf(CallSite site, FunctionModel function) {
        boolean unbound = function.hasImplicitFirstParameter()
                && !function.hasDecorator("classmethod")
                && site.call().callee() instanceof Expr.Attribute callee
                && callee.attr().equals(function.name())
                && surroundings.resolver().resolve(callee.value(), site.scope()).stream()
                        .anyMatch(each -> each.value() instanceof Value.ClassObject);
        return unbound ? 1 : 0;
    }
}
