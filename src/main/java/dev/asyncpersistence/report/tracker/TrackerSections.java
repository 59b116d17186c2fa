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

import static java.util.stream.Collectors.joining;

import dev.asyncpersistence.plan.Action;
import dev.asyncpersistence.plan.Decision;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.Priority;
import dev.asyncpersistence.plan.Reason;
import dev.asyncpersistence.plan.phase.Phase;
import dev.asyncpersistence.plan.progress.PhaseProgress;
import dev.asyncpersistence.plan.progress.Progress;
import dev.asyncpersistence.plan.progress.TrackedCall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the sections of a tracker say. */
final class TrackerSections {
    static final String STATUS = "status";
    static final String FILES = "files";
    static final String PHASES = "phases";
    static final String ROLL_OUT = "roll-out";
    static final String CALLS = "calls";
    static final String LEFT = "left";
    static final String EFFORT = "effort";

    static final List<String> FILE_COLUMNS = List.of("File", "Instances", "Done", "Priority", "Phase", "Notes");
    static final String NO_FUNCTION = "(module)";

    private final Progress progress;
    private final MigrationPlan left;
    private final Memory memory;

    TrackerSections(Progress progress, MigrationPlan left, Memory memory) {
        this.progress = progress;
        this.left = left;
        this.memory = memory;
    }

    /** The lines of all sections, by name, in the order of a new document. */
    Map<String, List<String>> all() {
        Map<String, List<String>> result = new LinkedHashMap<>();
        result.put(STATUS, status());
        result.put(FILES, files());
        result.put(PHASES, phases());
        result.put(ROLL_OUT, new RollOut(progress).lines());
        result.put(LEFT, left());
        result.put(CALLS, calls());
        result.put(EFFORT, new Effort(progress, memory.runs()).lines());
        return result;
    }

    private List<String> status() {
        Map<String, List<TrackedCall>> files = byFile(progress.calls());
        long done = files.values().stream()
                .filter(calls -> calls.stream().allMatch(TrackedCall::done))
                .count();
        List<String> result = new ArrayList<>();
        result.add("**" + ratio(progress.done(), progress.total()) + " calls done" + percent() + ", " + done + " of "
                + files.size() + " files.**");
        progress.phases().stream()
                .filter(phase -> phase.open() > 0)
                .findFirst()
                .ifPresent(next -> result.addAll(
                        List.of("", "Next: " + title(next.phase()) + ", " + Counts.calls(next.open()) + ".")));
        return result;
    }

    private String percent() {
        return progress.total() == 0 ? "" : " (" + 100 * progress.done() / progress.total() + " %)";
    }

    private static String ratio(int done, int total) {
        return done + "/" + total;
    }

    // --- files

    private List<String> files() {
        List<String> result = MarkdownTable.head(FILE_COLUMNS);
        progress.phases()
                .forEach(phase -> byFile(phase.calls())
                        .forEach((path, calls) ->
                                result.add(file(path, calls, phase.phase().number()))));
        byFile(progress.others()).forEach((path, calls) -> result.add(file(path, calls, "")));
        return result;
    }

    private String file(String path, List<TrackedCall> calls, String phase) {
        boolean done = calls.stream().allMatch(TrackedCall::done);
        Priority priority = calls.stream()
                .map(TrackedCall::priority)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return MarkdownTable.row(
                "`" + path + "`",
                String.valueOf(calls.size()),
                done ? "all" : String.valueOf(done(calls)),
                priority.name(),
                phase,
                memory.notes().getOrDefault(path, ""));
    }

    private static int done(Collection<TrackedCall> calls) {
        return (int) calls.stream().filter(TrackedCall::done).count();
    }

    /** Those with the most calls first. */
    private static Map<String, List<TrackedCall>> byFile(Collection<TrackedCall> calls) {
        Map<String, List<TrackedCall>> files =
                calls.stream().collect(Collectors.groupingBy(TrackedCall::path, TreeMap::new, Collectors.toList()));
        return files.entrySet().stream()
                .sorted(Comparator.comparing(file -> -file.getValue().size()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    // --- phases

    private List<String> phases() {
        List<String> result = new ArrayList<>();
        for (PhaseProgress phase : progress.phases()) {
            result.add(box(phase.isDone()) + "**" + title(phase.phase()) + "**, "
                    + ratio(phase.done(), phase.calls().size())
                    + (phase.left() == 0 ? "" : ", " + phase.left() + " left to people")
                    + (phase.phase().reason().isEmpty()
                            ? ""
                            : ". " + phase.phase().reason()));
            byFile(phase.calls())
                    .forEach((path, calls) -> result.add("  " + box(done(calls) == calls.size()) + "`" + path + "`, "
                            + ratio(done(calls), calls.size())));
        }
        if (!progress.others().isEmpty()) {
            result.add(box(done(progress.others()) == progress.others().size()) + "In no phase, "
                    + ratio(done(progress.others()), progress.others().size()));
        }
        return result;
    }

    private static String title(Phase phase) {
        return "Phase " + phase.number() + ": " + phase.title();
    }

    private static String box(boolean done) {
        return done ? "- [x] " : "- [ ] ";
    }

    // --- calls

    private List<String> calls() {
        List<String> result = new ArrayList<>();
        new TreeMap<>(byFile(progress.calls())).forEach((path, calls) -> {
            result.add("### `" + path + "`");
            result.add("");
            calls.forEach(call -> result.add(box(call.done()) + "`"
                    + (call.function().isEmpty() ? NO_FUNCTION : call.function()) + "`: `" + call.call() + "` ("
                    + call.priority() + "): " + call.decision()));
            result.add("");
        });
        if (!result.isEmpty()) {
            result.remove(result.size() - 1);
        }
        return result;
    }

    private List<String> left() {
        List<Decision> kept = left.blockingByFile().values().stream()
                .flatMap(List::stream)
                .filter(each -> each.action() == Action.KEEP)
                .toList();
        if (kept.isEmpty()) {
            return List.of("Nothing: all of these calls can be migrated by the recipes, or are.");
        }
        List<String> result = MarkdownTable.head(List.of("Calls", "Why", "What a person can do", "Functions"));
        Map<Reason, List<Decision>> reasons =
                kept.stream().collect(Collectors.groupingBy(Decision::reason, TreeMap::new, Collectors.toList()));
        reasons.forEach((reason, decisions) -> result.add(MarkdownTable.row(
                String.valueOf(decisions.size()),
                reason.text() + " (" + reason + ")",
                reason.advice(),
                functions(decisions).collect(joining(", ")))));
        return result;
    }

    private static Stream<String> functions(List<Decision> decisions) {
        return decisions.stream()
                .map(each -> each.site().function() == null
                        ? NO_FUNCTION
                        : each.site().function())
                .distinct()
                .sorted()
                .map(function -> "`" + function + "`");
    }
}
