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
package dev.asyncpersistence.plan.doubles;

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.StatementId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something is put in the place of an attribute: {@code patch.object(owner, "attr", value)}, {@code monkeypatch.setattr(owner, "attr", value)},
 * {@code owner.attr = value}.
 *
 * @param owner what has the attribute; a {@link Expr.Text} is the dotted name of a module or class
 * @param ownerId identity of the owner's tree node, where the owner is an argument
 * @param value what is put there; null if it is a mock that the call itself makes
 * @param call the call that does it; null for an assignment
 * @param argument index of the value among the arguments of the call
 * @param statement the assignment, where it does nothing else
 */
public record Replacement(
        Expr owner,
        @Nullable UUID ownerId,
        String attr,
        @Nullable Expr value,
        String scope,
        Expr.@Nullable Call call,
        int argument,
        @Nullable StatementId statement,
        @Nullable UUID target) {}
