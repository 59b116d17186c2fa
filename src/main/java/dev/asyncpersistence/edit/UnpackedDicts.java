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

import dev.asyncpersistence.model.Expr;
import java.util.ArrayList;
import java.util.List;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.tree.Py;

/** Arguments whose names are no identifiers: {@code **{"return_value.load": value}}. */
final class UnpackedDicts {
    private UnpackedDicts() {}

    /** Where a dict literal is unpacked; -1 if none is. */
    static int index(List<Expression> arguments) {
        for (int i = arguments.size() - 1; i >= 0; i--) {
            if (arguments.get(i) instanceof Py.Star star
                    && star.getKind() == Py.Star.Kind.DICT
                    && star.getExpression() instanceof Py.DictLiteral) {
                return i;
            }
        }
        return -1;
    }

    static Expression of(String key, Expr value) {
        Py.DictLiteral dict = new Py.DictLiteral(
                Tree.randomId(),
                Space.EMPTY,
                Markers.EMPTY,
                JContainer.build(new ArrayList<>(List.of(JRightPadded.<Expression>build(pair(key, value))))),
                null);
        return new Py.Star(Tree.randomId(), Space.EMPTY, Markers.EMPTY, Py.Star.Kind.DICT, dict, null);
    }

    static Expression with(Expression unpacked, String key, Expr value, String lineEnd) {
        Py.Star star = (Py.Star) unpacked;
        Py.DictLiteral dict = (Py.DictLiteral) star.getExpression();
        JContainer<Expression> old = dict.getPadding().getElements();
        ElementList<Expression> elements = ElementList.of(old.getPadding().getElements());
        Expression added = pair(key, value);
        return star.withExpression(dict.getPadding()
                .withElements(old.getPadding()
                        .withElements(
                                elements.with(elements.size(), added, lineEnd).padded())));
    }

    private static Expression pair(String key, Expr value) {
        return new Py.KeyValue(
                Tree.randomId(),
                Space.EMPTY,
                Markers.EMPTY,
                JRightPadded.build(ExprTrees.of(new Expr.Text(key))),
                ExprTrees.of(value).withPrefix(Space.SINGLE_SPACE),
                null);
    }
}
