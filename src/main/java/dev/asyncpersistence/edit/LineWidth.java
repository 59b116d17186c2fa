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

import org.openrewrite.java.tree.J;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** How long lines may be: as long as the file's texts and docstrings are, within what is usual. */
final class LineWidth extends PythonVisitor<Integer> {
    private static final int USUAL = 88;
    private static final int GREATEST = 120;

    private int longest;

    private LineWidth() {}

    static int of(Py.CompilationUnit tree) {
        LineWidth width = new LineWidth();
        width.visit(tree, 0);
        return Math.max(USUAL, Math.min(GREATEST, width.longest));
    }

    @Override
    public J visitLiteral(J.Literal literal, Integer p) {
        String source = literal.getValueSource();
        if (source != null) {
            source.lines().mapToInt(String::length).forEach(length -> longest = Math.max(longest, length));
        }
        return literal;
    }
}
