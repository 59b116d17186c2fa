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

import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.read.ModuleReader;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import dev.asyncpersistence.source.IdentifierIndex;
import dev.asyncpersistence.source.ParseOutcome;
import dev.asyncpersistence.source.Parsed;
import dev.asyncpersistence.source.ParserPool;
import dev.asyncpersistence.source.PythonSources;
import dev.asyncpersistence.source.PythonText;
import dev.asyncpersistence.source.Unparsable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.python.tree.Py;

/** The sources read so far: their trees, their models, and what could not be parsed. */
final class Project implements UnreadFiles {
    private final SortedMap<Path, PythonText> texts = new TreeMap<>();
    private final SortedMap<Path, PythonText> tests = new TreeMap<>();
    private final Map<Path, Py.CompilationUnit> testTrees = new TreeMap<>();
    private final Collection<String> settings;
    private final Map<Path, Py.CompilationUnit> trees = new LinkedHashMap<>();
    private final Map<Path, ModuleModel> models = new TreeMap<>();
    private final SortedMap<Path, Unparsable> failures;
    private final Map<Path, String> failedTexts;

    Project(PythonSources sources) {
        for (PythonText text : sources.texts()) {
            (TestFiles.isTest(text.path()) ? tests : texts).put(text.path(), text);
        }
        failures = new TreeMap<>(sources.failures());
        failedTexts = sources.failedTexts();
        sources.trees().forEach((path, tree) -> {
            if (TestFiles.isTest(path)) {
                testTrees.put(path, tree);
            } else {
                add(path, tree);
            }
        });
        settings = sources.settings();
    }

    /** Texts that have not been parsed and can be. */
    Collection<PythonText> unread() {
        return texts.values().stream().filter(t -> isUnread(t.path())).toList();
    }

    boolean isUnread(Path path) {
        return texts.containsKey(path) && !models.containsKey(path) && !failures.containsKey(path);
    }

    void read(Collection<Path> paths, @Nullable ParserPool pool) {
        List<PythonText> wanted = new ArrayList<>();
        for (Path path : paths) {
            if (isUnread(path)) {
                wanted.add(texts.get(path));
            }
        }
        parse(wanted, pool);
    }

    // --- tests

    /** The test files that arrived as text. */
    Collection<PythonText> tests() {
        return tests.values();
    }

    /** The texts of files that configure tests, or say what they require. */
    Collection<String> settings() {
        return settings;
    }

    /** The test files in which one of some identifiers is found. */
    Collection<Path> testsMentioning(Collection<String> identifiers) {
        Set<Path> result = new TreeSet<>(new IdentifierIndex(tests.values()).filesMentioning(identifiers));
        result.addAll(testTrees.keySet());
        return result;
    }

    /** All test files. */
    Collection<Path> testPaths() {
        Set<Path> result = new TreeSet<>(tests.keySet());
        result.addAll(testTrees.keySet());
        return result;
    }

    boolean isUnreadTest(Path path) {
        return (tests.containsKey(path) || testTrees.containsKey(path))
                && !models.containsKey(path)
                && !failures.containsKey(path);
    }

    /** Reads test files; they are part of the project from then on. */
    Collection<ModuleModel> readTests(Collection<Path> paths, @Nullable ParserPool pool) {
        List<PythonText> wanted = new ArrayList<>();
        for (Path path : paths) {
            if (isUnreadTest(path) && tests.containsKey(path)) {
                wanted.add(tests.get(path));
            } else if (isUnreadTest(path)) {
                add(path, Objects.requireNonNull(testTrees.get(path)));
            }
        }
        parse(wanted, pool);
        return models(paths);
    }

    private void parse(List<PythonText> wanted, @Nullable ParserPool pool) {
        if (wanted.isEmpty() || pool == null) {
            return;
        }
        for (Map.Entry<Path, ParseOutcome> each : pool.parse(wanted).entrySet()) {
            if (each.getValue() instanceof Parsed parsed) {
                add(each.getKey(), parsed.tree());
            } else if (each.getValue() instanceof Unparsable failure) {
                failures.put(each.getKey(), failure);
            }
        }
    }

    private void add(Path path, Py.CompilationUnit tree) {
        trees.put(path, tree);
        models.put(path, ModuleReader.read(tree, path.toString().replace('\\', '/')));
    }

    @Override
    public @Nullable String pathMentioning(String name) {
        Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
        return failures.keySet().stream()
                .filter(path -> word.matcher(unreadText(path)).find())
                .map(path -> path.toString().replace('\\', '/'))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable String text(String path) {
        PythonText text = text(Path.of(path));
        return text == null ? null : text.text();
    }

    @Override
    public boolean mentions(Pattern text) {
        return Stream.concat(
                        tests.values().stream(),
                        texts.values().stream().filter(each -> !models.containsKey(each.path())))
                .anyMatch(each -> text.matcher(each.text()).find());
    }

    private String unreadText(Path path) {
        PythonText text = texts.get(path);
        return text != null ? text.text() : failedTexts.getOrDefault(path, "");
    }

    Collection<PythonText> texts() {
        return texts.values();
    }

    @Nullable
    PythonText text(Path path) {
        PythonText text = texts.get(path);
        return text == null ? tests.get(path) : text;
    }

    Py.@Nullable CompilationUnit tree(Path path) {
        return trees.get(path);
    }

    Collection<Py.CompilationUnit> trees() {
        return trees.values();
    }

    Collection<ModuleModel> models() {
        return models.values();
    }

    /** Of some files, those of which there is a model. */
    Collection<ModuleModel> models(Collection<Path> paths) {
        return paths.stream().map(models::get).filter(Objects::nonNull).toList();
    }

    Collection<Unparsable> failures() {
        return failures.values();
    }

    /** The Python files that are there, tests included. */
    int pythonFiles() {
        Set<Path> result = new HashSet<>(testPaths());
        result.addAll(texts.keySet());
        result.addAll(models.keySet());
        result.addAll(failures.keySet());
        return result.size();
    }

    /** Those that were read. */
    int parsedFiles() {
        return models.size();
    }
}
