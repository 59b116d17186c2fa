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
package dev.asyncpersistence.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of {@code a} after {@code a = f()}. Verdicts are written as in {@link Lost}. */
@ExtendWith(PythonForTests.class)
class CoroutineVariablesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "if a: pass",
                "return not a",
                "return a == 1",
                "return a.name",
                "a.save()",
                "a.owner.save()",
                "return a[0]",
                "for k in a: pass",
                "return [k for k in a]",
                "return [k for b in keys for k in a]",
                "with a: pass",
                "return {**a}",
                "return f'{a}'",
                "return f'{a.name}'",
                "return len(a)",
                "return bool(a)",
                "return getattr(a, 'name', None)",
                "return isinstance(a, dict)",
                "return lambda: a.name",
                "a.close(); return a.name",
                "a.send(1); a.save()",
                "print(a); return a.name",
                "await a.future",
            })
    void takenForItsResult(String use) {
        assertThat(Lost.inBody("a = f()\n" + use)).containsExactly("`a` is taken for its result");
        assertThat(Lost.inBody("a = await f()\n" + use)).isEmpty();
        assertThat(Lost.inBody("a = sync()\n" + use)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "await a",
                "return await a",
                "async with a: pass",
                "if key: await a",
                "a = await a; return a.name",
                "await asyncio.gather(a, g())",
                "await asyncio.wait([a])",
                "asyncio.create_task(a)",
                "key.start_soon(a)",
                "key.schedule(a, 1)",
                "key.run_later(a)",
                "return inspect.isawaitable(a)",
                "a.close()",
                "a.send(None)",
                "return a.__await__()",
                "return a.cr_running",
            })
    void awaitedSomewhere(String use) {
        assertThat(Lost.inBody("a = f()\n" + use)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return a",
                "yield a",
                "print(a)",
                "keys.append(a)",
                "self.a = a",
                "b = a",
                "return [a]",
                "return lambda: a",
            })
    void handedOn(String use) {
        assertThat(Lost.inBody("a = f()\n" + use)).containsExactly("`a` is handed on?");
    }

    @Test
    void neverUsed() {
        assertThat(Lost.inBody("a = f()")).containsExactly("`a` is never used");
        assertThat(Lost.inBody("a: int = f()")).containsExactly("`a` is never used");
        assertThat(Lost.inBody("a = f()\na.name = 1")).containsExactly("`a` is never used");
        assertThat(Lost.inBody("a = f()\nb = g()\nawait b")).containsExactly("`a` is never used");
    }

    @Test
    void keptInSeveral() {
        assertThat(Lost.inBody("a = b = f()\nawait b")).isEmpty();
        assertThat(Lost.inBody("a = b = f()\nawait a")).isEmpty();
        assertThat(Lost.inBody("a = b = f()\nreturn b")).containsExactly("`b` is handed on?");
        assertThat(Lost.inBody("a = b = f()\nreturn not b")).containsExactly("`b` is taken for its result");
        assertThat(Lost.inBody("a, b = f(), g()\nif a and await b: pass"))
                .containsExactly("`a` is taken for its result");
    }

    @Test
    void seenInNestedFunctions() {
        assertThat(Lost.inBody("a = f()\nasync def later(): await a\nreturn later"))
                .isEmpty();
        assertThat(Lost.inBody("a = f()\ndef later(): return not a\nreturn later"))
                .containsExactly("`a` is taken for its result");
    }

    @Test
    void inOneArm() {
        assertThat(Lost.inBody("a = f() if key else None\nif a: pass")).containsExactly("`a` is taken for its result");
        assertThat(Lost.inBody("a = f() if key else None\nif a: await a")).isEmpty();
        assertThat(Lost.inBody("a = key or f()\nreturn a.name")).containsExactly("`a` is taken for its result");
        assertThat(Lost.inBody("a = key or f()\nreturn await a")).isEmpty();
    }

    /** Asking whether there is a coroutine is no use of its result. */
    @Test
    void maybeNone() {
        assertThat(Lost.inBody("a = f() if key else None\nif a is not None: keys.append(a)"))
                .containsExactly("`a` is handed on?");
        assertThat(Lost.inBody("a = None\nif key: a = f()\nif a: keys.append(a)"))
                .containsExactly("`a` is handed on?");
        assertThat(Lost.inBody("a = False\nif key: a = f()\nif a: keys.append(a)"))
                .containsExactly("`a` is taken for its result");
        assertThat(Lost.inBody("a = f()\nif a: keys.append(a)")).containsExactly("`a` is taken for its result");
        assertThat(Lost.inBody("a = f() if key else None\nif a.name: keys.append(a)"))
                .containsExactly("`a` is taken for its result");
    }

    @Test
    void boundOnTheWay() {
        assertThat(Lost.inBody("if (a := f()): return 1")).containsExactly("tested for its truth, and always true");
        assertThat(Lost.inBody("if (a := f()): return a")).containsExactly("tested for its truth, and always true");
        assertThat(Lost.inBody("if (a := f()): await a")).isEmpty();
        assertThat(Lost.inBody("if (a := f()) is not None: await a")).isEmpty();
        assertThat(Lost.inBody("if (a := f()) and inspect.isawaitable(a): await a"))
                .isEmpty();
    }

    @Test
    void lists() {
        assertThat(Lost.inBody("a = [f(), g()]\nawait asyncio.gather(*a)")).isEmpty();
        assertThat(Lost.inBody("a = [f(k) for k in keys]\nfor b in a: await b")).isEmpty();
        assertThat(Lost.inBody("a = [f(k) for k in keys]\nreturn [await b for b in a]"))
                .isEmpty();
        assertThat(Lost.inBody("a = {k: f(k) for k in keys}\nawait asyncio.wait(a)"))
                .isEmpty();
        assertThat(Lost.inBody("a = [f(), g()]\nreturn a[0]"))
                .containsExactly("kept in a collection?", "kept in a collection?");
    }
}
