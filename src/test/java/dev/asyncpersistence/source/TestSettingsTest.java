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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.Tree;
import org.openrewrite.marker.Markers;
import org.openrewrite.quark.Quark;

class TestSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pytest.ini",
                ".pytest.ini",
                "pytest.toml",
                ".pytest.toml",
                "pyproject.toml",
                "tox.ini",
                "setup.cfg",
                "setup.py",
                "Pipfile",
                "requirements.txt",
                "server/requirements-dev.txt",
                "test_requirements.txt",
            })
    void knowsThem(String path) {
        assertThat(TestSettings.isOne(Path.of(path))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pytest.py",
                "my-pyproject.toml",
                "pyproject.toml.bak",
                "notes.txt",
                "requirements.md",
                "requirements/base.in",
                "pytest.ini/a.py"
            })
    void knowsOthers(String path) {
        assertThat(TestSettings.isOne(Path.of(path))).isFalse();
    }

    @Test
    void readsWhatTheHostHasRead() {
        assertThat(TestSettings.text(Texts.text("pytest.ini", "[pytest]\n").original()))
                .isEqualTo("[pytest]\n");
    }

    @Test
    void readsWhatTheHostKnowsByNameAlone(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("Pipfile"), "pytest-asyncio = '*'\n");
        assertThat(TestSettings.text(quark(file))).isEqualTo("pytest-asyncio = '*'\n");
        assertThat(TestSettings.text(quark(folder.resolve("tox.ini")))).isEmpty();
    }

    @Test
    void areKeptByTheirSources() {
        PythonSources sources = new PythonSources();
        sources.add(Texts.text("tox.ini", "two").original());
        sources.add(Texts.text("pytest.ini", "one").original());
        sources.add(Texts.text("notes.txt", "three").original());
        sources.add(Texts.text("app/a.py", "x = 1").original());
        assertThat(sources.settings()).containsExactly("one", "two");
    }

    private static Quark quark(Path path) {
        return new Quark(Tree.randomId(), path, Markers.EMPTY, null, null);
    }
}
