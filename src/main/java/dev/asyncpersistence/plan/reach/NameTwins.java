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

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.model.StatementId;
import dev.asyncpersistence.plan.change.StatementChange;
import dev.asyncpersistence.plan.graph.Scopes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Twins of variables and parameters. */
final class NameTwins {
    private final Surroundings surroundings;
    private final AsyncParameters parameters;
    private final GlobalTwins globals;
    private final Twins twins;

    NameTwins(Surroundings surroundings, AsyncParameters parameters, Twins twins) {
        this.surroundings = surroundings;
        this.parameters = parameters;
        this.globals = new GlobalTwins(surroundings, twins);
        this.twins = twins;
    }

    private record Local(FunctionModel function, String name) {}

    @Nullable
    Expr of(Expr.Name name, String scope, SourceLocation at, Search search) {
        FunctionModel owner = Scopes.binding(name.id(), scope, surroundings.program());
        if (owner == null) {
            return globals.of(name, scope, search);
        }
        List<Binding> bindings = owner.locals().getOrDefault(name.id(), List.of());
        boolean parameter = owner.parameters().stream().anyMatch(p -> p.name().equals(name.id()));
        Expr there = localThere(name.id(), bindings, owner, at, search);
        if (there != null) {
            return there;
        }
        return parameter ? parameter(name.id(), bindings, owner, search) : local(name.id(), bindings, owner, search);
    }

    /** A variable that holds the async layer already when the place is reached. */
    private @Nullable Expr localThere(
            String name, List<Binding> bindings, FunctionModel owner, SourceLocation at, Search search) {
        Map<String, Kinship.Degree> candidates = new LinkedHashMap<>();
        owner.locals().forEach((local, values) -> {
            if (isBoundBefore(values, at) && holdsAsync(local, values, owner, search)) {
                candidates.put(local, surroundings.kinship().of(bindings, values, search));
            }
        });
        String found = Kinship.chooseByName(name, candidates);
        return found == null ? null : new Expr.Name(found);
    }

    /** Parameters are bound before everything else. */
    private static boolean isBoundBefore(List<Binding> bindings, SourceLocation at) {
        StatementId statement = bindings.size() == 1 ? bindings.get(0).statement() : null;
        boolean parameter = bindings.size() == 1 && bindings.get(0).kind() == Binding.Kind.PARAMETER;
        return parameter
                || (statement != null
                        && !statement.conditional()
                        && statement.location().line() < at.line());
    }

    private boolean holdsAsync(String local, List<Binding> bindings, FunctionModel owner, Search search) {
        boolean mayBeNone = bindings.stream()
                .anyMatch(binding -> binding.kind() == Binding.Kind.PARAMETER
                        ? surroundings.types().mayBeNone(new Expr.Name(local), owner.qualifiedName())
                        : surroundings.types().mayBeNone(binding));
        return !mayBeNone
                && surroundings.types().isInstance(new Expr.Name(local), owner.qualifiedName(), search.asyncType());
    }

    /** A parameter; where the function itself finds a layer if it wasn't given one, the new one does so as well. */
    private @Nullable Expr parameter(String name, List<Binding> bindings, FunctionModel owner, Search search) {
        for (Binding binding : bindings) {
            if (binding.kind() != Binding.Kind.PARAMETER && !isAccessor(binding, name, owner, search)) {
                return search.refuse(owner.location(), "`" + name + "` of `" + owner.name() + "` is bound again");
            }
        }
        return parameters.of(owner, name, search);
    }

    private boolean isAccessor(Binding binding, String name, FunctionModel owner, Search search) {
        Expr value = binding.value() instanceof Expr.AnyOf anyOf
                        && anyOf.options().get(0).equals(new Expr.Name(name))
                ? anyOf.options().get(anyOf.options().size() - 1)
                : binding.value();
        return binding.kind() == Binding.Kind.ASSIGNMENT
                && value instanceof Expr.Call
                && twins.of(value, owner.qualifiedName(), owner.location(), search) instanceof Expr.Call;
    }

    /** Whether an expression gives the same wherever it stands in a function. */
    private static boolean isStable(Expr value, FunctionModel owner) {
        return value.dotted() != null
                && value.start() instanceof Expr.Name start
                && owner.locals().getOrDefault(start.id(), List.of()).size() <= 1;
    }

    private @Nullable Expr local(String name, List<Binding> bindings, FunctionModel owner, Search search) {
        Local subject = new Local(owner, name);
        Expr given = search.given(subject);
        if (given != null) {
            return given;
        }
        Expr only = bindings.size() == 1 ? ofOne(bindings.get(0), owner, search) : null;
        if (only != null && isStable(only, owner)) {
            return only;
        }
        String async = AsyncNames.of(name);
        if (Scopes.isUsed(async, owner, surroundings.program())) {
            return search.refuse(owner.location(), "`" + async + "` is taken in `" + owner.name() + "`");
        }
        Expr.Name twin = new Expr.Name(async);
        search.give(subject, twin);
        for (Binding binding : bindings) {
            Expr value = only != null ? only : ofOne(binding, owner, search);
            if (value == null) {
                return null;
            }
            search.need(surroundings.need(
                    owner.qualifiedName(),
                    new StatementChange(statement(binding).id(), StatementChange.Place.BEHIND, twin, null, value)));
        }
        return twin;
    }

    private @Nullable Expr ofOne(Binding binding, FunctionModel owner, Search search) {
        if (binding.kind() != Binding.Kind.ASSIGNMENT || binding.statement() == null) {
            return search.refuse(
                    owner.location(),
                    "a variable of `" + owner.name()
                            + "` that holds the layer is not bound by an assignment of its own");
        }
        return twins.of(
                binding.value(), owner.qualifiedName(), statement(binding).location(), search);
    }

    private static StatementId statement(Binding binding) {
        return Objects.requireNonNull(binding.statement());
    }
}
