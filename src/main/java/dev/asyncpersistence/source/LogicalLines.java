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
package dev.asyncpersistence.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Python text divided into logical lines: a statement, or the head of a compound one, with all physical lines that it takes (The Python Language
 * Reference, «Lexical analysis»). Also knows the comments, which strings are told apart from.
 */
public final class LogicalLines {
    /**
     * A comment.
     *
     * @param text with the {@code #}
     * @param alone whether there is nothing else on its line
     */
    public record Comment(int line, String text, boolean alone) {}

    /** The first and the last physical line of a logical one, counted from 1. */
    public record Range(int first, int last) {}

    private final String text;
    private final List<Range> ranges = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final PythonStrings strings;
    private int position;
    private int line = 1;
    private int depth;
    private int first;
    private boolean code;

    private LogicalLines(String text) {
        this.text = text;
        this.strings = new PythonStrings(text);
    }

    /** Divides a text. */
    public static LogicalLines of(String text) {
        LogicalLines lines = new LogicalLines(text);
        while (lines.position < text.length()) {
            lines.step(text.charAt(lines.position));
        }
        lines.endLogicalLine();
        return lines;
    }

    public List<Comment> comments() {
        return comments;
    }

    /** The logical line that a physical one belongs to; null between statements. */
    public @Nullable Range at(int physical) {
        return ranges.stream()
                .filter(range -> range.first() <= physical && physical <= range.last())
                .findFirst()
                .orElse(null);
    }

    private void step(char next) {
        switch (next) {
            case '\n' -> {
                if (depth == 0) {
                    endLogicalLine();
                }
                line++;
                code = false;
                position++;
            }
            case ' ', '\t', '\f', '\r', '\uFEFF' -> position++;
            case '#' -> addComment();
            case '\\' -> {
                // What follows is on the same logical line, even if it is nothing.
                int end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end + 1;
                line++;
            }
            case '"', '\'' -> {
                startCode();
                int end = strings.end(position);
                line += (int) text.substring(position, end)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
                position = end;
            }
            default -> {
                startCode();
                depth = switch (next) {
                    case '(', '[', '{' -> depth + 1;
                    case ')', ']', '}' -> Math.max(0, depth - 1);
                    default -> depth;
                };
                position++;
            }
        }
    }

    private void startCode() {
        first = first == 0 ? line : first;
        code = true;
    }

    private void addComment() {
        int end = text.indexOf('\n', position);
        int stop = end < 0 ? text.length() : end;
        comments.add(new Comment(line, text.substring(position, stop).strip(), !code));
        position = stop;
    }

    private void endLogicalLine() {
        if (first > 0) {
            ranges.add(new Range(first, line));
            first = 0;
        }
    }
}
