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

import dev.asyncpersistence.model.CallSite;
import java.util.Map;

/** What is done with one call, and why. */
public sealed interface SiteDecision permits Decision, CallDecision, RunDecision, CoroutineDecision {
    CallSite site();

    Action action();

    Reason reason();

    /** What the reason refers to: the missing parameter, the place of the caller; may be empty. */
    String detail();

    /** What to await instead of the callee; empty where the callee stays. */
    String target();

    /** The keywords that arguments get, by the argument's index. */
    default Map<Integer, String> keywords() {
        return Map.of();
    }
}
