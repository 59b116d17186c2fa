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

import java.nio.file.Path;
import java.util.Set;

/** Tells tests from the code under test by the conventions of pytest and unittest. */
final class TestFiles {
    private static final Set<String> FOLDERS = Set.of("tests", "test", "testing", "e2e-tests", "integration_tests");

    private TestFiles() {}

    static boolean isTest(Path path) {
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            if (FOLDERS.contains(path.getName(i).toString())) {
                return true;
            }
        }
        String name = path.getFileName().toString();
        return name.equals("conftest.py")
                || name.equals("tests.py")
                || name.startsWith("test_")
                || name.endsWith("_test.py");
    }
}
