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
package dev.asyncpersistence.plan.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(PythonForTests.class)
class FamiliesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "override           | class A:;    def f(self): 1;class B(A):;    def f(self): 2 | A.f B.f",
                "two subclasses     | class A:;    def f(self): 1;class B(A):;    def f(self): 2;class C(A):;    def f(self): 3 | A.f B.f C.f",
                "mixin              | class A:;    def f(self): 1;class B:;    def f(self): 2;class C(A, B): 3 | A.f B.f",
                "protocol           | class P(Protocol):;    def f(self): ...;class A:;    def f(self): 2 | A.f P.f",
                "redefinition       | if x:;    def f(): 1;else:;    def f(): 2 | f f#2",
                "overload           | @overload;def f(a: int): ...;@overload;def f(a: str): ...;def f(a): 3 | f f#2 f#3",
            })
    void belongTogether(String name, String code, String expected) {
        assertThat(families(code)).containsExactly(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "unrelated classes  | class A:;    def f(self): 1;class B:;    def f(self): 2",
                "part of a protocol | class P(Protocol):;    def f(self): ...;    def g(self): ...;class A:;    def f(self): 2",
                "constructors       | class A:;    def __init__(self): 1;class B(A):;    def __init__(self): 2",
                "nested functions   | def a():;    def f(): 1;def b():;    def f(): 2",
            })
    void standAlone(String name, String code) {
        assertThat(families(code)).isEmpty();
    }

    @Test
    void oneCallThatMayReachTwoFunctionsJoinsThem() {
        String code = "class A:;    def f(self): 1;class B:;    def f(self): 2;def use(x: A | B): x.f()";
        assertThat(families(code)).isEmpty();
        Resolver resolver = resolver(code);
        Families families = new Families(resolver);
        families.join(new FunctionUses(resolver, families));
        assertThat(several(resolver, families)).containsExactly("A.f B.f");
    }

    private static List<String> families(String code) {
        Resolver resolver = resolver(code);
        return several(resolver, new Families(resolver));
    }

    private static Resolver resolver(String code) {
        return new Resolver(
                Programs.of("m.py", "from typing import Protocol, overload\n" + code.replace(";", "\n") + "\n"));
    }

    private static List<String> several(Resolver resolver, Families families) {
        return resolver.program().functions().stream()
                .map(families::of)
                .distinct()
                .filter(family -> family.members().size() > 1)
                .map(family -> family.members().stream()
                        .map(member -> member.qualifiedName().replaceFirst("^m\\.", ""))
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
