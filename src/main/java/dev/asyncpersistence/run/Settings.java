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
package dev.asyncpersistence.run;

import dev.asyncpersistence.layer.CallCatalogue;
import dev.asyncpersistence.layer.LayerOptions;
import dev.asyncpersistence.plan.phase.Phase;
import dev.asyncpersistence.plan.reach.ReachOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a recipe, checked and taken apart.
 *
 * @param reach how the async layer is reached
 * @param files patterns of the files whose calls are migrated; empty for all
 * @param python the interpreter to parse with; null to find one
 * @param catalogue path of a YAML file with more blocking and harmless calls
 */
public record Settings(
        LayerOptions layers,
        ReachOptions reach,
        List<String> files,
        @Nullable String python,
        @Nullable String catalogue) {

    /**
     * Takes options as users write them.
     *
     * @param syncLayer names separated by {@code ;}, or null
     * @param renames {@code sync=async} pairs separated by {@code ;}, or null
     * @throws IllegalArgumentException when a pair has another form
     */
    public static Settings of(
            @Nullable String syncLayer,
            @Nullable String asyncLayer,
            @Nullable String renames,
            @Nullable String python,
            @Nullable String catalogue) {
        String async = asyncLayer == null ? "" : asyncLayer.strip();
        return new Settings(
                new LayerOptions(parts(syncLayer), async, pairs(renames)),
                ReachOptions.FOUND,
                List.of(),
                python,
                catalogue);
    }

    /**
     * The same with what the user says about reaching the async layer.
     *
     * @param add null stands for yes
     * @param removeUnused null stands for yes
     */
    public Settings reaching(@Nullable String accessor, @Nullable Boolean add, @Nullable Boolean removeUnused) {
        ReachOptions options = new ReachOptions(
                accessor == null ? "" : accessor.strip(),
                !Boolean.FALSE.equals(add),
                !Boolean.FALSE.equals(removeUnused));
        return new Settings(layers, options, files, python, catalogue);
    }

    /**
     * The same for a phase.
     *
     * @param option paths and patterns, several in one separated by {@code ;}; null for all files
     */
    public Settings inFiles(@Nullable List<String> option) {
        List<String> all = option == null
                ? List.of()
                : option.stream().flatMap(each -> parts(each).stream()).toList();
        return new Settings(layers, reach, all, python, catalogue);
    }

    /** Whether the calls in a file are migrated. */
    public boolean isInPhase(String path) {
        return files.isEmpty() || Phase.isAmong(files, path);
    }

    /**
     * The catalogue of blocking calls, with the user's own entries.
     *
     * @param directory where the path of the user's catalogue is looked for
     */
    CallCatalogue callCatalogue(Path directory) {
        CallCatalogue standard = CallCatalogue.standard();
        if (catalogue == null) {
            return standard;
        }
        try {
            return standard.extendedBy(Files.readString(directory.resolve(catalogue)));
        } catch (IOException e) {
            throw new UncheckedIOException("Option catalogue names `" + catalogue + "`, which can't be read", e);
        }
    }

    /** The parts of an option, which {@code ;} separates. */
    public static List<String> parts(@Nullable String option) {
        List<String> result = new ArrayList<>();
        if (option != null) {
            for (String part : option.split(";", -1)) {
                if (!part.isBlank()) {
                    result.add(part.strip());
                }
            }
        }
        return List.copyOf(result);
    }

    private static Map<String, String> pairs(@Nullable String option) {
        Map<String, String> result = new HashMap<>();
        for (String pair : parts(option)) {
            String[] names = pair.split("=", -1);
            if (names.length != 2 || names[0].isBlank() || names[1].isBlank()) {
                throw new IllegalArgumentException(
                        "`renames` must be pairs such as `get_player=get_player_by_id;save=save_player`, not `" + pair
                                + "`");
            }
            result.put(names[0].strip(), names[1].strip());
        }
        return Map.copyOf(result);
    }
}
