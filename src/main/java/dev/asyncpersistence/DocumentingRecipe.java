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

import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.phase.Phase;
import dev.asyncpersistence.plan.phase.PhaseRecipes;
import dev.asyncpersistence.plan.progress.Progress;
import dev.asyncpersistence.report.tracker.Tracker;
import dev.asyncpersistence.run.Outcome;
import dev.asyncpersistence.run.RunState;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.text.PlainText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the recipes have in common that write documents beside their edits. */
abstract class DocumentingRecipe extends PersistenceRecipe {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentingRecipe.class);

    static final String RECIPES = "rewrite.yml";
    static final String TRACKER = "async-persistence.md";

    /** Path of the tracker, from the project's own folder; null for the one that is found. */
    abstract @Nullable String getTracker();

    /**
     * Writes the documents of a run.
     *
     * @throws RuntimeException if one is damaged; the message says where
     */
    abstract void document(DocumentState<MigrationPlan> state, Outcome<MigrationPlan> outcome);

    @Override
    public RunState<MigrationPlan> getInitialValue(ExecutionContext ctx) {
        return new DocumentState<>();
    }

    @Override
    public Collection<? extends SourceFile> generate(RunState<MigrationPlan> state, ExecutionContext ctx) {
        super.generate(state, ctx);
        DocumentState<MigrationPlan> documents = (DocumentState<MigrationPlan>) state;
        Outcome<MigrationPlan> outcome = state.outcome();
        if (outcome == null) {
            return List.of();
        }
        try {
            document(documents, outcome);
        } catch (RuntimeException e) {
            LOG.error(e.getMessage());
            state.fail(e);
            return List.of();
        }
        return documents.generated();
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getVisitor(RunState<MigrationPlan> state) {
        TreeVisitor<?, ExecutionContext> other = super.getVisitor(state);
        return new TreeVisitor<>() {
            @Override
            public @Nullable Tree preVisit(Tree tree, ExecutionContext ctx) {
                stopAfterPreVisit();
                Tree edited = tree instanceof SourceFile file && state.outcome() != null
                        ? ((DocumentState<MigrationPlan>) state).edited(file)
                        : tree;
                return edited == tree ? other.visit(tree, ctx) : edited;
            }
        };
    }

    /** The file with the recipes of the phases. */
    static Path recipes(DocumentState<?> state) {
        return state.find(file -> file.getSourcePath().endsWith(RECIPES)).orElseGet(() -> state.place(RECIPES));
    }

    /** The phases that are planned already. */
    static List<Phase> phases(DocumentState<?> state) {
        String recipes = state.text(recipes(state));
        return recipes == null ? List.of() : PhaseRecipes.read(recipes);
    }

    /** The tracker that is named or there; null if neither. */
    @Nullable
    Path trackerOf(DocumentState<?> state) {
        String option = getTracker();
        return option != null && !option.isBlank() ? state.place(option.strip()) : trackerIn(state);
    }

    /** The tracker that is there; null if there is none. */
    static @Nullable Path trackerIn(DocumentState<?> state) {
        return state.find(file -> file instanceof PlainText text && Tracker.is(text.getText()))
                .orElse(null);
    }

    /**
     * Brings the tracker up to date.
     *
     * @param run what was run
     */
    static void track(
            DocumentState<?> state, Path path, List<Phase> phases, String run, Outcome<MigrationPlan> outcome) {
        String old = state.text(path);
        Tracker tracker = old == null ? Tracker.fresh() : Tracker.of(path.toString(), old);
        state.write(path, tracker.after(run, state.elapsed(), phases, outcome.plan(), outcome.left()));
        Progress progress = tracker.progress(phases, outcome.plan(), outcome.left());
        LOG.info("Tracker {}: {} of {} calls done", path, progress.done(), progress.total());
    }
}
