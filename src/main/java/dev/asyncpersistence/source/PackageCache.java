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

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where, by the custom of each operating system, a user's programs keep what they can get again. */
final class PackageCache {

    private static final String NAME = "rewrite-async-persistence";

    private PackageCache() {}

    static Path directory() {
        return directory(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static Path directory(String operatingSystem, Map<String, String> environment, Path home) {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.contains("windows")) {
            return or(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                    .resolve(NAME);
        }
        if (environment.get("XDG_CACHE_HOME") == null && (system.contains("mac") || system.contains("darwin"))) {
            return home.resolve("Library/Caches").resolve(NAME);
        }
        return or(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")).resolve(NAME);
    }

    /** The XDG specification has relative paths ignored. */
    private static Path or(@Nullable String value, Path otherwise) {
        return value != null && !value.isBlank() && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
    }
}
