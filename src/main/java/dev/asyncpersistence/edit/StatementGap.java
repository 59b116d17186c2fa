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
 * What stands between two statements of a suite, as text, and which of them it belongs to.
 *
 * @param head a comment at the end of the last line above, and comments below that are indented deeper: they belong to the statement above
 * @param rest the line break and what follows
 */
record StatementGap(String head, String rest) {
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\r?\\n");
    private static final Pattern NEXT_LINE = Pattern.compile("(?:[ \\t]*\\r?\\n)+([ \\t]*)(#[^\\r\\n]*)");

    static StatementGap of(String text, String indent) {
        int end = Spaces.untilLineEnd(text).length();
        Matcher line = NEXT_LINE.matcher(text);
        while (line.find(end) && line.start() == end && line.group(1).length() > indent.length()) {
            end = line.end();
        }
        return new StatementGap(text.substring(0, end), text.substring(end));
    }

    /** Line breaks up to the first comment, or to the statement. */
    int lineBreaks() {
        int comment = rest.indexOf('#');
        String blank = comment < 0 ? rest : rest.substring(0, comment);
        return (int) blank.chars().filter(c -> c == '\n').count();
    }

    /** Comments above the last blank line stand over a section, and what is below belongs to the statement: where that begins. */
    int beginOfOwn() {
        int begin = rest.indexOf('\n') + 1;
        Matcher blank = BLANK_LINE.matcher(rest);
        for (int from = 0; blank.find(from); from = blank.end() - 1) {
            begin = blank.end();
        }
        return begin;
    }
}
