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

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One Python file.
 *
 * @param path source path with forward slashes
 * @param name dotted module name made from the whole path; a suffix of it is what imports use
 * @param isPackage whether it is a package's {@code __init__.py}
 * @param classes classes by qualified name, nested ones included
 * @param functions functions and methods by qualified name, nested ones included
 * @param globals names bound in the module body, or by functions that declare them module-wide
 * @param calls calls in the module body and in class bodies
 * @param references names read there
 */
public record ModuleModel(
        String path,
        String name,
        boolean isPackage,
        List<ImportedName> imports,
        Map<String, ClassModel> classes,
        Map<String, FunctionModel> functions,
        Map<String, List<Binding>> globals,
        List<AttributeWrite> attributeWrites,
        List<CallSite> calls,
        List<Reference> references) {

    /** The dotted name from the top of the sources: a package's is its directory's. */
    String importName() {
        String ending = ".__init__";
        return isPackage && name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    }

    /** Whether annotations are not evaluated: {@code from __future__ import annotations} (PEP 563). */
    public boolean postponesAnnotations() {
        return imports.stream()
                .anyMatch(each -> each.module().equals("__future__") && "annotations".equals(each.symbol()));
    }

    /** Every call in the file, in no particular order between functions. */
    public List<CallSite> allCalls() {
        return Stream.concat(calls.stream(), functions.values().stream().flatMap(f -> f.calls().stream()))
                .toList();
    }

    /** Everything that the file imports, at its top or in its functions. */
    public List<ImportedName> allImports() {
        return Stream.concat(imports.stream(), functions.values().stream().flatMap(f -> f.imports().stream()))
                .toList();
    }

    /** Every name read in the file without calling it on the spot. */
    public List<Reference> allReferences() {
        return Stream.concat(references.stream(), functions.values().stream().flatMap(f -> f.references().stream()))
                .toList();
    }

    /** Models are compared by identity of what they describe: a deep comparison would visit half the program. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModuleModel that && path.equals(that.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }
}
