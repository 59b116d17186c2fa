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
import dev.asyncpersistence.model.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PythonForTests.class)
class PlainAwaitsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def f(): return",
                "def f(): return 1",
                "def f(): return None",
                "def f(): return 'text'",
                "def f(): return [g(), g()]",
                "def f(): return {'a': 1}",
                "def f(): return 1 + g()",
                "def f(): return not g()",
                "def f(): raise ValueError()",
                "def f():\n    if g(): return 1\n    return 'text'",
            })
    void findsAwaitsOfWhatIsNoAwaitable(String function) {
        assertThat(found(function)).isEqualTo(1);
        assertThat(found("async " + function)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def f(): return g()",
                "def f(): return later",
                "def f(): return self.task",
                "def f(): return g() if later else 1",
                "def f():\n    if g(): return 1\n    return later",
                "def f(): yield 1",
                "@contextmanager\ndef f(): return 1",
                "async def f(): return 1",
                "class f:\n    def __init__(self): self.a = 1",
                "def f(): ...",
                "def f(): pass",
            })
    void leavesWhatMayBeAnAwaitable(String function) {
        assertThat(found(function)).isZero();
    }

    @Test
    void oneOfSeveralMayBeOne() {
        String text = """
                class A:
                    def load(self): return 1
                class B:
                    %s load(self): return 1
                async def handle(a: A, either: A | B):
                    a.load()
                    await either.load()
                """;
        assertThat(PlainAwaits.find(Lost.uses(Programs.of("app/m.py", text.formatted("def")))))
                .extracting(call -> call.site().location().toString())
                .containsExactly("app/m.py:7");
        assertThat(PlainAwaits.find(Lost.uses(Programs.of("app/m.py", text.formatted("async def")))))
                .isEmpty();
    }

    private static int found(String function) {
        String text = "import asyncio\nfrom contextlib import contextmanager\ndef g(): return asyncio.sleep(1)\n"
                + function + "\nasync def handle():\n    f()\n    await f()\n";
        return PlainAwaits.find(Lost.uses(Programs.of("app/m.py", text))).size();
    }
}
