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

import org.openrewrite.Tree;
import org.openrewrite.java.marker.OmitParentheses;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.tree.Py;

/** Passes what stood elsewhere by keyword. */
final class KeywordValues {
    private KeywordValues() {}

    /** {@code keyword=value}; what is before the value is for the caller to place. */
    static Py.NamedArgument named(String keyword, Expression value) {
        return new Py.NamedArgument(
                Tree.randomId(),
                Space.EMPTY,
                Markers.EMPTY,
                ExprTrees.name(keyword),
                JLeftPadded.build(standingAlone(value.withPrefix(Space.EMPTY))),
                value.getType());
    }

    /** What may do without parentheses as a positional argument, or as an assigned value, but not behind a keyword. */
    static Expression standingAlone(Expression value) {
        if (value instanceof Py.CollectionLiteral tuple) {
            JContainer<Expression> elements = tuple.getPadding().getElements();
            return tuple.getPadding()
                    .withElements(elements.withMarkers(elements.getMarkers().removeByType(OmitParentheses.class)));
        }
        if (value instanceof Py.ComprehensionExpression generator) {
            return generator.withMarkers(generator.getMarkers().removeByType(OmitParentheses.class));
        }
        boolean needsThem = value instanceof J.Assignment || value instanceof Py.StatementExpression;
        return needsThem
                ? new J.Parentheses<>(Tree.randomId(), Space.EMPTY, Markers.EMPTY, JRightPadded.build(value))
                : value;
    }
}
