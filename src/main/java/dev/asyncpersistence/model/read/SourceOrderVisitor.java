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
package dev.asyncpersistence.model.read;

import org.jspecify.annotations.Nullable;
import org.openrewrite.java.marker.TrailingComma;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.marker.Marker;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.marker.KeywordOnlyArguments;
import org.openrewrite.python.tree.Py;
import org.openrewrite.python.tree.PyLeftPadded;
import org.openrewrite.python.tree.PySpace;

/**
 * Visits trees in the order in which Python is written, counting lines. Upstream's visitors follow the order of Java where the two differ.
 */
public class SourceOrderVisitor extends PythonVisitor<Integer> {
    protected final LineCounter lines = new LineCounter();

    @Override
    public Space visitSpace(@Nullable Space space, Space.Location location, Integer p) {
        if (space != null) {
            lines.pass(space);
        }
        return space == null ? Space.EMPTY : space;
    }

    /** Upstream passes over spaces without comments here, line ends and all. */
    @Override
    public Space visitSpace(@Nullable Space space, PySpace.Location location, Integer p) {
        return visitSpace(space, Space.Location.LANGUAGE_EXTENSION, p);
    }

    @Override
    public Markers visitMarkers(@Nullable Markers markers, Integer p) {
        if (markers == null) {
            return Markers.EMPTY;
        }
        for (Marker marker : markers.getMarkers()) {
            if (marker instanceof TrailingComma comma) {
                lines.pass(comma.getSuffix());
            }
        }
        return markers;
    }

    @Override
    public J visitTernary(J.Ternary ternary, Integer p) {
        // Python prints the true part first: `a if condition else b`.
        visitSpace(ternary.getPrefix(), Space.Location.TERNARY_PREFIX, p);
        visitMarkers(ternary.getMarkers(), p);
        visit(ternary.getTruePart(), p);
        visitSpace(ternary.getPadding().getTruePart().getBefore(), Space.Location.TERNARY_TRUE, p);
        visit(ternary.getCondition(), p);
        visitLeftPadded(ternary.getPadding().getFalsePart(), JLeftPadded.Location.TERNARY_FALSE, p);
        return ternary;
    }

    /** The `else` of a `try` is printed in front of its `finally`, but wraps it in the tree. */
    @Override
    public J visitTrailingElseWrapper(Py.TrailingElseWrapper wrapper, Integer p) {
        if (!(wrapper.getStatement() instanceof J.Try attempt)) {
            return super.visitTrailingElseWrapper(wrapper, p);
        }
        visitSpace(wrapper.getPrefix(), PySpace.Location.TRAILING_ELSE_WRAPPER_PREFIX, p);
        visitMarkers(wrapper.getMarkers(), p);
        visit(attempt.getPadding().withFinally(null), p);
        visitLeftPadded(wrapper.getPadding().getElseBlock(), PyLeftPadded.Location.TRAILING_ELSE_WRAPPER_ELSE_BLOCK, p);
        visitLeftPadded(attempt.getPadding().getFinally(), JLeftPadded.Location.TRY_FINALLY, p);
        return wrapper;
    }

    /** In a parameter, the name comes in front of its annotation; in `except X as e` behind it, as in Java. */
    @Override
    public J visitVariableDeclarations(J.VariableDeclarations declarations, Integer p) {
        if (getCursor().getParentTreeCursor().getValue() instanceof J.ControlParentheses<?>) {
            return super.visitVariableDeclarations(declarations, p);
        }
        visitSpace(declarations.getPrefix(), Space.Location.VARIABLE_DECLARATIONS_PREFIX, p);
        visitMarkers(declarations.getMarkers(), p);
        boolean star =
                declarations.getMarkers().findFirst(KeywordOnlyArguments.class).isPresent();
        for (JRightPadded<J.VariableDeclarations.NamedVariable> padded :
                declarations.getPadding().getVariables()) {
            J.VariableDeclarations.NamedVariable variable = padded.getElement();
            visitSpace(variable.getPrefix(), Space.Location.VARIABLE_PREFIX, p);
            visitMarkers(variable.getMarkers(), p);
            visitSpace(declarations.getVarargs(), Space.Location.VARARGS, p);
            visit(variable.getDeclarator(), p);
            if (declarations.getTypeExpression() != null || star) {
                visitSpace(padded.getAfter(), Space.Location.NAMED_VARIABLE_SUFFIX, p);
            }
            visit(declarations.getTypeExpression(), p);
            visitLeftPadded(variable.getPadding().getInitializer(), JLeftPadded.Location.VARIABLE_INITIALIZER, p);
            visitMarkers(padded.getMarkers(), p);
        }
        return declarations;
    }
}
