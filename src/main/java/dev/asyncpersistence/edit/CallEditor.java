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

import dev.asyncpersistence.plan.change.CallChange;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openrewrite.Cursor;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypedTree;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/**
 * Carries out the edits on the calls of one file. An await binds more loosely than attribute access, subscripts and calls (language
 * reference, section 6.17), so it gets parentheses there.
 */
final class CallEditor extends PythonVisitor<Map<UUID, CallChange>> {

    /** The tree with every decided call replaced, and {@code asyncio} imported where a replacement needs it; the same tree if there is none. */
    static Py.CompilationUnit edit(Py.CompilationUnit tree, Map<UUID, CallChange> edits) {
        if (edits.isEmpty()) {
            return tree;
        }
        Py.CompilationUnit edited = (Py.CompilationUnit) new CallEditor().visitNonNull(tree, edits);
        boolean asyncio = edits.values().stream()
                .anyMatch(each -> each.kind() == CallChange.Kind.TO_THREAD || each.kind() == CallChange.Kind.RUN);
        return asyncio ? ModuleImports.withImport(edited, "asyncio") : edited;
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation invocation, Map<UUID, CallChange> edits) {
        J.MethodInvocation call = (J.MethodInvocation) super.visitMethodInvocation(invocation, edits);
        CallChange edit = edits.get(call.getId());
        if (edit == null || edit.kind() == CallChange.Kind.ENTER) {
            return call;
        }
        Expression awaited = switch (edit.kind()) {
            case AWAIT -> call;
            case TO_THREAD -> AsyncCalls.onThread(call);
            case AWAIT_TARGET -> AsyncCalls.onTarget(ArgumentKeywords.given(call, edit.keywords()), edit.target());
            case AWAIT_METHOD -> AsyncCalls.renamed(ArgumentKeywords.given(call, edit.keywords()), edit.target());
            case AWAIT_ARGUMENT -> call.getArguments().get(0);
            case RUN -> AsyncCalls.run(call);
            case ENTER, MAKE_ASYNC, MAKE_LIST -> throw new IllegalArgumentException("no edit of a call: " + edit);
        };
        return edit.kind() == CallChange.Kind.RUN
                ? awaited
                : placed(AsyncCalls.awaited(awaited, call.getPrefix()), invocation);
    }

    @Override
    public J visitMethodDeclaration(J.MethodDeclaration declaration, Map<UUID, CallChange> edits) {
        J.MethodDeclaration function = (J.MethodDeclaration) super.visitMethodDeclaration(declaration, edits);
        return edits.containsKey(function.getId()) ? async(function) : function;
    }

    /** {@code async} stands in front of {@code def}, and takes over what stood there. */
    private static J.MethodDeclaration async(J.MethodDeclaration function) {
        J.Modifier def = function.getModifiers().get(0);
        J.Modifier async = new J.Modifier(
                Tree.randomId(), def.getPrefix(), Markers.EMPTY, "async", J.Modifier.Type.Async, List.of());
        return function.withModifiers(ListUtils.concat(
                async, ListUtils.mapFirst(function.getModifiers(), m -> m.withPrefix(Space.SINGLE_SPACE))));
    }

    @Override
    public J visitTry(J.Try statement, Map<UUID, CallChange> edits) {
        J.Try with = (J.Try) super.visitTry(statement, edits);
        List<J.Try.Resource> entered = with.getResources();
        CallChange edit = entered == null || entered.size() != 1 ? null : edits.get(manager(entered.get(0)));
        return edit != null && edit.kind() == CallChange.Kind.ENTER
                ? new Py.Async(Tree.randomId(), with.getPrefix(), Markers.EMPTY, with.withPrefix(Space.SINGLE_SPACE))
                : with;
    }

    private static UUID manager(J.Try.Resource resource) {
        TypedTree manager = resource.getVariableDeclarations();
        return (manager instanceof J.Assignment named ? named.getAssignment() : manager).getId();
    }

    @Override
    public J visitComprehensionExpression(Py.ComprehensionExpression expression, Map<UUID, CallChange> edits) {
        J visited = super.visitComprehensionExpression(expression, edits);
        return visited instanceof Py.ComprehensionExpression comprehension && edits.containsKey(expression.getId())
                ? comprehension.withKind(Py.ComprehensionExpression.Kind.LIST)
                : visited;
    }

    @Override
    public J visitLiteral(J.Literal literal, Map<UUID, CallChange> edits) {
        J.Literal visited = (J.Literal) super.visitLiteral(literal, edits);
        return FStringEditor.edit(visited, edits);
    }

    private J placed(Py.Await await, J.MethodInvocation original) {
        Tree parent = parent().getValue();
        if (isStatement(parent)) {
            return new Py.ExpressionStatement(Tree.randomId(), await);
        }
        if (parent instanceof J.Try.Resource || parent instanceof J.ClassDeclaration) {
            // The tree wants a type there, and the parser, too, wraps what is none.
            return new Py.ExpressionTypeTree(Tree.randomId(), Space.EMPTY, Markers.EMPTY, await);
        }
        return isPrimary(original, parent) ? parenthesized(await) : await;
    }

    private Cursor parent() {
        return getCursor().getParentTreeCursor();
    }

    private static boolean isStatement(Tree parent) {
        return parent instanceof J.Block || parent instanceof Py.CompilationUnit;
    }

    /** Whether something is taken from the call's result: {@code call().x}, {@code call()[0]}, {@code call()()}. */
    private static boolean isPrimary(J.MethodInvocation call, Tree parent) {
        Tree operand = parent instanceof J.FieldAccess access
                ? access.getTarget()
                : parent instanceof J.MethodInvocation outer
                        ? outer.getSelect()
                        : parent instanceof J.ArrayAccess access ? access.getIndexed() : null;
        return operand != null && operand.getId().equals(call.getId());
    }

    private static Expression parenthesized(Py.Await await) {
        return new J.Parentheses<Expression>(
                Tree.randomId(), await.getPrefix(), Markers.EMPTY, JRightPadded.build(await.withPrefix(Space.EMPTY)));
    }
}
