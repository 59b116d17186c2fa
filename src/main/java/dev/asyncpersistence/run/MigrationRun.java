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

import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.TracedPlan;
import dev.asyncpersistence.plan.change.Edit;
import dev.asyncpersistence.plan.methods.MethodRequest;
import dev.asyncpersistence.plan.methods.MethodsPlan;
import dev.asyncpersistence.plan.methods.MethodsPlanner;
import dev.asyncpersistence.plan.tests.TestPlan;
import dev.asyncpersistence.source.ParserPool;
import dev.asyncpersistence.source.PythonSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run over a project: read what matters, decide and, if asked to, edit. */
public final class MigrationRun {
    private final Settings settings;
    private final Path projectDirectory;

    /**
     * Prepares a run.
     *
     * @param projectDirectory where an interpreter and option paths are looked for
     */
    public MigrationRun(Settings settings, Path projectDirectory) {
        this.settings = settings;
        this.projectDirectory = projectDirectory;
    }

    /**
     * Reads the sources and decides.
     *
     * @throws dev.asyncpersistence.layer.LayerNotFoundException if there is no layer
     * @throws dev.asyncpersistence.source.PythonSetupException if Python can't be used
     */
    public Outcome<MigrationPlan> audit(PythonSources sources) {
        return run(sources, false);
    }

    /** Reads, decides, edits, and checks what was edited. */
    public Outcome<MigrationPlan> migrate(PythonSources sources) {
        return run(sources, true);
    }

    /**
     * Ranks the methods that the async layers lack, and writes those that are asked for.
     *
     * @throws IllegalArgumentException when something is asked for that isn't there
     */
    public Outcome<MethodsPlan> addMethods(PythonSources sources, MethodRequest request) {
        Project project = new Project(sources);
        try (ParserPool pool = Pools.open(project, projectDirectory, settings.python())) {
            MigrationPlan plan =
                    new ReadingRounds(project, settings, settings.callCatalogue(projectDirectory)).read(pool);
            Program program = new Program(project.models());
            MethodsPlan methods = new MethodsPlanner(new Resolver(program), project, plan, request).plan();
            return EditRounds.make(methods, methods.edits(), project, pool);
        }
    }

    /** Reads the sources, decides, and finds out how each blocking call is reached. */
    public Outcome<TracedPlan> trace(PythonSources sources) {
        Project project = new Project(sources);
        try (ParserPool pool = Pools.open(project, projectDirectory, settings.python())) {
            MigrationPlan plan =
                    new ReadingRounds(project, settings, settings.callCatalogue(projectDirectory)).read(pool);
            Resolver resolver = new Resolver(new Program(project.models()));
            return EditRounds.leave(TracedPlan.of(plan, resolver), project);
        }
    }

    private Outcome<MigrationPlan> run(PythonSources sources, boolean edit) {
        Project project = new Project(sources);
        try (ParserPool pool = Pools.open(project, projectDirectory, settings.python())) {
            ReadingRounds rounds = new ReadingRounds(project, settings, settings.callCatalogue(projectDirectory));
            MigrationPlan plan = rounds.read(pool);
            return edit ? edit(plan, rounds, project, pool) : EditRounds.leave(plan, project);
        }
    }

    private static Outcome<MigrationPlan> edit(
            MigrationPlan plan, ReadingRounds rounds, Project project, @Nullable ParserPool pool) {
        TestPlan tests = new TestRounds(project).plan(plan, pool);
        List<Edit> edits = new ArrayList<>(plan.edits());
        edits.addAll(tests.edits());
        return EditRounds.make(plan, edits, project, pool, rounds::again).with(tests);
    }
}
