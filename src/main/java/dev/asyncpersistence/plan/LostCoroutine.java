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
package dev.asyncpersistence.plan;

import dev.asyncpersistence.plan.graph.Call;

/**
 * A call of a coroutine function whose coroutine, as far as one sees, nobody awaits.
 *
 * @param certain whether the code can't work as it is: the coroutine is dropped, or taken for the value that it would give
 * @param why what happens to the coroutine
 */
public record LostCoroutine(Call call, boolean certain, String why) {}
