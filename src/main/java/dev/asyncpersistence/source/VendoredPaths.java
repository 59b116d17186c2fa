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
package dev.asyncpersistence.source;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells files which the project doesn't own (virtual environments, installed packages, build output) by the name of a
 * folder above them. The folder's contents can't be looked at: only sources reach a recipe, so {@code pyvenv.cfg} is
 * out of sight and a virtual environment with a name of its own has to be excluded by the user.
 */
public final class VendoredPaths implements Predicate<Path> {

    private static final Set<String> FOLDERS = Set.of(
            ".venv",
            "venv",
            ".virtualenv",
            "virtualenv",
            "env",
            ".env",
            "site-packages",
            "dist-packages",
            "node_modules",
            "__pycache__",
            "__pypackages__",
            ".tox",
            ".nox",
            ".eggs",
            ".git",
            ".hg",
            ".mypy_cache",
            ".pytest_cache",
            ".ruff_cache");

    /** A file is judged by its folders only: a module called {@code venv.py} is the project's own. */
    @Override
    public boolean test(Path path) {
        Path folder = path.getParent();
        if (folder == null) {
            return false;
        }
        for (Path name : folder) {
            if (FOLDERS.contains(name.toString())) {
                return true;
            }
        }
        return false;
    }
}
