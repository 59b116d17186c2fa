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

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.read.ModuleReader;
import dev.asyncpersistence.report.CallsOfBlockingFunctions;
import dev.asyncpersistence.report.PersistenceCallSites;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Parser;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeRun;
import org.openrewrite.Result;
import org.openrewrite.SourceFile;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.python.PythonParser;
import org.openrewrite.python.tree.Py;
import org.slf4j.LoggerFactory;

/**
 * What a recipe made of Python sources.
 *
 * @param sources texts by path
 * @param lifted functions and classes that coroutines call through {@code asyncio.to_thread} now
 * @param left kept blocking calls on layers, by reason
 * @param awaits what is awaited on async layers, as written
 */
record Migrated(Map<String, String> sources, Set<String> lifted, Map<String, Integer> left, Set<String> awaits) {

    static Migrated by(Recipe recipe, Map<String, String> sources, Trees parsed) {
        List<SourceFile> trees = new ArrayList<>();
        sources.forEach((path, text) -> trees.add(parsed.of(path, text)));
        Map<String, String> migrated = new TreeMap<>(sources);
        RecipeRun run = recipe.run(new InMemoryLargeSourceSet(trees), new InMemoryExecutionContext(e -> {
            throw new AssertionError(e);
        }));
        for (Result result : run.getChangeset().getAllResults()) {
            SourceFile tree = result.getAfter();
            assertThat(tree).isNotNull();
            migrated.put(tree.getSourcePath().toString(), tree.printAll());
        }
        return new Migrated(migrated, lifted(run, sources), left(run), awaits(run));
    }

    private static Set<String> lifted(RecipeRun run, Map<String, String> sources) {
        Set<String> result = new TreeSet<>();
        for (CallsOfBlockingFunctions.Row row :
                run.<CallsOfBlockingFunctions.Row>getDataTableRows(CallsOfBlockingFunctions.class.getName())) {
            if (row.getAction().equals("TO_THREAD")) {
                for (String target : row.getTargets().split(" ", -1)) {
                    result.add(shortName(target.replaceFirst("\\.__init__$", ""), sources));
                }
            }
        }
        return result;
    }

    private static final Set<String> HARMLESS = Set.of("IN_MEMORY", "ALREADY_ASYNC");

    private static Map<String, Integer> left(RecipeRun run) {
        Map<String, Integer> result = new TreeMap<>();
        for (PersistenceCallSites.Row row : callSites(run)) {
            if (row.getAction().equals("KEEP") && !HARMLESS.contains(row.getReason())) {
                result.merge(row.getReason(), 1, Integer::sum);
            }
        }
        return result;
    }

    /** The tables name the target behind the reason. */
    private static Set<String> awaits(RecipeRun run) {
        Set<String> result = new TreeSet<>();
        for (PersistenceCallSites.Row row : callSites(run)) {
            if (row.getAction().equals("AWAIT_ASYNC_LAYER")) {
                result.add(row.getExplanation().replaceFirst("^[^:]*: ", ""));
            }
        }
        return result;
    }

    private static List<PersistenceCallSites.Row> callSites(RecipeRun run) {
        return run.getDataTableRows(PersistenceCallSites.class.getName());
    }

    /** The functions that are coroutine functions only now. */
    Set<String> madeAsync(Map<String, String> before, Trees parsed) {
        Set<String> result = new TreeSet<>();
        sources.forEach((path, text) -> {
            String old = before.get(path);
            if (old != null && !old.equals(text)) {
                result.addAll(coroutines(path, parsed.of(path, text)));
                result.removeAll(coroutines(path, parsed.of(path, old)));
            }
        });
        return result;
    }

    private Set<String> coroutines(String path, Py.CompilationUnit tree) {
        Set<String> result = new TreeSet<>();
        for (FunctionModel function : ModuleReader.read(tree, path).functions().values()) {
            if (function.async()) {
                result.add(shortName(function.qualifiedName(), sources));
            }
        }
        return result;
    }

    /** Of programs of one file, the module's name is left out; redefinitions have one name. */
    private static String shortName(String qualifiedName, Map<String, String> sources) {
        boolean oneFile = sources.keySet().stream()
                        .filter(p -> !DifferentialPrograms.SHARED.contains(p))
                        .count()
                == 1;
        String name = qualifiedName.replaceAll("#\\d+", "");
        return oneFile ? name.substring(name.indexOf('.') + 1) : name;
    }

    /** Trees of texts, each parsed once. All in one thread, since trees are printed by the process that parsed them. */
    static final class Trees {

        /** So few that the answer comes well before upstream's time limit. */
        private static final int AT_ONCE = 100;

        private record Text(String path, String text) {}

        private final Map<Text, Py.CompilationUnit> trees = new HashMap<>();

        /** Parses what is wanted later. However many texts it is, upstream starts one process, to find types, at each parsing. */
        void parse(Stream<Map<String, String>> sources) {
            List<Text> texts = sources.flatMap(each -> each.entrySet().stream())
                    .map(each -> new Text(each.getKey(), each.getValue()))
                    .filter(text -> !trees.containsKey(text))
                    // The Python side takes an empty text for a missing one, and then parses none of the others either.
                    .filter(text -> !text.text().isEmpty())
                    .distinct()
                    .toList();
            for (int from = 0; from < texts.size(); from += AT_ONCE) {
                parse(texts.subList(from, Math.min(from + AT_ONCE, texts.size())));
            }
        }

        private void parse(List<Text> texts) {
            Map<Path, Text> byPath = new LinkedHashMap<>();
            // Different programs have files of the same name.
            texts.forEach(text -> byPath.put(Path.of("program" + byPath.size(), text.path()), text));
            PythonForTests.useInThisThread();
            try {
                PythonParser.builder()
                        .build()
                        .parseInputs(inputs(byPath), null, new InMemoryExecutionContext())
                        .forEach(file -> add(file, byPath.get(file.getSourcePath())));
            } catch (RuntimeException e) {
                // Whoever asks for a text that is missing now gets the error that it makes alone.
                LoggerFactory.getLogger(Trees.class).warn("Parsing one by one", e);
            }
        }

        private static List<Parser.Input> inputs(Map<Path, Text> texts) {
            return texts.entrySet().stream()
                    .map(each -> Parser.Input.fromString(
                            each.getKey(), each.getValue().text()))
                    .toList();
        }

        private void add(SourceFile file, Text text) {
            if (file instanceof Py.CompilationUnit tree) {
                trees.put(text, tree.withSourcePath(Path.of(text.path())));
            }
        }

        /** A text's tree. What could not be parsed in advance is parsed alone, and fails alone. */
        Py.CompilationUnit of(String path, String text) {
            return trees.computeIfAbsent(new Text(path, text), each -> TestPython.parse(path, text));
        }
    }
}
