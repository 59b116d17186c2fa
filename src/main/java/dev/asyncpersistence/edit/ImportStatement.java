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

import dev.asyncpersistence.model.read.ModuleNames;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.python.tree.Py;

/**
 * What an import statement says; other statements have no module.
 *
 * @param module the module, the first of several
 * @param plain whether it is {@code import module} and not {@code from module import name}
 * @param names what is imported
 */
record ImportStatement(@Nullable String module, boolean plain, List<Name> names) {

    /**
     * One of the names of a statement.
     *
     * @param name as the module has it; with {@code import}, the module
     */
    record Name(String name, @Nullable String alias) {
        static Name of(J.Import each) {
            String alias = each.getAlias() == null ? null : each.getAlias().getSimpleName();
            return new Name(ModuleNames.dotted(each.getQualid()), alias);
        }

        /** The name that the file knows it by; {@code import a.b} makes {@code a} known. */
        String bound() {
            int dot = name.indexOf('.');
            return alias != null ? alias : dot < 0 ? name : name.substring(0, dot);
        }
    }

    static ImportStatement of(Statement statement) {
        if (statement instanceof J.Import single) {
            return new ImportStatement(ModuleNames.dotted(single.getQualid()), true, List.of(Name.of(single)));
        }
        if (statement instanceof Py.MultiImport multi) {
            List<Name> names = multi.getNames().stream().map(Name::of).toList();
            return multi.getFrom() == null
                    ? new ImportStatement(names.get(0).name(), true, names)
                    : new ImportStatement(ModuleNames.dotted(multi.getFrom()), false, names);
        }
        return new ImportStatement(null, false, List.of());
    }

    boolean isImport() {
        return module != null;
    }

    /** Whether a plain import makes the module known by its own name. */
    boolean bindsModule(String name) {
        return plain
                && names.stream()
                        .anyMatch(each -> each.alias() == null && each.bound().equals(name));
    }

    /** Whether it is {@code from module import name}, under that very name. */
    boolean bindsFrom(String from, String name) {
        return isFrom(from) && names.contains(new Name(name, null));
    }

    boolean binds(String local) {
        return names.stream().anyMatch(each -> each.bound().equals(local));
    }

    /** Whether a name of the module may be added: a star takes none, and isort keeps aliases in statements of their own. */
    boolean takesNamesOf(String from) {
        Stream<Name> unaliased = names.stream().filter(each -> each.alias() == null);
        return isFrom(from)
                && names.stream().noneMatch(each -> each.name().equals("*"))
                && unaliased.findAny().isPresent();
    }

    private boolean isFrom(String from) {
        return !plain && from.equals(module);
    }
}
