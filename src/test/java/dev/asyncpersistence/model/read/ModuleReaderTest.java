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
import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Use;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(PythonForTests.class)
class ModuleReaderTest {

    @Test
    void namesWhatIsDefined() {
        ModuleModel module = read("""
                def f():
                    def inner():
                        class Local:
                            def g(self): pass
                class A(Base, Generic[T], metaclass=M):
                    class B:
                        async def g(self): pass
                    def h(self): pass
                if X:
                    def f(): pass
                """);
        assertThat(module.functions().keySet())
                .containsExactlyInAnyOrder(
                        "pkg.m.f", "pkg.m.f.inner", "pkg.m.f.inner.Local.g", "pkg.m.A.B.g", "pkg.m.A.h", "pkg.m.f#2");
        assertThat(module.classes().keySet()).containsExactlyInAnyOrder("pkg.m.f.inner.Local", "pkg.m.A", "pkg.m.A.B");
        ClassModel a = type(module, "A");
        assertThat(a.bases()).extracting(Expr::display).startsWith("Base", "Generic[...]");
        assertThat(a.methods()).containsOnlyKeys("h");
        assertThat(function(module, "A.B.g").async()).isTrue();
        assertThat(function(module, "A.h").async()).isFalse();
        assertThat(function(module, "A.h").className()).isEqualTo("pkg.m.A");
        assertThat(function(module, "f.inner").className()).isNull();
        assertThat(function(module, "f.inner").enclosingScope()).isEqualTo("pkg.m.f");
    }

    @Test
    void readsDecorators() {
        ModuleModel module = read("""
                @plain
                @a.b
                @call(x)
                def f(): pass
                @dataclass(frozen=True)
                class A:
                    @property
                    def p(self): pass
                    @p.setter
                    def p(self, value): self.q = value
                def g(): pass
                """);
        assertThat(function(module, "f").decorators())
                .extracting(Expr::display)
                .containsExactly("plain", "a.b", "call(...)");
        assertThat(function(module, "g").decorators()).isEmpty();
        assertThat(type(module, "A").dataclass()).isTrue();
        assertThat(Objects.requireNonNull(type(module, "A").method("p")).isProperty())
                .isTrue();
    }

