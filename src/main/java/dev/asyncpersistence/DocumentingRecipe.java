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
import dev.asyncpersistence.plan.progress.Audits;
import dev.asyncpersistence.plan.progress.Progress;
import dev.asyncpersistence.report.tracker.Tracker;
import dev.asyncpersistence.run.Documents;
import dev.asyncpersistence.run.Documents.Document;
import dev.asyncpersistence.run.Outcome;
import dev.asyncpersistence.run.RunState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Validated;
import org.openrewrite.text.PlainText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the recipes have in common that keep a tracker. */
abstract class DocumentingRecipe extends PersistenceRecipe {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentingRecipe.class);

    static final String RECIPES = "rewrite.yml";
    static final String TRACKER = "async-persistence.md";

    /** Path of the tracker, from the project's own folder; null for the one that is found. */
    abstract @Nullable String getTracker();

    @Override
    public Validated<Object> validate() {
        return super.validate().and(LayerOptionRules.isInProject("tracker", ".md", getTracker()));
    }

    /** The file with the recipes of the phases. */
    static Document recipes(Documents documents) {
        return documents.named(RECIPES);
    }

    /** The phases that are planned already. */
    static List<Phase> phases(Documents documents) {
        String recipes = recipes(documents).text();
        return recipes == null ? List.of() : PhaseRecipes.read(recipes);
    }

    /** The tracker that is named or there; null if neither. */
    @Nullable
    Document tracker(Documents documents) {
        String option = getTracker();
        return option != null && !option.isBlank() ? documents.named(option.strip()) : trackerIn(documents);
    }

    /** The tracker that is there, wherever it is, also in its usual place where the host leaves it out; null if there is none. */
    static @Nullable Document trackerIn(Documents documents) {
        return documents
                .find(file -> file instanceof PlainText text && Tracker.is(text.getText()))
                .or(() -> Optional.of(documents.named(TRACKER)).filter(document -> document.text() != null))
                .orElse(null);
    }

    /**
     * Brings the tracker up to date.
     *
     * @param run what was run
     */
    static void track(
            RunState<MigrationPlan> state,
            Document document,
            List<Phase> phases,
            String run,
            Outcome<MigrationPlan> outcome) {
        String text = document.text();
        Tracker tracker =
                text == null ? Tracker.fresh() : Tracker.of(document.path().toString(), text);
        Audits audits = new Audits(outcome.plan(), outcome.left().get(), outcome.unread());
        Progress progress = tracker.progress(phases, audits);
        state.documents().write(document.path(), tracker.after(run, state.elapsed(), progress, audits));
        LOG.info("Tracker {}: {} of {} calls done", document.path(), progress.done(), progress.total());
    }
}
