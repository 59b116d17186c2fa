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

import java.util.UUID;

/**
 * A call that expects an exception of a function becomes a block in which the function is awaited: {@code pytest.raises(Error, load, 1)} becomes
 * {@code with pytest.raises(Error):} with {@code await load(1)} in it; {@code info = pytest.raises(...)} becomes {@code with pytest.raises(...) as info:}.
 * What follows the function, keyword arguments included, is passed to it. Of {@code lambda: load(1)}, the call is awaited.
 *
 * @param call identity of a call that is a statement, or whose result is assigned to a name
 * @param function index of the argument that is the function
 */
public record RaisesChange(UUID call, int function) implements Change {}
