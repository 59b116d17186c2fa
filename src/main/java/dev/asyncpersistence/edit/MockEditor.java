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
import dev.asyncpersistence.plan.change.AssignmentChange;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.LambdaChange;
import java.util.List;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Makes objects with what they were given later, or around what stood in their places. */
final class MockEditor extends PythonVisitor<Integer> {
    private final ChangesByTree<AssignmentChange> assignments;
    private final ChangesByTree<LambdaChange> lambdas;

    private MockEditor(List<Change> changes) {
        assignments = ChangesByTree.of(AssignmentChange.class, AssignmentChange::statement, changes);
        lambdas = ChangesByTree.of(LambdaChange.class, LambdaChange::lambda, changes);
    }

    /**
     * The tree with every object made; the same tree if there is none.
     *
     * @throws IllegalArgumentException if nothing is assigned to an attribute, or there is no such lambda
     */
    static Py.CompilationUnit edit(Py.CompilationUnit tree, List<Change> changes) {
        MockEditor editor = new MockEditor(changes);
        if (editor.assignments.isEmpty() && editor.lambdas.isEmpty()) {
            return tree;
        }
        Py.CompilationUnit edited = (Py.CompilationUnit) editor.visitNonNull(tree, 0);
        editor.assignments.requireMet();
        editor.lambdas.requireMet();
        return edited;
    }

    @Override
    public J visitAssignment(J.Assignment assignment, Integer p) {
        J.Assignment result = (J.Assignment) super.visitAssignment(assignment, p);
        for (AssignmentChange change : assignments.of(assignment)) {
            result = madeWith(result, change);
        }
        return result;
    }

    private static J.Assignment madeWith(J.Assignment assignment, AssignmentChange change) {
        if (!(assignment.getVariable() instanceof J.FieldAccess attribute)) {
            throw new IllegalArgumentException("No attribute is assigned: " + change);
        }
        return assignment
                .withVariable(attribute.getTarget().withPrefix(attribute.getPrefix()))
                .withAssignment(wrapped(assignment.getAssignment(), change.callee(), attribute.getSimpleName()));
    }

    @Override
    public J visitLambda(J.Lambda lambda, Integer p) {
        J result = super.visitLambda(lambda, p);
        for (LambdaChange change : lambdas.of(lambda)) {
            result = wrapped((Expression) result, change.callee(), change.keyword());
        }
        return result;
    }

    /** {@code callee(keyword=value)}. */
    private static J.MethodInvocation wrapped(Expression value, Expr callee, String keyword) {
        J.MethodInvocation call = (J.MethodInvocation) ExprTrees.of(new Expr.Call(Tree.randomId(), callee, List.of()));
        return call.withArguments(List.of(KeywordValues.named(keyword, value))).withPrefix(value.getPrefix());
    }
}
