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
package dev.asyncpersistence.layer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dotted names, exact or with everything below them ({@code requests.*}). */
final class NamePatterns {
    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> below = new HashMap<>();

    record Match(int length, String reason) {}

    void add(String pattern, String reason) {
        if (pattern.endsWith(".*")) {
            below.put(pattern.substring(0, pattern.length() - 2), reason);
        } else {
            exact.put(pattern, reason);
        }
    }

    void remove(String pattern) {
        if (pattern.endsWith(".*")) {
            below.remove(pattern.substring(0, pattern.length() - 2));
        } else {
            exact.remove(pattern);
        }
    }

    /** The first segments of all entries. */
    Set<String> topLevelNames() {
        return Stream.concat(exact.keySet().stream(), below.keySet().stream())
                .map(name -> name.replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The most specific entry that covers a name. What is reached from a listed function ({@code connect().execute}) is covered by it. */
    @Nullable
    Match longestMatch(String name) {
        String plain = name.replace("()", "");
        String whole = exact.get(plain);
        if (whole != null) {
            return new Match(plain.length() + 1, whole);
        }
        for (int end = plain.length(); end > 0; end = plain.lastIndexOf('.', end - 1)) {
            String prefix = plain.substring(0, end);
            String reason = below.get(prefix);
            if (reason == null && end < plain.length()) {
                reason = exact.get(prefix);
            }
            if (reason != null) {
                return new Match(end, reason);
            }
        }
        return null;
    }
}
