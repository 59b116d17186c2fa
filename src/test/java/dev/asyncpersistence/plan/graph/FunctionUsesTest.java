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
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every use of {@code Bank.find_gold} and {@code Bank.find}, which the programs append to. */
@ExtendWith(PythonForTests.class)
class FunctionUsesTest {
    private static final String BANK = """
            import asyncio, threading, functools
            from concurrent.futures import ThreadPoolExecutor
            class Bank:
                def find_gold(self, key): return 1
                def find(self, key): return 2
                @property
                def wealth(self): return self.find_gold(3)
            bank = Bank()
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bank.find_gold(4)",
                "Bank.find_gold(bank, 4)",
                "getattr(bank, 'find_gold')(4)",
                "def f():\n    find = bank.find_gold\n    return find(4)",
                "def f():\n    find = getattr(bank, 'find_gold', None)\n    if isinstance(find, str): pass\n    return find(4)",
                "class B(Bank):\n    def f(self): return super().find_gold(4)",
                "def f(b: Bank): return [b.find_gold(4) for _ in '']",
                // Of a telling name it is enough that it is the project's alone.
                "def f(x): return x.find_gold(4)",
            })
    void calls(String code) {
        FunctionUses uses = uses(code);
        assertThat(uses.callsOf(function(uses, "find_gold"))).hasSize(2);
        assertThat(uses.handovers(function(uses, "find_gold"))).isEmpty();
        assertThat(uses.unresolved("find_gold")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subscribe(bank.find)",
                "subscribe(callback=bank.find)",
                "functools.partial(bank.find, 4)",
                "handlers = {'find': bank.find}",
                "handlers = [bank.find]",
                "class B:\n    def __init__(self): self.find_it = bank.find",
                "def f(): return bank.find",
                "def f(find=bank.find): pass",
                "def f():\n    find = bank.find\n    map(find, '')",
                "def f():\n    find = getattr(bank, 'find')\n    return find",
                "map(bank.find, '')",
            })
    void handedOver(String code) {
        FunctionUses uses = uses(code);
        assertThat(uses.handovers(function(uses, "find"))).isNotEmpty().noneMatch(Handover::toThread);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "threading.Thread(target=bank.find)",
                "threading.Timer(1, bank.find)",
                "async def f(): await asyncio.to_thread(bank.find, 4)",
                "async def f(loop): await loop.run_in_executor(None, bank.find, 4)",
                "def f(pool): pool.submit(bank.find, 4)",
                "def f():\n    with ThreadPoolExecutor() as pool: pool.map(bank.find, '')",
            })
    void handedToAThread(String code) {
        FunctionUses uses = uses(code);
        assertThat(uses.handovers(function(uses, "find"))).singleElement().matches(Handover::toThread);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def f(x): return x.find(4)",
                "def f(xs): return xs[0].find(4)",
                "{'a': bank}.get('a').find(4)",
                "next(iter([bank])).find(4)",
                "import copy\ncopy.copy(bank).find(4)",
                "def f(xs):\n    for x in xs: x.find(4)",
                "def f(x): g(x.find)",
                "def f(x): g(getattr(x, 'find'))",
                "def f(name): return getattr(bank, name)()",
                "from operator import methodcaller\nmethodcaller('find', 4)",
            })
    void perhapsUsed(String code) {
        FunctionUses uses = uses(code);
        assertThat(uses.callsOf(function(uses, "find"))).isEmpty();
        assertThat(uses.unresolved("find")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'text'.find('t')",
                "'text'.strip().find('t')",
                "[4].find(4)",
                "def f(x: str): return x.find('t')",
                "import re\nre.compile('x').find(4)",
                "def f(find): return find(4)",
                "find = 5\nprint(find)",
                "def f(x): x.find = 6",
                "def f(): return dict(find=7)",
                "class Other:\n    def find(self): return 8\nOther().find()",
                "NAMES = ['save']\ndef f():\n    for name in NAMES: getattr(bank, name)()",
            })
    void notUsed(String code) {
        FunctionUses uses = uses(code);
        FunctionModel find = function(uses, "find");
        assertThat(uses.callsOf(find)).isEmpty();
        assertThat(uses.handovers(find)).isEmpty();
        assertThat(uses.unresolved("find")).isEmpty();
    }

    @Test
    void propertiesAreRead() {
        FunctionUses uses = uses("def f(b: Bank): return b.wealth.real\ndef g(b: Bank): b.wealth = 4\n");
        FunctionModel wealth = function(uses, "wealth");
        assertThat(uses.readersOf(wealth)).extracting(FunctionModel::name).containsExactly("f");
        assertThat(uses.handovers(wealth)).isEmpty();
    }

    @Test
    void whatNothingUsesIsUnused() {
        assertThat(isUnused("pass")).isTrue();
        assertThat(isUnused("log(operation='find')")).isTrue();
        assertThat(isUnused("call('find')")).isFalse();
        assertThat(isUnused("NAMES = ['find']")).isFalse();
        assertThat(isUnused("bank.find(4)")).isFalse();
    }

    private static boolean isUnused(String code) {
        Resolver resolver = resolver(code);
        Families families = new Families(resolver);
        FunctionUses uses = new FunctionUses(resolver, families);
        return uses.isUnused(families.of(function(uses, "find")));
    }

    private static FunctionUses uses(String code) {
        Resolver resolver = resolver(code);
        return new FunctionUses(resolver, new Families(resolver));
    }

    private static Resolver resolver(String code) {
        return new Resolver(Programs.of("m.py", BANK + code + "\n"));
    }

    private static FunctionModel function(FunctionUses uses, String name) {
        List<FunctionModel> ofBank = uses.named(name).stream()
                .filter(f -> Objects.equals(f.className(), "m.Bank"))
                .toList();
        assertThat(ofBank).hasSize(1);
        return ofBank.get(0);
    }
}
