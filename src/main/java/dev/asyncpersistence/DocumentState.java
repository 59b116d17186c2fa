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

import dev.asyncpersistence.run.RunState;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openrewrite.SourceFile;
import org.openrewrite.text.PlainText;
import org.openrewrite.yaml.YamlParser;
import org.openrewrite.yaml.tree.Yaml;

/** A run that also reads and writes documents: the recipes of the phases, the tracker. */
class DocumentState<P> extends RunState<P> {
    private static final List<String> ENDINGS = List.of(".md", ".yml", ".yaml");

    private final Map<Path, SourceFile> documents = new TreeMap<>();
    private final Map<Path, String> written = new TreeMap<>();
    private @Nullable Path pom;

    @Override
    public void add(SourceFile file) {
        super.add(file);
        Path path = file.getSourcePath();
        if (ENDINGS.stream().anyMatch(path.toString()::endsWith)) {
            documents.put(path, file);
        }
        if (path.endsWith("pom.xml") && (pom == null || path.getNameCount() < pom.getNameCount())) {
            pom = path;
        }
    }

    /** Where a document lies that an option names, or that goes beside the project's {@code pom.xml}. */
    Path place(String name) {
        return pom == null ? Path.of(name) : pom.resolveSibling(name);
    }

    /** The document that is the least deep of those that match. */
    Optional<Path> find(Predicate<SourceFile> matching) {
        return documents.values().stream()
                .filter(matching)
                .map(SourceFile::getSourcePath)
                .min(Comparator.comparing(Path::getNameCount));
    }

    /** The text of a document as it was before the run; null where there is none. */
    @Nullable
    String text(Path path) {
        SourceFile file = documents.get(path);
        return file == null ? null : file.printAll();
    }

    void write(Path path, String text) {
        written.put(path, text);
    }

    /** The documents that weren't there. */
    List<SourceFile> generated() {
        return written.entrySet().stream()
                .filter(each -> !documents.containsKey(each.getKey()))
                .<SourceFile>map(each -> PlainText.builder()
                        .sourcePath(each.getKey())
                        .text(each.getValue())
                        .build())
                .toList();
    }

    /** A document with its new text; any other file as it is. */
    SourceFile edited(SourceFile file) {
        String text = written.get(file.getSourcePath());
        if (text == null || text.equals(text(file.getSourcePath()))) {
            return file;
        }
        if (file instanceof Yaml.Documents yaml) {
            return YamlParser.builder()
                    .build()
                    .parse(text)
                    .findFirst()
                    .map(Yaml.Documents.class::cast)
                    .map(parsed -> yaml.withDocuments(parsed.getDocuments()))
                    .orElse(yaml);
        }
        return file instanceof PlainText plain ? plain.withText(text) : file;
    }
}
