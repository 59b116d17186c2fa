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
package dev.asyncpersistence.edit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between two statements, cut where a new one would go.
 *
 * @param above what belongs to the lines above: a comment behind the statement there, comments at the end of its block, or the file's own
 * @param below the line breaks, then the comments and the indentation of the statement below
 */
record Gap(String above, String below) {
    private static final Pattern LINE_BREAKS = Pattern.compile("\\A(?:[ \\t\\f]*\\r?\\n)*");
    private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n[ \\t\\f]*\\r?\\n");
    private static final Pattern COMMENT_LINES = Pattern.compile("\\A(?:(?:[ \\t\\f]*\\r?\\n)+[ \\t]*#[^\\r\\n]*)+");

    /** A gap in the body of something that is indented. */
    static Gap of(String text, String indent) {
        String above = Spaces.untilLineEnd(text);
        String below = Spaces.fromLineEnd(text);
        // Comments that stand deeper end the block above.
        Matcher deeper = Pattern.compile("\\A(?:(?:[ \\t\\f]*\\r?\\n)+" + indent + "[ \\t]+#[^\\r\\n]*)+")
                .matcher(below);
        int end = deeper.find() ? deeper.end() : 0;
        return new Gap(above + below.substring(0, end), below.substring(end));
    }

    /** The beginning of a file: its own comments reach to the first blank line; one below that may belong to the statement. */
    static Gap atFileStart(String text) {
        int first = text.indexOf('#');
        if (first < 0) {
            return new Gap("", text);
        }
        Matcher blank = BLANK_LINE.matcher(text);
        if (blank.find(first)) {
            return new Gap(text.substring(0, blank.start()), text.substring(blank.start()));
        }
        int lineEnd = text.lastIndexOf('\n');
        int end = lineEnd < first ? text.length() : text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
        return new Gap(text.substring(0, end), text.substring(end));
    }

    String lineBreaks() {
        Matcher breaks = LINE_BREAKS.matcher(below);
        return breaks.find() ? breaks.group() : "";
    }

    int countLineBreaks() {
        return (int) lineBreaks().chars().filter(c -> c == '\n').count();
    }

    /** Comments and indentation of the statement below. */
    String own() {
        return below.substring(lineBreaks().length());
    }

    boolean hasOwnComments() {
        return own().indexOf('#') >= 0;
    }

    /** Whether a blank line stands between the comments and the statement, or between them. */
    boolean hasCommentsApart() {
        return BLANK_LINE.matcher(own()).find();
    }

    /** Comment lines with the line breaks before each, without those that stand right above the statement. */
    String separateComments() {
        String comments = allComments();
        Matcher blank = BLANK_LINE.matcher(comments);
        int end = 0;
        while (blank.find()) {
            end = blank.start();
        }
        boolean attached = countOf(below.substring(comments.length())) < 2;
        return attached ? comments.substring(0, end) : comments;
    }

    /** All comment lines with the line breaks before each. */
    String allComments() {
        Matcher comments = COMMENT_LINES.matcher(below);
        return comments.find() ? comments.group() : "";
    }

    private static long countOf(String text) {
        return text.chars().filter(c -> c == '\n').count();
    }
}
