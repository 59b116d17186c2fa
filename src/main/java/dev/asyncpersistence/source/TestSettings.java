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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.openrewrite.SourceFile;
import org.openrewrite.quark.Quark;

/**
 * Files that configure pytest (its documentation, «Configuration»), or name the packages that tests require. Those of packaging name console scripts as
 * well, which the gate takes for starts of programs.
 */
final class TestSettings {
    private static final Set<String> NAMES = Set.of(
            "pytest.ini",
            ".pytest.ini",
            "pytest.toml",
            ".pytest.toml",
            "pyproject.toml",
            "tox.ini",
            "setup.cfg",
            "setup.py",
            "Pipfile");

    private TestSettings() {}

    static boolean isOne(Path path) {
        String name = path.getFileName().toString();
        return NAMES.contains(name) || (name.endsWith(".txt") && name.contains("requirements"));
    }

    /** What a file says. A host that has no parser for it hands over its name alone; then it is read where it is. */
    static String text(SourceFile file) {
        if (!(file instanceof Quark)) {
            return file.printAll();
        }
        try {
            return Files.readString(file.getSourcePath());
        } catch (IOException e) {
            return "";
        }
    }
}
