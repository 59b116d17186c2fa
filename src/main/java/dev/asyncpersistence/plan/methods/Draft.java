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

import dev.asyncpersistence.plan.change.Change;
import java.util.List;

/** How a method would be written, or why it can't be. */
sealed interface Draft {
    /**
     * Changes of one file.
     *
     * @param path the file
     * @param function qualified name of the new method
     * @param way what is run on the thread, for reports
     */
    record Written(String path, String function, String way, List<Change> changes) implements Draft {}

    /**
     * It can't be written.
     *
     * @param detail what the refusal refers to; may be empty
     */
    record Refused(Refusal refusal, String detail) implements Draft {}
}
