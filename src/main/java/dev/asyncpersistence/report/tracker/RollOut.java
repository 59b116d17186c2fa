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

import dev.asyncpersistence.plan.Priority;
import dev.asyncpersistence.plan.progress.PhaseProgress;
import dev.asyncpersistence.plan.progress.Progress;
import dev.asyncpersistence.plan.progress.TrackedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Three ways to bring a migration to production, and what each contains. */
final class RollOut {
    private final Progress progress;

    RollOut(Progress progress) {
        this.progress = progress;
    }

    List<String> lines() {
        Map<Boolean, List<PhaseProgress>> phases =
                progress.phases().stream().collect(Collectors.partitioningBy(RollOut::isCritical));
        List<PhaseProgress> critical = phases.getOrDefault(true, List.of());
        List<PhaseProgress> others = phases.getOrDefault(false, List.of());
        int left = progress.total() - migrated(progress.calls()).size();
        List<String> result = MarkdownTable.head(List.of("Option", "First deployment", "Later", "When"));
        result.add(MarkdownTable.row(
                "Critical now",
                contents(critical),
                "nothing is planned" + waiting(others),
                "requests stall today, and what else blocks is rare"));
        result.add(MarkdownTable.row(
                "All",
                Counts.calls(migrated(progress.calls())),
                left == 0 ? "nothing is left" : Counts.calls(left) + " left to people",
                "there is time to read all changes at once"));
        result.add(MarkdownTable.row(
                "Hybrid",
                contents(critical),
                contents(others) + (others.size() > 1 ? ", one at a time" : ""),
                "requests stall today, and nothing shall block in the end"));
        return result;
    }

    private static List<TrackedCall> migrated(List<TrackedCall> calls) {
        return calls.stream().filter(call -> !call.isLeft()).toList();
    }

    /** Whether requests wait for most of its calls. */
    private static boolean isCritical(PhaseProgress phase) {
        return 2 * high(List.of(phase)) > phase.calls().size();
    }

    private static long high(List<PhaseProgress> phases) {
        return calls(phases).stream()
                .filter(call -> call.priority() == Priority.HIGH)
                .count();
    }

    /** What «critical now» leaves, though it is critical. */
    private static String waiting(List<PhaseProgress> phases) {
        long high = high(phases);
        return high == 0 ? "" : "; requests go on waiting for " + Counts.calls((int) high);
    }

    private String contents(List<PhaseProgress> phases) {
        if (phases.isEmpty()) {
            return "nothing";
        }
        return (phases.size() == 1 ? "phase " : "phases ") + numbers(phases) + ": "
                + Counts.calls(migrated(calls(phases)));
    }

    /** {@code 1 to 4, 6}. */
    private String numbers(List<PhaseProgress> phases) {
        List<String> runs = new ArrayList<>();
        for (int first = 0, next; first < phases.size(); first = next) {
            next = first + 1;
            while (next < phases.size() && place(phases, next) == place(phases, next - 1) + 1) {
                next++;
            }
            String from = phases.get(first).phase().number();
            String to = phases.get(next - 1).phase().number();
            runs.add(next - first > 2 ? from + " to " + to : next - first == 2 ? from + ", " + to : from);
        }
        return String.join(", ", runs);
    }

    private int place(List<PhaseProgress> phases, int index) {
        return progress.phases().indexOf(phases.get(index));
    }

    private static List<TrackedCall> calls(List<PhaseProgress> phases) {
        return phases.stream().flatMap(phase -> phase.calls().stream()).toList();
    }
}
