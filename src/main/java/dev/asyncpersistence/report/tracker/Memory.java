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
import dev.asyncpersistence.plan.progress.TrackedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tracker knows from earlier runs, and from people.
 *
 * @param notes people's notes on files, by path
 */
record Memory(List<TrackedCall> calls, Map<String, String> notes, List<TrackedRun> runs) {
    private static final Pattern FILE = Pattern.compile("^#+ `([^`]+)`$");
    private static final Pattern CALL =
            Pattern.compile("^- \\[([ xX])] `([^`]*)`: `([^`]*)` \\((HIGH|MEDIUM|LOW)\\): (.*)$");
    private static final Pattern CELL = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern CODE = Pattern.compile("^`([^`]+)`$");
    private static final Pattern SECONDS = Pattern.compile("^(\\d+) s$");

    /** What the sections of a tracker say; a line that has another form says nothing. */
    static Memory of(Map<String, List<String>> sections) {
        return new Memory(
                calls(sections.getOrDefault(TrackerSections.CALLS, List.of())),
                notes(sections.getOrDefault(TrackerSections.FILES, List.of())),
                runs(sections.getOrDefault(TrackerSections.EFFORT, List.of())));
    }

    private static List<TrackedCall> calls(List<String> lines) {
        List<TrackedCall> result = new ArrayList<>();
        String path = "";
        for (String line : lines) {
            Matcher file = FILE.matcher(line);
            Matcher call = CALL.matcher(line);
            if (file.matches()) {
                path = file.group(1);
            } else if (call.matches()) {
                String function = call.group(2).equals(TrackerSections.NO_FUNCTION) ? "" : call.group(2);
                result.add(new TrackedCall(
                        path,
                        function,
                        call.group(3),
                        Priority.valueOf(call.group(4)),
                        call.group(5),
                        !call.group(1).equals(" ")));
            }
        }
        return result;
    }

    private static Map<String, String> notes(List<String> lines) {
        Map<String, String> result = new LinkedHashMap<>();
        for (String line : lines) {
            List<String> cells = cells(line);
            Matcher path = CODE.matcher(cells.get(0));
            if (path.matches() && cells.size() >= TrackerSections.FILE_COLUMNS.size()) {
                // A bar that nobody has escaped makes another cell.
                result.put(
                        path.group(1),
                        String.join(" | ", cells.subList(TrackerSections.FILE_COLUMNS.size() - 1, cells.size())));
            }
        }
        return result;
    }

    private static List<TrackedRun> runs(List<String> lines) {
        List<TrackedRun> result = new ArrayList<>();
        for (String line : lines) {
            List<String> cells = cells(line);
            Matcher seconds = SECONDS.matcher(cells.get(cells.size() - 1));
            if (cells.size() == 3 && seconds.matches() && cells.get(1).matches("\\d+")) {
                result.add(new TrackedRun(
                        cells.get(0),
                        Integer.parseInt(cells.get(1)),
                        Duration.ofSeconds(Long.parseLong(seconds.group(1)))));
            }
        }
        return result;
    }

    /** The cells of a table's row; other lines are one cell. */
    private static List<String> cells(String line) {
        String row = line.strip();
        if (!row.startsWith("|") || !row.endsWith("|") || row.length() < 2) {
            return List.of(row);
        }
        return CELL.splitAsStream(row.substring(1, row.length() - 1))
                .map(String::strip)
                .toList();
    }
}
