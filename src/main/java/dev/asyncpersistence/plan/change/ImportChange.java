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

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file imports a name from a module: {@code from module import name}.
 *
 * @param module as it is written in that file: {@code game.persistence}, or relative, {@code ..persistence}
 * @param typeCheckingOnly whether it is needed by annotations only and has to stand under {@code if TYPE_CHECKING:}
 * @param function the declaration in whose body the import stands, where one at the top of the file would be a cycle; null for the file
 */
public record ImportChange(
        String module,
        String name,
        boolean typeCheckingOnly,
        @Nullable UUID function) implements Change {
    public ImportChange(String module, String name, boolean typeCheckingOnly) {
        this(module, name, typeCheckingOnly, null);
    }
}
