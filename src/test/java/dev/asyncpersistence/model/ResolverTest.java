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
package dev.asyncpersistence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.asyncpersistence.PythonForTests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is passed to {@code probe(...)} in a sample is what is asked for. */
@ExtendWith(PythonForTests.class)
class ResolverTest {
    private static final String LAYER = """
            class Layer:
                url = "x"

                def __init__(self, url=""):
                    self.rooms = {}

                def get_player(self, name): return self.rooms

                def sibling(self) -> "Layer": return self

                @classmethod
                def make(cls): return cls("x")

                @staticmethod
                def default(): return Layer()

                def __enter__(self): return self


            class Other:
                def get_player(self, name): pass


            layer = Layer()
            _instance = None


            def get_layer():
                global _instance
                if _instance is None:
                    _instance = Layer()
                return _instance


            def declared() -> Layer: ...
            """;

    private static final String SERVICE_IMPORTS = """
            from __future__ import annotations
            import asyncio
            from typing import Annotated, Any, Optional, Protocol, Union, cast
            from app.db import Layer, Other, layer, get_layer, declared
            """;

    /** Modules that refer to each other in circles of ten, and their functions in circles, with every way to get hold of a layer. */
    private static final String GENERATED = """
            from app.db import Layer, get_layer
            import app.next as after
            from app.next import Service as Next, a as next_a
            class Base: pass
            class Service(Base):
                def __init__(self, p=None, other=None):
                    self.p = p or get_layer()
                    self.other = other or after.Service(self.p)
                def use(self):
                    a(self.other); b(self.p); self.p.get_player(1)
                    return self.other.use() or self.other.other.use()
            def a(x): return b(x) or c(x) or next_a(x)
            def b(x): return a(x) or c(x) or after.c(x.p)
            def c(x): return a(x) or b(x) or Service(x)
            """;

