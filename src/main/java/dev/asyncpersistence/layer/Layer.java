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
package dev.asyncpersistence.layer;

import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.ModuleModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A synchronous persistence layer: a class, or a module of functions.
 *
 * @param qualifiedName the name that the sources give it
 * @param type the class, null for a module
 * @param module the module, null for a class
 * @param asyncType the class that offers the same as coroutines, if there is one
 * @param methods its public methods by name
 */
public record Layer(
        String qualifiedName,
        @Nullable ClassModel type,
        @Nullable ModuleModel module,
        @Nullable ClassModel asyncType,
        Map<String, LayerMethod> methods) {

    /** The async class's name; empty if there is none. */
    public String asyncName() {
        return asyncType == null ? "" : asyncType.name();
    }

    public String simpleName() {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }
}
