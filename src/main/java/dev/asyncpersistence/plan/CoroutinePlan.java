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

import dev.asyncpersistence.plan.change.Edit;
import java.util.List;

/**
 * A decision for every coroutine that nobody awaits, and what follows from them.
 *
 * @param coroutines by path and line
 * @param functions the sync functions that make such a coroutine, and those that call them
 * @param calls the calls of such functions that stand in coroutines
 * @param runs calls that run an event loop inside a coroutine
 * @param edits what all of this changes
 */
public record CoroutinePlan(
        List<CoroutineDecision> coroutines,
        List<FunctionDecision> functions,
        List<CallDecision> calls,
        List<RunDecision> runs,
        List<Edit> edits) {}
