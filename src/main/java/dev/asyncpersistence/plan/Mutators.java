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

import java.util.Set;

/** Methods that change the object they are called on, or wake up who waits for it. */
final class Mutators {
    private static final Set<String> NAMES = Set.of(
            "append",
            "appendleft",
            "extend",
            "insert",
            "remove",
            "pop",
            "popleft",
            "popitem",
            "clear",
            "sort",
            "reverse",
            "add",
            "discard",
            "update",
            "setdefault",
            "difference_update",
            "intersection_update",
            "symmetric_difference_update",
            "move_to_end",
            "set",
            "set_result",
            "set_exception",
            "cancel",
            "put",
            "put_nowait",
            "get_nowait",
            "notify",
            "notify_all",
            "acquire",
            "release",
            "call_soon",
            "call_later",
            "call_at",
            "create_task");

    private Mutators() {}

    static boolean contains(String method) {
        return NAMES.contains(method);
    }
}
