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

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.plan.doubles.Doubles;
import dev.asyncpersistence.plan.doubles.Mock;
import dev.asyncpersistence.plan.doubles.TestDouble;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of parts of mocks: what makes the mock, and the attributes that lead to the part. */
@ExtendWith(PythonForTests.class)
class SpecsTest {
    private static final String APP = """
            class Store:
                async def load(self, key): return key
                def peek(self, key): return key
            store = Store()
            async def load(key): return key
            def peek(key): return key
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mock(spec=Store) | load",
                "Mock(Store) | load",
                "MagicMock(spec_set=Store) | load",
                "AsyncMock(spec=Store) | load",
                "Mock(spec=store) | load",
                "Mock(spec=load) | ''",
                "create_autospec(Store, instance=True) | load",
                "create_autospec(Store) | load",
                "create_autospec(Store) | () load",
                "create_autospec(store) | load",
                "create_autospec(load) | ''",
                "patch('app.m.load') | ''",
                "patch.object(Store, 'load') | ''",
                "patch.object(m, 'load') | ''",
                "patch('app.m.store', autospec=True) | load",
                "patch('app.m.Store', autospec=True) | () load",
                "patch.multiple(Store, load=DEFAULT) | load",
                "patch.multiple(m, load=DEFAULT) | load",
            })
    void makesAsyncMocks(String mock, String path) {
        Sample sample = sample(mock, path);
        assertThat(sample.specs.isAsync(sample.part)).isTrue();
        assertThat(sample.specs.isSyncPart(sample.part)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mock(spec=Store) | peek",
                "Mock(Store) | peek",
                "AsyncMock(spec=Store) | peek",
                "Mock(spec=peek) | ''",
                "create_autospec(Store) | () peek",
                "patch('app.m.peek') | ''",
                "patch.object(Store, 'peek') | ''",
                "patch('app.m.store', autospec=True) | peek",
                "patch.multiple(Store, peek=DEFAULT) | peek",
            })
    void keepsSyncMocks(String mock, String path) {
        Sample sample = sample(mock, path);
        assertThat(sample.specs.isAsync(sample.part)).isFalse();
        assertThat(sample.specs.isSyncPart(sample.part)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mock() | load",
                "Mock(name='load') | load",
                "Mock(*args) | load",
                "Mock(spec=Other) | load",
                "Mock(spec=Store) | missing",
                "Mock(spec=Store) | load ()",
                "Mock(spec=['load']) | load",
                "create_autospec() | load",
                // Without a word of it, a patch takes the form of functions only.
                "patch('app.m.store') | load",
                "patch('app.m.Store') | () load",
                "patch('app.m.missing') | ''",
                "patch.multiple(Store, load=DEFAULT) | missing",
                "SimpleNamespace(spec=Store) | load",
            })
    void saysNothing(String mock, String path) {
        Sample sample = sample(mock, path);
        assertThat(sample.specs.isAsync(sample.part)).isFalse();
        assertThat(sample.specs.isSyncPart(sample.part)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mock(spec=['peek']) | load | true",
                "Mock(spec_set=('peek',)) | load | true",
                "Mock(spec=['peek', 'load']) | load | false",
                "Mock(spec=['load']) | load () | false",
                "Mock(spec=['peek', name]) | load | false",
                "Mock(spec=Store) | missing | false",
                "Mock() | load | false",
                // Specs get the new names of methods.
                "Mock(spec=['peek']) | find | false",
            })
    void namesThatAListLeavesOut(String mock, String path, boolean left) {
        Sample sample = sample(mock, path, "find");
        assertThat(sample.specs.leavesOut(sample.part)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mock(spec=Store) | app.m.Store",
                "create_autospec(Store, instance=True) | app.m.Store",
                "create_autospec(Store) | ",
                "Mock(spec=load) | ",
                "Mock() | ",
            })
    void knowsTheClass(String mock, @Nullable String expected) {
        Sample sample = sample(mock, "");
        ClassModel type = sample.specs.specClass(sample.part.mock());
        assertThat(type == null ? null : type.qualifiedName()).isEqualTo(expected);
    }

    /** What is known of a part of a mock. */
    private record Sample(Specs specs, TestDouble.Part part) {}

    private static Sample sample(String mock, String path, String... moved) {
        Suite suite = Suite.of("app/m.py", APP, "tests/test_m.py", """
                from types import SimpleNamespace
                from unittest.mock import DEFAULT, AsyncMock, MagicMock, Mock, create_autospec, patch
                from app import m
                from app.m import Store, load, peek, store
                class Other: pass
                def test(name, args): probe(""" + mock + ")\n");
        Doubles doubles = suite.doubles();
        Expr.Call call = (Expr.Call)
                suite.calls("probe").get(0).call().arguments().get(0).value();
        Mock made = requireNonNull(doubles.library().made(call, "tests.test_m.test"));
        List<String> names = path.isEmpty() ? List.of() : List.of(path.split(" ", -1));
        return new Sample(
                new Specs(suite.resolver(), doubles, new Afterwards(), Set.of(moved)),
                new TestDouble.Part(made, names));
    }
}
