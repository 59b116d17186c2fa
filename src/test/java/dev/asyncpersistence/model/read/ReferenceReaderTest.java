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
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Reference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PythonForTests.class)
class ReferenceReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "x = a | a",
                "x = a.b | a.b",
                "x = a.b.c.d | a.b.c.d",
                "x = (a.b) | a.b",
                "x = a.b, a.b | a.b a.b",
                "x = a().b | a().b",
                "x = a().b.c | a().b.c",
                "x = (await a()).b | (await a()).b",
                "x = a[b] | a b",
                "x = a[0].b | a[...].b a",
                "x = (1 + a).b | ....b a",
                "x = a.b[c.d].e | a.b[...].e a.b c.d",
                "x = [a, b] | a b",
                "x = a or b.c | a b.c",
                "return a | a",
                "a | a",
                "a.b | a.b",
                "g(a) | a",
                "g(a, b.c) | a b.c",
                "g(k=a) | a",
                "g(*a, **b) | a b",
                "a.b(c) | c",
                "a[b](c) | a b c",
                "(a or b)(c) | a b c",
                "a().b(c) | c",
                "x = lambda y=a: b | a b",
                "x = [a for b in c if d] | a c d",
                "def g(x=a, *, y=b.c): pass | a b.c",
                "@a\\n    def g(): pass | a",
                "@a.b\\n    class C: pass | a.b",
                "@g(a, k=b)\\n    def h(): pass | a b",
                "class C(D, metaclass=a): pass | a",
                "x.y[a] = b | x.y a b",
                "x[a] += b | x a b",
                "del x[a] | x a",
                "try: pass\\n    except a.b: pass | a.b",
                "try: pass\\n    except (a, b) as c: pass | a b",
                "match a:\\n        case B.c: pass | a B.c",
                "match a:\\n        case B(c=D.e): pass | a B D.e",
                "def g(x: Annotated[Y, Depends(a)]): pass | a",
                "x: Annotated[Y, Depends(a)] = b | a b",
            })
    void readsNames(String code, String expected) {
        assertThat(names(code)).isEqualTo(expected);
    }

    static Stream<Arguments> notRead() {
        return Stream.of(
                arguments("callees", "a()"),
                arguments("methods", "a.b()"),
                arguments("methods of results", "a().b()"),
                arguments("callees of decorators", "@a()\n    def g(): pass"),
                arguments("methods in decorators", "@a.b(1)\n    class C: pass"),
                arguments("targets", "a = 1"),
                arguments("attributes as targets", "a.b = 1"),
                arguments("chained targets", "a = b.c = 1"),
                arguments("annotated targets", "a: int = 1"),
                arguments("annotated attributes", "a.b: int = 1"),
                arguments("annotations", "a: b"),
                arguments("annotations with parts", "a: b[c.d, 'e'] | None = 1"),
                arguments("tuple targets", "a, (b.c, *d) = 1, (2, 3)"),
                arguments("list targets", "[a, b] = 1, 2"),
                arguments("targets of a walrus", "(a := 1)"),
                arguments("targets of an augmented assignment", "a += 1"),
                arguments("loop variables", "for a, (b, *c) in []: pass"),
                arguments("attributes as loop variables", "for a.b in []: pass"),
                arguments("variables of comprehensions", "[1 for a, b in []]"),
                arguments("what `with` binds", "with 1 as a, 2 as (b, c): pass"),
                arguments("what `async with` binds", "async with 1 as a: pass"),
                arguments("what is deleted", "del a, b.c, (d, e)"),
                arguments(
                        "captures",
                        "match 1:\n        case [a, *b]: pass\n        case c: pass\n        case (d): pass"),
                arguments(
                        "captures of parts", "match 1:\n        case {'k': a, **b}: pass\n        case (1 as c): pass"),
                arguments("keyword names", "g(a=1)"),
                arguments("keywords of decorators", "@g(a=1)\n    def h(): pass"),
                arguments("keywords of classes", "class A(b=1): pass"),
                arguments("bases", "class A(b, c.d): pass"),
                arguments("imports", "import a, b.c as d"),
                arguments("imported names", "from a.b import c as d"),
                arguments("names of functions and parameters", "def a(b, /, c, *d, e, **g): pass"),
                arguments("parameters' annotations", "def a(b: c, *d: e.h[i], **k: 'l | m') -> n[o, p.q]: pass"),
                arguments("names of lambdas' parameters", "lambda a, *b, **c: 1"),
                arguments("declared names", "global a, b"),
                arguments("constants", "x = None, True, ..."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notRead")
    void doesNotTakeForReads(String what, String code) {
        assertThat(names(code)).as(what).isEmpty();
    }

    @Test
    void knowsScopeAndPlace() {
        assertThat(show(read("""
                a
                @b
                class C:
                    d
                    def f(self, x=e):
                        g
                        [h for i in j]
                        def inner():
                            k; lambda: l
                """))).isEqualTo("""
                a null pkg.m MODULE_BODY 1
                b null pkg.m DECORATOR 2
                d null pkg.m.C CLASS_BODY 4
                e null pkg.m.C DEFAULT_VALUE 5
                g pkg.m.C.f pkg.m.C.f BODY 6
                h pkg.m.C.f pkg.m.C.f COMPREHENSION 7
                j pkg.m.C.f pkg.m.C.f BODY 7
                k pkg.m.C.f.inner pkg.m.C.f.inner BODY 9
                l pkg.m.C.f.inner pkg.m.C.f.inner LAMBDA 9
                """.strip());
    }

    @Test
    void belongsToTheFunctionThatReads() {
        ModuleModel module = read("class A:\n    a\n    def f(self):\n        b\n        def g(): c\n");
        assertThat(module.references()).extracting(Reference::expr).containsExactly(new Expr.Name("a"));
        assertThat(module.functions().get("pkg.m.A.f").references())
                .extracting(Reference::expr)
                .containsExactly(new Expr.Name("b"));
        assertThat(module.functions().get("pkg.m.A.f.g").references())
                .extracting(Reference::expr)
                .containsExactly(new Expr.Name("c"));
        assertThat(module.allReferences()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x = a | ''",
                "g(a) | g",
                "g(k=a) | g",
                "g(*a) | g",
                "h(x.g(a)) | x.g h",
                "g([a, 1]) | g",
                "g(lambda: a) | g",
                "g().h(a) | g().h",
                "a.b(1) | ''",
                "@g(a)\\n    def h(): pass | g",
                "@a\\n    def h(): pass | ''",
            })
    void knowsTheCallsAround(String code, String expected) {
        assertThat(read("def f():\n    " + code.replace("\\n", "\n")).allReferences().stream()
                        .flatMap(r -> r.enclosingCalls().stream())
                        .map(Expr::display)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    /** One literal to the parser before Python 3.12, expressions from then on. */
    @ParameterizedTest
    @ValueSource(strings = {"f'{a} {b.c!r:>{d}} {g(k=e)} {{h}}'", "f'{a:%Y}' f'{b.c.join(d)}{e}'"})
    void readsFStrings(String literal) {
        assertThat(names("x = " + literal).split(" ")).contains("a", "d", "e").doesNotContain("g", "h", "k", "r", "Y");
    }

    private static String names(String code) {
        return read("async def f():\n    " + code.replace("\\n", "\n")).allReferences().stream()
                .map(r -> r.expr().display())
                .collect(Collectors.joining(" "));
    }

    private static String show(ModuleModel module) {
        return module.allReferences().stream()
                .sorted((a, b) -> a.location().compareTo(b.location()))
                .map(r -> String.join(
                        " ",
                        r.expr().display(),
                        r.function(),
                        r.scope(),
                        r.place().name(),
                        String.valueOf(r.location().line())))
                .collect(Collectors.joining("\n"));
    }

    private static ModuleModel read(String text) {
        return Programs.module("pkg/m.py", text.endsWith("\n") ? text : text + "\n");
    }
}
