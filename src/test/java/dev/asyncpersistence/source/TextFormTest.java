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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a\n",
                "a\r\nb\r\n",
                "a\rb\nc\r\n",
                "\r",
                "\r\n\r\n",
                "\uFEFFa\r\n",
                "# coding: cp1252\r\n"
            })
    void restoresAnUnchangedText(String text) {
        TextForm form = TextForm.of(text);
        assertThat(form.normalised()).doesNotContain("\r", "\uFEFF");
        assertThat(form.restore(form.normalised())).isEqualTo(text);
    }

    /** In these, R stands for a carriage return, N for a newline. */
    @ParameterizedTest
    @CsvSource({
        "aRNbRN, aNxNbN, aRNxRNbRN",
        "aRNb, aNbNcN, aRNbRNcRN",
        "aRNbNcRN, aNbNxNcN, aRNbNxNcRN",
        "aRNbNcRN, aNxNcN, aRNxNcRN",
        "aRNbNcRN, aNcN, aRNcRN",
        "aRNbNcRN, xNaNbNcN, xRNaRNbNcRN",
        "aNbNcRN, bNcN, bNcRN",
        "aRbRc, aNxNbNc, aRxRbRc",
        "aNb, aNxNb, aNxNb",
        "a, aNbN, aNbN",
        "aRNbNc, aNbNcNdN, aRNbNcNdN",
        "aRNbN, '', ''"
    })
    void givesKeptLinesTheirEndingsAndNewOnesThatOfTheLineAbove(String before, String changed, String after) {
        assertThat(TextForm.of(decode(before)).restore(decode(changed))).isEqualTo(decode(after));
    }

    @Test
    void hidesAForeignEncodingOnly() {
        assertThat(TextForm.of("# coding: latin-1\n").normalised()).doesNotContain("coding");
        assertThat(TextForm.of("#!x\n# -*- coding: cp1252 -*-\n").normalised()).doesNotContain("coding");
        assertThat(TextForm.of("# coding: utf-8\n").normalised()).isEqualTo("# coding: utf-8\n");
        assertThat(TextForm.of("x = 1\n# coding: latin-1\n").normalised()).contains("coding");
        assertThat(TextForm.of("\n\n# coding: latin-1\n").normalised()).contains("coding");
        assertThat(TextForm.of("coding: latin = 1\n").normalised()).contains("coding");
    }

    @Test
    void restoresAnEncodingInAChangedText() {
        TextForm form = TextForm.of("# coding: latin-1\nx = 1\n");
        assertThat(form.restore(form.normalised() + "y = 2\n")).isEqualTo("# coding: latin-1\nx = 1\ny = 2\n");
        assertThat(form.restore("x = 1\n")).isEqualTo("x = 1\n");
    }

    private static String decode(String text) {
        return text.replace('R', '\r').replace('N', '\n');
    }
}
