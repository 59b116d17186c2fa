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

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Naming conventions of persistence layers and of their async twins. */
public final class LayerNames {
    private static final List<String> SUFFIXES = List.of(
            "persistence",
            "persistencelayer",
            "repository",
            "repo",
            "dao",
            "database",
            "datastore",
            "storage",
            "store",
            "db",
            "dal",
            "datalayer",
            "gateway");

    private LayerNames() {}

    /** Whether a class of this name is likely to keep data: {@code RoomDAL} is, a {@code Modal} is none. */
    public static boolean isPersistent(String className) {
        String lower = className.toLowerCase(Locale.ROOT);
        return SUFFIXES.stream()
                .anyMatch(suffix ->
                        lower.endsWith(suffix) && beginsWord(className, className.length() - suffix.length()));
    }

    private static boolean beginsWord(String name, int index) {
        return index == 0 || Character.isUpperCase(name.charAt(index)) || !Character.isLetter(name.charAt(index - 1));
    }

    /** The name that a variable holding an instance of a class usually has: {@code player_repository} of {@code PlayerRepository}. */
    public static String variableName(String className) {
        return className.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** Names that the async twin of a class usually has. */
    public static Set<String> asyncClassNames(String className) {
        String plain = className.startsWith("Sync") ? className.substring("Sync".length()) : className;
        // Of a class that is called `Sync`, two of them are the same.
        return Set.copyOf(List.of("Async" + plain, plain + "Async", "Aio" + plain, "Asyncio" + plain));
    }

    /** Names that the async twin of a method usually has, when it stands on the same object. */
    public static List<String> asyncMethodNames(String methodName) {
        return Stream.of("async_" + methodName, methodName + "_async", "a" + methodName, "aio_" + methodName)
                .toList();
    }
}
