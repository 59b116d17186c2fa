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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportScannerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "import app|app",
                "import app.db as db, os|app.db os",
                "import app; import os|app os",
                "from app import db|app:db",
                "from app.db import a as b, c  # why|app.db:a app.db:c",
                "from . import db|.:db",
                "from .. import db|..:db",
                "from .db import(a)|.db:a",
                "from ..db import *|..db:*",
                "    from app import db|app:db",
            })
    void statements(String text, String expected) {
        assertThat(scan(text)).containsExactly(expected.split(" ", -1));
    }

    @Test
    void severalLines() {
        assertThat(scan("from app import (  # why\n    a,  # one )\n    b as c,\n)\nimport os\n"))
                .containsExactly("app:a", "app:b", "os");
        assertThat(scan("from app import a, \\\n    b\n")).containsExactly("app:a", "app:b");
    }

    @Test
    void branchesAndClassesRun() {
        assertThat(scan("try:\n    import a\nexcept ImportError:\n    import b\nclass C:\n    import c\n"))
                .containsExactly("a", "b", "c");
    }

    @Test
    void functionsAndTypeCheckersDont() {
        assertThat(scan("""
                def f():
                    import a

                    if x:
                        import b
                # not the end
                    import c
                import d
                class E:
                    async def f(self):
                        import f
                    import g
                if TYPE_CHECKING:
                    import h
                else:
                    import i
                if typing.TYPE_CHECKING:  # why
                    import j
                """)).containsExactly("d", "g", "i");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# import a", "important = 1", "from_x = 1", "x = 'import a'", "raise E from e"})
    void noImports(String text) {
        assertThat(scan(text)).isEmpty();
    }

    private static List<String> scan(String text) {
        return ImportScanner.scan(text).stream()
                .map(each -> each.symbol() == null ? each.module() : each.module() + ":" + each.symbol())
                .toList();
    }
}
