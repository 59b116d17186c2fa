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
package dev.asyncpersistence.plan.methods;

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.layer.LayerMethod;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one method of a sync layer.
 *
 * @param rank its place in the ranking, 1-based; 0 for methods that aren't ranked, because they need no async version
 * @param refusal why it can't be written; null if it can, or is
 * @param detail what the refusal refers to, otherwise what the coroutine runs on the thread
 */
public record MethodDecision(
        Layer layer,
        LayerMethod method,
        Usage usage,
        int rank,
        Action action,
        @Nullable Refusal refusal,
        String detail) {
    public enum Action {
        /** It is written. */
        WRITE,
        /** An earlier run has written it, and nobody has replaced it by a real query yet. */
        WRITTEN_BEFORE,
        /** It can be written on request. */
        RANK,
        /** It can't be written. */
        REFUSE
    }
}
