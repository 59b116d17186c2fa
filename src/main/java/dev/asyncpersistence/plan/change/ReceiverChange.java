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
import java.util.UUID;

/**
 * An attribute is taken from something else: {@code layer.get_player.return_value} becomes {@code async_layer.get_player.return_value}.
 *
 * @param node identity of the tree that the chain of attributes belongs to: of the call whose callee it is, of the chain itself where it is read
 *     or assigned to
 * @param behind how many attributes follow the one whose receiver changes; 0 for the last one
 */
public record ReceiverChange(UUID node, int behind, Expr receiver) implements Change {}
