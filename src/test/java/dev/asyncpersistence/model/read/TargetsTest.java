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
package dev.asyncpersistence.model.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Programs;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PythonForTests.class)
class TargetsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x.a = 1 | x.a",
                "x.a.b = 1 | x.a.b",
                "(x.a) = 1 | x.a",
                "x.a: int = 1 | x.a",
                "g().a = 1 | g().a",
                "x[0] = 1 | x[...]",
                "x[0].a = 1 | x[...].a",
                "x[1:2] = [] | x[...]",
                "x.a = y[0] = z = 1 | x.a y[...]",
                "x.a, (y[0], z) = 1, (2, 3) | x.a y[...]",
                "[x.a, *y.b] = 1, 2 | x.a y.b",
                "x.a += 1 | x.a",
                "x[0] -= 1 | x[...]",
                "del x.a | x.a",
                "del x[0], (y.a, z) | x[...] y.a",
                "for x.a in y: pass | x.a",
                "for i, x[0] in y: pass | x[...]",
                "with y as x.a: pass | x.a",
                "with y as (x[0], z): pass | x[...]",
                "if y:\\n        while z: x.a = 1 | x.a",
            })
    void readsWriteToAttributesAndItems(String code, String expected) {
        assertThat(writes(code)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v = 1",
                "v: int = 1",
                "v += 1",
                "w = v = 1",
                "v, (w, *u) = 1, (2, 3)",
                "(v := 1)",
                "for v in x: pass",
                "for w, v in x: pass",
                "with x as v: pass",
                "with x as (v, w): pass",
                "del v",
                "del (v, w)",
            })
    void readsWriteToNamesDeclaredElsewhere(String code) {
        assertThat(writes(code)).isEmpty();
        assertThat(writes("global v\n    " + code)).isEqualTo("v");
        assertThat(writesIn("f.g", "def f():\n    v = 0\n    def g():\n        nonlocal v\n        " + code + "\n"))
                .isEqualTo("v");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y = x.a",
                "y = x[0]",
                "x.a",
                "x.a()",
                "x.a.append(1)",
                "g(x.a, k=x[0])",
                "return x.a == 1",
                "[y for y in x.a]",
                "global v\n    return v",
                "def g(): x.a = 1",
                "class A:\n        def g(self): self.a = 1",
            })
    void doesNotTakeForWrites(String code) {
        assertThat(writes(code)).isEmpty();
    }

    @Test
    void belongsToTheFunctionThatWrites() {
        String text = "class A:\n    def f(self):\n        self.a = 1\n        def g():\n\n            self.b = 2\n";
        assertThat(writesIn("A.f", text)).isEqualTo("self.a");
        assertThat(writesIn("A.f.g", text)).isEqualTo("self.b");
        assertThat(function("A.f.g", text).writes().get(0).location().line()).isEqualTo(6);
    }

    private static String writes(String code) {
        return writesIn("f", "def f():\n    " + code.replace("\\n", "\n") + "\n");
    }

    private static String writesIn(String function, String text) {
        return function(function, text).writes().stream()
                .map(write -> write.target().display())
                .collect(Collectors.joining(" "));
    }

    private static FunctionModel function(String name, String text) {
        return Objects.requireNonNull(
                Programs.module("pkg/m.py", text).functions().get("pkg.m." + name), name);
    }
}
