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

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openrewrite.ParseExceptionResult;
import org.openrewrite.tree.ParseError;

/** Reads what upstream says about a file which it couldn't parse. */
final class ParseFailures {

    /** What {@code str()} of a Python {@code SyntaxError} looks like: the message, the file's name, the line. */
    private static final Pattern SYNTAX_ERROR = Pattern.compile("(?s)(.*?) \\([^()]*, line (\\d+)\\)\\s*");

    private ParseFailures() {}

    static Unparsable of(Path path, ParseError error) {
        String message = message(error);
        Matcher matcher = SYNTAX_ERROR.matcher(message);
        return matcher.matches()
                ? new Unparsable(path, Integer.parseInt(matcher.group(2)), matcher.group(1))
                : new Unparsable(path, 0, firstLine(message));
    }

    /**
     * Whether it was the Python side that gave up on the file. Otherwise the exchange broke off (the process ended, time
     * ran out, a tree couldn't be read), which says little about this file and nothing about the next.
     */
    static boolean isFromPython(ParseError error) {
        return error.getMarkers()
                .findFirst(ParseExceptionResult.class)
                .map(result -> "SyntaxError".equals(result.getExceptionType()))
                .orElse(false);
    }

    static String message(ParseError error) {
        return error.getMarkers()
                .findFirst(ParseExceptionResult.class)
                .map(ParseExceptionResult::getMessage)
                .orElse("could not be parsed");
    }

    static String firstLine(String message) {
        String stripped = message.strip();
        int end = stripped.indexOf('\n');
        return end < 0 ? stripped : stripped.substring(0, end).stripTrailing();
    }
}
