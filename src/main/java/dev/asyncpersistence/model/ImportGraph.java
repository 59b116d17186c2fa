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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which files import which when they are imported themselves. Files that the program has not read are scanned. */
public final class ImportGraph {
    private final Program program;
    private final Function<String, @Nullable String> texts;
    private final Map<String, ModuleModel> modules = new HashMap<>();

    /**
     * Makes the graph of a program and of what lies around it.
     *
     * @param texts gives the text of a file by its path with forward slashes; null if there is none
     */
    public ImportGraph(Program program, Function<String, @Nullable String> texts) {
        this.program = program;
        this.texts = texts;
        program.modules().forEach(each -> modules.put(each.path(), each));
    }

    /**
     * Whether an import of the target at the top of a file would be a cycle: importing the target runs imports that reach the file. The
     * packages that the file lies in run before it, so they are no way back unless something else asks them for a name.
     */
    public boolean wouldMakeCycle(ModuleModel file, ModuleModel target) {
        if (file.equals(target)) {
            return true;
        }
        return !importsAlready(file, target) && reaches(target, file);
    }

    private boolean importsAlready(ModuleModel file, ModuleModel target) {
        return file.imports().stream()
                .filter(each -> !each.typeCheckingOnly())
                .anyMatch(each -> imported(file, each).contains(target.path()));
    }

    private boolean reaches(ModuleModel start, ModuleModel goal) {
        Set<String> running = new HashSet<>(packagesAround(goal.path()));
        running.add(goal.path());
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(start.path());
        packagesAround(start.path()).stream()
                .filter(each -> !running.contains(each))
                .forEach(open::add);
        while (!open.isEmpty()) {
            String path = open.remove();
            if (path.equals(goal.path())) {
                return true;
            }
            if (!seen.add(path)) {
                continue;
            }
            for (String next : importedBy(module(path))) {
                open.add(next);
                packagesAround(next).stream()
                        .filter(each -> !running.contains(each))
                        .forEach(open::add);
            }
        }
        return false;
    }

    private Set<String> importedBy(ModuleModel module) {
        Set<String> result = new LinkedHashSet<>();
        module.imports().stream()
                .filter(each -> !each.typeCheckingOnly())
                .forEach(each -> result.addAll(imported(module, each)));
        return result;
    }

    /** The files that an import needs: submodules that it names, or else the module that it takes a name from. */
    private List<String> imported(ModuleModel from, ImportedName name) {
        String symbol = name.symbol();
        if (symbol != null) {
            String separator = name.module().endsWith(".") ? "" : ".";
            List<String> submodule = locate(from, name.module() + separator + symbol);
            if (!submodule.isEmpty()) {
                return submodule;
            }
        }
        return locate(from, name.module());
    }

    private List<String> locate(ModuleModel from, String module) {
        ModuleModel read = program.resolveImport(from, module);
        if (read != null) {
            return List.of(read.path());
        }
        List<String> found = new ArrayList<>();
        int level = 0;
        while (level < module.length() && module.charAt(level) == '.') {
            level++;
        }
        String rest = module.substring(level).replace('.', '/');
        String directory = from.path();
        if (level > 0) {
            for (int i = 0; i < level; i++) {
                directory = parent(directory);
            }
            addIfThere(directory, rest, found);
            return found;
        }
        // Any directory above may be the source root.
        while (!directory.isEmpty() && !StandardLibrary.contains(module)) {
            directory = parent(directory);
            addIfThere(directory, rest, found);
        }
        return found;
    }

    private void addIfThere(String directory, String rest, List<String> found) {
        String base = directory.isEmpty() || rest.isEmpty() ? directory + rest : directory + "/" + rest;
        String asPackage = base.isEmpty() ? "__init__.py" : base + "/__init__.py";
        if (exists(asPackage)) {
            found.add(asPackage);
        } else if (!rest.isEmpty() && exists(base + ".py")) {
            found.add(base + ".py");
        }
    }

    private List<String> packagesAround(String path) {
        List<String> found = new ArrayList<>();
        for (String directory = parent(path); !directory.isEmpty(); directory = parent(directory)) {
            String file = directory + "/__init__.py";
            if (!file.equals(path) && exists(file)) {
                found.add(file);
            }
        }
        return found;
    }

    private boolean exists(String path) {
        return modules.containsKey(path) || texts.apply(path) != null;
    }

    private ModuleModel module(String path) {
        return modules.computeIfAbsent(path, this::scanned);
    }

    private ModuleModel scanned(String path) {
        String text = texts.apply(path);
        return new ModuleModel(
                path,
                path.substring(0, path.length() - ".py".length()).replace('/', '.'),
                path.endsWith("__init__.py"),
                text == null ? List.of() : ImportScanner.scan(text),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
