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

import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.phase.Phase;
import dev.asyncpersistence.plan.phase.PhaseRecipes;
import dev.asyncpersistence.run.RunState;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.SourceFile;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.text.PlainText;
import org.openrewrite.yaml.YamlParser;
import org.openrewrite.yaml.tree.Yaml;

/** A run that plans phases: also knows the project's {@code rewrite.yml}. */
final class PlanState extends RunState<MigrationPlan> {
    static final Path POM = Path.of("pom.xml");
    private static final Path RECIPES = Path.of("rewrite.yml");

    private @Nullable SourceFile recipes;
    private @Nullable Path pom;
    private String added = "";

    @Override
    public void add(SourceFile file) {
        super.add(file);
        if (isNearer(file, RECIPES, recipes == null ? null : recipes.getSourcePath())) {
            recipes = file;
        }
        if (isNearer(file, POM, pom)) {
            pom = file.getSourcePath();
        }
    }

    /** The project's own is the one that is the least deep. */
    static boolean isNearer(SourceFile file, Path name, @Nullable Path known) {
        Path path = file.getSourcePath();
        return path.endsWith(name) && (known == null || path.getNameCount() < known.getNameCount());
    }

    /** The phases that are planned already. */
    List<Phase> phases() {
        return recipes == null ? List.of() : PhaseRecipes.read(recipes.printAll());
    }

    /** Takes recipes to be written. */
    void append(String yaml) {
        added = yaml;
    }

    /** The file with the recipes, where there was none. */
    List<SourceFile> generated() {
        if (recipes != null || added.isEmpty()) {
            return List.of();
        }
        Path path = pom == null ? RECIPES : pom.resolveSibling(RECIPES);
        return List.of(PlainText.builder().sourcePath(path).text(added).build());
    }

    /** The file with the recipes added; any other as it is. */
    SourceFile edited(SourceFile file) {
        if (recipes == null || added.isEmpty() || !file.getSourcePath().equals(recipes.getSourcePath())) {
            return file;
        }
        if (file instanceof Yaml.Documents yaml) {
            return yaml.withDocuments(ListUtils.concatAll(yaml.getDocuments(), parsed()));
        }
        return file instanceof PlainText text ? text.withText(withNewline(text.getText()) + added) : file;
    }

    private List<Yaml.Document> parsed() {
        Stream<SourceFile> files = YamlParser.builder().build().parse(added);
        return files.map(Yaml.Documents.class::cast)
                .flatMap(each -> each.getDocuments().stream())
                .toList();
    }

    private static String withNewline(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }
}
