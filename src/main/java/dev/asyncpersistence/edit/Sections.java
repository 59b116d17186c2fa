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

import dev.asyncpersistence.model.StandardLibrary;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.openrewrite.java.tree.Statement;

/**
 * Which section of the imports a module belongs to.
 *
 * @param ownRoots first names of modules that are known to be the project's
 */
record Sections(Set<String> ownRoots) {

    /** In the order in which isort's default profile puts them. */
    enum Section {
        NONE,
        FUTURE,
        STANDARD,
        THIRD_PARTY,
        FIRST_PARTY,
        RELATIVE
    }

    /** A name that is imported by an edit is the project's, if it isn't the standard library's. */
    static Sections of(Path file, String imported) {
        Sections sections = of(file);
        sections.ownRoots.add(root(imported));
        return sections;
    }

    /** What shares a directory name with the file is the project's. */
    static Sections of(Path file) {
        Set<String> roots = new HashSet<>();
        Path directory = file.getParent();
        if (directory != null) {
            directory.forEach(each -> roots.add(each.toString()));
        }
        return new Sections(roots);
    }

    Section of(Statement statement) {
        String module = ImportStatement.of(statement).module();
        return module == null ? Section.NONE : of(module);
    }

    Section of(String module) {
        if (module.startsWith(".")) {
            return Section.RELATIVE;
        }
        if (module.equals("__future__")) {
            return Section.FUTURE;
        }
        if (StandardLibrary.contains(module)) {
            return Section.STANDARD;
        }
        return ownRoots.contains(root(module)) ? Section.FIRST_PARTY : Section.THIRD_PARTY;
    }

    private static String root(String module) {
        int dot = module.indexOf('.');
        return dot < 0 ? module : module.substring(0, dot);
    }
}
