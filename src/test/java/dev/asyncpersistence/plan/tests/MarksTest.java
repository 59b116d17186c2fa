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
package dev.asyncpersistence.plan.tests;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(PythonForTests.class)
class MarksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@pytest.mark.slow\\ndef test(): pass | test",
                "@pytest.mark.slow('a')\\ndef test(): pass | test",
                "@other\\n@pytest.mark.slow\\n@another\\ndef test(): pass | test",
                "pytestmark = pytest.mark.slow\\ndef test(): pass | test",
                "pytestmark = [pytest.mark.other, pytest.mark.slow]\\ndef test(): pass | test",
                "pytestmark = (pytest.mark.slow,)\\ndef test(): pass | test",
                "pytestmark = pytest.mark.slow\\nclass A:\\n    def test(self): pass | A.test",
                "@pytest.mark.slow\\nclass A:\\n    def test(self): pass | A.test",
                "class A:\\n    pytestmark = pytest.mark.slow\\n    def test(self): pass | A.test",
                "class A:\\n    pytestmark = [pytest.mark.slow]\\n    def test(self): pass | A.test",
            })
    void marksAFunction(String text, String function) {
        assertThat(isMarked(text, function)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "def test(): pass | test",
                "@pytest.mark.fast\\ndef test(): pass | test",
                "@slow\\ndef test(): pass | test",
                "@pytest.mark.slow\\ndef other(): pass\\ndef test(): pass | test",
                "@pytest.mark.slow\\nclass A: pass\\nclass B:\\n    def test(self): pass | B.test",
                "class A:\\n    pytestmark = pytest.mark.slow\\ndef test(): pass | test",
                "marks = pytest.mark.slow\\ndef test(): pass | test",
                "def test():\\n    pytestmark = pytest.mark.slow | test",
            })
    void marksOthers(String text, String function) {
        assertThat(isMarked(text, function)).isFalse();
    }

    @Test
    void everythingInAFile() {
        Program program = Programs.of("tests/test_it.py", """
                pytestmark = [a, b]
                @c
                class TestIt:
                    pytestmark = d
                    @e
                    def test(self): pass
                @f
                def test_other(): pass
                other = g
                """);
        assertThat(Marks.inModule(program.modules().iterator().next()))
                .extracting(Expr::display)
                .containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f");
    }

    private static boolean isMarked(String text, String function) {
        Program program = Programs.of("tests/test_it.py", text.replace("\\n", "\n") + "\n");
        return Marks.isMarked(requireNonNull(program.function("tests.test_it." + function)), "slow", program);
    }
}
