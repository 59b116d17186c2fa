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
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Use;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a sample, {@code $} is what is asked for: a call in one run, a name in the other. */
@ExtendWith(PythonForTests.class)
class UsesTest {
    private static final Expr PROBE = new Expr.Name("probe");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "await $ | AWAITED",
                "await (await $) | AWAITED_TWICE",
                "await ($) | AWAITED",
                "x = (await $).y | AWAITED",
                "async with $: pass | ENTERED_ASYNC",
                "async with $ as x: pass | ENTERED_ASYNC",
                "async with x as y, $ as z: pass | ENTERED_ASYNC",
                "async for x in $: pass | ITERATED_ASYNC",
                "x = [y async for y in $] | ITERATED_ASYNC",
                "x = [y for z in a async for y in $] | ITERATED_ASYNC",
                "x = [await $ for y in z] | AWAITED",
                "$ | DISCARDED",
                "($) | DISCARDED",
                "if x: $ | DISCARDED",
                "x or $ | DISCARDED",
                "$ if x else y | DISCARDED",
                "x = $ | ASSIGNED",
                "x: int = $ | ASSIGNED",
                "x = y = $ | ASSIGNED",
                "x, y = $ | ASSIGNED",
                "x.y = $ | ASSIGNED",
                "x[0] = $ | ASSIGNED",
                "(x := $) | ASSIGNED",
                "x = (y := $) | ASSIGNED",
                "x = y or $ | ASSIGNED",
                "x = y and $ | ASSIGNED",
                "x = $ if y else z | ASSIGNED",
                "x = y if z else $ | ASSIGNED",
                "return $ | RETURNED",
                "return ($) | RETURNED",
                "return x or $ | RETURNED",
                "return (x := $) | RETURNED",
                "yield $ | YIELDED",
                "x = yield $ | YIELDED",
                "await (yield $) | YIELDED",
                "g($) | ARGUMENT",
                "g(1, $) | ARGUMENT",
                "g(k=$) | ARGUMENT",
                "x.g($) | ARGUMENT",
                "g()($) | ARGUMENT",
                "g(x := $) | ARGUMENT",
                "g(x or $) | ARGUMENT",
                "g($ if x else y) | ARGUMENT",
                "await g($) | ARGUMENT",
                "@g($)\\n    def h(): pass | ARGUMENT",
                "@g(k=$)\\n    class A: pass | ARGUMENT",
                "x = [$] | ELEMENT",
                "x = ($, 1) | ELEMENT",
                "x = $, 1 | ELEMENT",
                "x = {$} | ELEMENT",
                "x = {1: $} | ELEMENT",
                "x = {$: 1} | ELEMENT",
                "return $, 1 | ELEMENT",
                "x = y[1, $] | ELEMENT",
                "x = [$ for y in z] | ELEMENT",
                "x = {$ for y in z} | ELEMENT",
                "x = {y: $ for y in z} | ELEMENT",
                "x = {$: y for y in z} | ELEMENT",
                "x = ($ for y in z) | ELEMENT",
                "for x in $: pass | ITERATED",
                "for x in ($): pass | ITERATED",
                "x = [y for y in $] | ITERATED",
                "x = {y: z for y in a for z in $} | ITERATED",
                "x = any(y for y in $) | ITERATED",
                "x = [*$] | ITERATED",
                "x = {**$} | ITERATED",
                "g(*$) | ITERATED",
                "g(**$) | ITERATED",
                "with $: pass | ENTERED",
                "with $ as x: pass | ENTERED",
                "with (x as y, $ as z): pass | ENTERED_WITH_OTHERS",
                "with $, x: pass | ENTERED_WITH_OTHERS",
                "with ($ as x): pass | ENTERED",
                "if $: pass | TESTED",
                "if x: pass\\n    elif $: pass | TESTED",
                "if x := $: pass | TESTED",
                "if (x := $) and y: pass | TESTED",
                "if x or $: pass | TESTED",
                "while $: pass | TESTED",
                "assert $ | TESTED",
                "assert ($), 1 | TESTED",
                "x = not $ | TESTED",
                "x = $ and y | TESTED",
                "x = $ or y | TESTED",
                "x = y if $ else z | TESTED",
                "x = [y for y in z if $] | TESTED",
                "match x:\\n        case [1] if $: pass | TESTED",
                "x = $ + 1 | OPERAND",
                "x = 1 - $ | OPERAND",
                "x = -$ | OPERAND",
                "x = $ ** 2 | OPERAND",
                "x = $ // 2 | OPERAND",
                "x = y @ $ | OPERAND",
                "x = $ == y | OPERAND",
                "x = 1 < $ < 3 | OPERAND",
                "x = $ in y | OPERAND",
                "x = y not in $ | OPERAND",
                "x = $ is None | OPERAND",
                "x = y is not $ | OPERAND",
                "while (x := $) is not None: pass | OPERAND",
                "x = y[$] | OPERAND",
                "x = y[$:1] | OPERAND",
                "x = y[1:$] | OPERAND",
                "x = y[1:2:$] | OPERAND",
                "x += $ | OPERAND",
                "x.y -= $ | OPERAND",
                "assert x, $ | OPERAND",
                "raise $ | RAISED",
                "raise x from $ | RAISED",
                "x = f'{$}' | INTERPOLATED",
                "x = f'{$!r:>9}' | INTERPOLATED",
                "x = f'{y:>{$}}' | INTERPOLATED",
                "x = f'{await $}' | AWAITED",
                "x = $[0] | PRIMARY",
                "x = $[1:2] | PRIMARY",
                "x = f'{$[0]}' | PRIMARY",
                "x = lambda: $ | OTHER",
                "x = lambda y=$: y | OTHER",
                "match $:\\n        case 1: pass | OTHER",
                "def g(x=$): pass | OTHER",
            })
    void tellsUse(String code, Use expected) {
        String call = "async def f():\n    " + code.replace("$", "probe()") + "\n";
        String name = "async def g():\n    " + code.replace("$", "probe") + "\n";
        assertThat(uses(call + name)).containsExactly(expected, expected);
    }

    /** Here a name alone is part of something else: of a longer chain, or the callee. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "probe()() | CALLED",
                "await probe()() | CALLED",
                "@probe()\\n    def g(): pass | CALLED",
                "@probe\\n    def g(): pass | CALLED",
                "@probe\\n    class A: pass | CALLED",
                "x = f'{probe()()}' | CALLED",
                "x = probe().y | PRIMARY",
                "x = probe().y.z | PRIMARY",
                "probe().y() | PRIMARY",
                "await probe().y() | PRIMARY",
                "x = (probe()).y | PRIMARY",
                "x = f'{probe().y}' | PRIMARY",
                "class A(probe()): pass | OTHER",
            })
    void tellsUseOfCallee(String code, Use expected) {
        assertThat(uses("async def f():\n    " + code + "\n")).containsExactly(expected);
    }

    /** In a function that isn't async: {@code yield from} is not allowed in others. */
    @Test
    void tellsUseInYieldFrom() {
        assertThat(uses("def f():\n    yield from probe()\n")).containsExactly(Use.ITERATED);
        assertThat(uses("def f():\n    x = yield from probe\n")).containsExactly(Use.ITERATED);
    }

    @Test
    void tellsUseInModuleAndClassBody() {
        assertThat(uses("probe()\n")).containsExactly(Use.DISCARDED);
        assertThat(uses("class A:\n    probe()\n")).containsExactly(Use.DISCARDED);
        assertThat(uses("class A:\n    x = probe\n")).containsExactly(Use.ASSIGNED);
    }

    @Test
    void knowsWhatWaits() {
        assertThat(Stream.of(Use.values()).filter(Use::isAwaited))
                .containsExactlyInAnyOrder(Use.AWAITED, Use.AWAITED_TWICE, Use.ENTERED_ASYNC, Use.ITERATED_ASYNC);
    }

    @Test
    void knowsWhereNoCoroutineCanBeMeant() {
        assertThat(Stream.of(Use.values()).filter(Use::needsPlainValue))
                .containsExactlyInAnyOrder(
                        Use.CALLED,
                        Use.PRIMARY,
                        Use.ITERATED,
                        Use.ENTERED,
                        Use.ENTERED_WITH_OTHERS,
                        Use.TESTED,
                        Use.OPERAND,
                        Use.INTERPOLATED,
                        Use.RAISED);
    }

    private static List<Use> uses(String text) {
        ModuleModel module = Programs.module("pkg/m.py", text.replace("\\n", "\n"));
        return Stream.concat(
                        module.allCalls().stream()
                                .filter(c -> c.call().callee().equals(PROBE))
                                .map(c -> c.use()),
                        module.allReferences().stream()
                                .filter(r -> r.expr().equals(PROBE))
                                .map(r -> r.use()))
                .toList();
    }
}
