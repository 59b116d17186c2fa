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

/**
 * A name, or a dotted chain of names, that is read but not called on the spot: {@code subscribe(self.on_move)}, {@code load = layer.load}.
 *
 * @param id identity of the chain's tree node; null for what stands in a text
 * @param expr the whole chain; one that hangs on something else has an opaque start
 * @param function qualified name of the enclosing {@code def}, null in module and class bodies
 * @param scope qualified name of the scope in which names are looked up
 * @param enclosingCalls callees of the calls that it is an argument of, innermost first
 */
public record Reference(
        @Nullable UUID id,
        SourceLocation location,
        Expr expr,
        @Nullable String function,
        String scope,
        CallSite.Place place,
        Use use,
        List<Expr> enclosingCalls) {}
