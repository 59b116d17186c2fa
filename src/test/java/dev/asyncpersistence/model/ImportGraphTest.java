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
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Would an import of {@code app/db.py} in {@code app/web/x.py} be a cycle? */
@ExtendWith(PythonForTests.class)
class ImportGraphTest {

    @Test
    void wayBack() {
        assertCycle("from app.web.x import f\n");
        assertCycle("from app.web import x\n");
        assertCycle("import app.web.x\n");
        assertCycle("from .web.x import f\n");
        assertCycle("try:\n    from app.web.x import f\nexcept ImportError:\n    f = None\n");
        assertNoCycle("import os\n");
        assertNoCycle("from app.web.other import f\n", "app/web/other.py", "import os\n");
    }

    @Test
    void wayBackOverOtherFiles() {
        assertCycle("from app import log\n", "app/log.py", "from app.web.x import f\n");
        assertNoCycle("from app import log\n", "app/log.py", "def f():\n    from app.web.x import f\n");
    }

    @Test
    void importsThatDontRun() {
        assertNoCycle("def f():\n    from app.web.x import f\n");
        assertNoCycle("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from app.web.x import f\n");
    }

    @Test
    void packagesRunBeforeTheirModules() {
        assertCycle(
                "from app.log.text import f\n",
                "app/log/__init__.py",
                "from app.web.x import f\n",
                "app/log/text.py",
                "");
        assertNoCycle("from app.log.text import f\n", "app/log/__init__.py", "", "app/log/text.py", "");
    }

    @Test
    void packagesAroundTheFileRunAlready() {
        String[] around = {"app/__init__.py", "from app.web.x import f\ny = 1\n"};
        assertNoCycle("import os\n", around);
        assertNoCycle("from app import log\n", "app/__init__.py", "from app.web.x import f\n", "app/log.py", "");
        assertCycle("from app import y\n", around);
    }

    @Test
    void importThatIsThereAlready() {
        String way = "from app.web.x import f\n";
        assertThat(cycle("from app.db import Row\n", way, Map.of())).isFalse();
        assertThat(cycle("import app.db\n", way, Map.of())).isFalse();
        assertThat(cycle("from app import db\n", way, Map.of())).isFalse();
        assertThat(cycle("def f():\n    from app.db import Row\n", way, Map.of()))
                .isTrue();
        assertThat(cycle(
                        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from app.db import Row\n",
                        way,
                        Map.of()))
                .isTrue();
    }

    @Test
    void filesThatWereNotRead() {
        Map<String, String> back = Map.of("app/log.py", "from .web import x\n");
        assertThat(cycle("", "from app import log\n", back)).isTrue();
        assertThat(cycle("", "from .log import f\n", back)).isTrue();
        assertThat(cycle("", "import os\n", back)).isFalse();
        assertThat(cycle("", "from app.log import f\n", Map.of("app/log.py", "import os\n")))
                .isFalse();
        assertThat(cycle("", "from app import log\n", Map.of("app/log/__init__.py", "from app.web.x import f\n")))
                .isTrue();
        assertThat(cycle("", "import os\n", Map.of("app/__init__.py", "from app.web.x import f\n")))
                .isFalse();
    }

    @Test
    void packageAndItsModules() {
        Program program = Programs.of("app/__init__.py", "\n", "app/db.py", "import os\n");
        assertThat(new ImportGraph(program, path -> null)
                        .wouldMakeCycle(module(program, "app/__init__.py"), module(program, "app/db.py")))
                .isFalse();
        assertThat(new ImportGraph(program, path -> null)
                        .wouldMakeCycle(module(program, "app/db.py"), module(program, "app/db.py")))
                .isTrue();
    }

    private static void assertCycle(String target, String... others) {
        assertThat(cycle("", target, Map.of(), others)).isTrue();
    }

    private static void assertNoCycle(String target, String... others) {
        assertThat(cycle("", target, Map.of(), others)).isFalse();
    }

    private static boolean cycle(String file, String target, Map<String, String> unread, String... others) {
        Map<String, String> read = new HashMap<>();
        read.put("app/web/x.py", file + "def g(): pass\n");
        read.put("app/db.py", target + "class Row: pass\n");
        for (int i = 0; i < others.length; i += 2) {
            read.put(others[i], others[i + 1] + "\n");
        }
        Program program = new Program(read.entrySet().stream()
                .map(each -> Programs.module(each.getKey(), each.getValue()))
                .toList());
        return new ImportGraph(program, unread::get)
                .wouldMakeCycle(module(program, "app/web/x.py"), module(program, "app/db.py"));
    }

    private static ModuleModel module(Program program, String path) {
        return program.modules().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
