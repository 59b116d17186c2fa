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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openrewrite.jgit.diff.Edit;
import org.openrewrite.jgit.diff.HistogramDiff;
import org.openrewrite.jgit.diff.RawText;
import org.openrewrite.jgit.diff.RawTextComparator;

/**
 * What the parser behind the trees must not see of a text, kept apart from it: a byte order mark; a comment that names
 * an encoding, since the text is decoded already and the parser would decode it once more; the line endings. Python itself reads
 * {@code \r\n}, {@code \r} and {@code \n} as the same thing, the parser behind the trees doesn't. So trees are made
 * from a text with {@code \n} only, and each line gets its own ending back after printing; a new line ends like the line
 * above it.
 */
final class TextForm {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** By PEP 263, in one of the first two lines. */
    private static final Pattern FOREIGN_ENCODING = Pattern.compile(
            "\\A((?:[ \\t\\f]*(?:#.*)?\\n)?[ \\t\\f]*#.*?)coding([:=][ \\t]*(?!utf-?8)[-\\w.]+)",
            Pattern.CASE_INSENSITIVE);

    /** The word with a private character in it, by which it is found again. */
    private static final String NOT_CODING = "c\uE000oding";

    private final String mark;
    private final String original;
    private final String normalised;

    private TextForm(String mark, String original) {
        this.mark = mark;
        this.original = original;
        this.normalised = normalise(original);
    }

    static TextForm of(String text) {
        return text.startsWith(BYTE_ORDER_MARK)
                ? new TextForm(BYTE_ORDER_MARK, text.substring(1))
                : new TextForm("", text);
    }

    private static String normalise(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The text with {@code \n} for every line ending, without a mark, and without the name of an encoding. */
    String normalised() {
        Matcher matcher = FOREIGN_ENCODING.matcher(normalised);
        return matcher.find() ? matcher.replaceFirst("$1" + NOT_CODING + "$2") : normalised;
    }

    /** Gives a changed text the mark and its lines the endings which they have in the original. */
    String restore(String changed) {
        return mark + restoreEndings(changed.replace(NOT_CODING, "coding"));
    }

    private String restoreEndings(String changed) {
        if (original.indexOf('\r') < 0) {
            return changed;
        }
        String after = normalise(changed);
        if (after.equals(normalised)) {
            return original;
        }
        List<String> endings = endings();
        if (endings.stream().distinct().count() <= 1) {
            return after.replace("\n", endings.isEmpty() ? "\n" : endings.get(0));
        }
        return join(after, endingsAfter(after, endings));
    }

    private List<String> endings() {
        List<String> endings = new ArrayList<>();
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            if (c == '\r' && i + 1 < original.length() && original.charAt(i + 1) == '\n') {
                endings.add("\r\n");
                i++;
            } else if (c == '\r' || c == '\n') {
                endings.add(String.valueOf(c));
            }
        }
        return endings;
    }

    private List<String> endingsAfter(String after, List<String> endings) {
        RawText before = new RawText(normalised.getBytes(StandardCharsets.UTF_8));
        RawText now = new RawText(after.getBytes(StandardCharsets.UTF_8));
        List<String> result = new ArrayList<>();
        int line = 0;
        for (Edit edit : new HistogramDiff().diff(RawTextComparator.DEFAULT, before, now)) {
            while (line < edit.getBeginA()) {
                result.add(ending(endings, line++));
            }
            for (int i = 0; i < edit.getLengthB(); i++) {
                // A replaced line takes the place of its counterpart; what was added beyond that follows the last one.
                result.add(
                        i < edit.getLengthA()
                                ? ending(endings, line + i)
                                : result.isEmpty() ? endings.get(0) : result.get(result.size() - 1));
            }
            line = edit.getEndA();
        }
        while (line < before.size()) {
            result.add(ending(endings, line++));
        }
        return result;
    }

    /** The last line may have no ending; a line which comes after it needs one. */
    private static String ending(List<String> endings, int line) {
        return endings.get(Math.min(line, endings.size() - 1));
    }

    private static String join(String text, List<String> endings) {
        StringBuilder joined = new StringBuilder(text.length() + endings.size());
        int line = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                joined.append(ending(endings, line++));
            } else {
                joined.append(c);
            }
        }
        return joined.toString();
    }
}
