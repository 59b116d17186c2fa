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

import dev.asyncpersistence.plan.phase.Phase;
import dev.asyncpersistence.plan.phase.Shares;
import dev.asyncpersistence.plan.progress.Audits;
import dev.asyncpersistence.plan.progress.CallHistory;
import dev.asyncpersistence.plan.progress.PhaseProgress;
import dev.asyncpersistence.plan.progress.Progress;
import dev.asyncpersistence.plan.progress.TrackedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The document that a team works from: files, phases, decisions, what is left, effort. Runs rewrite what lies between its comments, and keep the notes
 * on files; everything else is people's.
 */
public final class Tracker {
    private static final String HEAD = """
            # Migration to async persistence

            Kept by rewrite-async-persistence. What lies between the comments is written anew by each run, but for the column «Notes»; everything
            else is yours.
            """;

    private static final Map<String, String> TITLES = Map.of(
            TrackerSections.STATUS, "Status",
            TrackerSections.FILES, "Files",
            TrackerSections.PHASES, "Phases",
            TrackerSections.ROLL_OUT, "Roll-out",
            TrackerSections.LEFT, "Left to people",
            TrackerSections.CALLS, "Decisions",
            TrackerSections.EFFORT, "Effort");

    private final @Nullable Sections text;
    private final Memory memory;

    private Tracker(@Nullable Sections text, Memory memory) {
        this.text = text;
        this.memory = memory;
    }

    /** A tracker that isn't there yet. */
    public static Tracker fresh() {
        return new Tracker(null, Memory.of(Map.of()));
    }

    /**
     * A tracker as an earlier run and people have left it.
     *
     * @param name what messages call it
     * @throws IllegalArgumentException if its sections are damaged; the message says where
     */
    public static Tracker of(String name, String text) {
        Sections sections = new Sections(name, text);
        return new Tracker(sections, Memory.of(sections.read()));
    }

    /** Whether a text is a tracker. */
    public static boolean is(String text) {
        return Sections.areIn(text);
    }

    /** How far the migration is. */
    public Progress progress(List<Phase> phases, Audits audits) {
        List<TrackedCall> calls = CallHistory.of(memory.calls(), audits);
        Shares<TrackedCall> shares = Shares.of(phases, calls, TrackedCall::path);
        List<PhaseProgress> parts = shares.byPhase().entrySet().stream()
                .filter(share -> !share.getValue().isEmpty())
                .map(share -> new PhaseProgress(share.getKey(), share.getValue()))
                .toList();
        return new Progress(parts, shares.others());
    }

    /**
     * The document after a run.
     *
     * @param name what was run
     * @param time how long it took
     */
    public String after(String name, Duration time, Progress progress, Audits audits) {
        int done = audits.done();
        List<TrackedRun> runs = new ArrayList<>(memory.runs());
        if (done > 0) {
            runs.add(new TrackedRun(name, done, time));
        }
        Map<String, List<String>> sections =
                new TrackerSections(progress, audits.left(), new Memory(memory.calls(), memory.notes(), runs)).all();
        if (text == null) {
            StringBuilder fresh = new StringBuilder(HEAD);
            sections.forEach((section, lines) -> fresh.append(titled(section, lines)));
            return fresh.toString();
        }
        // A section that a person has taken out stays out, but for the one that the next run goes by.
        boolean complete = text.read().containsKey(TrackerSections.CALLS);
        return text.with(sections)
                + (complete
                        ? ""
                        : text.inItsLines(titled(
                                TrackerSections.CALLS, sections.getOrDefault(TrackerSections.CALLS, List.of()))));
    }

    private static String titled(String section, List<String> lines) {
        return "\n## " + TITLES.get(section) + "\n\n" + Sections.begin(section) + "\n" + String.join("\n", lines) + "\n"
                + Sections.end(section) + "\n";
    }
}
