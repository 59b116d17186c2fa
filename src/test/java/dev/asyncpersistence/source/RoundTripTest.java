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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A tree that isn't changed prints every byte of the text it was made from. */
class RoundTripTest {

    private static ParserPool pool;

    @BeforeAll
    static void open() {
        pool = new ParserPool(TestInterpreter.get(), 1, progress -> {});
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void printsTheSameText(String name, String text) {
        Path path = Path.of(name.replace(' ', '_') + ".py");
        ParseOutcome outcome = pool.parse(List.of(Texts.text(path, text))).get(path);
        assertThat(outcome).isInstanceOf(Parsed.class);
        assertThat(pool.print(((Parsed) outcome).tree())).isEqualTo(text);
        assertThat(((Parsed) outcome).tree().getSourcePath()).isEqualTo(path);
    }

    /** Valid Python for which upstream has no tree: if one of these parses one day, it moves up to the samples. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@(lambda f: f) | Unsupported decorator type",
                "@(a or b) | Unsupported decorator type",
                "@a[1] | no tree can be made of it",
            })
    void reportsWhatUpstreamHasNoTreeFor(String decorator, String cause) {
        Path path = Path.of("decorated.py");
        ParseOutcome outcome = pool.parse(List.of(Texts.text(path, decorator + "\ndef g(): ...\n")))
                .get(path);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unparsable.class,
                        unparsable -> assertThat(unparsable.cause()).contains(cause));
    }

    static Stream<Arguments> samples() {
        Map<String, String> samples = new LinkedHashMap<>();
        samples.put("empty", "");
        samples.put("one newline", "\n");
        samples.put("blank lines", "\n\n   \n\t\n");
        samples.put("comment only", "# nothing");
        samples.put("no newline at the end", "x = 1");
        samples.put("spaces after the last line", "x = 1\n   ");
        samples.put("spaces after the last comment", "x = 1\n# c\n   ");
        samples.put("spaces only", "   ");
        samples.put("crlf", "def f():\r\n    return 1\r\n\r\n\r\nx = f()\r\n");
        samples.put("crlf in strings", "x = '''a\r\nb\r\n'''\r\ny = 'c\\\r\nd'\r\n");
        samples.put("crlf continuation", "x = 1 + \\\r\n    2\r\nif x: # c\r\n    pass\r\n");
        samples.put("mixed endings", "a = 1\r\nb = 2\nc = 3\rd = '''\n\r\n'''\n");
        samples.put("carriage returns only", "def f():\r    pass\rf()\r");
        samples.put("tabs", "if 1:\n\tx = 1\n\tif x:\n\t\ty\t=\t2\t# c\n");
        samples.put("tabs and spaces", "if 1:\n\tx = 1\nif 2:\n        y = 2\n");
        samples.put("form feed", "import os\n\f\ndef f():\n    pass\n\f\n\nclass C:\n    pass\n");
        samples.put("form feed before indentation", "class C:\n    a = 1\n\f\n    def f(self):\n        pass\n");
        samples.put("form feed in a line", "x = 1 \f + 2\n");
        samples.put("byte order mark", "\uFEFFx = 'ä'\n");
        samples.put("byte order mark and crlf", "\uFEFF# c\r\nx = 1\r\n");
        samples.put("byte order mark only", "\uFEFF");
        samples.put("latin-1 cookie", "# -*- coding: latin-1 -*-\nx = 'Ärger' # ß\n");
        samples.put("latin-1 cookie in line 2", "#!/usr/bin/python\n# vim: set fileencoding=iso-8859-15 :\nx = '€'\n");
        samples.put("latin-1 cookie too late", "import a\n\n# coding: latin-1\nx = '€'\n");
        samples.put("byte order mark and cookie", "\uFEFF# coding=cp1252\r\nx = '€'\r\n");
        samples.put("utf-8 cookie and shebang", "#!/usr/bin/env python\n# vim: set fileencoding=utf-8 :\nx = 'é'\n");
        samples.put(
                "line continuation",
                "x = 1 + \\\n    2\nassert x, \\\n  'm'\nwith open(x) as a, \\\n     b:\n    pass\n");
        samples.put("unicode identifiers", "größe = 1\nπ = größe\nclass Ünï:\n    名前 = π\ndef ƒ(ª): return ª\n");
        samples.put("emoji", "x = '🎲 roll' # 🐉\ny = f'🎲{x}🐉{x!r:>{10}}'\nf(x, '👩‍👩‍👧', y)\n");
        samples.put("line separators in strings", "x = 'a\u2028b\u0085c\u000bd'  # \u2029\ny = 2\n");
        samples.put("null escape", "x = '\\x00\\N{BULLET}\\u1234'\n");
        samples.put(
                "f-strings", "a = f'{x}' f\"{y!r:>{w}.{p}}\" 'z'\nb = f'{{{x}}}'\nc = f'{x=}{ y = }'\nd = rf'\\{x}'\n");
        samples.put(
                "nested f-strings",
                "a = f'{f\"{x}\"}'\nb = f\"\"\"\n{f'''{\n  x}'''}\n\"\"\"\nc = f'{d[\"k\"]:%H:%M}'\n");
        samples.put("f-string lambda", "a = f'{(lambda x: x)(1)}{x if y else z}{[i for i in y]}{ {1: 2}[1] }'\n");
        samples.put("implicit concatenation", "x = ('a'\n     'b'  # c\n     f'{d}')\ny = 'a' 'b'\n");
        samples.put("walrus", "if (n := len(a)) > 1: pass\nx = [y := 1, y**2]\nf(z := 3)\nwhile (c := r()) : c\n");
        samples.put("match", """
            match x:
                case 1 | -2 | 3.0 | 1+2j: pass
                case {"a": 1, **rest} if rest: pass
                case [Point(x=0, y=0), *others]: pass
                case (a, b) as c: pass
                case str() | None: pass
                case A.B: pass
                case []: pass
                case _: pass
            match, case = 1, 2
            match x, y:
                case 1, *_: pass
            """);
        samples.put("decorators", "@a\n@b.c(1,)  # d\n\n@(a)\nasync def f(): ...\n@x(1)\nclass C: pass\n");
        samples.put(
                "type comments", "x = [] # type: list[int]\ndef f(a, b):\n    # type: (int, str) -> None\n    pass\n");
        samples.put(
                "annotations",
                "x: int\ny: 'A' = 1\n(z): int = 2\na.b: c\ndef f(a: int = 1, *b: str, c: x=2, **d: y) -> z: ...\n");
        samples.put("async comprehension", """
            async def f():
                a = [x async for x in y if await x]
                b = {x: await z async for x, z in y for q in x}
                c = (await x for x in y)
                d = {await x for x in y}
                async with a as b, c: pass
                async with (a as b, c as d,): pass
                async for x in y: pass
                else: pass
                return await (await x)[0].y(await z)
            """);
        samples.put(
                "star expressions",
                "a, *b = c\n[*a, *b]\n{**a, 'b': 1, **c}\nf(*a, *b, k=1, **c, **d)\nfor x in *a, *b: pass\n");
        samples.put(
                "return starred",
                "def f():\n    return *a, 1\ndef g():\n    yield *a, 2\n    x = yield\n    yield from y\n");
        samples.put(
                "lambdas",
                "f = lambda: 0\ng = lambda x, /, y=1, *a, z=(lambda: 2), **k: x\nh = lambda *, a: a\ni = lambda *a:a\n");
        samples.put(
                "parameters",
                "def f(a, /, b, *, c): ...\ndef g(a, b=1, /, c=2, *d, e, f=3, **g,): ...\ndef h(*,a): ...\n");
        samples.put(
                "global and nonlocal",
                "def f():\n    global a, b\n    def g():\n        nonlocal c ,  d\n    c = d = 1\n");
        samples.put("try", """
            try: pass
            except (A, B) as e: raise X from e
            except C: raise
            except: pass
            else: pass
            finally : pass
            """);
        samples.put(
                "string prefixes",
                "a = b'x' B\"y\" rb'z' Rb'w' bR'v' BR'u'\nb = r'\\d' R'\\e' u'f' U'g'\nc = '''d\"e'''\nd = \"\"\"\\\nf\"\"\"\n");
        samples.put("docstrings", "'''m'''\ndef f():\n    \"\"\"d\n    e\n    \"\"\"\nclass C:\n    r'''f'''\n");
        samples.put("semicolons", "a = 1; b = 2 ; c = 3;\nif a: b; c\nclass C: x = 1; y = 2;\nimport a; import b;\n");
        samples.put("print", "print(*a, sep='')\nprint ( a , end = '' )\nprint(\n    a,\n    b,  # c\n)\n");
        samples.put(
                "numbers",
                "a = 1_000_000 + 0xFF_FF + 0b1_0 + 0o17 + 1e5 + 1_0.0_1E-3 + 5j + .5 + 5. + 00 + 1.real\n"
                        .replace(" + 1.real", ""));
        samples.put("ellipsis", "def f(): ...\nx = ...\na[..., 1]\nclass C: ...\n");
        samples.put(
                "slices", "a[1:2]\na[::]\na[1:2:3, ::-1, None]\na[ : , 1 ]\na[b:=1]\na[(1, 2)]\na[1,]\na[:, ...]\n");
        samples.put(
                "chained comparison",
                "a < b <= c != d is not e not in f\n1 < (2 < 3) < 4\nnot a == b\na if b < c < d else e\n");
        samples.put(
                "operators",
                "a = -b ** -c // d @ e % f << g >> h & i | j ^ ~k\na @= b; a //= c; a **= d; a >>= e\nnot  not a\n");
        samples.put("very long line", "x = [" + "'0123456789', ".repeat(5000) + "]\n");
        samples.put("many lines in parentheses", "x = f(\n" + "    a,  # b\n\n".repeat(300) + ")\n");
        samples.put(
                "parentheses",
                "x = ((1))\ny = ( (a) , (b) )\nz = ()\nw = (1,)\nv = ( yield_ ) . a ( ) [ 0 ]\n((a)).b\n((a))()\n");
        samples.put("imports", """
            from __future__ import annotations
            import a.b.c as d, e
            from . import f
            from .. g import h as i
            from ...j import (k, l as m,  # n
                o,
            )
            from p import *
            from . . import q
            try:
                import r
            except ImportError: r = None
            """);
        samples.put("comments everywhere", """
            # a
            def f(  # b
                a,  # c
                # d
                b = 1  # e
                # f
            ):  # g
                # h
                if a:  # i
                    # j
                    return [  # k
                        1  # l
                        ,  # m
                    ]  # n
                # o
                else:  # p
                    pass
            # q
              # r
            """);
        samples.put(
                "classes",
                "class A: pass\nclass B(): pass\nclass C(A, B, metaclass=M, **k):\n    x = 1\n    class D(C):\n        pass\n");
        samples.put(
                "one line bodies",
                "if a: b\nelif c: d\nelse: e\nfor i in x: pass\nelse: y\nwhile 1: break\nwith a: b\ntry: a\nfinally: b\n");
        samples.put(
                "with",
                "with (a): pass\nwith (a, b): pass\nwith (a as b, c as d): pass\nwith a as (b, c), d as e.f, g as h[0]: pass\nwith (yield_): pass\n");
        samples.put("del and assert", "del a, b[0], (c), [d]\ndel (a, b)\nassert a\nassert (a, b)\nassert a , b\n");
        samples.put("deep indentation", "if a:\n if b:\n  if c:\n        d\n  e\n f\n");
        samples.put(
                "conditional expressions", "a if b else c if d else e\n(a if b else c)(d)\nx = a if (b) else (c)\n");
        samples.put(
                "assignments",
                "a = b = c\na, b = c, d = e\n(a, b), [c, *d] = e\na.b = c[d] = 1\na, = b\nx = yield_, 1\n");
        samples.put(
                "async def",
                "async  def f ( self ) -> None :\n    await  x\n    return await y\nasync def g(): await z; yield 1\n");
        return samples.entrySet().stream().map(sample -> Arguments.of(sample.getKey(), sample.getValue()));
    }
}
