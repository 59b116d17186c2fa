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
import dev.asyncpersistence.plan.progress.PhaseProgress;
import dev.asyncpersistence.plan.progress.Progress;
import dev.asyncpersistence.plan.progress.TrackedCall;
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
        List<Phase> phases = progress == null
                ? facts.phases()
                : progress.phases().stream().map(PhaseProgress::phase).toList();
        List<Milestone> result = new ArrayList<>();
        int planned = 0;
        for (Phase phase : phases) {
            Counts open = Counts.of(blocking.stream()
                    .filter(each -> phase.has(each.site().location().path()))
                    .toList());
            planned += open.calls();
            List<TrackedCall> calls = progress == null
                    ? List.of()
                    : progress.phases().get(result.size()).calls();
            result.add(milestone(phase, open, progress == null ? open.calls() : calls.size(), calls));
        }
        return progress == null
                ? new Milestones(false, 0, blocking.size(), result, blocking.size() - planned)
                : new Milestones(
                        true,
                        progress.done(),
                        progress.total(),
                        result,
                        progress.others().size());
    }

    private static Milestone milestone(Phase phase, Counts open, int total, List<TrackedCall> calls) {
        return new Milestone(
                phase.name().replaceFirst("^Phase", ""),
                phase.title(),
                phase.reason(),
                phase.files(),
                (int) calls.stream().filter(TrackedCall::done).count(),
                total,
                open);
    }

    int open() {
        return total - done;
    }

    /** How much is done, of a hundred. */
    int percent() {
        return total == 0 ? 100 : done * 100 / total;
    }
}
