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

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.doubles.Doubles;
import dev.asyncpersistence.plan.doubles.Replacement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tests that replace a method of a real layer which the code under test calls by another name, or on the other layer, afterwards. What the method gives
 * there may have to be another thing, so that a person has to look; unless the new method calls the old one, which then is replaced as before.
 */
final class PatchedLayers {
    private final DoublePlaces places;
    private final Doubles doubles;
    private final DoubleUses uses;
    private final ReachedSites reached;
    private final TestContexts contexts;
    private final List<Layer> layers;

    PatchedLayers(
            DoublePlaces places,
            Doubles doubles,
            DoubleUses uses,
            ReachedSites reached,
            TestContexts contexts,
            MigrationPlan plan) {
        this.places = places;
        this.doubles = doubles;
        this.uses = uses;
        this.reached = reached;
        this.contexts = contexts;
        this.layers = plan.layers();
    }

    /** One for each such replacement. */
    List<Problem> problems() {
        return doubles.replacements().all().stream().flatMap(this::problem).toList();
    }

    private Stream<Problem> problem(Replacement replacement) {
        return uses.allMoves().stream()
                .filter(move -> move.method().equals(replacement.attr()) && isOfLayer(replacement))
                .filter(move -> layers.stream().noneMatch(layer -> isCalledByNew(layer, move)))
                .filter(move -> reached.isReached(List.of(move.site()), contexts.tests(replacement.scope())))
                .limit(1)
                .map(move -> new Problem(
                        places.of(replacement),
                        "`" + move.method() + "` of the real layer is replaced, but "
                                + move.site().location()
                                + " calls `" + (move.newReceiver() == null ? "" : move.newReceiver() + ".")
                                + move.newMethod() + "` now"));
    }

    private boolean isOfLayer(Replacement replacement) {
        boolean isDouble = !(replacement.owner() instanceof Expr.Text)
                && !doubles.of(replacement.owner(), replacement.scope()).isEmpty();
        return !isDouble
                && doubles.replacements().owners(replacement).stream()
                        .map(PatchedLayers::type)
                        .filter(Objects::nonNull)
                        .anyMatch(type -> layers.stream().anyMatch(layer -> type.equals(layer.type())));
    }

    private static @Nullable ClassModel type(Value value) {
        if (value instanceof Value.Instance instance) {
            return instance.type();
        }
        return value instanceof Value.ClassObject type ? type.type() : null;
    }

    private static boolean isCalledByNew(Layer layer, Move move) {
        FunctionModel method = layer.type() == null ? null : layer.type().method(move.newMethod());
        return method != null
                && move.newReceiver() == null
                && Stream.concat(
                                method.calls().stream().map(site -> site.call().callee()),
                                method.references().stream().map(each -> each.expr()))
                        .anyMatch(each -> move.method().equals(Program.lastName(each)));
    }
}
