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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Phases as declarative recipes, in OpenRewrite's {@code rewrite.yml}, where a person may move files from one to another. */
public final class PhaseRecipes {
    /** What the names of the recipes begin with. */
    public static final String PREFIX = "dev.asyncpersistence.phases.";

    private static final String MIGRATION = "dev.asyncpersistence.MigratePersistenceCalls";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./*-]+");

    private PhaseRecipes() {}

    /**
     * The phases that a file has, in its order.
     *
     * @throws org.yaml.snakeyaml.error.YAMLException if it isn't YAML
     */
    public static List<Phase> read(String yaml) {
        Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml);
        return StreamSupport.stream(documents.spliterator(), false)
                .flatMap(PhaseRecipes::phase)
                .toList();
    }

    private static Stream<Phase> phase(Object document) {
        if (document instanceof Map<?, ?> recipe
                && recipe.get("name") instanceof String name
                && name.startsWith(PREFIX)
                && recipe.get("recipeList") instanceof List<?> steps) {
            List<String> files = steps.stream().flatMap(PhaseRecipes::files).toList();
            return Stream.of(new Phase(
                    name.substring(PREFIX.length()),
                    text(recipe, "displayName").replaceFirst("^Phase \\w+: ", ""),
                    files,
                    text(recipe, "description")));
        }
        return Stream.empty();
    }

    private static String text(Map<?, ?> recipe, String key) {
        return recipe.get(key) instanceof String text ? text.strip() : "";
    }

    private static Stream<String> files(Object step) {
        return step instanceof Map<?, ?> map
                        && map.get(MIGRATION) instanceof Map<?, ?> options
                        && options.get("files") instanceof List<?> files
                ? files.stream().map(String::valueOf)
                : Stream.empty();
    }

    /**
     * Phases as YAML documents.
     *
     * @param options that the migration is run with besides, by their names
     */
    public static String write(List<Phase> phases, Map<String, String> options) {
        List<String> lines = new ArrayList<>();
        for (Phase phase : phases) {
            lines.add("---");
            lines.add("type: specs.openrewrite.org/v1beta/recipe");
            lines.add("name: " + PREFIX + phase.name());
            lines.add("displayName: " + quoted("Phase " + phase.number() + ": " + phase.title()));
            lines.add("description: " + quoted(phase.reason()));
            lines.add("recipeList:");
            lines.add("  - " + MIGRATION + ":");
            options.forEach((name, value) -> lines.add("      " + name + ": " + scalar(value)));
            lines.add("      files:");
            phase.files().forEach(file -> lines.add("        - " + scalar(file)));
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static String scalar(String text) {
        return PLAIN.matcher(text).matches() && !text.startsWith("*") && !text.startsWith("-") ? text : quoted(text);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
