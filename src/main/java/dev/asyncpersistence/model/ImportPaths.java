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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a file writes the module that it imports a name from: the way it and the project write others. */
public final class ImportPaths {
    private static final Pattern MODULE = Pattern.compile("\\.*([A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*)?");

    private final Program program;

    /** Source roots, as the beginnings of module names that absolute imports leave out, with how many imports do. */
    private final Map<String, Integer> roots = new HashMap<>();

    private final Set<String> packages = new HashSet<>();

    public ImportPaths(Program program) {
        this.program = program;
        program.modules().stream().filter(ModuleModel::isPackage).forEach(each -> packages.add(each.importName()));
        program.modules().forEach(each -> count(rootsOf(each), roots));
    }

    private static void count(List<String> found, Map<String, Integer> counts) {
        found.forEach(root -> counts.merge(root, 1, Integer::sum));
    }

    /** The text between {@code from} and {@code import}; null if none is found that certainly means the target. */
    public @Nullable String from(ModuleModel file, ModuleModel target, String name) {
        return from(file, target, name, null);
    }

    /**
     * The same, where the file imports a sibling of the name already.
     *
     * @param sibling the text by which it does; a module that passes the name on, too, is preferred to the one that defines it
     */
    public @Nullable String from(ModuleModel file, ModuleModel target, String name, @Nullable String sibling) {
        ModuleModel passing = sibling == null ? null : program.resolveImport(file, sibling);
        if (passing != null && !passing.equals(file) && passesOn(passing, target, name, new HashSet<>())) {
            return sibling;
        }
        Predicate<String> meansTarget =
                text -> MODULE.matcher(text).matches() && target.equals(program.resolveImport(file, text));
        return Stream.of(asBefore(file, meansTarget), relative(file, target), absolute(file, target))
                .filter(Objects::nonNull)
                .filter(meansTarget)
                .findFirst()
                .orElse(null);
    }

    private boolean passesOn(ModuleModel module, ModuleModel target, String name, Set<ModuleModel> seen) {
        if (!seen.add(module)) {
            return false;
        }
        return module.imports().stream()
                .filter(each -> each.localName().equals(name) && name.equals(each.symbol()) && !each.typeCheckingOnly())
                .map(each -> program.resolveImport(module, each.module()))
                .anyMatch(source -> source != null && (source.equals(target) || passesOn(source, target, name, seen)));
    }

    private @Nullable String asBefore(ModuleModel file, Predicate<String> meansTarget) {
        return file.allImports().stream()
                .map(ImportedName::module)
                .filter(meansTarget)
                .findFirst()
                .orElse(null);
    }

    /** As far up as the file goes elsewhere, or within packages if it imports nothing of the project by its full name. */
    private @Nullable String relative(ModuleModel file, ModuleModel target) {
        int levels = file.imports().stream()
                .mapToInt(each -> level(each.module()))
                .max()
                .orElse(0);
        String base = parent(file.name());
        String wanted = target.importName();
        int needed = 1;
        while (!base.isEmpty() && !wanted.equals(base) && !wanted.startsWith(base + ".")) {
            base = parent(base);
            needed++;
        }
        boolean reaches = needed <= levels || (rootsOf(file).isEmpty() && packages.contains(base));
        if (levels == 0 || base.isEmpty() || !reaches) {
            return null;
        }
        return ".".repeat(needed) + (wanted.equals(base) ? "" : wanted.substring(base.length() + 1));
    }

    private @Nullable String absolute(ModuleModel file, ModuleModel target) {
        String name = target.importName();
        Map<String, Integer> own = new HashMap<>();
        count(rootsOf(file), own);
        List<String> candidates = new ArrayList<>(byCount(own));
        candidates.addAll(byCount(roots));
        candidates.add(rootByPackages(name));
        return candidates.stream()
                .filter(root -> root.isEmpty() || name.startsWith(root + "."))
                .map(root -> root.isEmpty() ? name : name.substring(root.length() + 1))
                .findFirst()
                .orElse(null);
    }

    private static List<String> byCount(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Above the outermost package. */
    private String rootByPackages(String name) {
        String root = parent(name);
        while (packages.contains(root)) {
            root = parent(root);
        }
        return root;
    }

    /**
     * The source roots by which a file's absolute imports are found, one for each of them. A package is no root: a library's module that
     * has the name of a file in it is not that file.
     */
    private List<String> rootsOf(ModuleModel file) {
        List<String> found = new ArrayList<>();
        for (ImportedName each : file.imports()) {
            if (level(each.module()) > 0) {
                continue;
            }
            String text = each.module();
            ModuleModel source = program.resolveImport(file, text);
            if (source == null && each.symbol() != null) {
                text = text + "." + each.symbol();
                source = program.resolveImport(file, text);
            }
            if (source != null) {
                String name = source.importName();
                String root = name.equals(text) ? "" : name.substring(0, name.length() - text.length() - 1);
                if (!packages.contains(root)) {
                    found.add(root);
                }
            }
        }
        return found;
    }

    private static int level(String module) {
        int level = 0;
        while (level < module.length() && module.charAt(level) == '.') {
            level++;
        }
        return level;
    }

    private static String parent(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }
}
