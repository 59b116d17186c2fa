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

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.model.StatementId;
import dev.asyncpersistence.model.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A chain of attributes in a test file: the callee of a call, something that is read, or the target of an assignment.
 *
 * @param node identity of the tree that it belongs to
 * @param assigned the value that is assigned to it; null if none is
 * @param statement the assignment, where it does nothing else
 */
record Chain(
        UUID node,
        Expr expr,
        String path,
        String scope,
        Use use,
        @Nullable Expr assigned,
        @Nullable StatementId statement,
        @Nullable SourceLocation location) {

    /** The attributes of the chain from the last to the first. */
    List<Expr.Attribute> attributes() {
        List<Expr.Attribute> result = new ArrayList<>();
        for (Expr each = expr; each instanceof Expr.Attribute attribute; each = attribute.value()) {
            result.add(attribute);
        }
        return result;
    }
}
