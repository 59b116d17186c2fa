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
import dev.asyncpersistence.plan.change.WrapChange;
import java.util.List;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Makes objects with what they were given later, or around what stood in their places. */
final class MockEditor extends PythonVisitor<Integer> {
    private static final int ASSIGNED = -1;

    private final ChangesByTree<AssignmentChange> assignments;
    private final ChangesByTree<WrapChange> wraps;

    private MockEditor(List<Change> changes) {
        assignments = ChangesByTree.of(AssignmentChange.class, AssignmentChange::statement, changes);
        wraps = ChangesByTree.of(WrapChange.class, WrapChange::holder, changes);
    }

    /**
     * The tree with every object made; the same tree if there is none.
     *
     * @throws IllegalArgumentException if nothing is assigned to an attribute, or a call has no such argument
     */
    static Py.CompilationUnit edit(Py.CompilationUnit tree, List<Change> changes) {
        MockEditor editor = new MockEditor(changes);
        if (editor.assignments.isEmpty() && editor.wraps.isEmpty()) {
            return tree;
        }
        Py.CompilationUnit edited = (Py.CompilationUnit) editor.visitNonNull(tree, 0);
        editor.assignments.requireMet();
        editor.wraps.requireMet();
        return edited;
    }

    @Override
    public J visitAssignment(J.Assignment assignment, Integer p) {
        J.Assignment result = (J.Assignment) super.visitAssignment(assignment, p);
        for (WrapChange change : wraps.of(assignment)) {
            if (change.argument() != ASSIGNED) {
                throw missing(change);
            }
            result = result.withAssignment(wrapped(result.getAssignment(), change.callee(), change.keyword()));
        }
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
    public J visitMethodInvocation(J.MethodInvocation call, Integer p) {
        J.MethodInvocation result = (J.MethodInvocation) super.visitMethodInvocation(call, p);
        for (WrapChange change : wraps.of(call)) {
            result = ArgumentLists.withArguments(result, list -> wrapped(list, change));
        }
        return result;
    }

    @Override
    public J visitAnnotation(J.Annotation decorator, Integer p) {
        J.Annotation result = (J.Annotation) super.visitAnnotation(decorator, p);
        for (WrapChange change : wraps.of(decorator)) {
            result = ArgumentLists.withArguments(result, list -> wrapped(list, change));
        }
        return result;
    }

    private static ElementList<Expression> wrapped(ElementList<Expression> list, WrapChange change) {
        boolean there = change.argument() >= 0 && change.argument() < list.size();
        if (!there || list.elements().get(change.argument()) instanceof Py.Star) {
            throw missing(change);
        }
        Expression argument = list.elements().get(change.argument());
        Expression wrapped = argument instanceof Py.NamedArgument named
                ? named.withValue(wrapped(named.getValue(), change.callee(), change.keyword()))
                : wrapped(argument, change.callee(), change.keyword());
        return list.replaced(change.argument(), wrapped);
    }

    /** {@code callee(keyword=value)}. */
    private static J.MethodInvocation wrapped(Expression value, Expr callee, String keyword) {
        J.MethodInvocation call = (J.MethodInvocation) ExprTrees.of(new Expr.Call(Tree.randomId(), callee, List.of()));
        return call.withArguments(List.of(KeywordValues.named(keyword, value))).withPrefix(value.getPrefix());
    }

    private static IllegalArgumentException missing(WrapChange change) {
        return new IllegalArgumentException("There is no such value: " + change);
    }
}
