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

/** Finds the ends of string literals in a Python text, f-strings with strings inside their fields (PEP 701) included. */
final class PythonStrings {
    private final String text;

    PythonStrings(String text) {
        this.text = text;
    }

    /**
     * The position behind a literal.
     *
     * @param start the position of its first quote
     */
    int end(int start) {
        String quote = quoteAt(start);
        boolean fields = hasFields(start);
        int at = start + quote.length();
        while (at < text.length()) {
            char next = text.charAt(at);
            if (text.startsWith(quote, at)) {
                return at + quote.length();
            } else if (next == '\\' && !(fields && at + 1 < text.length() && text.charAt(at + 1) == '{')) {
                at += 2;
            } else if (fields && text.startsWith("{{", at)) {
                at += 2;
            } else if (fields && next == '{') {
                at = endOfField(at + 1, quote);
            } else if (next == '\n' && quote.length() == 1) {
                // Not closed, which Python doesn't accept either: the line after it starts anew.
                return at;
            } else {
                at++;
            }
        }
        return text.length();
    }

    private String quoteAt(int position) {
        String one = text.substring(position, position + 1);
        return text.startsWith(one.repeat(3), position) ? one.repeat(3) : one;
    }

    /** Whether the letters in front of a quote make it an f-string or a t-string. */
    private boolean hasFields(int quote) {
        int start = quote;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        String prefix = text.substring(start, quote);
        return prefix.length() <= 2 && prefix.matches("[rR]?[fFtT][rR]?");
    }

    private int endOfField(int start, String quote) {
        int depth = 0;
        int at = start;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '"' || next == '\'') {
                at = end(at);
                continue;
            }
            if (depth == 0 && next == '}') {
                return at + 1;
            }
            if (depth == 0 && next == ':') {
                return endOfFormat(at + 1, quote);
            }
            depth += "([{".indexOf(next) >= 0 ? 1 : ")]}".indexOf(next) >= 0 ? -1 : 0;
            at++;
        }
        return at;
    }

    /** Behind the colon of a field, quotes stand for themselves. */
    private int endOfFormat(int start, String quote) {
        int at = start;
        while (at < text.length() && !text.startsWith(quote, at)) {
            if (text.charAt(at) == '}') {
                return at + 1;
            }
            at = text.charAt(at) == '{' ? endOfField(at + 1, quote) : at + 1;
        }
        return at;
    }
}
