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
package dev.asyncpersistence.report.tracker;

import dev.asyncpersistence.plan.progress.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a migration costs by hand, and what the runs took. */
final class Effort {
    /**
     * Minutes for a call by hand: the team whose plan this project began with reckoned with 24 to 40 hours for 48 calls, callers and tests included.
     */
    private static final int LEAST_MINUTES = 30;

    private static final int MOST_MINUTES = 50;

    private final Progress progress;
    private final List<TrackedRun> runs;

    Effort(Progress progress, List<TrackedRun> runs) {
        this.progress = progress;
        this.runs = runs;
    }

    List<String> lines() {
        List<String> result = new ArrayList<>();
        result.add("By hand: " + byHand(progress.total()) + " for " + Counts.calls(progress.total()) + ", at "
                + LEAST_MINUTES + " to " + MOST_MINUTES + " minutes a call, callers and tests included.");
        if (runs.isEmpty()) {
            result.add("By the recipes: nothing was run yet.");
            return result;
        }
        int calls = runs.stream().mapToInt(TrackedRun::calls).sum();
        Duration time = runs.stream().map(TrackedRun::time).reduce(Duration.ZERO, Duration::plus);
        result.add("By the recipes, measured: " + time.toSeconds() + " s for " + Counts.calls(calls)
                + "; by hand, these are " + byHand(calls) + ". Reading the changes comes on top.");
        result.add("");
        result.addAll(MarkdownTable.head(List.of("Run", "Calls", "Time")));
        runs.forEach(run -> result.add(MarkdownTable.row(
                run.name(), String.valueOf(run.calls()), run.time().toSeconds() + " s")));
        return result;
    }

    private static String byHand(int calls) {
        int least = calls * LEAST_MINUTES;
        int most = calls * MOST_MINUTES;
        return least < 60
                ? least + " to " + most + " minutes"
                : Math.round(least / 60.0) + " to " + Math.round(most / 60.0) + " hours";
    }
}
