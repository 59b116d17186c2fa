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
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.tree.Py;

/** Adds statements to a block. */
final class AddedStatements {
    private AddedStatements() {}

    /**
     * The suite with one more assignment behind another statement; comments stay where they are.
     *
     * @param comment what stands at the end of the suite's last line
     */
    static Suite behind(Suite suite, int anchor, StatementChange change, String comment) {
        Expression value = ConditionalValues.like(suite.get(anchor), change.value());
        return behind(suite, anchor, assignment(change, value), comment);
    }

    private static Suite behind(Suite suite, int anchor, Statement added, String comment) {
        if (suite.continuesLine(anchor + 1)) {
            return suite.insertedInLine(anchor + 1, added);
        }
        Gap gap = Gap.of(suite.textAbove(anchor + 1), suite.indent());
        boolean atEnd = anchor + 1 == suite.size() && !suite.isFile();
        String above = (atEnd ? comment : gap.above()) + suite.lineEnd() + suite.indent();
        return suite.inserted(anchor + 1, added, above, gap.below());
    }

    /** The suite with one more assignment at its beginning, behind its docstring. */
    static Suite atTop(Suite suite, StatementChange change) {
        return atTop(suite, assignment(change, ExprTrees.of(change.value())));
    }

    /** The same for any statement. */
    static Suite atTop(Suite suite, Statement added) {
        int index = Docstrings.isOne(suite.get(0)) ? 1 : 0;
        if (index == suite.size()) {
            return behind(suite, 0, added, "");
        }
        if (suite.continuesLine(index)) {
            return suite.insertedInLine(index, added);
        }
        Gap gap = suite.gap(index);
        String above = gap.above() + gap.lineBreaks() + suite.indent();
        return suite.inserted(index, added, above, suite.lineEnd() + gap.own());
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
