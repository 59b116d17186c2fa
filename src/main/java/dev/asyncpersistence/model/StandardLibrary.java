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
package dev.asyncpersistence.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The modules of Python's standard library. */
public final class StandardLibrary {
    private static final Set<String> MODULES = read("stdlib-modules.txt");
    private static final Set<String> BUILTINS = read("builtins.txt");

    private StandardLibrary() {}

    /** Whether a module, given by its dotted name, belongs to the standard library. */
    public static boolean contains(String module) {
        int dot = module.indexOf('.');
        return MODULES.contains(dot < 0 ? module : module.substring(0, dot));
    }

    /** Whether every module has the name without importing it. */
    public static boolean isBuiltin(String name) {
        return BUILTINS.contains(name);
    }

    private static Set<String> read(String list) {
        try (InputStream in = Objects.requireNonNull(
                StandardLibrary.class.getResourceAsStream("/dev/asyncpersistence/model/" + list))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
