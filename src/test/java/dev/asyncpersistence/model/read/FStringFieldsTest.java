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

import dev.asyncpersistence.model.Use;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FStringFieldsTest {
    private static final UUID LITERAL = UUID.fromString("00000000-0000-0000-0000-000000000001");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "f'{one()}' | one()",
                "f'a {one(1)} b {self.p.two(x)} c' | one(1); self.p.two(x)",
                "F'{one()}' | one()",
                "fR'\\{one()}' | one()",
                "rf\"{one()}\" | one()",
                "f'''{one()}''' | one()",
                "f\"\"\"{one()} \" {two()}\"\"\" | one(); two()",
                "f'{one(two(3))}' | one(two(3)); two(3)",
                "f'{one(a=two())}' | one(a=two()); two()",
                "f'{one()!r}' | one()",
                "f'{one()=}' | one()",
                "f'{one():>10}' | one()",
                "f'{x:>{width()}}' | width()",
                "f'{one():>{width()}}' | one(); width()",
                "f'{await one()}' | await one()",
                "f'{(await one()).x}' | await one()",
                "f'{one() if two() else three()}' | one(); two(); three()",
                "f'{d[\"(\"]} {one()}' | one()",
                "f'{d[\")\"]} {one()}' | one()",
                "f'{\"}\".join(one())}' | one()",
                "f'{one(\")\")}' | one(\")\")",
                "f'{{{one()}}}' | one()",
                "f'{{one()}} {two()}' | two()",
                "f'}} {one()}' | one()",
                "f'{ one () }' | one ()",
                "f'{[one(x) for x in two()]}' | one(x); two()",
                "f'{one().two()}' | one()",
            })
    void findsCalls(String source, String expected) {
        assertThat(calls(source)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'{one()}'",
                "r'{one()}'",
                "b'{one()}'",
                "f'one()'",
                "f'{{one()}}'",
                "f'{x} one()'",
                "f'{\"one()\"}'",
                "f'{x:one()}'",
                "f'{(x)}'",
                "f'{x} {{'",
                "f'{a if (b) else (c)}'",
                "f'{x in (1, 2)} {not (y)}'",
                "f'{lambda_}'",
                "42",
                "f''",
            })
    void doesNotFindCalls(String source) {
        assertThat(calls(source)).isEmpty();
    }

    @Test
    void tellsWhereTheCallIs() {
        String source = "f'{x} {await a.b(c)}'";
        FStringFields.FieldCall call = FStringFields.calls(LITERAL, source).get(0);
        assertThat(source.substring(call.start(), call.end())).isEqualTo("a.b(c)");
        assertThat(source.substring(call.argumentStart(), call.end() - 1)).isEqualTo("c");
        assertThat(call.callee().display()).isEqualTo("a.b");
        assertThat(call.use()).isEqualTo(Use.AWAITED);
    }

    @Test
    void identifiesCallsByLiteralAndOffset() {
        UUID first = FStringFields.calls(LITERAL, "f'{a()} {a()}'").get(0).id();
        assertThat(FStringFields.calls(LITERAL, "f'{a()} {a()}'"))
                .extracting(FStringFields.FieldCall::id)
                .startsWith(first)
                .doesNotHaveDuplicates();
        assertThat(FStringFields.calls(UUID.randomUUID(), "f'{a()}'").get(0).id())
                .isNotEqualTo(first);
    }

    private static String calls(String source) {
        return FStringFields.calls(LITERAL, source).stream()
                .map(call -> (call.use() == Use.AWAITED ? "await " : "") + source.substring(call.start(), call.end()))
                .collect(Collectors.joining("; "));
    }
}
