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

import java.util.List;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.NameTree;
import org.openrewrite.java.tree.Space;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.tree.Py;

/** Builds import statements as the parser does. */
final class NewImport {
    private NewImport() {}

    /** {@code import module}. */
    static J.Import plain(String module) {
        return imported(module, Space.EMPTY, Space.SINGLE_SPACE);
    }

    /** {@code from module import name}. */
    static Py.MultiImport from(String module, String name) {
        NameTree source = ExprTrees.name(module).withPrefix(Space.SINGLE_SPACE);
        return new Py.MultiImport(
                Tree.randomId(),
                Space.EMPTY,
                Markers.EMPTY,
                JRightPadded.build(source).withAfter(Space.SINGLE_SPACE),
                false,
                JContainer.build(Space.SINGLE_SPACE, List.of(JRightPadded.build(name(name))), Markers.EMPTY));
    }

    /** A name in a list. */
    static J.Import name(String name) {
        return imported(name, Space.EMPTY, Space.EMPTY);
    }

    /** The names of a statement. */
    static ElementList<J.Import> names(Py.MultiImport statement) {
        return ElementList.of(statement.getPadding().getNames().getPadding().getElements());
    }

    static Py.MultiImport withNames(Py.MultiImport statement, ElementList<J.Import> names) {
        JContainer<J.Import> old = statement.getPadding().getNames();
        return statement.getPadding().withNames(old.getPadding().withElements(names.padded()));
    }

    private static J.Import imported(String name, Space prefix, Space behindImport) {
        Expression nothing = new J.Empty(Tree.randomId(), Space.EMPTY, Markers.EMPTY);
        J.FieldAccess qualified = new J.FieldAccess(
                Tree.randomId(), behindImport, Markers.EMPTY, nothing, JLeftPadded.build(ExprTrees.name(name)), null);
        return new J.Import(Tree.randomId(), prefix, Markers.EMPTY, JLeftPadded.build(false), qualified, null);
    }
}
