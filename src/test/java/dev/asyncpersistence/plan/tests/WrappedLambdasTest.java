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
package dev.asyncpersistence.plan.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code load}, a method and a function, is awaited afterwards; {@code name} isn't. */
@ExtendWith(PythonForTests.class)
class WrappedLambdasTest {
    private static final String WRAPPED = "lambda in AsyncMock(side_effect=)";

    private static final String DB = """
            import sqlite3
            class PersistenceLayer:
                def fetch(self, key): return open(key)
            layer = PersistenceLayer()
            """;

    private static final String APP = """
            from app.db import layer
            class Service:
                def load(self, key): return layer.fetch(key)
                def name(self, key): return key
            async def use(service: Service): return service.load(1), service.name(2)
            def load(key): return layer.fetch(key)
            def name(key): return key
            async def run(): return load(3), name(4)
            """;

    private static final String HEAD = """
            from types import SimpleNamespace
            from unittest.mock import AsyncMock, Mock, patch
            from app import m
            from app.m import Service, use
            """;

    private static Planned planned(String test) {
        return Planned.of("app/db.py", DB, "app/m.py", APP, "tests/test_m.py", HEAD + test);
    }

    private static Planned planned(String code, String run) {
        return planned("async def test(monkeypatch, flag):\n    " + code.replace("\\n", "\n    ") + "\n    await " + run
                + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "service = SimpleNamespace(load=lambda key: 1) | use(service)",
                "service = SimpleNamespace(name=lambda key: 1, load=lambda key: 2) | use(service)",
                "service = Mock(load=lambda key: 1) | use(service)",
                "service = Mock()\\nservice.load = lambda key: 1 | use(service)",
                "service = Service()\\nservice.load = lambda key: 1 | use(service)",
                "service = Service()\\nmonkeypatch.setattr(service, 'load', lambda key: 1) | use(service)",
                "fake = lambda key: 1\\nservice = SimpleNamespace(load=fake) | use(service)",
                "m.load = lambda key: 1 | m.run()",
                "patch('app.m.load', lambda key: 1) | m.run()",
                "patch('app.m.load', new=lambda key: 1) | m.run()",
                "patch.object(m, 'load', lambda key: 1) | m.run()",
                "monkeypatch.setattr(m, 'load', lambda key: 1) | m.run()",
                "monkeypatch.setattr('app.m.load', lambda key: 1) | m.run()",
                "service = SimpleNamespace(load=(lambda key: 1) if flag else None) | use(service)",
                "service = Service()\\nservice.load = other = lambda key: 1 | use(service)",
            })
    void areWrappedWhereTheyStand(String code, String run) {
        Planned planned = planned(code, run);
        assertThat(planned.edits()).containsExactly(WRAPPED);
        assertThat(planned.problems()).isEmpty();
    }

    @Test
    void ofAModule() {
        Planned planned = planned("fake = lambda key: 1\nasync def test():\n    m.load = fake\n    await m.run()\n");
        assertThat(planned.edits()).containsExactly(WRAPPED);
    }

    @Test
    void asTheFileWritesIt() {
        Planned planned = Planned.of("app/db.py", DB, "app/m.py", APP, "tests/test_m.py", """
                from app import m
                async def test(monkeypatch):
                    monkeypatch.setattr(m, "load", lambda key: 1)
                    await m.run()
                """);
        assertThat(planned.edits()).containsExactly("from unittest.mock import AsyncMock", WRAPPED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "service = SimpleNamespace(name=lambda key: 1) | use(service)",
                "service = AsyncMock(name=lambda key: 1) | use(service)",
                "patch('app.m.name', lambda key: 1) | m.run()",
                "m.other = lambda key: 1 | m.run()",
                // What a mock calls isn't awaited.
                "service = Mock(spec=Service)\\nservice.load = AsyncMock(side_effect=lambda key: 1) | use(service)",
                "patch('app.m.load', side_effect=lambda key: 1) | m.run()",
                "patch('app.m.load', AsyncMock(side_effect=lambda key: 1)) | m.run()",
            })
    void doNotChangeThoseThatNobodyAwaits(String code, String run) {
        Planned planned = planned(code, run);
        assertThat(planned.edits()).isEmpty();
        assertThat(planned.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // In a class, a lambda is a method, and a mock is none.
                "service = Service()\\nmonkeypatch.setattr(Service, 'load', lambda self, key: 1)",
                "service = Service()\\nService.load = lambda self, key: 1",
            })
    void doNotChangeThoseThatStandElsewhere(String code) {
        Planned planned = planned(code, "use(service)");
        assertThat(planned.edits()).isEmpty();
        assertThat(planned.problems())
                .singleElement()
                .asString()
                .matches("tests/test_m.py:[1-9] a lambda in tests.test_m.test is awaited now");
    }

    @Test
    void defaultValues() {
        Planned planned = planned(
                "def make(load=lambda key: 1): return Mock(load=load)\nasync def test():\n    await use(make())\n");
        assertThat(planned.edits()).containsExactly(WRAPPED);
    }

    @Test
    void doNotChangeMembersOfClasses() {
        assertThat(problems("class Fake:\n    load = lambda self, key: 1\nasync def test():\n    await use(Fake())\n"))
                .containsExactly("tests/test_m.py:0 a lambda in tests.test_m.Fake is awaited now");
    }

    /** In a class, a lambda is a method. */
    @Test
    void doNotChangeMembersOfClassesThatAreMadeOnTheSpot() {
        assertThat(problems("async def test():\n    await use(type('Fake', (), {'load': lambda self, key: 1})())\n"))
                .singleElement()
                .asString()
                .matches("tests/test_m.py:[0-9] a lambda in tests.test_m.test is awaited now");
    }

    private static List<String> problems(String test) {
        Planned planned = planned(test);
        assertThat(planned.edits()).isEmpty();
        return planned.problems();
    }
}
