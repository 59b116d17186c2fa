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
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackageCacheTest {

    private static final Path HOME = Path.of("home");
    private static final Path ELSEWHERE = Path.of("elsewhere").toAbsolutePath();

    @Test
    void followsTheCustomOfTheOperatingSystem() {
        assertThat(PackageCache.directory("Linux", Map.of(), HOME))
                .isEqualTo(HOME.resolve(".cache/rewrite-async-persistence"));
        assertThat(PackageCache.directory("Mac OS X", Map.of(), HOME))
                .isEqualTo(HOME.resolve("Library/Caches/rewrite-async-persistence"));
        assertThat(PackageCache.directory("Windows 11", Map.of(), HOME))
                .isEqualTo(HOME.resolve("AppData/Local/rewrite-async-persistence"));
    }

    @Test
    void canBeMoved() {
        assertThat(PackageCache.directory("Linux", Map.of("XDG_CACHE_HOME", ELSEWHERE.toString()), HOME))
                .isEqualTo(ELSEWHERE.resolve("rewrite-async-persistence"));
        assertThat(PackageCache.directory("Windows 11", Map.of("LOCALAPPDATA", ELSEWHERE.toString()), HOME))
                .isEqualTo(ELSEWHERE.resolve("rewrite-async-persistence"));
    }

    @Test
    void ignoresRelativeAndEmptySettings() {
        assertThat(PackageCache.directory("Linux", Map.of("XDG_CACHE_HOME", "relative"), HOME))
                .isEqualTo(HOME.resolve(".cache/rewrite-async-persistence"));
        assertThat(PackageCache.directory("Linux", Map.of("XDG_CACHE_HOME", ""), HOME))
                .isEqualTo(HOME.resolve(".cache/rewrite-async-persistence"));
    }
}
