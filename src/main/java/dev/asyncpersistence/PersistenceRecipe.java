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

import dev.asyncpersistence.layer.LayerNotFoundException;
import dev.asyncpersistence.report.Summary;
import dev.asyncpersistence.report.Tables;
import dev.asyncpersistence.run.MigrationRun;
import dev.asyncpersistence.run.RunState;
import dev.asyncpersistence.run.Settings;
import dev.asyncpersistence.source.PythonSetupException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.Validated;
import org.openrewrite.marker.Markup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What audit and migration have in common: scan all Python files, run once between scanning and editing, fill the tables, log the summary.
 * A failure that makes the whole run void is pinned to a file, which fails the build before anything is written.
 */
abstract class PersistenceRecipe extends ScanningRecipe<RunState> {
    private static final Logger LOG = LoggerFactory.getLogger(PersistenceRecipe.class);

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    abstract Settings settings();

    abstract MigrationRun.Result run(MigrationRun run, RunState state);

    abstract Tables tables();

    abstract @Nullable String getRenames();

    abstract @Nullable String getCatalogue();

    @Override
    public Validated<Object> validate() {
        return super.validate()
                .and(Validated.test(
                        "renames",
                        "must be `sync=async` pairs separated by `;`, such as `get_player=get_player_by_id;save=save_player`",
                        getRenames(),
                        PersistenceRecipe::arePairs))
                .and(Validated.test(
                        "catalogue",
                        "must be the path of a YAML file that exists, from " + PROJECT
                                + "; leave it out to use only the catalogue that comes with the recipes",
                        getCatalogue(),
                        path -> path == null || Files.isRegularFile(PROJECT.resolve(path))));
    }

    private static boolean arePairs(@Nullable String renames) {
        try {
            Settings.of(null, null, renames, null, null);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public RunState getInitialValue(ExecutionContext ctx) {
        return new RunState();
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getScanner(RunState state) {
        return new TreeVisitor<>() {
            @Override
            public Tree preVisit(Tree tree, ExecutionContext ctx) {
                if (tree instanceof SourceFile file) {
                    state.add(file);
                }
                stopAfterPreVisit();
                return tree;
            }
        };
    }

    @Override
    public Collection<? extends SourceFile> generate(RunState state, ExecutionContext ctx) {
        if (!state.isEmpty()) {
            try {
                MigrationRun.Result result = run(new MigrationRun(settings(), PROJECT), state);
                report(result, ctx);
                state.succeed(result);
            } catch (LayerNotFoundException | PythonSetupException | IllegalArgumentException e) {
                LOG.error(e.getMessage());
                state.fail(e);
            } catch (RuntimeException e) {
                // The scheduler would turn this into a vague warning and report success.
                LOG.error("The run was given up", e);
                state.fail(e);
            }
        }
        return List.of();
    }

    private void report(MigrationRun.Result result, ExecutionContext ctx) {
        tables().insert(result.plan(), ctx);
        result.failures().forEach(f -> tables().insertUnread(f.path().toString(), f.line(), f.cause(), ctx));
        result.undone().forEach((path, cause) -> tables().insertUnread(path.toString(), 0, cause, ctx));
        if (ctx.getCycle() == 1) {
            LOG.info("Read {} of {} Python files", result.parsedFiles(), result.pythonFiles());
            Summary.of(result.plan()).forEach(LOG::info);
            result.failures().forEach(f -> LOG.warn("{}:{} was not read: {}", f.path(), f.line(), f.cause()));
            result.undone().forEach((path, cause) -> LOG.warn("{} is left as it was: {}", path, cause));
        }
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getVisitor(RunState state) {
        return new TreeVisitor<>() {
            @Override
            public Tree preVisit(Tree tree, ExecutionContext ctx) {
                stopAfterPreVisit();
                if (!(tree instanceof SourceFile file)) {
                    return tree;
                }
                RuntimeException failure = state.failureOf(file);
                if (failure != null) {
                    return Markup.error(file, failure);
                }
                MigrationRun.Result result = state.result();
                return result == null ? file : editOrLeave(file, result, ctx);
            }
        };
    }

    private SourceFile editOrLeave(SourceFile file, MigrationRun.Result result, ExecutionContext ctx) {
        try {
            return edit(file, result);
        } catch (RuntimeException e) {
            // The scheduler would report success.
            LOG.warn("{} is left as it was: the edit failed", file.getSourcePath(), e);
            tables().insertUnread(file.getSourcePath().toString(), 0, String.valueOf(e.getMessage()), ctx);
            return file;
        }
    }

    /** The file with its decided calls replaced. */
    SourceFile edit(SourceFile file, MigrationRun.Result result) {
        return file;
    }
}
