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
package dev.asyncpersistence.model;

import org.jspecify.annotations.Nullable;

/**
 * A name that an import statement binds.
 *
 * @param localName the name bound in the importing scope, {@code *} for a star import
 * @param module the module imported from, as written; leading dots mark a relative import
 * @param symbol the name imported from the module, null for {@code import module}
 * @param typeCheckingOnly whether it stands under {@code if TYPE_CHECKING:}
 * @param line line of the import statement, 1-based
 */
public record ImportedName(
        String localName, String module, @Nullable String symbol, boolean typeCheckingOnly, int line) {

    /** The name in the module that is imported from, where the importing one calls it otherwise; null if it doesn't. */
    @Nullable
    String renamed() {
        return symbol == null || localName.equals("*") || symbol.equals(localName) ? null : symbol;
    }
}
