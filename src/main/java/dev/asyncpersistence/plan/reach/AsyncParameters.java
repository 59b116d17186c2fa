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
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.plan.change.AnnotationForm;
import dev.asyncpersistence.plan.change.Need;
import dev.asyncpersistence.plan.change.ParameterChange;
import dev.asyncpersistence.plan.change.StatementChange;
import dev.asyncpersistence.plan.graph.InjectedParameters;
import dev.asyncpersistence.plan.graph.ParameterPassing;
import dev.asyncpersistence.plan.graph.Scopes;
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
            return search.refuse(function.location(), "`" + async + "` is taken in `" + function.name() + "`");
        }
        Parameter sync = parameter(function, parameter);
        if (Dependencies.isInjected(sync)) {
            return dependencies.add(function, sync, async, search) ? search.give(subject, new Expr.Name(async)) : null;
        }
        if (InjectedParameters.has(function)) {
            return search.refuse(
                    function.location(),
                    "a framework calls `" + function.name() + "` and knows nothing to give for one more parameter");
        }
        String why = surroundings.passing().whyFixed(function);
        if (why != null) {
            return search.refuse(function.location(), why);
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

    private boolean add(FunctionModel function, Parameter sync, String async, Search search) {
        FunctionModel accessor = surroundings.accessors().only(search.layer(), search.asyncType());
        if (accessor == null) {
            search.refuse(
                    function.location(),
                    "no function gives the async layer to calls of `" + function.name() + "` that pass none");
            return false;
        }
        AnnotationForm annotation = surroundings.annotations().of(sync, function, search);
        String path = surroundings.path(function.qualifiedName());
        search.need(new Need(
                path,
                function.qualifiedName(),
                new ParameterChange(function.id(), async, annotation, null, place(sync))));
        if (!ParameterPassing.isConstructor(function)) {
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
        Handing handing = new Handing(surroundings, twins, async, accessor);
        return surroundings.uses().callsOf(function).stream()
                .allMatch(call -> handing.at(call.site(), surroundings.passing().passed(call, function, sync), search));
    }

    /** Beside the sync one, where it can't be given by position anyway. */
    private static @Nullable String place(Parameter sync) {
        return sync.kind() == Parameter.Kind.KEYWORD_ONLY ? sync.name() : null;
    }
}
