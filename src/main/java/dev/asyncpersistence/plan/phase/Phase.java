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
package dev.asyncpersistence.plan.phase;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openrewrite.PathUtils;

/**
 * A part of a migration that can be deployed by itself.
 *
 * @param name by which it is run: {@code Phase1}
 * @param title what a person reads
 * @param files paths, or patterns, of the files whose calls it migrates
 * @param reason why these files, and why at this place
 */
public record Phase(String name, String title, List<String> files, String reason) {

    /** What it is called for short: {@code 1} for {@code Phase1}. */
    public String number() {
        return name.replaceFirst("^Phase", "");
    }

    /** The phase that a file belongs to: the first that has it. */
    public static Optional<Phase> owner(List<Phase> phases, String path) {
        return phases.stream().filter(phase -> phase.has(path)).findFirst();
    }

    /** Whether a file is one of its own, though an earlier phase may have that, too. */
    boolean has(String path) {
        return isAmong(files, path);
    }

    /** Whether a path is one of those that are named, seen from whatever folder, or has one of the patterns. */
    public static boolean isAmong(List<String> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> matches(path, pattern));
    }

    private static boolean matches(String path, String pattern) {
        return PathUtils.matchesGlob(Path.of(path), pattern) || PathUtils.matchesGlob(Path.of(path), "**/" + pattern);
    }
}
