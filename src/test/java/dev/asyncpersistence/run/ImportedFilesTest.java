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

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Programs;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What imports of {@code tests/unit/test_a.py} may mean. */
@ExtendWith(PythonForTests.class)
class ImportedFilesTest {
    private static final List<Path> FILES = Arrays.stream(
                    ("tests/doubles.py tests/unit/doubles.py tests/unit/helpers.py tests/deep/down/helpers.py"
                                    + " tests/fakes/__init__.py tests/fakes/store.py other/fakes/store.py conftest.py")
                            .split(" ", -1))
            .map(Path::of)
            .toList();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from tests.doubles import store | tests/doubles.py",
                "import tests.doubles | tests/doubles.py",
                "from tests import doubles | tests/doubles.py",
                "from tests.unit import doubles | tests/unit/doubles.py",
                // A package's own file, and those in it.
                "from tests.fakes import store | tests/fakes/__init__.py tests/fakes/store.py",
                "from tests.fakes import FakeStore | tests/fakes/__init__.py",
                "from fakes.store import FakeStore | other/fakes/store.py tests/fakes/store.py",
                // A name without dots: of the folder, or near the top.
                "import helpers | tests/unit/helpers.py",
                "from conftest import layer | conftest.py",
                "import doubles | tests/doubles.py tests/unit/doubles.py",
                // Relative ones stay below the first folder.
                "from .doubles import store | tests/doubles.py tests/unit/doubles.py",
                "from ..fakes.store import FakeStore | tests/fakes/store.py",
                "from . import helpers | tests/deep/down/helpers.py tests/unit/helpers.py",
                // Not there.
                "import json | ''",
                "from tests.nowhere import store | ''",
                "from app.doubles import store | ''",
                "import tests | ''",
            })
    void findsFiles(String statement, String expected) {
        ModuleModel module = Programs.module("tests/unit/test_a.py", statement + "\n");
        ImportedFiles files = new ImportedFiles(FILES);
        assertThat(module.allImports().stream()
                        .flatMap(each -> files.of(module, each).stream())
                        .map(path -> path.toString().replace('\\', '/'))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }
}
