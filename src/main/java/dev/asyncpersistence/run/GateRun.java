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

import dev.asyncpersistence.layer.CallCatalogue;
import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.layer.LayerNotFoundException;
import dev.asyncpersistence.layer.LayerReader;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.gate.Allowance;
import dev.asyncpersistence.plan.gate.Gate;
import dev.asyncpersistence.plan.gate.GateReport;
import dev.asyncpersistence.plan.gate.Violations;
import dev.asyncpersistence.source.ParserPool;
import dev.asyncpersistence.source.PythonSources;
import dev.asyncpersistence.source.PythonText;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** One run over a project that looks for what the gate keeps out. It reads every file but tests: any may lose a coroutine. */
public final class GateRun {
    private final Settings settings;
    private final Path projectDirectory;

    /**
     * Prepares a run.
     *
     * @param projectDirectory where an interpreter and option paths are looked for
     */
    public GateRun(Settings settings, Path projectDirectory) {
        this.settings = settings;
        this.projectDirectory = projectDirectory;
    }

    /**
     * Reads and judges.
     *
     * @throws LayerNotFoundException if an option names a layer that isn't there
     * @throws dev.asyncpersistence.source.PythonSetupException if Python can't be used
     */
    public Outcome<GateReport> run(PythonSources sources, Gate.Accepted accepted) {
        Project project = new Project(sources);
        try (ParserPool pool = Pools.open(project, projectDirectory, settings.python())) {
            project.read(project.unread().stream().map(PythonText::path).toList(), pool);
        }
        Program program = new Program(project.models());
        Resolver resolver = new Resolver(program);
        CallCatalogue catalogue = settings.callCatalogue(projectDirectory);
        Layers layers = layers(resolver, catalogue);
        List<String> names = layers.found().stream().map(Layer::qualifiedName).toList();
        GateReport.Scope scope = new GateReport.Scope(program.functions().size(), names, layers.missing());
        List<String> unread = project.failures().stream()
                .map(each -> each.path().toString().replace('\\', '/'))
                .toList();
        GateReport report = new Gate(accepted, allowances(project), unread)
                .judge(scope, new Violations(resolver, layers.found(), catalogue, project.settings()).find());
        return EditRounds.leave(report, project);
    }

    /**
     * The layers.
     *
     * @param missing why there is none; empty if there is one
     */
    private record Layers(List<Layer> found, String missing) {}

    /** A team that has deleted its sync layer is done, and still wants the rest to be checked. One that names a layer wants it found. */
    private Layers layers(Resolver resolver, CallCatalogue catalogue) {
        try {
            return new Layers(new LayerReader(resolver, catalogue, settings.layers()).read(), "");
        } catch (LayerNotFoundException e) {
            boolean named = !settings.layers().syncLayers().isEmpty()
                    || !settings.layers().renames().isEmpty();
            if (named) {
                throw e;
            }
            return new Layers(List.of(), Objects.requireNonNull(e.getMessage()));
        }
    }

    private static List<Allowance> allowances(Project project) {
        return project.models().stream()
                .map(ModuleModel::path)
                .flatMap(path -> AllowComments.in(path, text(path, project)).stream())
                .toList();
    }

    private static String text(String path, Project project) {
        String text = project.text(path);
        return text != null
                ? text
                : Objects.requireNonNull(project.tree(Path.of(path))).printAll();
    }
}
