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
package dev.asyncpersistence.report.html;

import dev.asyncpersistence.plan.Action;

/** What a migration does with a call, as far as the report tells actions apart. */
enum Treatment {
    AWAIT,
    THREAD,
    LEFT;

    static Treatment of(Action action) {
        return switch (action) {
            case TO_THREAD, ON_THREAD -> THREAD;
            case KEEP -> LEFT;
            case AWAIT, AWAIT_ARGUMENT, AWAIT_ASYNC_LAYER, AWAIT_VARIANT -> AWAIT;
        };
    }
}
