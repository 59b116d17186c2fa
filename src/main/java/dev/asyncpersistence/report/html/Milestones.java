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
package dev.asyncpersistence.report.html;

import dev.asyncpersistence.plan.Decision;
import dev.asyncpersistence.plan.phase.Phase;
import dev.asyncpersistence.plan.phase.Shares;
import dev.asyncpersistence.plan.progress.PhaseProgress;
import dev.asyncpersistence.plan.progress.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the migration is, in total and by phase.
 *
 * @param tracked whether somebody keeps track; otherwise nothing is known to be done
 * @param done of {@code total}
 * @param unplanned calls in files that no phase has
 */
record Milestones(boolean tracked, int done, int total, List<Milestone> phases, int unplanned) {
    /**
     * A phase.
     *
     * @param number as in its recipe's name
     * @param open what a migration does with the calls that still block
     */
    record Milestone(String number, String title, String reason, List<String> files, int done, int total, Counts open) {
        boolean isDone() {
            return done == total;
        }
    }

    static Milestones of(RunFacts facts, List<Decision> blocking) {
        Progress progress = facts.progress();
        return progress == null ? planned(facts.phases(), blocking) : tracked(progress, blocking);
    }

    private static Milestones planned(List<Phase> phases, List<Decision> blocking) {
        Shares<Decision> shares = shares(phases, blocking);
        List<Milestone> result = new ArrayList<>();
        shares.byPhase().forEach((phase, calls) -> result.add(milestone(phase, 0, calls.size(), Counts.of(calls))));
        return new Milestones(false, 0, blocking.size(), result, shares.others().size());
    }

    private static Milestones tracked(Progress progress, List<Decision> blocking) {
        List<Phase> phases =
                progress.phases().stream().map(PhaseProgress::phase).toList();
        Shares<Decision> open = shares(phases, blocking);
        List<Milestone> result = progress.phases().stream()
                .map(each ->
                        milestone(each.phase(), each.done(), each.calls().size(), Counts.of(open.of(each.phase()))))
                .toList();
        return new Milestones(
                true,
                progress.done(),
                progress.total(),
                result,
                progress.others().size());
    }

    private static Shares<Decision> shares(List<Phase> phases, List<Decision> blocking) {
        return Shares.of(phases, blocking, each -> each.site().location().path());
    }

    private static Milestone milestone(Phase phase, int done, int total, Counts open) {
        return new Milestone(phase.number(), phase.title(), phase.reason(), phase.files(), done, total, open);
    }

    int open() {
        return total - done;
    }

    /** How much is done, of a hundred. */
    int percent() {
        return total == 0 ? 100 : done * 100 / total;
    }
}
