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

import dev.asyncpersistence.edit.CallEditor;
import dev.asyncpersistence.layer.CallCatalogue;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.source.InterpreterLookup;
import dev.asyncpersistence.source.ParseProgress;
import dev.asyncpersistence.source.ParserPool;
import dev.asyncpersistence.source.PythonInterpreter;
import dev.asyncpersistence.source.PythonSources;
import dev.asyncpersistence.source.PythonText;
import dev.asyncpersistence.source.Unparsable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openrewrite.python.tree.Py;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run over a project, from sources to a plan and, when asked for, to edited texts. */
public final class MigrationRun {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationRun.class);

    private final Settings settings;
    private final Path projectDirectory;

    /**
     * @param projectDirectory where an interpreter and option paths are looked for
     */
    public MigrationRun(Settings settings, Path projectDirectory) {
        this.settings = settings;
        this.projectDirectory = projectDirectory;
    }

    /**
     * What came of a run.
     *
     * @param edited texts of the files that are changed
     * @param undone files whose edit did not survive the check after it, and why; their bytes stay
     * @param failures files that could not be parsed
     */
    public record Result(
            MigrationPlan plan,
            Map<Path, String> edited,
            Map<Path, String> undone,
            Collection<Unparsable> failures,
            int pythonFiles,
            int parsedFiles) {}

    /**
     * Reads the sources and decides.
     *
     * @throws dev.asyncpersistence.layer.LayerNotFoundException if there is no layer
     * @throws dev.asyncpersistence.source.PythonSetupException if Python can't be used
     */
    public Result audit(PythonSources sources) {
        return run(sources, false);
    }

    /** Reads, decides, edits the sources that came as text, and checks what was edited. */
    public Result migrate(PythonSources sources) {
        return run(sources, true);
    }

    private Result run(PythonSources sources, boolean edit) {
        Project project = new Project(sources);
        try (ParserPool pool = project.texts().isEmpty() ? null : pool(project)) {
            MigrationPlan plan = new ReadingRounds(project, settings, catalogue()).read(pool);
            Map<Path, String> edited = new TreeMap<>();
            Map<Path, String> undone = new TreeMap<>();
            if (edit && pool != null) {
                edit(plan, project, pool, edited, undone);
            }
            return new Result(
                    plan,
                    edited,
                    undone,
                    List.copyOf(project.failures()),
                    project.texts().size(),
                    project.parsedFiles());
        }
    }

    private ParserPool pool(Project project) {
        PythonInterpreter interpreter = new InterpreterLookup(projectDirectory).find(settings.python());
        return new ParserPool(interpreter, ParserPool.workersFor(project.texts().size()), MigrationRun::logProgress);
    }

    private static void logProgress(ParseProgress progress) {
        if (progress.parsed() == progress.total() || progress.parsed() % 50 == 0) {
            LOG.info("Parsed {} of {} files", progress.parsed(), progress.total());
        }
    }

    private CallCatalogue catalogue() {
        CallCatalogue standard = CallCatalogue.standard();
        if (settings.catalogue() == null) {
            return standard;
        }
        try {
            return standard.extendedBy(Files.readString(projectDirectory.resolve(settings.catalogue())));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Option catalogue names `" + settings.catalogue() + "`, which can't be read", e);
        }
    }

    private static void edit(
            MigrationPlan plan, Project project, ParserPool pool, Map<Path, String> edited, Map<Path, String> undone) {
        Map<Path, PythonText> check = new HashMap<>();
        for (String name : plan.editedPaths()) {
            Path path = Path.of(name);
            PythonText text = project.text(path);
            Py.CompilationUnit tree = project.tree(path);
            if (text != null && tree != null) {
                try {
                    String printed = pool.print(CallEditor.edit(tree, plan.edits(name)));
                    check.put(path, new PythonText(path, printed, text.original()));
                } catch (RuntimeException e) {
                    LOG.warn("{} is left as it was: the edit failed", path, e);
                    undone.put(path, String.valueOf(e.getMessage()));
                }
            }
        }
        if (check.isEmpty()) {
            return;
        }
        pool.parse(check.values()).forEach((path, outcome) -> {
            if (outcome instanceof Unparsable failure) {
                undone.put(path, failure.cause());
            } else {
                edited.put(path, Objects.requireNonNull(check.get(path)).text());
            }
        });
    }
}
