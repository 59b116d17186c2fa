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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Names that functions and methods of the standard library have. */
public final class LibraryNames {
    private static final Set<String> NAMES = read();

    private LibraryNames() {}

    /** Whether a method name alone says whose method it is: several words, and none of the standard library's names. */
    public static boolean isTelling(String name) {
        String plain = name.replaceFirst("^_+", "");
        return plain.indexOf('_') > 0 && !NAMES.contains(plain);
    }

    private static Set<String> read() {
        try (InputStream in = Objects.requireNonNull(
                LibraryNames.class.getResourceAsStream("/dev/asyncpersistence/plan/graph/library-names.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
