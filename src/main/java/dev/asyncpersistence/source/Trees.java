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
import org.openrewrite.java.tree.Comment;
import org.openrewrite.java.tree.Space;
import org.openrewrite.python.tree.Py;

/** What stands between a text and a tree of it that can be trusted. */
final class Trees {

    private Trees() {}

    /** The Python side takes an empty text for a missing one. */
    static String parseable(String text) {
        return text.isEmpty() ? "\n" : text;
    }

    /** Gives the tree the path of the text, and takes back what {@link #parseable} has added. */
    static Py.CompilationUnit adjust(Py.CompilationUnit tree, PythonText text, String normalised) {
        Py.CompilationUnit adjusted = tree.withSourcePath(text.path());
        return normalised.isEmpty() ? adjusted.withPrefix(Space.EMPTY).withEof(Space.EMPTY) : adjusted;
    }

    /** Indentation without anything after it, in the last line of a text, is lost in the tree. */
    static boolean lacksTrailingSpace(String expected, String printed) {
        return expected.length() > printed.length()
                && expected.startsWith(printed)
                && expected.substring(printed.length()).isBlank();
    }

    static Py.CompilationUnit withTrailingSpace(Py.CompilationUnit tree, String space) {
        Space eof = tree.getEof();
        List<Comment> comments = new ArrayList<>(eof.getComments());
        if (comments.isEmpty()) {
            return tree.withEof(eof.withWhitespace(eof.getWhitespace() + space));
        }
        Comment last = comments.remove(comments.size() - 1);
        comments.add(last.withSuffix(last.getSuffix() + space));
        return tree.withEof(eof.withComments(comments));
    }

    /** The number of the first line that isn't the same in both, counted from 1, or 0 if there is none. */
    static int firstDifferentLine(String expected, String actual) {
        if (expected.equals(actual)) {
            return 0;
        }
        int line = 1;
        int common = Math.min(expected.length(), actual.length());
        for (int i = 0; i < common && expected.charAt(i) == actual.charAt(i); i++) {
            if (expected.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }
}
