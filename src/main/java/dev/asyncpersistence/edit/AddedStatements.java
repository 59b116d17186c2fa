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

import dev.asyncpersistence.plan.change.StatementChange;
import java.util.ArrayList;
import java.util.List;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Comment;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.tree.Py;

/** Adds assignments to a block. */
final class AddedStatements {
    private AddedStatements() {}

    /** The statements with one more behind its anchor; comments stay where they are. */
    static List<JRightPadded<Statement>> behind(
            List<JRightPadded<Statement>> old, StatementChange change, String lineEnd) {
        int index = 0;
        while (!old.get(index).getElement().getId().equals(change.anchor())) {
            index++;
        }
        String indent = indent(old.get(index).getElement(), lineEnd);
        List<JRightPadded<Statement>> result = new ArrayList<>(old);
        Statement added =
                assignment(change, ConditionalValues.like(old.get(index).getElement(), change.value()));
        Statement next = index + 1 < old.size() ? old.get(index + 1).getElement() : null;
        if (next != null && endsLine(next.getPrefix())) {
            // In the tree, a comment at the end of the anchor's line begins the next statement's prefix.
            Space whole = next.getPrefix();
            Comment comment = whole.getComments().get(0);
            Space own = Space.build(
                    comment.getSuffix(),
                    whole.getComments().subList(1, whole.getComments().size()));
            result.set(index + 1, old.get(index + 1).withElement(next.withPrefix(own)));
            Space head = Space.build(whole.getWhitespace(), List.of(comment.withSuffix(indent)));
            result.add(index + 1, JRightPadded.build(added.withPrefix(head)));
        } else {
            result.add(index + 1, JRightPadded.build(added.withPrefix(Space.build(indent, List.of()))));
        }
        return result;
    }

    private static boolean endsLine(Space prefix) {
        return !prefix.getWhitespace().contains("\n") && !prefix.getComments().isEmpty();
    }

    /** The function with one more statement at its beginning, behind its docstring. */
    static J.MethodDeclaration atTop(J.MethodDeclaration function, StatementChange change, String lineEnd) {
        J.Block body = function.getBody();
        if (body == null || body.getStatements().isEmpty()) {
            throw new IllegalArgumentException("no body: " + function.getSimpleName());
        }
        List<JRightPadded<Statement>> old = body.getPadding().getStatements();
        int index = isDocstring(old.get(0).getElement()) && old.size() > 1 ? 1 : 0;
        Statement first = old.get(index).getElement();
        if (!first.getPrefix().getWhitespace().contains("\n")
                && first.getPrefix().getComments().isEmpty()) {
            throw new IllegalArgumentException("a body on the line of its head: " + function.getSimpleName());
        }
        List<JRightPadded<Statement>> result = new ArrayList<>(old);
        String indent = indent(first, lineEnd);
        result.set(index, old.get(index).withElement(first.withPrefix(Space.build(indent, List.of()))));
        result.add(
                index,
                JRightPadded.build(
                        assignment(change, ExprTrees.of(change.value())).withPrefix(first.getPrefix())));
        return function.withBody(body.getPadding().withStatements(result));
    }

    private static boolean isDocstring(Statement statement) {
        return statement instanceof Py.ExpressionStatement expression
                && expression.getExpression() instanceof J.Literal literal
                && literal.getValue() instanceof String;
    }

    /** A line break and the indentation of a statement. */
    private static String indent(Statement statement, String lineEnd) {
        Space prefix = statement.getPrefix();
        String last = prefix.getComments().isEmpty()
                ? prefix.getWhitespace()
                : prefix.getComments().get(prefix.getComments().size() - 1).getSuffix();
        return lineEnd + last.substring(last.lastIndexOf('\n') + 1);
    }

    private static J.Assignment assignment(StatementChange change, Expression value) {
        Expression target = ExprTrees.of(change.target());
        if (change.annotation() != null) {
            Py.TypeHint hint = new Py.TypeHint(
                    Tree.randomId(),
                    Space.EMPTY,
                    Markers.EMPTY,
                    ExprTrees.annotation(change.annotation()).withPrefix(Space.SINGLE_SPACE),
                    null);
            target = new Py.TypeHintedExpression(Tree.randomId(), Space.EMPTY, Markers.EMPTY, target, hint, null);
        }
        return new J.Assignment(
                Tree.randomId(),
                Space.EMPTY,
                Markers.EMPTY,
                target,
                new JLeftPadded<>(Space.SINGLE_SPACE, value.withPrefix(Space.SINGLE_SPACE), Markers.EMPTY),
                null);
    }
}
