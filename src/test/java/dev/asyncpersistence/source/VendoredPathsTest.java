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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendoredPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".venv/lib/python3.12/a.py",
                "venv/a.py",
                "env/bin/activate_this.py",
                "server/.venv/a.py",
                "lib/site-packages/a/b.py",
                "usr/dist-packages/a.py",
                "web/node_modules/node-gyp/gyp.py",
                "app/__pycache__/a.py",
                ".tox/py312/a.py",
                ".nox/tests/a.py",
                ".eggs/a.py",
                ".git/hooks/a.py"
            })
    void areNotTheProjectsOwn(String path) {
        assertThat(new VendoredPaths().test(Path.of(path))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "venv.py",
                "app/env.py",
                "app/environment/a.py",
                "my-venv/a.py",
                "migrations/env.py",
                "app/site_packages/a.py",
                ".github/a.py"
            })
    void leavesTheProjectsOwnAlone(String path) {
        assertThat(new VendoredPaths().test(Path.of(path))).isFalse();
    }
}
