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
import dev.asyncpersistence.plan.change.RaisesChange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Turns calls that expect an exception into blocks. */
final class RaisesEditor extends PythonVisitor<Integer> {
    private final ChangesByTree<RaisesChange> changes;
    private final String lineEnd;
    private final String unit;

    private RaisesEditor(Py.CompilationUnit tree, List<Change> changes) {
        this.changes = ChangesByTree.of(RaisesChange.class, RaisesChange::call, changes);
        lineEnd = LineEnd.of(tree);
        unit = Indentation.of(tree);
    }

    /**
     * The tree with every such call changed; the same tree if there is none.
     *
     * @throws IllegalArgumentException if a call is neither a statement nor assigned to a name, or has no such argument
     */
    static Py.CompilationUnit edit(Py.CompilationUnit tree, List<Change> changes) {
        RaisesEditor editor = new RaisesEditor(tree, changes);
        if (editor.changes.isEmpty()) {
            return tree;
        }
        Py.CompilationUnit edited = (Py.CompilationUnit) editor.visitNonNull(tree, 0);
        editor.changes.requireMet();
        return edited;
    }

    @Override
    public J visitBlock(J.Block block, Integer p) {
        J.Block visited = (J.Block) super.visitBlock(block, p);
        Suite suite = null;
        for (int i = 0; i < visited.getStatements().size(); i++) {
            J.MethodInvocation call = call(visited.getStatements().get(i));
            for (RaisesChange change : call == null ? List.<RaisesChange>of() : changes.of(call)) {
                Suite before = suite == null
                        ? Suite.of(visited, getCursor(), unit, lineEnd).onLinesOfItsOwn()
                        : suite;
                suite = expecting(before.apart(i), i, change);
            }
        }
        return suite == null ? visited : visited.getPadding().withStatements(suite.statements());
    }

    private Suite expecting(Suite suite, int index, RaisesChange change) {
        return suite.with(index, new RaisesBlock(suite, unit).of(suite.get(index), change));
    }

    /** The call that a statement is, or whose result it assigns to a name. */
    static J.@Nullable MethodInvocation call(Statement statement) {
        boolean named =
                statement instanceof J.Assignment assignment && assignment.getVariable() instanceof J.Identifier;
        J tree = named ? ((J.Assignment) statement).getAssignment() : statement;
        return tree instanceof J.MethodInvocation call ? call : null;
    }
}
