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
import org.jspecify.annotations.Nullable;

/** Writes expressions down as source text. */
final class Sources {
    private Sources() {}

    /** Names, attributes and calls without arguments; null for everything else. */
    static @Nullable String text(Expr expr) {
        if (expr instanceof Expr.Name name) {
            return name.id();
        }
        if (expr instanceof Expr.Attribute attribute) {
            String owner = text(attribute.value());
            return owner == null ? null : owner + "." + attribute.attr();
        }
        if (expr instanceof Expr.Call call && call.arguments().isEmpty()) {
            String callee = text(call.callee());
            return callee == null ? null : callee + "()";
        }
        return null;
    }
}
