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

import java.util.Set;

/**
 * One change of a file.
 *
 * @param path source path of the file, with forward slashes
 * @param scope qualified name of the function, class or module that the change stands in
 * @param group edits of one group depend on each other: they are made together or not at all
 * @param follows groups without which this one is not made, either
 */
public record Edit(String path, String scope, Change change, int group, Set<Integer> follows) {
    public Edit(String path, String scope, Change change, int group) {
        this(path, scope, change, group, Set.of());
    }
}
