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
package dev.asyncpersistence.plan.change;

import dev.asyncpersistence.model.Expr;
import org.jspecify.annotations.Nullable;

/**
 * How a class is written as an annotation.
 *
 * @param className the class, as it is known in the file
 * @param quoted whether the annotation is a string, which nobody evaluates
 * @param metadata what {@code Annotated} says besides
 */
public record AnnotationForm(
        String className,
        Shape shape,
        boolean quoted,
        @Nullable Expr metadata) {
    public AnnotationForm(String className, Shape shape, boolean quoted) {
        this(className, shape, quoted, null);
    }

    /** {@code Annotated[X, metadata]}. */
    public static AnnotationForm annotated(String className, Expr metadata) {
        return new AnnotationForm(className, Shape.ANNOTATED, false, metadata);
    }

    public enum Shape {
        /** {@code X}. */
        PLAIN,
        /** {@code X | None}. */
        UNION,
        /** {@code Optional[X]}. */
        OPTIONAL,
        /** {@code Annotated[X, metadata]}. */
        ANNOTATED
    }
}
