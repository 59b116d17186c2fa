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

import dev.asyncpersistence.report.UndoneEdits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeRun;
import org.openrewrite.SourceFile;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.text.PlainText;

/**
 * A project's files, by their paths, after a recipe.
 *
 * @param before the files before it
 * @param undone what it took back
 */
record MigratedTexts(Map<String, String> before, Map<String, String> after, List<String> undone) {

    /** The files after a recipe. */
    static MigratedTexts by(Recipe recipe, Map<String, String> files) {
        Map<String, String> after = new TreeMap<>(files);
        RecipeRun run = run(recipe, files);
        run.getChangeset().getAllResults().forEach(result -> {
            SourceFile file = Objects.requireNonNull(result.getAfter());
            after.put(file.getSourcePath().toString().replace('\\', '/'), file.printAll());
        });
        return new MigratedTexts(
                files,
                after,
                run.getDataTableRows(UndoneEdits.class.getName()).stream()
                        .map(Object::toString)
                        .toList());
    }

    /** Hands the files to a recipe as the Maven plugin does. */
    static RecipeRun run(Recipe recipe, Map<String, String> files) {
        return recipe.run(new InMemoryLargeSourceSet(sources(files)), new InMemoryExecutionContext(e -> {
            throw new AssertionError(e);
        }));
    }

    /** The files as the Maven plugin hands them over, all of them as text. */
    static List<SourceFile> sources(Map<String, String> files) {
        List<SourceFile> sources = new ArrayList<>();
        files.forEach((path, text) -> sources.add(
                PlainText.builder().sourcePath(Path.of(path)).text(text).build()));
        return sources;
    }

    boolean isChanged(String path) {
        return !Objects.equals(before.get(path), after.get(path));
    }

    /** The changed files, to tell why a test fails. */
    String changes() {
        return after.entrySet().stream()
                .filter(file -> isChanged(file.getKey()))
                .map(file -> "\n==== " + file.getKey() + "\n" + file.getValue())
                .collect(Collectors.joining());
    }
}
