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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.marker.OmitParentheses;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Makes objects with what they were given later, or around what stood in their places. */
final class MockEditor extends PythonVisitor<Integer> {
    private final Map<UUID, AssignmentChange> assignments = new HashMap<>();
    private final Map<UUID, WrapChange> wraps = new HashMap<>();

    private MockEditor(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof AssignmentChange each) {
                assignments.put(each.statement(), each);
            } else if (change instanceof WrapChange each) {
                wraps.put(each.holder(), each);
            }
        }
    }

    static Py.CompilationUnit edit(Py.CompilationUnit tree, List<Change> changes) {
        MockEditor editor = new MockEditor(changes);
        boolean idle = editor.assignments.isEmpty() && editor.wraps.isEmpty();
        return idle ? tree : (Py.CompilationUnit) editor.visitNonNull(tree, 0);
    }

    @Override
    public J visitAssignment(J.Assignment assignment, Integer p) {
        J.Assignment result = (J.Assignment) super.visitAssignment(assignment, p);
        AssignmentChange change = assignments.get(assignment.getId());
        if (change != null) {
            return madeWith(result, change);
        }
        WrapChange wrap = wraps.get(assignment.getId());
        return wrap == null
                ? result
                : result.withAssignment(wrapped(result.getAssignment(), wrap.callee(), wrap.keyword()));
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
        WrapChange change = wraps.get(call.getId());
        return change == null ? result : result.withArguments(wrapped(result.getArguments(), change));
    }

    @Override
    public J visitAnnotation(J.Annotation decorator, Integer p) {
        J.Annotation result = (J.Annotation) super.visitAnnotation(decorator, p);
        WrapChange change = wraps.get(decorator.getId());
        return change == null || result.getArguments() == null
                ? result
                : result.withArguments(wrapped(result.getArguments(), change));
    }

    private static List<Expression> wrapped(List<Expression> arguments, WrapChange change) {
        return ListUtils.map(arguments, (index, argument) -> {
            if (index != change.argument()) {
                return argument;
            }
            return argument instanceof Py.NamedArgument named
                    ? named.withValue(wrapped(named.getValue(), change.callee(), change.keyword()))
                    : wrapped(argument, change.callee(), change.keyword());
        });
    }

    /** {@code callee(keyword=value)}. */
    private static J.MethodInvocation wrapped(Expression value, Expr callee, String keyword) {
        J.MethodInvocation call =
                (J.MethodInvocation) ExprTrees.of(new Expr.Call(UUID.randomUUID(), callee, List.of()));
        Py.NamedArgument argument = new Py.NamedArgument(
                Tree.randomId(),
                Space.EMPTY,
                Markers.EMPTY,
                ExprTrees.name(keyword),
                JLeftPadded.build(standingAlone(value.withPrefix(Space.EMPTY))),
                null);
        return call.withArguments(List.of(argument)).withPrefix(value.getPrefix());
    }

    /** Without parentheses, a tuple would be several arguments, and {@code yield} none. */
    private static Expression standingAlone(Expression value) {
        if (value instanceof Py.StatementExpression) {
            return new J.Parentheses<>(Tree.randomId(), Space.EMPTY, Markers.EMPTY, JRightPadded.build(value));
        }
        return value.withMarkers(value.getMarkers().removeByType(OmitParentheses.class));
    }
}