    static Stream<Arguments> parameters() {
        return Stream.of(
                arguments("", ""),
                arguments("a", "a POSITIONAL_OR_KEYWORD"),
                arguments("a, /, b", "a POSITIONAL_ONLY, b POSITIONAL_OR_KEYWORD"),
                arguments("a, *, b=1", "a POSITIONAL_OR_KEYWORD, b KEYWORD_ONLY ="),
                arguments("*a, b, **c", "a VAR_POSITIONAL, b KEYWORD_ONLY, c VAR_KEYWORD"),
                arguments("*a: int, **b: Layer", "a VAR_POSITIONAL :int, b VAR_KEYWORD :Layer"),
                arguments("a: Layer = None", "a POSITIONAL_OR_KEYWORD :Layer ="),
                arguments("a: 'Layer'", "a POSITIONAL_OR_KEYWORD :Layer"),
                arguments("a: Layer | None", "a POSITIONAL_OR_KEYWORD :(Layer or None)"),
                arguments("a: 'Layer | None'", "a POSITIONAL_OR_KEYWORD :(Layer or None)"),
                arguments("a: db.Layer", "a POSITIONAL_OR_KEYWORD :db.Layer"),
                arguments("a: Optional[Layer]", "a POSITIONAL_OR_KEYWORD :Optional[...]"),
                arguments("a: dict[str, int]", "a POSITIONAL_OR_KEYWORD :dict[...]"));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void readsParameters(String parameters, String expected) {
        assertThat(function(read("def f(" + parameters + "): pass"), "f").parameters().stream()
                        .map(ModuleReaderTest::show)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    private static String show(Parameter parameter) {
        Expr annotation = parameter.annotation();
        return parameter.name()
                + " "
                + parameter.kind()
                + (annotation == null ? "" : " :" + annotation.display())
                + (parameter.defaultValue() == null ? "" : " =");
    }

    @Test
    void readsReturnsAndYields() {
        ModuleModel module = read("""
                def f(x) -> "Layer":
                    if x:
                        return one()
                    def inner():
                        return two()
                    return
                def g():
                    x = yield one()
                def h():
                    yield from one()
                def i():
                    return [(yield)]
                def j():
                    return lambda: (yield)
                """);
        assertThat(function(module, "f").returned()).extracting(Expr::display).containsExactly("one()");
        assertThat(function(module, "f").returnAnnotation()).isEqualTo(new Expr.Name("Layer"));
        assertThat(function(module, "f.inner").returned())
                .extracting(Expr::display)
                .containsExactly("two()");
        assertThat(Stream.of("f", "g", "h", "i", "j")
                        .filter(name -> function(module, name).yielded()))
                .containsExactly("g", "h", "i");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "def f(): ... | true",
                "def f(): pass | true",
                "def f(): '''doc''' | true",
                "def f(): return 1 | false",
                "def f(): g() | false",
                "def f(): x = 1 | false"
            })
    void tellsDeclarationsOnly(String text, boolean stub) {
        assertThat(function(read(text), "f").overloadStub()).isEqualTo(stub);
    }

    @Test
    void knowsFunctionsThatLoopForever() {
        ModuleModel module = read("""
                async def f():
                    while True:
                        await asyncio.sleep(1)
                async def g():
                    await asyncio.sleep(1)
                    while True: h()
                """);
        assertThat(function(module, "f").loopsForever()).isTrue();
        assertThat(function(module, "g").loopsForever()).isFalse();
    }

    @Nested
    class Bindings {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "x = one() | x ASSIGNMENT one()",
                    "x: Layer = one() | x ASSIGNMENT one() :Layer",
                    "x: Layer | x ASSIGNMENT ... :Layer",
                    "x = y = one() | x ASSIGNMENT one(); y ASSIGNMENT one()",
                    "x, y = one(), two() | x ASSIGNMENT one(); y ASSIGNMENT two()",
                    "(x, y) = [one(), two()] | x ASSIGNMENT one(); y ASSIGNMENT two()",
                    "x, y = one() | x ASSIGNMENT one(); y ASSIGNMENT one()",
                    "x, *y = one() | x ASSIGNMENT one(); y ASSIGNMENT ...",
                    "if (x := one()): pass | x ASSIGNMENT one()",
                    "f(x := one()) | x ASSIGNMENT one()",
                    "for x in one(): pass | x ELEMENT one()",
                    "for x, y in one(): pass | x ELEMENT ...; y ELEMENT ...",
                    "a = [x for x in one()] | a ASSIGNMENT ...; x ELEMENT one()",
                    "with one() as x: pass | x CONTEXT one()",
                    "with (one() as x, two() as y): pass | x CONTEXT one(); y CONTEXT two()",
                    "with one(): pass | ~~",
                    "x[0] = one() | ~~",
                    "x += one() | x ASSIGNMENT ...",
                    "import x | ~~",
                    "a = b or one() | a ASSIGNMENT (b or one())",
                })
        void readsBinding(String statement, String expected) {
            assertThat(show(read(statement).globals())).isEqualTo(expected);
            Map<String, List<Binding>> locals =
                    function(read("def f():\n    " + statement), "f").locals();
            assertThat(show(locals)).isEqualTo(expected);
        }

        @Test
        void bindsInTheScopeThatOwnsTheName() {
            ModuleModel module = read("""
                    def f():
                        global g
                        g = one()
                        x = two()
                        def middle():
                            def inner():
                                nonlocal x
                                x = three()
                                y = four()
                    """);
            assertThat(show(module.globals())).isEqualTo("g ASSIGNMENT one()");
            assertThat(show(function(module, "f").locals())).isEqualTo("x ASSIGNMENT two(); x ASSIGNMENT three()");
            assertThat(show(function(module, "f.middle").locals())).isEmpty();
            assertThat(show(function(module, "f.middle.inner").locals())).isEqualTo("y ASSIGNMENT four()");
        }

        @Test
        void readsAttributesOfSelf() {
            ModuleModel module = read("""
                    class A:
                        a = one()
                        b: Layer
                        def __init__(this, p):
                            this.c = p
                            def inner():
                                this.d = two()
                            other.e = three()
                            this.f.g = four()
                            this.h: Layer = p
                        @staticmethod
                        def s(x):
                            x.i = five()
                        @classmethod
                        def k(cls):
                            cls.j = six()
                    def f(self):
                        self.l = seven()
                    """);
            assertThat(type(module, "A").attributes()).containsOnlyKeys("a", "b", "c", "d", "h", "j");
            assertThat(module.attributeWrites().stream()
                            .map(w -> w.target().display() + "." + w.attr() + " = "
                                    + w.value().display()))
                    .containsExactly("other.e = three()", "this.f.g = four()", "x.i = five()", "self.l = seven()");
        }

        @Test
        void doesNotTakeVariablesOfComprehensionsForClassAttributes() {
            assertThat(type(read("class A:\n    a = [x for x in y]\n"), "A").attributes())
                    .containsOnlyKeys("a");
        }

        private String show(Map<String, List<Binding>> bindings) {
            return bindings.entrySet().stream()
                    .flatMap(entry -> entry.getValue().stream()
                            .map(b -> entry.getKey()
                                    + " "
                                    + b.kind()
                                    + " "
                                    + b.value().display()
                                    + (b.annotation() == null
                                            ? ""
                                            : " :" + b.annotation().display())))
                    .collect(Collectors.joining("; "));
        }
    }

