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
import dev.asyncpersistence.plan.tests.TestPlan;
import dev.asyncpersistence.plan.tests.TestPlanner;
import dev.asyncpersistence.source.ParserPool;
import dev.asyncpersistence.source.PythonSources;
import dev.asyncpersistence.source.PythonText;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One run that has tests catch up with code that was migrated before. It reads every file: what is awaited may stand in any. */
public final class TestRun {
    private final Path projectDirectory;
    private final @Nullable String python;

    /**
     * Prepares a run.
     *
     * @param projectDirectory where an interpreter is looked for
     * @param python the interpreter that the user names
     */
    public TestRun(Path projectDirectory, @Nullable String python) {
        this.projectDirectory = projectDirectory;
        this.python = python;
    }

    /**
     * Reads, decides, edits, and checks what was edited.
     *
     * @throws dev.asyncpersistence.source.PythonSetupException if Python can't be used
     */
    public Outcome<TestPlan> run(PythonSources sources) {
        Project project = new Project(sources);
        try (ParserPool pool = Pools.open(project, projectDirectory, python)) {
            project.read(project.unread().stream().map(PythonText::path).toList(), pool);
            project.readTests(project.testPaths(), pool);
            Resolver resolver = new Resolver(new Program(project.models()));
            TestPlan plan = TestPlanner.ofMigrated(
                            resolver, path -> TestFiles.isTest(Path.of(path)), project.settings())
                    .plan();
            return EditRounds.make(plan, plan.edits(), project, pool).with(plan);
        }
    }
}
