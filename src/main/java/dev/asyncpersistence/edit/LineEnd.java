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

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Finds out how lines end in a tree: by its first line break. */
final class LineEnd extends PythonVisitor<List<String>> {
    private LineEnd() {}

    static String of(Py.CompilationUnit tree) {
        List<String> found = new ArrayList<>();
        new LineEnd().visit(tree, found);
        return found.isEmpty() ? "\n" : found.get(0);
    }

    /** Whether a tree, with what stands before it, has more than one line. */
    static boolean isIn(J tree) {
        List<String> found = new ArrayList<>();
        new LineEnd().visit(tree, found);
        return !found.isEmpty();
    }

    @Override
    public Space visitSpace(@Nullable Space space, Space.Location location, List<String> found) {
        Space known = space == null ? Space.EMPTY : space;
        if (found.isEmpty()) {
            look(known.getWhitespace(), found);
            known.getComments().forEach(comment -> look(comment.getSuffix(), found));
        }
        return known;
    }

    private static void look(String whitespace, List<String> found) {
        int lineFeed = whitespace.indexOf('\n');
        if (lineFeed >= 0 && found.isEmpty()) {
            found.add(lineFeed > 0 && whitespace.charAt(lineFeed - 1) == '\r' ? "\r\n" : "\n");
        }
    }
}
