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
package dev.asyncpersistence.run;

import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the files that imports may mean, by the ends of their paths. */
final class ImportedFiles {
    /** By the last part of a module's name. */
    private final Map<String, List<Path>> paths;

    ImportedFiles(Collection<Path> paths) {
        this.paths = paths.stream().collect(Collectors.groupingBy(ImportedFiles::lastName));
    }

    private static String lastName(Path path) {
        String file = path.getFileName().toString();
        Path folder = path.getParent();
        return file.equals("__init__.py") && folder != null
                ? folder.getFileName().toString()
                : file.replaceFirst("\\.py$", "");
    }

    /** The files that any import of a module may mean, those in its functions included. */
    Stream<Path> of(ModuleModel from) {
        return from.allImports().stream().flatMap(each -> of(from, each).stream());
    }

    Collection<Path> of(ModuleModel from, ImportedName imported) {
        String module = imported.module();
        String plain = module.replaceFirst("^\\.+", "").replace('.', '/');
        Path folder = Path.of(from.path()).getParent();
        boolean relative = module.startsWith(".");
        Set<Path> result = new TreeSet<>();
        for (String name : Stream.of(plain, plain.isEmpty() ? imported.symbol() : plain + "/" + imported.symbol())
                .filter(n -> n != null && !n.isEmpty())
                .toList()) {
            paths.getOrDefault(name.substring(name.lastIndexOf('/') + 1), List.of()).stream()
                    .filter(path -> path.endsWith(name + ".py") || path.endsWith(name + "/__init__.py"))
                    .filter(path -> !relative || folder == null || path.startsWith(folder.getName(0)))
                    .filter(path -> relative
                            || name.contains("/")
                            || path.getNameCount() <= 2
                            || Objects.equals(path.getParent(), folder))
                    .forEach(result::add);
        }
        return result;
    }
}