    static Stream<Arguments> receivers() {
        return Stream.of(
                arguments("an instance made in place", "probe(Layer('x'))", "Layer DECLARED"),
                arguments("a call of an annotated function", "probe(declared())", "Layer DECLARED"),
                arguments("an accessor of a module's singleton", "probe(get_layer())", "Layer ASSIGNED"),
                arguments("a module's singleton", "probe(layer)", "Layer ASSIGNED"),
                arguments("a class method", "probe(Layer.make())", "Layer ASSIGNED"),
                arguments("a static method", "probe(Layer.default())", "Layer ASSIGNED"),
                arguments("a renamed local", "def f():\n    a = Layer()\n    b = a\n    probe(b)", "Layer ASSIGNED"),
                arguments("a tuple's part", "a, b = Layer(), Other()\nprobe(b)", "Other ASSIGNED"),
                arguments("a chain of names", "a = b = Layer()\nprobe(b)", "Layer ASSIGNED"),
                arguments("a walrus", "if (a := Layer()):\n    probe(a)", "Layer ASSIGNED"),
                arguments("an annotated local", "a: Layer = unknown()\nprobe(a)", "Layer DECLARED"),
                arguments("an annotation alone", "a: Layer\nprobe(a)", "Layer DECLARED"),
                arguments("a useless annotation", "a: Any = Layer()\nprobe(a)", "Layer ASSIGNED"),
                arguments("a parameter", "def f(a: Layer):\n    probe(a)", "Layer DECLARED"),
                arguments("a keyword-only parameter", "def f(*, a: Layer):\n    probe(a)", "Layer DECLARED"),
                arguments("a quoted annotation", "def f(a: 'Layer'):\n    probe(a)", "Layer DECLARED"),
                arguments("an optional one", "def f(a: Optional[Layer] = None):\n    probe(a)", "Layer DECLARED"),
                arguments("a union with None", "def f(a: Layer | None = None):\n    probe(a)", "Layer DECLARED"),
                arguments("a quoted union", "def f(a: 'Layer | None' = None):\n    probe(a)", "Layer DECLARED"),
                arguments(
                        "a union of two",
                        "def f(a: Union[Layer, 'Other']):\n    probe(a)",
                        "Layer DECLARED, Other DECLARED"),
                arguments(
                        "an annotated type",
                        "def f(a: Annotated[Layer, Depends(other)]):\n    probe(a)",
                        "Layer DECLARED"),
                arguments("a dependency", "def f(a=Depends(get_layer)):\n    probe(a)", "Layer ASSIGNED"),
                arguments("a cast", "probe(cast(Layer, unknown))", "Layer DECLARED"),
                arguments("a quoted cast", "probe(cast('Layer', unknown))", "Layer DECLARED"),
                arguments(
                        "getattr with a constant",
                        "class A:\n    p = Layer()\nprobe(getattr(A(), 'p', None))",
                        "Layer ASSIGNED"),
                arguments(
                        "a conditional expression",
                        "probe(Layer() if x else Other())",
                        "Layer DECLARED, Other DECLARED"),
                arguments("one or the other", "probe(unknown or Layer())", "Layer DECLARED"),
                arguments(
                        "a loop over a tuple",
                        "for a in (Layer(), Other()):\n    probe(a)",
                        "Layer ASSIGNED, Other ASSIGNED"),
                arguments("a comprehension over a list", "[probe(a) for a in [Layer()]]", "Layer ASSIGNED"),
                arguments("a context manager", "with Layer() as a:\n    probe(a)", "Layer ASSIGNED"),
                arguments(
                        "a context manager that gives something else",
                        "class M:\n    def __enter__(self): return Layer()\nwith M() as a:\n    probe(a)",
                        "Layer ASSIGNED"),
                arguments(
                        "a generator as context manager",
                        "@contextmanager\ndef m():\n    yield Layer()\nwith m() as a:\n    probe(a)",
                        "Layer ASSIGNED"),
                arguments(
                        "an annotated generator as context manager",
                        "@contextmanager\ndef m() -> Iterator[Layer]:\n    yield x\nwith m() as a:\n    probe(a)",
                        "Layer ASSIGNED"),
                arguments(
                        "a dependency that yields",
                        "def get():\n    a = Layer()\n    yield a\ndef f(a=Depends(get)):\n    probe(a)",
                        "Layer ASSIGNED"),
                arguments(
                        "a class made on a thread",
                        "async def f():\n    a = await asyncio.to_thread(Layer, url)\n    probe(a)",
                        "Layer ASSIGNED"),
                arguments(
                        "an accessor called in an executor",
                        "async def f():\n    probe(await loop.run_in_executor(None, get_layer))",
                        "Layer ASSIGNED"),
                arguments(
                        "an awaited function",
                        "async def get() -> Layer: ...\nasync def f():\n    probe(await get())",
                        "Layer DECLARED"),
                arguments("a method's own kind", "probe(Layer().sibling().sibling())", "Layer DECLARED"),
                arguments("a class passed on", "def f(kind: type[Layer]):\n    probe(kind())", "Layer DECLARED"),
                arguments("self in a method", "class A(Layer):\n    def f(self):\n        probe(self)", "A DECLARED"),
                arguments(
                        "super",
                        "class A(Layer):\n    def f(self):\n        probe(super().sibling())",
                        "Layer DECLARED"),
                arguments(
                        "a local import",
                        "def f():\n    from app.db import Other as Thing\n    probe(Thing())",
                        "Other DECLARED"),
                arguments("a module's attribute", "import app.db\nprobe(app.db.Layer())", "Layer DECLARED"),
                arguments("a renamed module", "import app.db as d\nprobe(d.get_layer())", "Layer ASSIGNED"),
                arguments(
                        "a module imported from its package", "from app import db\nprobe(db.layer)", "Layer ASSIGNED"),
                arguments(
                        "an attribute of an unknown object",
                        "app.state.p = Layer()\ndef f(request):\n    probe(request.app.state.p)",
                        "Layer SAME_ATTRIBUTE"),
                arguments("an attribute of a container in an unknown object", """
                        class Container:
                            def __init__(self):
                                self.p = Layer()
                        app.state.container = Container()
                        def f():
                            probe(app.state.container.p)""", "Layer SAME_ATTRIBUTE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("receivers")
    void resolves(String what, String code, String expected) {
        assertThat(probe(code)).as(what).isEqualTo(expected);
    }

    static Stream<Arguments> attributes() {
        return Stream.of(
                arguments("def __init__(self, p: Layer):\n        self.p = p", "Layer ASSIGNED"),
                arguments(
                        "def __init__(self, p: 'Layer | None' = None):\n        self.p = p or get_layer()",
                        "Layer ASSIGNED"),
                arguments("def __init__(self, p=None):\n        self.p = p or get_layer()", "Layer ASSIGNED"),
                arguments(
                        "def __init__(self, p=None):\n        self.p = p if p is not None else Layer()",
                        "Layer ASSIGNED"),
                arguments("def __init__(self, p):\n        self.p: Layer = p", "Layer DECLARED"),
                arguments(
                        "def start(self):\n        def inner():\n            self.p = Layer()\n        inner()",
                        "Layer ASSIGNED"),
                arguments("p = Layer()", "Layer ASSIGNED"),
                arguments("p: Layer", "Layer DECLARED"),
                arguments("p: Optional[Layer] = None", "Layer DECLARED"),
                arguments("@property\n    def p(self): return get_layer()", "Layer ASSIGNED"),
                arguments("@cached_property\n    def p(self) -> Layer: ...", "Layer DECLARED"),
                arguments(
                        "def __init__(self, p):\n        self._p = p\n    @property\n    def p(self): return self._p",
                        ""));
    }

    @ParameterizedTest
    @MethodSource("attributes")
    void resolvesAttributeOfSelf(String body, String expected) {
        assertThat(probe("class Service:\n    " + body + "\n\n    def use(self):\n        probe(self.p)"))
                .isEqualTo(expected);
    }

    static Stream<Arguments> passed() {
        String plain = "def __init__(self, room, p):\n        self.p = p";
        return Stream.of(
                arguments(plain, "Service(1, Layer())", "Layer PASSED"),
                arguments(plain, "Service(1, p=get_layer())", "Layer PASSED"),
                arguments(plain, "Service(Layer(), Other())", "Other PASSED"),
                arguments(plain, "Service(*args, Layer())", ""),
                arguments(plain, "Unrelated(1, Layer())", ""),
                arguments("def __init__(self, *, p):\n        self.p = p", "Service(p=Layer())", "Layer PASSED"),
                arguments("def __init__(self, p=None):\n        self.p = p", "Service(Layer())", "Layer PASSED"));
    }

    @ParameterizedTest
    @MethodSource("passed")
    void resolvesWhatConstructorCallsPass(String init, String call, String expected) {
        assertThat(probe("class Service:\n    " + init + "\n    def use(self):\n        probe(self.p)\n" + call))
                .isEqualTo(expected);
    }

    @Test
    void resolvesWhatConstructorCallsOfSubclassesPass() {
        assertThat(probe("""
                                class Base:
                                    def __init__(self, p):
                                        self.p = p
                                    def use(self):
                                        probe(self.p)
                                class Service(Base):
                                    pass
                                class Special(Base):
                                    def __init__(self, other):
                                        super().__init__(other)
                                Service(Layer())
                                Special(Other())
                                """)).isEqualTo("Layer PASSED, Other PASSED");
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                arguments("p: Layer", "", "Layer DECLARED"),
                arguments("p: Any", "Service(Layer())", "Layer PASSED"),
                arguments("room: int\n    p: Any = None", "Service(1, Layer())", "Layer PASSED"),
                arguments("LIMIT = 3\n    p: Any", "Service(Layer())", "Layer PASSED"),
                arguments("p: Any", "Service(p=Other())", "Other PASSED"),
                arguments("p: Any", "Service(room=Layer())", ""),
                arguments("p: Any = field(default_factory=Layer)", "", "Layer ASSIGNED"),
                arguments("p: Any = field(default_factory=get_layer)", "", "Layer ASSIGNED"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void resolvesFieldOfDataclass(String field, String call, String expected) {
        assertThat(probe("@dataclass\nclass Service:\n    " + field + "\n    def use(self):\n        probe(self.p)\n"
                        + call))
                .isEqualTo(expected);
    }

    static Stream<Arguments> unpacked() {
        String pair = "def pair(): return Layer(), Other()\n";
        return Stream.of(
                arguments("the first part", pair + "a, b = pair()\nprobe(a)", "Layer ASSIGNED"),
                arguments("the second part", pair + "a, b = pair()\nprobe(b)", "Other ASSIGNED"),
                arguments("one too many", pair + "a, b, c = pair()\nprobe(c)", ""),
                arguments("parts of a part", "def f(): return 1, (Layer(), Other())\na, (b, c) = f()\nprobe(c)", ""),
                arguments("a tuple in a name", "def f():\n    t = Layer(), 1\n    return t\na, b = f()\nprobe(a)", ""),
                arguments("a list", "def f(): return [Layer(), Other()]\na, b = f()\nprobe(b)", "Other ASSIGNED"),
                arguments(
                        "several returns",
                        "def f(x):\n    if x: return Layer(), 1\n    return Other(), 2\na, b = f(1)\nprobe(a)",
                        "Layer ASSIGNED, Other ASSIGNED"),
                arguments(
                        "a tuple that is passed on",
                        pair + "def f(): return pair()\na, b = f()\nprobe(b)",
                        "Other ASSIGNED"),
                arguments(
                        "a method",
                        "class A:\n    def m(self): return 1, Layer()\na, b = A().m()\nprobe(b)",
                        "Layer ASSIGNED"),
                arguments(
                        "an awaited function",
                        "async def g(): return Layer(), Other()\nasync def f():\n    a, b = await g()\n    probe(b)",
                        "Other ASSIGNED"),
                arguments(
                        "an awaited tuple that is passed on",
                        "async def h(): return Layer(), 1\nasync def g(): return await h()\n"
                                + "async def f():\n    a, b = await g()\n    probe(a)",
                        "Layer ASSIGNED"),
                arguments(
                        "an annotation", "def f() -> tuple[Layer, Other]: ...\na, b = f()\nprobe(b)", "Other ASSIGNED"),
                arguments(
                        "an annotation of old",
                        "def f() -> typing.Tuple[Layer, 'Other']: ...\na, b = f()\nprobe(b)",
                        "Other ASSIGNED"),
                arguments(
                        "an annotation and another value",
                        "def f() -> tuple[Layer, Any]: return Other(), Other()\na, b = f()\nprobe(a)\nprobe(b)",
                        "Layer ASSIGNED, Other ASSIGNED"),
                arguments("another annotation", "def f() -> dict[Layer, Other]: ...\na, b = f()\nprobe(a)", ""),
                arguments(
                        "a conditional expression",
                        pair + "a, b = pair() if x else (Other(), Layer())\nprobe(a)",
                        "Layer ASSIGNED, Other ASSIGNED"),
                arguments(
                        "a conditional expression that is returned",
                        "def f(x): return (Layer(), 1) if x else (Other(), 2)\na, b = f(1)\nprobe(a)",
                        "Layer ASSIGNED, Other ASSIGNED"),
                arguments("one or the other", pair + "a, b = x or pair()\nprobe(b)", "Other ASSIGNED"),
                arguments("in front of a star", pair + "a, *b = pair()\nprobe(a)", "Layer ASSIGNED"),
                arguments("in front of a star in place", "a, *b = Layer(), 1, 2\nprobe(a)", "Layer ASSIGNED"),
                arguments("under a star", pair + "*a, b = pair()\nprobe(a)", ""),
                arguments("behind a star", pair + "*a, b = pair()\nprobe(b)", ""),
                arguments("behind a star in place", "*a, b = Layer(), Other(), 1\nprobe(b)", ""),
                arguments("a loop", pair + "for a, b in pair():\n    probe(a)", ""),
                arguments("what `with` gives", pair + "with pair() as (a, b):\n    probe(a)", ""),
                arguments("a generator", "def f():\n    yield Layer(), Other()\na, b = f()\nprobe(a)", ""),
                arguments("attributes", pair + "x.p, x.q = pair()\nprobe(y.q)", "Other SAME_ATTRIBUTE"),
                arguments(
                        "attributes of self",
                        pair
                                + "class A:\n    def __init__(self): self.p, self.q = pair()\n"
                                + "    def f(self): probe(self.q)",
                        "Other ASSIGNED"),
                arguments(
                        "a function on a thread",
                        pair + "async def f():\n    a, b = await asyncio.to_thread(pair)\n    probe(b)",
                        "Other ASSIGNED"),
                arguments(
                        "a function in an executor",
                        pair + "async def f():\n    a, b = await loop.run_in_executor(None, pair)\n    probe(a)",
                        "Layer ASSIGNED"),
                arguments("an unknown function", "a, b = unknown()\nprobe(a)", ""),
                arguments("a class", "a, b = Layer()\nprobe(a)", ""),
                arguments("itself", "a, b = a, b\nprobe(a)", ""),
                arguments("itself, crosswise", "a, b = b, a\nprobe(a)", ""),
                arguments("a function that calls itself", "def f(): return f()\na, b = f()\nprobe(a)", ""),
                arguments(
                        "functions that go round",
                        "def f(x): return g(x) if x else (Layer(), 1)\ndef g(x): return f(x)\na, b = g(1)\nprobe(a)",
                        "Layer ASSIGNED"),
                arguments(
                        "a function that unpacks itself",
                        "def f(x):\n    a, b = f(x)\n    return b, a or Layer()\na, b = f(1)\nprobe(a)",
                        "Layer ASSIGNED"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unpacked")
    void resolvesWhatIsUnpacked(String what, String code, String expected) {
        assertThat(probe(code)).as(what).isEqualTo(expected);
    }

    static Stream<Arguments> classBodies() {
        return Stream.of(
                arguments("def f(self): ...\n    alias = f\n    probe(alias)", "app.service.A.f"),
                arguments("def f(self): ...\n    probe(f)", "app.service.A.f"),
                arguments("class B: ...\n    probe(B)", "class B"),
                arguments("def f(self): ...\n    f = Layer()\n    probe(f)", "Layer"),
                arguments("@staticmethod\n    def layer(): ...\n    probe(layer)", "app.service.A.layer"),
                arguments("def f(self): probe(layer)\n    def layer(self): ...", "Layer"),
                arguments("def f(self): probe(g)\n    def g(self): ...", ""),
                arguments("probe(layer)", "Layer"));
    }

    @ParameterizedTest
    @MethodSource("classBodies")
    void looksNamesUpInClassBodies(String body, String expected) {
        assertThat(probe("class A:\n    " + body).replaceAll(" (DECLARED|ASSIGNED)", ""))
                .isEqualTo(expected);
    }

    @Test
    void followsAliasOfMethod() {
        assertThat(probe("class A:\n    def f(self): ...\n    alias = f\nprobe(A().alias)\nprobe(A().other)"))
                .isEqualTo("app.service.A.f ASSIGNED");
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                arguments("layer.get_player(1)", "app.db.Layer.get_player on Layer"),
                arguments("get = layer.get_player\nget(1)", "app.db.Layer.get_player on Layer"),
                arguments(
                        "def f():\n    get = Layer().get_player\n    return get(1)",
                        "app.db.Layer.get_player on Layer"),
                arguments("get = getattr(layer, 'get_player')\nget(1)", "app.db.Layer.get_player on Layer"),
                arguments(
                        "get = layer.get_player if x else Other().get_player\nget(1)",
                        "app.db.Layer.get_player on Layer, app.db.Other.get_player on Other"),
                arguments("Other.get_player(o, 1)", "app.db.Other.get_player"),
                arguments(
                        "class A(Layer):\n    def get_player(self, n): pass\nA().get_player(1)",
                        "app.service.A.get_player on A"),
                arguments("class A(Layer): pass\nA().get_player(1)", "app.db.Layer.get_player on A"),
                arguments(
                        "class A(Layer):\n    def get_player(self, n):\n        return super().get_player(n)",
                        "app.db.Layer.get_player on Layer"),
                arguments(
                        "class P(Protocol):\n    def get_player(self, n): ...\ndef f(p: P):\n    p.get_player(1)",
                        "app.service.P.get_player on P"),
                arguments("def f(a): ...\nalias = f\nalias(1)", "app.service.f"),
                arguments("def f():\n    def get_player(n): ...\n    get_player(1)", "app.service.f.get_player"),
                arguments(
                        "@overload\ndef f(a: int): ...\n@overload\ndef f(a: str): ...\ndef f(a): return a\nf(1)",
                        "app.service.f#3"),
                arguments(
                        "try:\n    from fast import f\nexcept ImportError:\n    def f(a): return a\nf(1)",
                        "app.service.f, fast.f"),
                arguments(
                        "if X:\n    def f(a): return 1\nelse:\n    def f(a): return 2\nf(1)",
                        "app.service.f, app.service.f#2"),
                arguments("open(1)", "builtins.open"),
                arguments("import sqlite3\nsqlite3.connect(1)", "sqlite3.connect"));
    }

    /** The last call in a sample is the one asked for. */
    @ParameterizedTest
    @MethodSource("functions")
    void resolvesCallee(String code, String expected) {
        Resolver resolver =
                new Resolver(Programs.of("app/db.py", LAYER, "app/service.py", SERVICE_IMPORTS + code + "\n"));
        List<CallSite> calls = resolver.program().modules().stream()
                .filter(module -> module.path().equals("app/service.py"))
                .flatMap(module -> module.allCalls().stream())
                .sorted((a, b) -> a.location().compareTo(b.location()))
                .toList();
        CallSite last = calls.stream()
                .filter(c -> c.location().equals(calls.get(calls.size() - 1).location()))
                .findFirst()
                .orElseThrow();
        assertThat(last.call().callee()).isNotNull();
        assertThat(resolver.resolve(last.call().callee(), last.scope()).stream()
                        .map(r -> name(r.value()))
                        .sorted()
                        .toList())
                .isEqualTo(List.of(expected.split(", ", -1)));
    }

    static Stream<Arguments> unknown() {
        return Stream.of(
                arguments("a parameter that hides a global", "def f(layer):\n    probe(layer)"),
                arguments(
                        "a lambda's parameter that hides a global", "def f():\n    return lambda layer: probe(layer)"),
                arguments(
                        "an exception that hides a global",
                        "def f():\n    try:\n        pass\n    except E as layer:\n        probe(layer)"),
                arguments(
                        "a loop variable that hides a global",
                        "def f(xs):\n    for layer in xs:\n        probe(layer)"),
                arguments("Any", "def f(a: Any):\n    probe(a)"),
                arguments("a parameter nobody passes", "def f(a):\n    probe(a)"),
                arguments("an attribute nobody writes", "def f(a):\n    probe(a.b.c)"),
                arguments("a name that is defined by itself", "a = a\nprobe(a)"),
                arguments("names that go round", "def f():\n    return g()\ndef g():\n    return f()\nprobe(f())"),
                arguments(
                        "attributes that go round",
                        "class A:\n    def f(self):\n        self.x = self.y\n        self.y = self.x\n        probe(self.x)"),
                arguments("a class that is its own base", "class A(A):\n    def f(self):\n        probe(self.x)"),
                arguments("a generator", "def f():\n    yield Layer()\nprobe(f())"),
                arguments("arithmetic", "probe(layer + 1)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unknown")
    void doesNotResolve(String what, String code) {
        assertThat(probe(code)).as(what).isEmpty();
    }

    static Stream<Arguments> imports() {
        return Stream.of(
                arguments("app/service.py", "from .db import Layer", "app/db.py"),
                arguments("app/x/service.py", "from ..db import Layer", "app/db.py"),
                arguments("app/x/y/service.py", "from ...db import Layer", "app/db.py"),
                arguments("app/x/__init__.py", "from ..db import Layer", "app/db.py"),
                arguments("app/x/__init__.py", "from .db import Layer", "app/x/db.py"),
                arguments("app/service.py", "from .db import *", "app/db.py"),
                arguments("app/service.py", "if TYPE_CHECKING:\n    from app.db import Layer", "app/db.py"),
                arguments(
                        "app/service.py",
                        "try:\n    from app.db import Layer\nexcept ImportError:\n    Layer = None",
                        "app/db.py"),
                arguments("tests/test_a.py", "from app.db import Layer", "src/app/db.py"),
                arguments("app/service.py", "from app.db import Layer", "app/db/__init__.py"),
                arguments("service.py", "from db import Layer", "db.py"));
    }

    @ParameterizedTest
    @MethodSource("imports")
    void followsImport(String path, String imports, String definedIn) {
        assertThat(probe(Programs.of(definedIn, LAYER, path, imports + "\nprobe(Layer())\n")))
                .isEqualTo("Layer DECLARED");
    }

    static Stream<Arguments> starImports() {
        return Stream.of(
                arguments("", "Layer", true),
                arguments("", "_instance", false),
                arguments("", "_Hidden", false),
                arguments("__all__ = ['Layer']", "Layer", true),
                arguments("__all__ = ('Layer', 'Other')", "Other", true),
                arguments("__all__ = ['Layer']", "Other", false),
                arguments("__all__ = ['_Hidden']", "_Hidden", true),
                arguments("__all__ = []", "Layer", false),
                arguments("__all__ = ['Layer']\n__all__ += other.__all__", "Other", true),
                arguments("__all__ = ['Layer'] + other.__all__", "Other", true),
                arguments("__all__ = names()", "_Hidden", true));
    }

    @ParameterizedTest
    @MethodSource("starImports")
    void takesWhatAStarImportTakes(String all, String name, boolean taken) {
        String db = LAYER + "\nclass _Hidden: ...\n_instance = Layer()\n" + all + "\n";
        String found = probe(Programs.of("app/db.py", db, "app/a.py", "from app.db import *\nprobe(" + name + ")\n"));
        assertThat(!found.isEmpty()).isEqualTo(taken);
        assertThat(probe(Programs.of(
                        "app/db.py", db, "app/a.py", "from app.db import " + name + "\nprobe(" + name + ")\n")))
                .isNotEmpty();
    }

    @Test
    void followsReexport() {
        Program program = Programs.of(
                "app/db/layer.py",
                LAYER,
                "app/db/__init__.py",
                "from .layer import Layer as Store, get_layer\n",
                "app/service.py",
                "from app.db import Store, get_layer\nfrom app import db\nprobe(Store())\nprobe(get_layer())\nprobe(db.Store())\n");
        assertThat(probe(program)).isEqualTo("Layer DECLARED, Layer ASSIGNED, Layer DECLARED");
    }

    @Test
    void followsImportsInACircle() {
        Program program = Programs.of(
                "a.py",
                "from b import x\nfrom b import *\nprobe(x)\nprobe(unheard())\n",
                "b.py",
                "from a import x\nfrom a import *\n");
        assertThat(probe(program)).doesNotContain("SAME");
    }

    @Test
    void findsModuleBesidePackage() {
        Program program = Programs.of(
                "x/persistence.py", LAYER,
                "x/persistence/__init__.py", "from .room import Room\n",
                "x/persistence/room.py", "class Room: pass\n",
                "x/service.py", "from x.persistence import Layer, Room\nprobe(Layer())\nprobe(Room())\n");
        assertThat(probe(program)).isEqualTo("Layer DECLARED, Room DECLARED");
    }

    @Test
    void takesTheStandardLibraryBeforeAFileOfTheSameName() {
        Program program = Programs.of(
                "app/queue.py",
                LAYER,
                "app/service.py",
                "from queue import Layer\nfrom app.queue import Other\nprobe(Layer)\nprobe(Other())\n");
        assertThat(probe(program)).isEqualTo("queue.Layer DECLARED, Other DECLARED");
    }

    @Test
    void tellsClassesOfTheSameNameApart() {
        Program program = Programs.of(
                "app/db.py", LAYER,
                "app/fake.py", "class Layer:\n    def fake(self): ...\n",
                "app/service.py", "from app.fake import Layer\nprobe(Layer().fake)\nprobe(Layer().get_player)\n");
        assertThat(probe(program)).isEqualTo("app.fake.Layer.fake on Layer DECLARED");
    }

    @Test
    void forgetsNothingThatACycleCutShort() {
        // `f` is asked for first, in the middle of the circle; the answer for `g` must be complete all the same.
        Resolver resolver = new Resolver(Programs.of("a.py", """
                def f(n): return g(n) if n else First()
                def g(n): return f(n) if n else Second()
                class First: pass
                class Second: pass
                probe(f(1))
                probe(g(1))
                """));
        assertThat(probe(resolver)).isEqualTo("First ASSIGNED, Second ASSIGNED, First ASSIGNED, Second ASSIGNED");
    }

    @Test
    @Timeout(120)
    void resolvesLargeProgramsInSeconds() {
        List<ModuleModel> modules = new ArrayList<>();
        ModuleModel db = Programs.module("app/db.py", LAYER);
        modules.add(db);
        ModuleModel template = Programs.module("app/template.py", GENERATED);
        for (int i = 0; i < 300; i++) {
            modules.add(new ModuleCopy("template", "m" + i, "next", "m" + (i / 10 * 10 + (i + 1) % 10)).of(template));
        }
        Resolver resolver = new Resolver(new Program(modules));
        long start = System.nanoTime();
        long found = resolver.program().modules().stream()
                .flatMap(module -> module.allCalls().stream())
                .filter(call ->
                        !resolver.resolve(call.call().callee(), call.scope()).isEmpty())
                .count();
        assertThat(found).isGreaterThan(300 * 10);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void findsModuleOfPackageWithoutFile() {
        Program program =
                Programs.of("app/sub/db.py", LAYER, "app/service.py", "import app.sub.db\nprobe(app.sub.db)\n");
        assertThat(probe(program)).isEqualTo("app/sub/db.py DECLARED");
    }

    /** What pytest gives a test for a parameter. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return Layer() | def test_it(db): probe(db) | Layer PASSED",
                "yield Layer() | def test_it(db): probe(db) | Layer PASSED",
                "a = Layer(); yield a; a.close() | def test_it(db): probe(db) | Layer PASSED",
                "return Layer() | @pytest.fixture\\ndef other(db): probe(db) | Layer PASSED",
                "return Layer, Other() | def test_it(db): probe(db) | builtins.list() PASSED",
                // Nobody knows who calls it.
                "return Layer() | def helper(db): probe(db) | ''",
                "return Layer() | def test_it(other): probe(other) | ''",
                "return Layer() | def test_it(db):\\n    db = Other()\\n    probe(db) | 'Layer PASSED, Other ASSIGNED'",
                "return Layer() | def test_it(db: Other): probe(db) | Other DECLARED",
            })
    void resolvesWhatFixturesGive(String fixture, String code, String expected) {
        String text = SERVICE_IMPORTS + "import pytest\n@pytest.fixture\ndef db(): " + fixture + "\n"
                + code.replace("\\n", "\n") + "\n";
        assertThat(probe(Programs.of("app/db.py", LAYER, "tests/test_it.py", text)))
                .isEqualTo(expected);
    }

    private static String probe(String code) {
        return probe(Programs.of("app/db.py", LAYER, "app/service.py", SERVICE_IMPORTS + code + "\n"));
    }

    private static String probe(Program program) {
        return probe(new Resolver(program));
    }

    private static String probe(Resolver resolver) {
        List<String> result = new ArrayList<>();
        resolver.program().callsNamed("probe").stream()
                .sorted((a, b) -> a.location().compareTo(b.location()))
                .forEach(site -> resolver.resolve(site.call().arguments().get(0).value(), site.scope()).stream()
                        .map(r -> name(r.value()) + " " + r.evidence())
                        .filter(found -> !found.startsWith("builtins.None"))
                        .sorted()
                        .forEach(result::add));
        return String.join(", ", result);
    }

    /** A query that is built step by step is one of few things, not of all that its steps could be in a row. */
    @Test
    @Timeout(20)
    void buildersThatAreCalledAgainAndAgain() {
        StringBuilder code =
                new StringBuilder("from sqlalchemy import select\ndef find(*args):\n    query = select(1)\n");
        for (String step :
                List.of("where", "where", "order_by", "limit", "offset", "group_by", "having", "join", "distinct")) {
            code.append("    if args: query = query.").append(step).append("(args)\n");
        }
        Program program = Programs.of("app/repo.py", code + "    return query\n");
        assertThat(new Resolver(program).resolve(new Expr.Name("query"), "app.repo.find"))
                .isNotEmpty()
                .hasSizeLessThan(5000);
    }

    @Test
    void whatIsCalledIsToldByTheFirstCalls() {
        Value.ExternalResult result = new Value.ExternalResult("sqlite3.connect");
        assertThat(result.attribute("execute").called().attribute("fetchall").name())
                .isEqualTo("sqlite3.connect.execute().fetchall");
        Value.ExternalResult where =
                new Value.ExternalResult("sqlalchemy.select").attribute("where").called();
        assertThat(where.attribute("where").called()).isEqualTo(where);
        assertThat(where.attribute("limit").called()).isNotEqualTo(where);
    }

    private static String name(Value value) {
        if (value instanceof Value.Instance instance) {
            return instance.type().name();
        }
        if (value instanceof Value.ClassObject type) {
            return "class " + type.type().name();
        }
        if (value instanceof Value.FunctionObject function) {
            ClassModel receiver = function.receiver();
            return function.function().qualifiedName() + (receiver == null ? "" : " on " + receiver.name());
        }
        if (value instanceof Value.ModuleObject module) {
            return module.module().path();
        }
        return value instanceof Value.External external
                ? external.name()
                : ((Value.ExternalResult) value).name() + "()";
    }
}
