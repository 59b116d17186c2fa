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

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tests/doubles.py",
                "server/tests/unit/x.py",
                "test/x.py",
                "app/conftest.py",
                "app/test_rooms.py",
                "app/rooms_test.py",
                "app/tests.py"
            })
    void knowsTests(String path) {
        assertThat(TestFiles.isTest(Path.of(path))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app/rooms.py",
                "app/contest.py",
                "app/latest.py",
                "app/testimony.py",
                "attests/x.py",
                "tests.d/x.py"
            })
    void knowsWhatIsNone(String path) {
        assertThat(TestFiles.isTest(Path.of(path))).isFalse();
    }
}
