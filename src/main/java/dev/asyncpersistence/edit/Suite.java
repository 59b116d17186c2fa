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
import org.openrewrite.Cursor;
import org.openrewrite.Tree;
import org.openrewrite.java.marker.Semicolon;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.tree.Py;

/**
 * A sequence of statements: of a file, or of a block (the language reference calls it a suite).
 *
 * @param following what comes behind the last statement; in a block, the beginning of the statement after it
 * @param indent of each statement
 * @param lineEnd how lines end in the file
 */
record Suite(List<JRightPadded<Statement>> statements, Space following, boolean isFile, String indent, String lineEnd) {

    static Suite of(Py.CompilationUnit tree) {
        List<JRightPadded<Statement>> statements = tree.getPadding().getStatements();
        boolean empty = statements.size() == 1 && statements.get(0).getElement() instanceof J.Empty;
        return new Suite(empty ? List.of() : statements, tree.getEof(), true, "", LineEnd.of(tree));
    }

    /**
     * The statements of a block. What follows it is not in its tree.
     *
     * @param at where the block is, or what it belongs to
     */
    static Suite of(J.Block block, Cursor at, String unit, String lineEnd) {
        List<JRightPadded<Statement>> statements = block.getPadding().getStatements();
        String first = statements.isEmpty()
                ? ""
                : Spaces.text(statements.get(0).getElement().getPrefix());
        String indent = Spaces.hasLineBreak(first) ? Spaces.lastLine(first) : indentOfLine(at) + unit;
        return new Suite(statements, Space.EMPTY, false, indent, lineEnd);
    }

    private static String indentOfLine(Cursor at) {
        return at.getPathAsStream(J.class::isInstance)
                .map(each -> Spaces.text(((J) each).getPrefix()))
                .filter(Spaces::hasLineBreak)
                .findFirst()
                .map(Spaces::lastLine)
                .orElse("");
    }

    Py.CompilationUnit in(Py.CompilationUnit tree) {
        List<JRightPadded<Statement>> kept = statements.isEmpty()
                ? List.of(JRightPadded.build(new J.Empty(Tree.randomId(), Space.EMPTY, Markers.EMPTY)))
                : statements;
        return tree.getPadding().withStatements(kept).withEof(following);
    }

    /** A block on one line gets a line for its statements. */
    Suite onLinesOfItsOwn() {
        return isFile || size() == 0 || Spaces.hasLineBreak(textAbove(0)) ? this : withTextAbove(0, lineEnd + indent);
    }

    int size() {
        return statements.size();
    }

    Statement get(int index) {
        return statements.get(index).getElement();
    }

    List<Statement> elements() {
        return statements.stream().map(JRightPadded::getElement).toList();
    }

    ImportStatement importAt(int index) {
        return index >= 0 && index < size()
                ? ImportStatement.of(get(index))
                : new ImportStatement(null, false, List.of());
    }

    /** What stands above a statement; behind the last one, what follows the suite. */
    String textAbove(int index) {
        return Spaces.text(index < size() ? get(index).getPrefix() : following);
    }

    Gap gap(int index) {
        String text = textAbove(index);
        return isFile && index == 0 ? Gap.atFileStart(text) : Gap.of(text, indent);
    }

    /** Whether a statement stands behind another one's semicolon. */
    boolean continuesLine(int index) {
        return index > 0 && index < size() && !Spaces.hasLineBreak(textAbove(index));
    }

    Suite with(int index, Statement statement) {
        List<JRightPadded<Statement>> result = new ArrayList<>(statements);
        result.set(index, result.get(index).withElement(statement));
        return new Suite(result, following, isFile, indent, lineEnd);
    }

    Suite withTextAbove(int index, String text) {
        return index < size()
                ? with(index, Spaces.prefixed(get(index), text))
                : new Suite(statements, Spaces.of(text), isFile, indent, lineEnd);
    }

    /** A new statement, with what stands above it and above the next one. */
    Suite inserted(int index, Statement statement, String above, String below) {
        Suite spaced = withTextAbove(index, below);
        List<JRightPadded<Statement>> result = new ArrayList<>(spaced.statements);
        result.add(index, JRightPadded.build(Spaces.prefixed(statement, above)));
        return new Suite(result, spaced.following, isFile, indent, lineEnd);
    }

    /** A new statement behind one that another follows on its line. */
    Suite insertedInLine(int index, Statement statement) {
        List<JRightPadded<Statement>> result = new ArrayList<>(statements);
        Markers semicolon = Markers.build(List.of(new Semicolon(Tree.randomId())));
        result.add(index, new JRightPadded<>(Spaces.prefixed(statement, " "), Space.EMPTY, semicolon));
        return new Suite(result, following, isFile, indent, lineEnd);
    }

    /** Puts a statement on lines of its own, where semicolons join it to others. */
    Suite apart(int index) {
        Suite result = this;
        for (int joined : new int[] {index, index + 1}) {
            if (continuesLine(joined)) {
                result = result.withTextAbove(joined, lineEnd + indent).withoutSemicolon(joined - 1);
            }
        }
        return result;
    }

    /** Without a statement; what stands around it is for the caller to join. */
    Suite without(int index) {
        List<JRightPadded<Statement>> result = new ArrayList<>(statements);
        result.remove(index);
        return new Suite(result, following, isFile, indent, lineEnd);
    }

    /** For a block, which doesn't reach to what follows it: comments of its last lines are kept behind its last statement. */
    Suite closed() {
        if (following.isEmpty() || size() == 0) {
            return this;
        }
        List<JRightPadded<Statement>> result = new ArrayList<>(statements);
        result.set(size() - 1, result.get(size() - 1).withAfter(following));
        return new Suite(result, Space.EMPTY, isFile, indent, lineEnd);
    }

    Suite withoutSemicolon(int index) {
        List<JRightPadded<Statement>> result = new ArrayList<>(statements);
        JRightPadded<Statement> each = result.get(index);
        result.set(
                index, each.withAfter(Space.EMPTY).withMarkers(each.getMarkers().removeByType(Semicolon.class)));
        return new Suite(result, following, isFile, indent, lineEnd);
    }
}
