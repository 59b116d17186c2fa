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

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewerSyntaxTest {

    private static PythonInterpreter python(String version) {
        return new PythonInterpreter(Path.of("python"), version, Path.of("packages"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type X = int | invalid syntax | 3.11.7 | 3.12",
                "    type X[T] = list[T] | invalid syntax | 3.11.7 | 3.12",
                "class C[K, V]: | invalid syntax | 3.11.7 | 3.12",
                "async def f[T](x: T): | expected '(' | 3.10.1 | 3.12",
                "class C[T = int]: | invalid syntax | 3.12.1 | 3.13",
                "x = f\"{a[\"b\"]}\" | f-string: unmatched '[' | 3.11.7 | 3.12",
                "except* ValueError: | expected ':' | 3.10.13 | 3.11",
                "except A, B: | multiple exception types must be parenthesized | 3.13.0 | 3.14",
                "x = t\"{a}\" | invalid syntax | 3.13.0 | 3.14",
            })
    void namesTheVersionThatIsNeeded(String line, String message, String version, String needed) {
        assertThat(NewerSyntax.explain(line, message, python(version)))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("needs Python " + needed + " or newer; parsed with " + version)
                        .contains("`python` option"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type X = int | invalid syntax | 3.12.0",
                "class C[K, V]: | invalid syntax | 3.13.1",
                "type = = 1 | invalid syntax | 3.11.7",
                "type X == 1 | invalid syntax | 3.11.7",
                "print \"hello\" | Missing parentheses in call to 'print' | 3.11.7",
                "x = \"don't\" 1 | invalid syntax | 3.11.7",
                "x = = 1 | invalid syntax | 3.11.7",
                "except A, B: | expected ':' | 3.13.0",
            })
    void leavesOtherErrorsAlone(String line, String message, String version) {
        assertThat(NewerSyntax.explain(line, message, python(version))).isEmpty();
    }
}
