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
import java.util.List;
import java.util.stream.Stream;
import org.openrewrite.SourceFile;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.text.PlainText;
import org.openrewrite.yaml.YamlParser;
import org.openrewrite.yaml.tree.Yaml;

/** A run that plans phases, and adds them to the project's {@code rewrite.yml}. */
final class PlanState extends ProjectState<MigrationPlan> {
    private String added = "";

    /** Takes recipes to be written. */
    void append(String yaml) {
        added = yaml;
    }

    /** The file with the recipes, where there was none. */
    List<SourceFile> generated() {
        if (recipes() != null || added.isEmpty()) {
            return List.of();
        }
        return List.of(PlainText.builder().sourcePath(recipesPath()).text(added).build());
    }

    /** The file with the recipes added; any other as it is. */
    SourceFile edited(SourceFile file) {
        if (recipes() == null || added.isEmpty() || !file.getSourcePath().equals(recipesPath())) {
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
