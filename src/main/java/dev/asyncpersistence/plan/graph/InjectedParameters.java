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
package dev.asyncpersistence.plan.graph;

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.Program;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parameters that a framework finds a value for, as FastAPI does. */
public final class InjectedParameters {
    private static final Set<String> DEPENDS = Set.of("Depends", "Security");

    private InjectedParameters() {}

    /** {@code Depends(get)} as the default, or beside the type: {@code Annotated[Layer, Depends(get)]}; null if there is none. */
    public static Expr.@Nullable Call depends(Parameter parameter) {
        Expr.Subscript annotated = annotated(parameter);
        Stream<Expr> places =
                annotated != null ? annotated.index().stream().skip(1) : Stream.ofNullable(parameter.defaultValue());
        return places.filter(Expr.Call.class::isInstance)
                .map(Expr.Call.class::cast)
                .filter(call -> DEPENDS.contains(String.valueOf(Program.lastName(call.callee()))))
                .findFirst()
                .orElse(null);
    }

    /** The annotation, if it is one with {@code Annotated}. */
    public static Expr.@Nullable Subscript annotated(Parameter parameter) {
        return parameter.annotation() instanceof Expr.Subscript generic
                        && "Annotated".equals(Program.lastName(generic.value()))
                ? generic
                : null;
    }

    /** Whether a framework calls the function and gives it what its parameters depend on. */
    public static boolean has(FunctionModel function) {
        return function.parameters().stream().anyMatch(p -> depends(p) != null);
    }
}
