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

import java.util.ArrayList;
import java.util.List;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.J;

/** Dotted names of modules: from paths, and as import statements write them. */
public final class ModuleNames {
    private static final String PACKAGE_FILE = "__init__.py";

    private ModuleNames() {}

    static boolean isPackage(String path) {
        return path.equals(PACKAGE_FILE) || path.endsWith("/" + PACKAGE_FILE);
    }

    /** A package's name ends in {@code __init__}: a module file of the same dotted name may stand beside it. */
    static String fromPath(String path) {
        return path.substring(0, path.length() - ".py".length()).replace('/', '.');
    }

    /** The name in an import; a relative one starts with dots: in the tree these are names without letters. */
    public static String dotted(Tree tree) {
        List<String> parts = new ArrayList<>();
        collect(tree, parts);
        return String.join(".", parts);
    }

    private static void collect(Tree tree, List<String> parts) {
        if (tree instanceof J.FieldAccess access) {
            if (!(access.getTarget() instanceof J.Empty)) {
                collect(access.getTarget(), parts);
            }
            parts.add(access.getSimpleName());
        } else if (tree instanceof J.Identifier identifier) {
            parts.add(identifier.getSimpleName());
        }
    }
}
