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

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Expressions of names, attributes and calls without arguments, from their text. */
public final class DottedNames {
    private DottedNames() {}

    /** {@code app.get_layer().load} as an expression. */
    public static Expr parse(String text) {
        Expr result = null;
        for (String part : text.split("\\.", -1)) {
            result = part(result, part);
        }
        return java.util.Objects.requireNonNull(result);
    }

    private static Expr part(@Nullable Expr owner, String part) {
        boolean called = part.endsWith("()");
        String name = called ? part.substring(0, part.length() - 2) : part;
        Expr named = owner == null ? new Expr.Name(name) : new Expr.Attribute(owner, name);
        return called ? new Expr.Call(UUID.randomUUID(), named, List.of()) : named;
    }
}
