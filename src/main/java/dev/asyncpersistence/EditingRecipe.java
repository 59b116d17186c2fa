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

import dev.asyncpersistence.edit.FileEditor;
import dev.asyncpersistence.layer.LayerNotFoundException;
import dev.asyncpersistence.report.FileTables;
import dev.asyncpersistence.report.TestSummary;
import dev.asyncpersistence.run.Outcome;
import dev.asyncpersistence.run.RunState;
import dev.asyncpersistence.source.PythonSetupException;
import dev.asyncpersistence.source.PythonSources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.marker.Markup;
import org.openrewrite.python.tree.Py;
import org.openrewrite.text.PlainText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all recipes have in common: scan all Python files, run once between scanning and editing, fill the tables, log the summary. A failure that
 * makes the whole run void is pinned to a file, which fails the build before anything is written.
 *
 * @param <P> the plan that a run makes
 */
abstract class EditingRecipe<P> extends ScanningRecipe<RunState<P>> {
    private static final Logger LOG = LoggerFactory.getLogger(EditingRecipe.class);

    static final Path PROJECT = Path.of("").toAbsolutePath();

    abstract Outcome<P> run(PythonSources sources);

    abstract FileTables getFileTables();

    /** Writes the rows of a plan. */
    abstract void insert(P plan, ExecutionContext ctx);

    /** The plan as lines of plain text. */
    abstract List<String> summary(P plan);

    @Override
    public RunState<P> getInitialValue(ExecutionContext ctx) {
        return new RunState<>();
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getScanner(RunState<P> state) {
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
    public Collection<? extends SourceFile> generate(RunState<P> state, ExecutionContext ctx) {
        if (!state.isEmpty()) {
            try {
                long start = System.nanoTime();
                Outcome<P> outcome = run(state.sources());
                report(outcome, ctx);
                state.succeed(outcome, Duration.ofNanos(System.nanoTime() - start));
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

    private void report(Outcome<P> outcome, ExecutionContext ctx) {
        insert(outcome.plan(), ctx);
        outcome.failures().forEach(f -> getFileTables().insertUnread(f.path(), f.line(), f.cause(), ctx));
        outcome.undone().forEach(u -> getFileTables().insertUndone(u.path(), u.functions(), u.cause(), ctx));
        getFileTables().insertTests(outcome.tests(), ctx);
        if (ctx.getCycle() == 1) {
            LOG.info("Read {} of {} Python files", outcome.parsedFiles(), outcome.pythonFiles());
            summary(outcome.plan()).forEach(LOG::info);
            TestSummary.of(outcome.tests()).forEach(LOG::info);
            outcome.tests()
                    .problems()
                    .forEach(p -> LOG.warn(
                            "{}:{}: {}", p.location().path(), p.location().line(), p.text()));
            outcome.failures().forEach(f -> LOG.warn("{}:{} was not read: {}", f.path(), f.line(), f.cause()));
            outcome.undone()
                    .forEach(u -> LOG.warn(
                            "Taken back in {} ({}): {}", u.path(), String.join(", ", u.functions()), u.cause()));
        }
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getVisitor(RunState<P> state) {
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
                Outcome<P> outcome = state.outcome();
                return outcome == null ? file : edit(file, state, outcome);
            }
        };
    }

    private SourceFile edit(SourceFile file, RunState<P> state, Outcome<P> outcome) {
        if (file instanceof Py.CompilationUnit tree) {
            return FileEditor.edit(
                    tree, outcome.changes(tree.getSourcePath()), outcome.copied(), Py.CompilationUnit::printAll);
        }
        String edited = outcome.texts().get(file.getSourcePath());
        if (edited == null || !(file instanceof PlainText text)) {
            return file;
        }
        if (!state.isAsScanned(text)) {
            // To leave this file alone would leave edits of others half done.
            return Markup.error(
                    file,
                    new IllegalStateException("Another recipe of this run has changed " + file.getSourcePath()
                            + " already. Run the two one after the other."));
        }
        return text.withText(edited);
    }
}
