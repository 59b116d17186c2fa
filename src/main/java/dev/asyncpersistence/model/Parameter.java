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
 * A formal parameter, in source order.
 *
 * @param defaultLiteral the default in a form in which equal literals are equal, however they are written; null if it isn't a literal
 */
public record Parameter(
        String name,
        Kind kind,
        @Nullable Expr annotation,
        @Nullable Expr defaultValue,
        @Nullable String defaultLiteral) {
    /** The parameter kinds of the language reference, section 8.7. */
    public enum Kind {
        POSITIONAL_ONLY,
        POSITIONAL_OR_KEYWORD,
        VAR_POSITIONAL,
        KEYWORD_ONLY,
        VAR_KEYWORD
    }

    public boolean isRequired() {
        return defaultValue == null && isNamed();
    }

    /** Whether it takes one argument; otherwise it collects those that are left over. */
    public boolean isNamed() {
        return kind != Kind.VAR_POSITIONAL && kind != Kind.VAR_KEYWORD;
    }

    /** Whether an argument without a keyword can be passed to it. */
    public boolean takesPosition() {
        return kind != Kind.KEYWORD_ONLY && kind != Kind.VAR_KEYWORD;
    }

    /** Whether an argument can be passed to it by its name. */
    public boolean takesKeyword() {
        return kind == Kind.KEYWORD_ONLY || kind == Kind.POSITIONAL_OR_KEYWORD;
    }
}
