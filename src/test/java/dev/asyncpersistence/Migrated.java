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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeRun;
import org.openrewrite.Result;
import org.openrewrite.SourceFile;
import org.openrewrite.internal.InMemoryLargeSourceSet;

/**
 * What a recipe made of Python sources.
 *
 * @param sources texts by path
 * @param lifted functions and classes that coroutines call through {@code asyncio.to_thread} now
 * @param left kept blocking calls on layers, by reason
 */
record Migrated(Map<String, String> sources, Set<String> lifted, Map<String, Integer> left) {

    static Migrated by(Recipe recipe, Map<String, String> sources) {
        List<SourceFile> trees = new ArrayList<>();
        sources.forEach((name, text) -> trees.add(TestPython.parse(name, text)));
        Map<String, String> migrated = new TreeMap<>(sources);
        RecipeRun run = recipe.run(new InMemoryLargeSourceSet(trees), new InMemoryExecutionContext(e -> {
            throw new AssertionError(e);
        }));
        for (Result result : run.getChangeset().getAllResults()) {
            SourceFile tree = result.getAfter();
            assertThat(tree).isNotNull();
            migrated.put(tree.getSourcePath().toString(), tree.printAll());
        }
        return new Migrated(migrated, lifted(run, sources), left(run));
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

    private static Map<String, Integer> left(RecipeRun run) {
        Map<String, Integer> result = new TreeMap<>();
        for (PersistenceCallSites.Row row :
                run.<PersistenceCallSites.Row>getDataTableRows(PersistenceCallSites.class.getName())) {
            if (row.isBlocks() && row.getAction().equals("KEEP")) {
                result.merge(row.getReason(), 1, Integer::sum);
            }
        }
        return result;
    }

    /** The functions that are coroutine functions only now. */
    Set<String> madeAsync(Map<String, String> before) {
        Set<String> result = new TreeSet<>();
        sources.forEach((path, text) -> {
            String old = before.get(path);
            if (old != null && !old.equals(text)) {
                result.addAll(coroutines(path, text));
                result.removeAll(coroutines(path, old));
            }
        });
        return result;
    }

    private Set<String> coroutines(String path, String text) {
        Set<String> result = new TreeSet<>();
        for (FunctionModel function : ModuleReader.read(TestPython.parse(path, text), path)
                .functions()
                .values()) {
            if (function.async()) {
                result.add(shortName(function.qualifiedName(), sources));
            }
        }
        return result;
    }

    /** Of programs of one file, the module's name is left out; redefinitions have one name. */
    private static String shortName(String qualifiedName, Map<String, String> sources) {
        boolean oneFile =
                sources.keySet().stream().filter(p -> !p.equals("layer.py")).count() == 1;
        String name = qualifiedName.replaceAll("#\\d+", "");
        return oneFile ? name.substring(name.indexOf('.') + 1) : name;
    }
}
