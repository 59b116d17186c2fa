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

import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.YieldAddition;
import java.util.List;
import java.util.Objects;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Lets functions begin with a {@code yield}. */
final class YieldEditor extends PythonVisitor<Integer> {
    private final ChangesByTree<YieldAddition> additions;
    private final String lineEnd;
    private final String unit;

    private YieldEditor(Py.CompilationUnit tree, List<Change> changes) {
        additions = ChangesByTree.of(YieldAddition.class, YieldAddition::function, changes);
        lineEnd = LineEnd.of(tree);
        unit = Indentation.of(tree);
    }

    /**
     * The tree with every function changed; the same tree if there is none.
     *
     * @throws IllegalArgumentException if a function is not there
     */
    static Py.CompilationUnit edit(Py.CompilationUnit tree, List<Change> changes) {
        YieldEditor editor = new YieldEditor(tree, changes);
        if (editor.additions.isEmpty()) {
            return tree;
        }
        Py.CompilationUnit edited = (Py.CompilationUnit) editor.visitNonNull(tree, 0);
        editor.additions.requireMet();
        return edited;
    }

    @Override
    public J visitMethodDeclaration(J.MethodDeclaration function, Integer p) {
        J.MethodDeclaration result = (J.MethodDeclaration) super.visitMethodDeclaration(function, p);
        if (additions.of(function).isEmpty()) {
            return result;
        }
        J.Block body = Objects.requireNonNull(result.getBody());
        Suite suite = Suite.of(body, getCursor(), unit, lineEnd).onLinesOfItsOwn();
        return result.withBody(body.getPadding()
                .withStatements(AddedStatements.atTop(suite, yielding()).statements()));
    }

    private static Statement yielding() {
        J.Empty nothing = new J.Empty(Tree.randomId(), Space.EMPTY, Markers.EMPTY);
        J.Yield yield = new J.Yield(Tree.randomId(), Space.EMPTY, Markers.EMPTY, false, nothing);
        return new Py.StatementExpression(Tree.randomId(), yield);
    }
}
