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

import dev.asyncpersistence.model.ImportGraph;
import dev.asyncpersistence.model.ImportPaths;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.plan.methods.ModulePaths;
import dev.asyncpersistence.source.PythonText;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How files of a project import from each other; those that were not parsed are looked at as texts. */
final class ProjectPaths implements ModulePaths {
    private final ImportPaths paths;
    private final ImportGraph graph;

    ProjectPaths(Program program, Project project) {
        paths = new ImportPaths(program);
        graph = new ImportGraph(program, path -> text(project, path));
    }

    private static @Nullable String text(Project project, String path) {
        PythonText text = project.text(Path.of(path));
        return text == null ? null : text.text();
    }

    @Override
    public @Nullable String from(ModuleModel file, ModuleModel target, String name) {
        return paths.from(file, target, name);
    }

    @Override
    public boolean makesCycle(ModuleModel file, ModuleModel target) {
        return graph.wouldMakeCycle(file, target);
    }
}
