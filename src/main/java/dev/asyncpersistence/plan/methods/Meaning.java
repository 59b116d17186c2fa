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

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.StandardLibrary;
import dev.asyncpersistence.model.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a name means at the top level of a file.
 *
 * @param imports the imports that bind it
 * @param defined whether the file defines it
 * @param perhaps whether a star import may bind it
 */
record Meaning(String name, ModuleModel module, List<ImportedName> imports, boolean defined, boolean perhaps) {

    static Meaning of(String name, ModuleModel module) {
        String qualified = module.name() + "." + name;
        boolean defined = module.globals().containsKey(name)
                || module.classes().containsKey(qualified)
                || module.functions().containsKey(qualified);
        List<ImportedName> imports =
                module.imports().stream().filter(i -> bound(i).equals(name)).toList();
        boolean perhaps = module.imports().stream().anyMatch(i -> i.localName().equals("*"));
        return new Meaning(name, module, imports, defined, perhaps);
    }

    /** {@code import a.b} binds {@code a}. */
    private static String bound(ImportedName imported) {
        int dot = imported.localName().indexOf('.');
        return dot < 0 ? imported.localName() : imported.localName().substring(0, dot);
    }

    boolean isUnbound() {
        return imports.isEmpty() && !defined;
    }

    boolean isBuiltin() {
        return isUnbound() && StandardLibrary.isBuiltin(name);
    }

    /** Whether it is there while the program runs, not only for type checkers. */
    boolean isThereAtRunTime() {
        return defined || imports.stream().anyMatch(i -> !i.typeCheckingOnly());
    }

    /** The one import that binds it, if nothing else does. */
    @Nullable
    ImportedName onlyImport() {
        return imports.size() == 1 && !defined ? imports.get(0) : null;
    }

    /** Whether both files mean the same: the same import, or what the program says is one thing. */
    boolean isSameAs(Meaning other, Resolver resolver) {
        if (module.equals(other.module)) {
            return true;
        }
        if (!defined
                && !other.defined
                && !imports.isEmpty()
                && sources(resolver).equals(other.sources(resolver))) {
            return true;
        }
        Set<Value> own = values(resolver);
        return !own.isEmpty() && own.equals(other.values(resolver));
    }

    private Set<List<String>> sources(Resolver resolver) {
        return imports.stream()
                .map(i -> List.of(source(i, resolver), String.valueOf(i.symbol())))
                .collect(Collectors.toSet());
    }

    private String source(ImportedName imported, Resolver resolver) {
        ModuleModel target = resolver.program().resolveImport(module, imported.module());
        return target == null ? imported.module() : target.path();
    }

    private Set<Value> values(Resolver resolver) {
        return resolver.resolve(new Expr.Name(name), module.name()).stream()
                .map(Resolved::value)
                .filter(v -> !(v instanceof Value.ExternalResult) && !(v instanceof Value.Instance))
                .collect(Collectors.toSet());
    }
}
