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
package dev.asyncpersistence.layer.signature;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The words that names are made of. */
final class ParameterNames {
    private ParameterNames() {}

    /** {@code player_id} and {@code id} may mean the same, {@code source_id} and {@code target_id} don't. */
    static boolean contradict(String one, String other) {
        Set<String> left = words(one);
        Set<String> right = words(other);
        return shareAWord(one, other) && !left.containsAll(right) && !right.containsAll(left);
    }

    static boolean shareAWord(String one, String other) {
        Set<String> common = words(one);
        common.retainAll(words(other));
        return !common.isEmpty();
    }

    private static Set<String> words(String name) {
        Set<String> result = new HashSet<>(Arrays.asList(name.split("_", -1)));
        result.remove("");
        return result;
    }
}
