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
package dev.asyncpersistence.layer;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Programs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PythonForTests.class)
class SignaturesTest {

    /** Parameters of the one and of the other, and the mismatch. */
    private static final String TABLE = """
            x                 | x                 |
                              |                   |
            x                 | key               | `to` has no parameter `x`
            x, y              | x                 | `to` has no parameter `y`
            x                 | x, y=None         |
            x                 | x, y              | `to` also requires `y`
            x                 | x, *, y           | `to` also requires `y`
            x                 | x, *, y=None      |
            x, y              | y, x              | `to` takes `x` at another position
            x                 | y=None, x=None    | `to` takes `x` at another position
            *, x, y           | *, y, x           |
            *, x              | x                 |
            x                 | *, x              | `to` takes `x` in another way
            x, /              | x                 |
            x                 | x, /              | `to` takes `x` in another way
            x=None            | x                 | `to` has no default for `x`
            x                 | x=None            |
            x='a'             | x='a'             |
            x='a'             | x='b'             | `to` has another default for `x`
            x=True            | x=False           | `to` has another default for `x`
            x=None            | x=()              | `to` has another default for `x`
            *args, **kwargs   | *ids, **options   |
            *args             | x                 | `to` has no parameter `args`
            x                 | *args             | `to` has no parameter `x`
            x, **kwargs       | x                 | `to` has no parameter `kwargs`
            x                 | x, *args, **kw    |
            """;

    @Test
    void namesWhatACallWouldStumbleOver() {
        List<String[]> rows = TABLE.lines().map(line -> line.split("\\|", -1)).toList();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            String given = rows.get(i)[0].strip();
            String wanted = rows.get(i)[1].strip();
            text.append("def from").append(i).append('(').append(given).append("): pass\n");
            text.append("async def to").append(i).append('(').append(wanted).append("): pass\n");
            text.append("class A")
                    .append(i)
                    .append(":\n    def a(self, ")
                    .append(given)
                    .append("): pass\n");
            text.append("    async def to(this, ").append(wanted).append("): pass\n");
        }
        Map<String, FunctionModel> functions =
                Programs.module("m.py", text.toString()).functions();
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < rows.size(); i++) {
            String expected = rows.get(i)[2].strip();
            softly.assertThat(mismatch(functions, "m.from" + i, "m.to" + i).replace("`to" + i + "`", "`to`"))
                    .as(String.join("|", rows.get(i)))
                    .isEqualTo(expected);
            softly.assertThat(mismatch(functions, "m.A" + i + ".a", "m.A" + i + ".to"))
                    .as("methods " + String.join("|", rows.get(i)))
                    .isEqualTo(expected);
        }
        softly.assertAll();
    }

    private static String mismatch(Map<String, FunctionModel> functions, String from, String to) {
        String mismatch = Signatures.mismatch(
                Objects.requireNonNull(functions.get(from)), Objects.requireNonNull(functions.get(to)));
        return mismatch == null ? "" : mismatch;
    }
}
