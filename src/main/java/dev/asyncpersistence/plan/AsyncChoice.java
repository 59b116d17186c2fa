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

import dev.asyncpersistence.plan.change.Need;
import java.util.List;
import java.util.Map;

/**
 * What is to be awaited instead of a blocking call, or why nothing is.
 *
 * @param action {@link Action#TO_THREAD} if no coroutine can take the call's place
 * @param target as in {@link Decision}
 * @param keywords as in {@link Decision}
 * @param needs as in {@link Decision}
 */
record AsyncChoice(
        Action action, Reason reason, String detail, String target, Map<Integer, String> keywords, List<Need> needs) {
    static AsyncChoice awaited(Action action, String target, Map<Integer, String> keywords, List<Need> needs) {
        return new AsyncChoice(action, Reason.ASYNC_METHOD, "", target, keywords, needs);
    }

    static AsyncChoice none(Reason reason, String detail) {
        return new AsyncChoice(Action.TO_THREAD, reason, detail, "", Map.of(), List.of());
    }
}
