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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PythonForTests.class)
class PatchedLayersTest {
    private static final String DB = """
            import asyncio, sqlite3
            class PersistenceLayer:
                def load(self, key): return open(key)
                def save(self, key): open('x')
                async def async_save(self, key): return await asyncio.to_thread(self.save, key)
                async def async_load(self, key): return await pool.fetch(key)
            """;
    private static final String APP = """
            from app.db import PersistenceLayer
            async def show(layer: PersistenceLayer): return layer.load(1)
            async def keep(layer: PersistenceLayer): layer.save(2)
            """;
    private static final String HEAD = """
            from unittest.mock import Mock, patch
            from app.db import PersistenceLayer
            from app.m import show, keep
            """;

    private static Planned planned(String test) {
        return Planned.of("app/db.py", DB, "app/m.py", APP, "tests/test_m.py", HEAD + test);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    with patch.object(PersistenceLayer, 'load'): await show(PersistenceLayer())",
                "    with patch('app.db.PersistenceLayer.load'): await show(PersistenceLayer())",
                "    monkeypatch.setattr(PersistenceLayer, 'load', lambda self, key: 1); await show(PersistenceLayer())",
            })
    void areReported(String body) {
        assertThat(planned("async def test(monkeypatch):\n" + body + "\n").problems())
                .containsExactly(
                        "tests/test_m.py:5 `load` of the real layer is replaced, but app/m.py:2 calls `async_load` now");
    }

    @Test
    void ofAnObject() {
        assertThat(planned(
                                "async def test():\n    layer = PersistenceLayer()\n    layer.load = Mock()\n    await show(layer)\n")
                        .problems())
                .containsExactly(
                        "tests/test_m.py:4 `load` of the real layer is replaced, but app/m.py:2 calls `async_load` now");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The new method calls it.
                "    with patch.object(PersistenceLayer, 'save'): await keep(PersistenceLayer())",
                // Another test's business.
                "    with patch.object(PersistenceLayer, 'load'): await keep(PersistenceLayer())",
                "    with patch.object(PersistenceLayer, 'other'): await show(PersistenceLayer())",
                "    layer = Mock(); layer.load = Mock(); await show(layer)",
            })
    void areNotReported(String body) {
        assertThat(planned("async def test(monkeypatch):\n" + body + "\n").problems())
                .isEmpty();
    }
}
