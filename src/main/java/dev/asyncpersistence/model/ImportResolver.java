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

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file that an import means. The source roots of a project are not known, so an absolute name is looked up as the end of a path;
 * among several files the one nearest to the importing file is taken.
 */
final class ImportResolver {
    /** A source root is no package; that outweighs being near. */
    private static final int OUTSIDE_PACKAGES = 1000;

    private final Set<String> packages = new HashSet<>();
    private final Map<String, List<ModuleModel>> byLastSegment = new HashMap<>();

    ImportResolver(Collection<ModuleModel> modules) {
        for (ModuleModel module : modules) {
            String name = module.importName();
            if (module.isPackage()) {
                packages.add(name);
            }
            byLastSegment
                    .computeIfAbsent(name.substring(name.lastIndexOf('.') + 1), s -> new ArrayList<>())
                    .add(module);
        }
    }

    @Nullable
    ModuleModel resolve(ModuleModel from, String module) {
        return module.startsWith(".") ? relative(from, module) : absolute(from.path(), module);
    }

    private @Nullable ModuleModel relative(ModuleModel from, String module) {
        int level = 0;
        while (level < module.length() && module.charAt(level) == '.') {
            level++;
        }
        String base = from.name();
        for (int i = 0; i < level; i++) {
            if (base.isEmpty()) {
                return null;
            }
            int dot = base.lastIndexOf('.');
            base = dot < 0 ? "" : base.substring(0, dot);
        }
        String rest = module.substring(level);
        String wanted = base.isEmpty() ? rest : rest.isEmpty() ? base : base + "." + rest;
        return best(from.path(), wanted, true);
    }

    @Nullable
    ModuleModel absolute(String from, String module) {
        return StandardLibrary.contains(module) ? null : best(from, module, false);
    }

    private @Nullable ModuleModel best(String from, String wanted, boolean exact) {
        ModuleModel best = null;
        int bestScore = -1;
        for (ModuleModel candidate :
                byLastSegment.getOrDefault(wanted.substring(wanted.lastIndexOf('.') + 1), List.of())) {
            String name = candidate.importName();
            boolean matches = name.equals(wanted) || (!exact && name.endsWith("." + wanted));
            if (!matches) {
                continue;
            }
            // A package shadows a module file of the same name.
            int nearness = 2 * commonPrefix(from, candidate.path()) + (candidate.isPackage() ? 1 : 0);
            int score = nearness + (packages.contains(prefix(name, wanted)) ? 0 : OUTSIDE_PACKAGES);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static String prefix(String name, String wanted) {
        return name.length() == wanted.length() ? "" : name.substring(0, name.length() - wanted.length() - 1);
    }

    private static int commonPrefix(String a, String b) {
        String[] left = a.split("/", -1);
        String[] right = b.split("/", -1);
        int count = 0;
        // The file names do not count: a package's `__init__.py` is no nearer than a module beside it.
        while (count < left.length - 1 && count < right.length - 1 && left[count].equals(right[count])) {
            count++;
        }
        return count;
    }
}
