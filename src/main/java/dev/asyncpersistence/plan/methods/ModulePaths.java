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

import dev.asyncpersistence.model.ModuleModel;
import org.jspecify.annotations.Nullable;

/** How files import from each other. */
public interface ModulePaths {
    /** The text between {@code from} and {@code import name} by which a file gets a name that another module defines; null if there is none. */
    @Nullable
    String from(ModuleModel file, ModuleModel target, String name);

    /** Whether such an import at the top of the file would be part of a cycle. */
    boolean makesCycle(ModuleModel file, ModuleModel target);
}
