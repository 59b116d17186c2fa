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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "f'{a}' | a INTERPOLATED",
                "f'x {a.b.c} y {d}' | a.b.c INTERPOLATED; d INTERPOLATED",
                "f'{a!r}' | a INTERPOLATED",
                "f'{a=}' | a INTERPOLATED",
                "f'{a!r:>{b}}' | a INTERPOLATED; b INTERPOLATED",
                "f'{a:%Y}' | a INTERPOLATED",
                "f'{a!=b}' | a INTERPOLATED; b INTERPOLATED",
                "f'{a if b else c}' | a INTERPOLATED; b INTERPOLATED; c INTERPOLATED",
                "f'{(a)}' | a INTERPOLATED",
                "f'{await a}' | a AWAITED",
                "f'{(await a.b).c}' | a.b AWAITED; ....c INTERPOLATED",
                "f'{await_}' | await_ INTERPOLATED",
                "f'{a[0]}' | a PRIMARY",
                "f'{a[b]}' | a PRIMARY; b INTERPOLATED",
                "f'{a[0](b)}' | a PRIMARY; b OTHER",
                "f'{f(a)}' | a OTHER",
                "f'{f(k=a)}' | a OTHER",
                "f'{f(k = a == b)}' | a OTHER; b OTHER",
                "f'{f(await a)}' | a AWAITED",
                "f'{f()}' | ~~",
                "f'{x.f()}' | ~~",
                "f'{f().a}' | ....a INTERPOLATED",
                "f'{f().a.b(c)}' | ....a.b CALLED; c OTHER",
                "f'{d[\"k\"].a}' | d PRIMARY; ....a INTERPOLATED",
                "f'{d[0].a(b)}' | d PRIMARY; ....a CALLED; b OTHER",
                "f'{\", \".join(a)}' | ....join CALLED; a OTHER",
                "f'{(a or b).c()}' | a INTERPOLATED; b INTERPOLATED; ....c CALLED",
                "f'{\"a\"} {b}' | b INTERPOLATED",
                "f'a {{b}}' | ~~",
                "f'{{{a}}}' | a INTERPOLATED",
                "'{a}' | ~~",
                "f'{42} {1e5} {0x1f}' | ~~",
                "f'{[a for b in c]}' | a INTERPOLATED; b INTERPOLATED; c INTERPOLATED",
            })
    void findsNames(String source, String expected) {
        assertThat(FStringFields.references(LITERAL, source).stream()
                        .map(name -> name.expr().display() + " " + name.use())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "f'{one()}' | INTERPOLATED",
                "f'{one()!r}' | INTERPOLATED",
                "f'{x + one()}' | INTERPOLATED",
                "f'{await one()}' | AWAITED",
                "f'{one()()}' | CALLED",
                "f'{one().x}' | PRIMARY",
                "f'{one()[0]}' | PRIMARY",
                "f'{[one()]}' | OTHER",
                "f'{(one())}' | OTHER",
            })
    void tellsUseOfCall(String source, Use expected) {
        assertThat(FStringFields.calls(LITERAL, source).get(0).use()).isEqualTo(expected);
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
