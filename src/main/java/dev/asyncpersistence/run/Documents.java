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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import org.openrewrite.tree.ParseError;
import org.openrewrite.yaml.YamlParser;
import org.openrewrite.yaml.tree.Yaml;

/** The project's files beside its sources that a run reads or writes: recipes of phases, tracker, baseline, report. */
public final class Documents {
    private static final List<String> ENDINGS = List.of(".md", ".yml", ".yaml", ".html");
    private static final Path POM = Path.of("pom.xml");

    private final Path projectDirectory;
    private final Path root;
    private final Map<Path, SourceFile> files = new TreeMap<>();
    private final Map<Path, String> written = new TreeMap<>();
    private @Nullable Path pom;
    private boolean here;

    /**
     * A document.
     *
     * @param path where it is, or belongs, among the sources
     * @param text null where there is none
     */
    public record Document(Path path, @Nullable String text) {}

    Documents(Path projectDirectory) {
        this.projectDirectory = projectDirectory;
        this.root = rootOf(projectDirectory);
    }

    /** The folder that the Maven plugin counts source paths from: the nearest one up with a {@code .git}, or else the project's own. */
    private static Path rootOf(Path directory) {
        for (Path each = directory; each != null; each = each.getParent()) {
            if (Files.exists(each.resolve(".git"))) {
                return each;
            }
        }
        return directory;
    }

    void add(SourceFile file) {
        Path path = file.getSourcePath();
        if (ENDINGS.stream().anyMatch(path.toString()::endsWith)) {
            files.put(path, file);
        }
        if (path.endsWith(POM) && (pom == null || path.getNameCount() < pom.getNameCount())) {
            pom = path;
        }
        here |= path.toString().endsWith(".py") && Files.exists(root.resolve(path));
    }

    /**
     * The document of a name in the project's own folder. One that the host leaves out, as git ignores it, is read where it is.
     *
     * @param name its path from that folder
     */
    public Document named(String name) {
        Path relative = Path.of(name).normalize();
        Path place = folder().resolve(relative);
        if (files.containsKey(place)) {
            return document(place);
        }
        return new Document(place, here ? textOnDisk(projectDirectory.resolve(relative)) : null);
    }

    /** What the source paths of the project begin with: nothing, or its folder with a slash at the end. */
    public String prefix() {
        String folder = folder().toString().replace('\\', '/');
        return folder.isEmpty() ? "" : folder + "/";
    }

    /** The project's folder among the sources: the one that the host works in, or, where it holds the sources elsewhere, that of the {@code pom.xml}. */
    private Path folder() {
        if (here) {
            return root.relativize(projectDirectory);
        }
        Path parent = pom == null ? null : pom.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** The document that is the least deep of those that match, in the project's folder or elsewhere. */
    public Optional<Document> find(Predicate<SourceFile> matching) {
        return files.values().stream()
                .filter(matching)
                .map(SourceFile::getSourcePath)
                .min(Comparator.comparing(Path::getNameCount))
                .map(this::document);
    }

    private Document document(Path path) {
        return new Document(path, text(files.get(path)));
    }

    private static @Nullable String text(@Nullable SourceFile file) {
        return file instanceof ParseError error ? error.getText() : file == null ? null : file.printAll();
    }

    private static @Nullable String textOnDisk(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    /** Takes the text that a document gets. */
    public void write(Path path, String text) {
        written.put(path, text);
    }

    /** The documents that aren't among the sources. */
    public List<SourceFile> generated() {
        return written.entrySet().stream()
                .filter(each -> !files.containsKey(each.getKey()))
                .<SourceFile>map(each -> PlainText.builder()
                        .sourcePath(each.getKey())
                        .text(each.getValue())
                        .build())
                .toList();
    }

    /** A document with its new text; any other file as it is. */
    public SourceFile edited(SourceFile file) {
        String text = written.get(file.getSourcePath());
        if (text == null || text.equals(text(files.get(file.getSourcePath())))) {
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
        if (file instanceof PlainText plain) {
            return plain.withText(text);
        }
        // Whatever it was read as: its text is ours.
        return PlainText.builder()
                .id(file.getId())
                .sourcePath(file.getSourcePath())
                .text(text)
                .build();
    }
}
