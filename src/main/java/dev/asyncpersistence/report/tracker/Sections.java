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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown text with sections between comments, {@code <!-- async-persistence:files -->} and {@code <!-- /async-persistence:files -->}. What lies
 * between them is the tool's, and everything else a person's.
 */
final class Sections {
    private static final String MARK = "async-persistence:";
    private static final Pattern COMMENT = Pattern.compile("^<!-- (/?)" + MARK + "([a-z-]+) -->\\s*$");

    private final String name;
    private final List<String> lines;
    private final String lineEnd;

    /**
     * Takes a text.
     *
     * @param name what messages call it
     */
    Sections(String name, String text) {
        this.name = name;
        this.lines = List.of(text.split("\\R", -1));
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** Whether a text has any section. */
    static boolean areIn(String text) {
        return text.lines().anyMatch(line -> COMMENT.matcher(line).matches());
    }

    static String begin(String section) {
        return "<!-- " + MARK + section + " -->";
    }

    static String end(String section) {
        return "<!-- /" + MARK + section + " -->";
    }

    /**
     * The lines of each section.
     *
     * @throws IllegalArgumentException if a section doesn't end, or ends without having begun
     */
    Map<String, List<String>> read() {
        Map<String, List<String>> result = new LinkedHashMap<>();
        String open = "";
        for (int index = 0; index < lines.size(); index++) {
            Matcher comment = COMMENT.matcher(lines.get(index));
            if (!comment.matches()) {
                if (!open.isEmpty()) {
                    result.getOrDefault(open, new ArrayList<>()).add(lines.get(index));
                }
            } else if (comment.group(1).isEmpty() && open.isEmpty()) {
                open = comment.group(2);
                if (result.put(open, new ArrayList<>()) != null) {
                    throw misplaced(index, "the section is there twice");
                }
            } else if (!comment.group(1).isEmpty() && comment.group(2).equals(open)) {
                open = "";
            } else {
                throw misplaced(
                        index,
                        open.isEmpty() ? "no section begins before it" : "the section `" + open + "` has not ended");
            }
        }
        if (!open.isEmpty()) {
            throw misplaced(lines.size() - 1, "`" + end(open) + "` is missing");
        }
        return result;
    }

    private IllegalArgumentException misplaced(int index, String what) {
        return new IllegalArgumentException(name + ":" + (index + 1) + ": " + what
                + ". Put the comments back around the section, or delete the section with both.");
    }

    /** A text with the line ends of this one. */
    String inItsLines(String other) {
        return other.replace("\n", lineEnd);
    }

    /** The text with other lines in its sections. Those that aren't among the new ones stay as they are. */
    String with(Map<String, List<String>> contents) {
        List<String> result = new ArrayList<>();
        boolean replaced = false;
        for (String line : lines) {
            Matcher comment = COMMENT.matcher(line);
            if (!comment.matches()) {
                if (!replaced) {
                    result.add(line);
                }
                continue;
            }
            result.add(line);
            List<String> content = comment.group(1).isEmpty() ? contents.get(comment.group(2)) : null;
            replaced = content != null;
            if (content != null) {
                result.addAll(content);
            }
        }
        return String.join(lineEnd, result);
    }
}