    @Nested
    class Importing {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "import a | a a null",
                    "import a.b.c | a a.b.c null",
                    "import a.b as c | c a.b null",
                    "import a, b.c | a a null; b b.c null",
                    "from a import b | b a b",
                    "from a.b import c as d | d a.b c",
                    "from a import (b, c,) | b a b; c a c",
                    "from a import * | * a *",
                    "from . import b | b . b",
                    "from .a import b | b .a b",
                    "from ... import b | b ... b",
                    "from ..a.b import c | c ..a.b c",
                })
        void readsImport(String statement, String expected) {
            assertThat(show(read(statement).imports())).isEqualTo(expected);
            assertThat(show(function(read("def f():\n    " + statement), "f").imports()))
                    .isEqualTo(expected);
        }

        @Test
        void knowsImportsForTypeCheckersOnly() {
            ModuleModel module = read("""
                    import a
                    if TYPE_CHECKING:
                        import b
                    else:
                        import c
                    if typing.TYPE_CHECKING:
                        from d import e
                    if other:
                        import f
                    try:
                        import g
                    except ImportError:
                        import h
                    """);
            assertThat(module.imports())
                    .filteredOn(ImportedName::typeCheckingOnly)
                    .extracting(ImportedName::localName)
                    .containsExactly("b", "e");
            assertThat(module.imports()).extracting(ImportedName::line).containsExactly(1, 3, 5, 7, 9, 11, 13);
        }

        private String show(List<ImportedName> imports) {
            return imports.stream()
                    .map(i -> i.localName() + " " + i.module() + " " + i.symbol())
                    .collect(Collectors.joining("; "));
        }
    }

    @Nested
    class Calls {

        static Stream<Arguments> places() {
            return Stream.of(
                    arguments("x = probe()", "BODY"),
                    arguments("return other(probe())", "BODY in other"),
                    arguments("a(b(probe()))", "BODY in b in a"),
                    arguments("a(x).b(probe())", "BODY in a(...).b"),
                    arguments("a(probe()).b()", "BODY in a"),
                    arguments("probe()", "BODY discarded"),
                    arguments("await probe()", "BODY awaited"),
                    arguments("x = await probe()", "BODY awaited"),
                    arguments("x = (await (probe())).y", "BODY awaited"),
                    arguments("await other(probe())", "BODY in other"),
                    arguments("if probe(): pass", "BODY"),
                    arguments("if x: probe()", "BODY discarded"),
                    arguments("probe().x", "BODY"),
                    arguments("x = lambda: probe()", "LAMBDA"),
                    arguments("x = lambda a=probe(): a", "BODY"),
                    arguments("x = lambda: [probe() for a in b]", "LAMBDA inLoop"),
                    arguments("x = [probe() for a in b]", "COMPREHENSION inLoop"),
                    arguments("x = {probe() for a in b}", "COMPREHENSION inLoop"),
                    arguments("x = {a: probe() for a in b}", "COMPREHENSION inLoop"),
                    arguments("x = [a for a in b if probe()]", "COMPREHENSION inLoop"),
                    arguments("x = [a for a in probe()]", "BODY"),
                    arguments("x = [a for c in b for a in probe()]", "COMPREHENSION inLoop"),
                    arguments("x = [[probe() for a in b] for b in c]", "NESTED_COMPREHENSION inLoop"),
                    arguments("x = [any(probe() for a in b) for b in c]", "GENERATOR_EXPRESSION inLoop in any"),
                    arguments("x = any([probe() for a in b] for b in c)", "GENERATOR_EXPRESSION inLoop in any"),
                    arguments("x = any(probe() for a in b)", "GENERATOR_EXPRESSION inLoop in any"),
                    arguments("x = any(a for a in probe())", "BODY in any"),
                    arguments("for a in probe(): pass", "BODY"),
                    arguments("for a in b: probe()", "BODY discarded inLoop"),
                    arguments("for a in b: pass\n    else: probe()", "BODY discarded"),
                    arguments("while probe(): pass", "BODY inLoop"),
                    arguments("while x: probe()", "BODY discarded inLoop"),
                    arguments("async for a in probe(): pass", "BODY awaited"),
                    arguments("async with probe() as a: pass", "BODY awaited"),
                    arguments("async with probe(): pass", "BODY awaited"),
                    arguments("with probe() as a: pass", "BODY"),
                    arguments("match x:\n        case 1: probe()", "BODY discarded"),
                    arguments("try: pass\n    finally: probe()", "BODY discarded"),
                    arguments("@probe\n    def g(): pass", ""),
                    arguments("@probe()\n    def g(): pass", "DECORATOR"),
                    arguments("@other(probe())\n    def g(): pass", "DECORATOR in other"),
                    arguments("def g(a=probe()): pass", "DEFAULT_VALUE"),
                    arguments("class A:\n        a = probe()", "CLASS_BODY"),
                    arguments("for a in b:\n        def g(): probe()", "BODY discarded"));
        }

        @ParameterizedTest
        @MethodSource("places")
        void readsWhereACallStands(String code, String expected) {
            assertThat(show(read("async def f():\n    " + code + "\n"))).isEqualTo(expected);
        }

        @Test
        void readsCallsOutsideOfFunctions() {
            assertThat(show(read("probe()"))).isEqualTo("MODULE_BODY discarded");
            assertThat(show(read("x = [probe() for a in b]"))).isEqualTo("COMPREHENSION inLoop");
            assertThat(show(read("class A:\n    probe()"))).isEqualTo("CLASS_BODY discarded");
            assertThat(show(read("class A(probe()): pass"))).isEqualTo("MODULE_BODY");
        }

        @Test
        void readsCallsInFStrings() {
            String place = show(read("async def f():\n    x = f'{await probe()}'\n"));
            assertThat(place).isIn("F_STRING awaited", "BODY awaited");
        }

        @Test
        void knowsTheFunctionAndTheScope() {
            ModuleModel module = read("""
                    one()
                    class A:
                        two()
                        @three()
                        def f(self, a=four()):
                            five()
                            def inner(): six()
                    """);
            assertThat(module.allCalls().stream()
                            .map(c -> c.call().callee().display() + " " + c.function() + " " + c.scope())
                            .sorted())
                    .containsExactly(
                            "five pkg.m.A.f pkg.m.A.f",
                            "four null pkg.m.A",
                            "one null pkg.m",
                            "six pkg.m.A.f.inner pkg.m.A.f.inner",
                            "three null pkg.m.A",
                            "two null pkg.m.A");
        }

        @Test
        void readsArguments() {
            Expr.Call call = probes(read("probe(a, *b, c=d(), **e)")).get(0).call();
            assertThat(call.arguments())
                    .extracting(
                            a -> a.stars() + " " + a.keyword() + " " + a.value().display())
                    .containsExactly("0 null a", "1 null b", "0 c d()", "2 null e");
            assertThat(probes(read("probe()")).get(0).call().arguments()).isEmpty();
        }

        @Test
        void readsCallees() {
            assertThat(read("a()\nb.c()\nd()()\ne[0]()\n(f or g)()\nh().i()\n").calls().stream()
                            .map(c -> c.call().callee().display()))
                    .containsExactlyInAnyOrder("a", "b.c", "d", "d()", "e[...]", "(f or g)", "h", "h().i");
        }

        private String show(ModuleModel module) {
            return probes(module).stream()
                    .map(c -> c.place()
                            + (c.awaited() ? " awaited" : "")
                            + (c.use() == Use.DISCARDED ? " discarded" : "")
                            + (c.inLoop() ? " inLoop" : "")
                            + c.enclosingCalls().stream()
                                    .map(e -> " in " + e.display())
                                    .collect(Collectors.joining()))
                    .collect(Collectors.joining("; "));
        }

        private List<CallSite> probes(ModuleModel module) {
            return module.allCalls().stream()
                    .filter(c -> c.call().callee().display().equals("probe"))
                    .toList();
        }
    }

    private static ModuleModel read(String text) {
        return Programs.module("pkg/m.py", text.endsWith("\n") ? text : text + "\n");
    }

    private static FunctionModel function(ModuleModel module, String name) {
        return Objects.requireNonNull(module.functions().get("pkg.m." + name), name);
    }

    private static ClassModel type(ModuleModel module, String name) {
        return Objects.requireNonNull(module.classes().get("pkg.m." + name), name);
    }
}
