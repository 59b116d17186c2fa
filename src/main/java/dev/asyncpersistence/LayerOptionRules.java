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
package dev.asyncpersistence;

import dev.asyncpersistence.run.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Validated;

/** What the options that describe the layers have to be like. */
final class LayerOptionRules {
    private LayerOptionRules() {}

    static Validated<Object> check(@Nullable String renames, @Nullable String catalogue) {
        return Validated.<Object>none()
                .and(Validated.test(
                        "renames",
                        "must be `sync=async` pairs separated by `;`, such as `get_player=get_player_by_id;save=save_player`",
                        renames,
                        LayerOptionRules::arePairs))
                .and(isFile("catalogue", "YAML file", "the catalogue that comes with the recipes", catalogue));
    }

    /**
     * A file that has to be there if it is named.
     *
     * @param kind what kind of file
     * @param otherwise what counts without it
     */
    static Validated<Object> isFile(String option, String kind, String otherwise, @Nullable String path) {
        return Validated.<Object>none()
                .and(Validated.test(
                        option,
                        "must be the path of a " + kind + " that exists, from " + EditingRecipe.PROJECT
                                + "; leave it out to use only " + otherwise,
                        path,
                        p -> p == null || Files.isRegularFile(EditingRecipe.PROJECT.resolve(p))));
    }

    /** A file that a run writes: it has to lie in the project. */
    static Validated<Object> isInProject(String option, String ending, @Nullable String path) {
        return Validated.<Object>none()
                .and(Validated.test(
                        option,
                        "must be a path inside the project that ends in `" + ending + "`, such as `docs/file" + ending
                                + "`",
                        path,
                        p -> p == null
                                || (p.endsWith(ending) && isInside(Path.of(p).normalize()))));
    }

    private static boolean isInside(Path path) {
        return !path.isAbsolute() && !path.startsWith("..") && !path.toString().isEmpty();
    }

    private static boolean arePairs(@Nullable String renames) {
        try {
            Settings.of(null, null, renames, null, null);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
