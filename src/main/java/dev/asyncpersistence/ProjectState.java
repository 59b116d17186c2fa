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

import dev.asyncpersistence.plan.phase.Phase;
import dev.asyncpersistence.plan.phase.PhaseRecipes;
import dev.asyncpersistence.run.RunState;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.SourceFile;

/** A run that also knows where the project lies, and its {@code rewrite.yml}. */
class ProjectState<P> extends RunState<P> {
    private static final String RECIPES = "rewrite.yml";

    private @Nullable SourceFile recipes;
    private @Nullable Path pom;

    @Override
    public void add(SourceFile file) {
        super.add(file);
        if (isNearer(file, RECIPES, recipes == null ? null : recipes.getSourcePath())) {
            recipes = file;
        }
        if (isNearer(file, "pom.xml", pom)) {
            pom = file.getSourcePath();
        }
    }

    /** The project's own is the one that is the least deep. */
    private static boolean isNearer(SourceFile file, String name, @Nullable Path known) {
        Path path = file.getSourcePath();
        return path.endsWith(name) && (known == null || path.getNameCount() < known.getNameCount());
    }

    /** The file with the project's recipes; null if there is none. */
    final @Nullable SourceFile recipes() {
        return recipes;
    }

    /** The source path of a file, given as seen from the project's folder. */
    final Path inProject(String file) {
        return pom == null ? Path.of(file) : pom.resolveSibling(file);
    }

    /** Where the project's recipes are, or would be. */
    final Path recipesPath() {
        return recipes == null ? inProject(RECIPES) : recipes.getSourcePath();
    }

    /** The phases that are planned already. */
    final List<Phase> phases() {
        return recipes == null ? List.of() : PhaseRecipes.read(recipes.printAll());
    }
}
