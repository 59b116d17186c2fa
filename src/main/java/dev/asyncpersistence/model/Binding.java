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
package dev.asyncpersistence.model;

import org.jspecify.annotations.Nullable;

/**
 * One way a name, or an attribute, gets its value.
 *
 * @param kind how it is bound
 * @param value the value bound, opaque if the model does not follow it
 * @param annotation the annotation at the binding
 * @param scope qualified name of the function (or module, or class) whose code does the binding
 * @param statement the assignment, where it binds this one name or attribute and nothing else
 */
public record Binding(
        Kind kind,
        Expr value,
        @Nullable Expr annotation,
        String scope,
        @Nullable StatementId statement) {

    /** A binding that is no assignment statement of its own. */
    public Binding(Kind kind, Expr value, @Nullable Expr annotation, String scope) {
        this(kind, value, annotation, scope, null);
    }

    public enum Kind {
        ASSIGNMENT,
        PARAMETER,
        /** {@code for x in value}, {@code async for} and comprehension targets. */
        ELEMENT,
        /** {@code with value as x}. */
        CONTEXT
    }
}
