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

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PythonForTests.class)
class ImportPathsTest {

    @Test
    void theSameTextAsBefore() {
        assertThat(path("from ..db import Row\n")).isEqualTo("..db");
        assertThat(path("from app.db import Row\nfrom . import x\n")).isEqualTo("app.db");
        assertThat(path("import app.db\nfrom . import x\n")).isEqualTo("app.db");
        assertThat(path("def f():\n    from app.db import Row\n")).isEqualTo("app.db");
    }

    @Test
    void relativeWhereTheFileIsSo() {
        assertThat(path("from ..log import info\n")).isEqualTo("..db");
        assertThat(path("from .other import x\n", "src/app/__init__.py", "\n")).isEqualTo("..db");
        assertThat(paths("from . import x\n", "src/app/web/db.py")).isEqualTo(".db");
        assertThat(paths("from . import x\n", "src/app/web/__init__.py")).isEqualTo(".");
    }

    @Test
    void neverRelativeBeyondThePackages() {
        // `src/app` may be the source root itself: without `__init__.py` nobody knows.
        assertThat(path("from .other import x\n")).isNotEqualTo("..db");
        assertThat(paths("from .other import x\n", "src/tools/db.py", "src/app/__init__.py", "\n"))
                .doesNotStartWith(".");
    }

    @Test
    void absoluteWhereTheFileIsSo() {
        assertThat(path("from app.log import info\nfrom .other import x\n")).isEqualTo("app.db");
        assertThat(path("import app.log\n")).isEqualTo("app.db");
        assertThat(path("from app import log\n")).isEqualTo("app.db");
    }

    @Test
    void withTheRootOfTheProjectsOtherImports() {
        assertThat(path("import os\n", "src/app/main.py", "from app.log import info\n"))
                .isEqualTo("app.db");
        assertThat(path("import os\n", "main.py", "from src.app.log import info\n"))
                .isEqualTo("src.app.db");
        assertThat(path("import os\n", "src/app/__init__.py", "\n")).isEqualTo("app.db");
    }

    @Test
    void aPackageIsNoRoot() {
        // `log` is a library that has the name of a file in the package.
        assertThat(path("import log\n", "src/app/__init__.py", "\n")).isEqualTo("app.db");
    }

    @Test
    void packagesByTheirDirectory() {
        assertThat(paths("from app.log import info\n", "src/app/store/__init__.py"))
                .isEqualTo("app.store");
    }

    @Test
    void theModuleThatPassesTheNameOn() {
        String[] store = {"src/app/store/__init__.py", "from .sync import Store\nfrom app.db import Async\n"};
        assertThat(pathBeside("from app.store import Store\n", "app.store", store))
                .isEqualTo("app.store");
        assertThat(pathBeside("from ..store import Store\n", "..store", store)).isEqualTo("..store");
        assertThat(pathBeside(
                        "from app.store import Store\n",
                        "app.store",
                        "src/app/store/__init__.py",
                        "from .sync import Store\n"))
                .isEqualTo("app.db");
        assertThat(pathBeside(
                        "from app.store import Store\n",
                        "app.store",
                        "src/app/store/__init__.py",
                        "from .inner import Async\n",
                        "src/app/store/inner.py",
                        "from app.db import Async\n"))
                .isEqualTo("app.store");
        assertThat(pathBeside(
                        "from app.store import Store\n",
                        "app.store",
                        "src/app/store/__init__.py",
                        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from app.db import Async\n"))
                .isEqualTo("app.db");
    }

    @Test
    void nullWhereTheTextWouldMeanAnotherFile() {
        // A package of the name hides the module file.
        assertThat(path("from app.log import info\n", "src/app/db/__init__.py", "\n"))
                .isNull();
        assertThat(paths("from app.log import info\n", "src/app/my-scripts/db.py"))
                .isNull();
    }

    private static @Nullable String path(String text, String... others) {
        return paths(text, "src/app/db.py", others);
    }

    private static @Nullable String paths(String text, String target, String... others) {
        return find(text, target, null, others);
    }

    private static @Nullable String pathBeside(String text, String sibling, String... others) {
        return find(text, "src/app/db.py", sibling, others);
    }

    private static @Nullable String find(String text, String target, @Nullable String sibling, String... others) {
        List<String> files = new ArrayList<>(List.of(
                "src/app/web/x.py",
                text,
                "src/app/web/other.py",
                "x = 1\n",
                "src/app/log.py",
                "def info(): pass\n",
                target,
                "class Async: pass\n"));
        files.addAll(List.of(others));
        Program program = Programs.of(files.toArray(String[]::new));
        return new ImportPaths(program)
                .from(module(program, "src/app/web/x.py"), module(program, target), "Async", sibling);
    }

    private static ModuleModel module(Program program, String path) {
        return program.modules().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
