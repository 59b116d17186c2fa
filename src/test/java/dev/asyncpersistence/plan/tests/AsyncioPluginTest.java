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
import dev.asyncpersistence.model.DottedNames;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Programs;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PythonForTests.class)
class AsyncioPluginTest {
    private static final String PLAIN = "def test_it(): pass\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "asyncio_mode = auto | AUTO",
                "asyncio_mode=auto | AUTO",
                "asyncio_mode = \"auto\" | AUTO",
                "addopts = --asyncio-mode=auto | AUTO",
                "asyncio_mode = strict | STRICT",
                "asyncio_mode = automatic | STRICT",
                "pytest-asyncio>=0.23 | STRICT",
                "pytest_asyncio==0.23 | STRICT",
                "requires = [\"pytest\", \"pytest-asyncio\"] | STRICT",
                "pytest==8.0 | NONE",
                "my-pytest-asyncio-thing2 = 1 | STRICT",
                "xpytest-asyncio | NONE",
                "'' | NONE",
            })
    void bySettings(String settings, AsyncioPlugin expected) {
        assertThat(plugin(settings, PLAIN)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@pytest.mark.asyncio\\nasync def test_it(): pass | STRICT",
                "@pytest.mark.asyncio(loop_scope='module')\\nasync def test_it(): pass | STRICT",
                "pytestmark = pytest.mark.asyncio | STRICT",
                "pytestmark = [pytest.mark.slow, pytest.mark.asyncio] | STRICT",
                "@pytest.mark.asyncio\\nclass TestIt: pass | STRICT",
                "import pytest_asyncio | STRICT",
                "from pytest_asyncio import fixture | STRICT",
                "@pytest.mark.anyio\\nasync def test_it(): pass | ANYIO",
                "pytestmark = pytest.mark.anyio | ANYIO",
                "@pytest.mark.anyio\\nasync def test_it(): pass\\n@pytest.mark.asyncio\\nasync def test_2(): pass | STRICT",
                "@pytest.mark.slow\\ndef test_it(): pass | NONE",
                "@asyncio\\ndef test_it(): pass | NONE",
                "import asyncio | NONE",
            })
    void byTests(String text, AsyncioPlugin expected) {
        assertThat(plugin("", text.replace("\\n", "\n") + "\n")).isEqualTo(expected);
    }

    /** Both may be installed; the marks say which one is used. */
    @Test
    void marksCountMoreThanWhatIsInstalled() {
        String anyio = "@pytest.mark.anyio\nasync def test_it(): pass\n";
        assertThat(plugin("pytest-asyncio", anyio)).isEqualTo(AsyncioPlugin.ANYIO);
        assertThat(plugin("asyncio_mode = auto", anyio)).isEqualTo(AsyncioPlugin.AUTO);
    }

    @Test
    void anyOfTheSettings() {
        assertThat(AsyncioPlugin.of(List.of("pytest-asyncio", "asyncio_mode = auto"), List.of()))
                .isEqualTo(AsyncioPlugin.AUTO);
        assertThat(AsyncioPlugin.of(List.of(), List.of())).isEqualTo(AsyncioPlugin.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pytest.mark.asyncio", "mark.asyncio", "pytest.mark.asyncio()"})
    void marks(String decorator) {
        assertThat(AsyncioPlugin.isMark(DottedNames.parse(decorator), "asyncio"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"asyncio", "pytest.asyncio", "pytest.mark.slow", "pytest.mark.asyncio.more"})
    void noMarks(String decorator) {
        assertThat(AsyncioPlugin.isMark(DottedNames.parse(decorator), "asyncio"))
                .isFalse();
    }

    @Test
    void markWithArguments() {
        Expr.Argument argument = new Expr.Argument(null, 0, new Expr.Text("a"));
        Expr call = new Expr.Call(UUID.randomUUID(), DottedNames.parse("pytest.mark.usefixtures"), List.of(argument));
        assertThat(AsyncioPlugin.isMark(call, "usefixtures")).isTrue();
        assertThat(AsyncioPlugin.isMark(call, "asyncio")).isFalse();
    }

    @Test
    void knowsTheMarkThatTestsNeed() {
        assertThat(AsyncioPlugin.STRICT.mark()).isEqualTo("asyncio");
        assertThat(AsyncioPlugin.ANYIO.mark()).isEqualTo("anyio");
        assertThat(AsyncioPlugin.AUTO.mark()).isEmpty();
        assertThat(AsyncioPlugin.NONE.mark()).isEmpty();
    }

    private static AsyncioPlugin plugin(String settings, String test) {
        return AsyncioPlugin.of(List.of(settings), List.of(Programs.module("tests/test_it.py", test)));
    }
}
