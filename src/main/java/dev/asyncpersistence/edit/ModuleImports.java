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
package dev.asyncpersistence.edit;

import dev.asyncpersistence.plan.change.ImportChange;
import org.openrewrite.python.tree.Py;

/** Adds imports where isort's default profile puts them. */
final class ModuleImports {
    private ModuleImports() {}

    /** {@code import module}, of the standard library or of a package that is installed. */
    static Py.CompilationUnit withImport(Py.CompilationUnit tree, String module) {
        Suite file = Suite.of(tree);
        if (file.elements().stream().anyMatch(each -> ImportStatement.of(each).bindsModule(module))) {
            return tree;
        }
        Sections sections = Sections.of(tree.getSourcePath());
        ImportStatement added = ImportStatement.of(NewImport.plain(module));
        return ImportPlace.of(file, added, sections)
                .insert(file, NewImport.plain(module))
                .in(tree);
    }

    /**
     * {@code from module import name}. An import that runs serves type checkers, too, but not the other way round. Where the name means
     * something else, the file stays as it is.
     */
    static Py.CompilationUnit withName(Py.CompilationUnit tree, ImportChange needed) {
        String module = needed.module();
        String name = needed.name();
        FromImports imports = new FromImports(Sections.of(tree.getSourcePath(), module), Indentation.of(tree));
        ModuleBindings bound = ModuleBindings.of(tree);
        if (bound.importsAtRuntime(module, name)) {
            return tree;
        }
        if (needed.function() != null) {
            return FunctionImports.withName(tree, imports, needed);
        }
        if (bound.bindsAtRuntime(name)) {
            return tree;
        }
        if (needed.typeCheckingOnly()) {
            return bound.bindsForTypeChecking(name) ? tree : TypeCheckingBlock.withName(tree, imports, module, name);
        }
        Py.CompilationUnit imported = imports.add(Suite.of(tree), module, name).in(tree);
        return bound.importsForTypeChecking(module, name)
                ? ImportRemover.withoutTypeChecking(imported, module, name)
                : imported;
    }
}
