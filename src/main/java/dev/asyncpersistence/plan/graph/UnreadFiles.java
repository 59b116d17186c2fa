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

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What files say that the program was made without: such as could not be parsed, and such as there was no need to parse. */
@FunctionalInterface
public interface UnreadFiles {
    /** Nothing was left out. */
    UnreadFiles NONE = name -> null;

    /** The path of a file that could not be parsed and has a name in it, or null. */
    @Nullable
    String pathMentioning(String name);

    /** Whether a file that is not part of the program, a test included, has a text in it. */
    default boolean mentions(Pattern text) {
        return false;
    }

    /** The text of a file by its path with forward slashes, or null. */
    default @Nullable String text(String path) {
        return null;
    }
}
