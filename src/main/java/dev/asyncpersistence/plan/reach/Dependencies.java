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
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.change.AnnotationForm;
import dev.asyncpersistence.plan.change.Need;
import dev.asyncpersistence.plan.change.ParameterChange;
import dev.asyncpersistence.plan.graph.InjectedParameters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parameters that a framework fills in: {@code persistence: PersistenceLayer = Depends(get_persistence)}. */
final class Dependencies {
    private final Surroundings surroundings;

    Dependencies(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static boolean isInjected(Parameter parameter) {
        return InjectedParameters.depends(parameter) != null;
    }

    /** Whether the twin can be written alike: with nothing else to be said, and by names that are known where it stands. */
    private boolean isPlain(Expr.Call depends, Parameter sync, FunctionModel function) {
        Expr.Subscript annotated = InjectedParameters.annotated(sync);
        return depends.arguments().size() == 1
                && (annotated == null
                        || surroundings.moduleOf(function).imports().stream()
                                .anyMatch(i -> !i.typeCheckingOnly()
                                        && new Expr.Name(i.localName()).equals(annotated.value())));
    }

    /** Adds a parameter of the same kind for the async layer; false if nothing provides that. */
    boolean add(FunctionModel function, Parameter sync, String async, Search search) {
        Expr.Call depends = InjectedParameters.depends(sync);
        FunctionModel provider =
                depends == null || !isPlain(depends, sync, function) ? null : provider(depends, function, search);
        if (depends == null || provider == null) {
            search.refuse(function.location(), "no dependency provides the async layer to `" + function.name() + "`");
            return false;
        }
        if (!surroundings.uses().callsOf(function).isEmpty()) {
            search.refuse(function.location(), "`" + function.name() + "` is called by the project, too");
            return false;
        }
        String scope = function.enclosingScope();
        String typeName = search.asyncType().name();
        boolean known = surroundings.imports().make(provider, scope, search)
                && surroundings
                        .imports()
                        .make(
                                typeName,
                                surroundings
                                        .program()
                                        .moduleOf(search.asyncType().qualifiedName()),
                                scope,
                                false,
                                search);
        if (!known) {
            return false;
        }
        Expr.Call value = new Expr.Call(
                UUID.nameUUIDFromBytes(("Depends " + provider.qualifiedName()).getBytes(StandardCharsets.UTF_8)),
                depends.callee(),
                List.of(new Expr.Argument(null, 0, new Expr.Name(provider.name()))));
        search.need(new Need(
                surroundings.path(scope),
                function.qualifiedName(),
                new ParameterChange(function.id(), async, annotation(sync, typeName, value), value, sync.name())));
        return true;
    }

    private static @Nullable AnnotationForm annotation(Parameter sync, String typeName, Expr depends) {
        if (InjectedParameters.annotated(sync) != null) {
            return AnnotationForm.annotated(typeName, depends);
        }
        return sync.annotation() == null ? null : new AnnotationForm(typeName, AnnotationForm.Shape.PLAIN, false);
    }

    /** What a framework calls for it may take parameters, wait and clean up. */
    private @Nullable FunctionModel provider(Expr.Call depends, FunctionModel function, Search search) {
        List<FunctionModel> given =
                surroundings.resolver().resolve(depends.arguments().get(0).value(), function.enclosingScope()).stream()
                        .map(Resolved::value)
                        .filter(Value.FunctionObject.class::isInstance)
                        .map(value -> ((Value.FunctionObject) value).function())
                        .toList();
        if (given.size() != 1 || given.get(0).className() != null) {
            return null;
        }
        List<FunctionModel> candidates = surroundings.program().functions().stream()
                .filter(f -> f.className() == null && surroundings.program().isTopLevel(f))
                .filter(f -> surroundings.types().areInstances(given(f), search.asyncType()))
                .filter(f -> surroundings.moduleOf(f).equals(surroundings.moduleOf(given.get(0)))
                        || surroundings.accessors().isShared(f))
                .toList();
        String name = AsyncNames.choose(
                given.get(0).name(),
                candidates.stream().map(FunctionModel::name).distinct().toList(),
                2);
        return candidates.stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private List<Resolved> given(FunctionModel function) {
        Expr.Call depends = new Expr.Call(
                UUID.randomUUID(),
                new Expr.Name("Depends"),
                List.of(new Expr.Argument(null, 0, new Expr.Name(function.name()))));
        return surroundings.resolver().resolve(depends, function.enclosingScope());
    }
}
