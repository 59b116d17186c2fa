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
package dev.asyncpersistence.model.read;

import dev.asyncpersistence.model.ImportedName;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;

/** Binds what import statements import. */
final class Imports {
    private Imports() {}

    static void bind(ScopeBuilder scope, @Nullable String from, J.Import each, boolean typeChecking, int line) {
        String imported = ModuleNames.dotted(each.getQualid());
        String alias = each.getAlias() == null ? null : each.getAlias().getSimpleName();
        if (from != null) {
            scope.imports.add(new ImportedName(alias == null ? imported : alias, from, imported, typeChecking, line));
        } else if (alias != null) {
            scope.imports.add(new ImportedName(alias, imported, null, typeChecking, line));
        } else {
            // `import a.b.c` binds `a`; the dotted rest is found through the module's own name.
            String top = imported.contains(".") ? imported.substring(0, imported.indexOf('.')) : imported;
            scope.imports.add(new ImportedName(top, imported, null, typeChecking, line));
        }
    }
}
