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
package dev.asyncpersistence.model.read;

import dev.asyncpersistence.model.Use;
import org.openrewrite.Cursor;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.tree.Py;

/** Tells from what stands around an expression what happens to its value. */
final class Uses {
    private Uses() {}

    static Use of(Cursor cursor) {
        Tree node = cursor.getValue();
        Cursor parent = cursor.getParentTreeCursor();
        Object around = parent.getValue();
        if (around instanceof J.Parentheses<?>
                || around instanceof Py.StatementExpression
                || around instanceof Py.ExpressionTypeTree) {
            return of(parent);
        }
        if (around instanceof J.Block
                || around instanceof Py.CompilationUnit
                || around instanceof Py.ExpressionStatement) {
            return Use.DISCARDED;
        }
        if (around instanceof Py.Await) {
            return of(parent) == Use.AWAITED ? Use.AWAITED_TWICE : Use.AWAITED;
        }
        Use flow = ofFlow(node, parent);
        return flow == Use.OTHER ? ofOperand(node, parent) : flow;
    }

    /** Where the value goes. */
    private static Use ofFlow(Tree node, Cursor parent) {
        Object around = parent.getValue();
        if (around instanceof J.Return) {
            return Use.RETURNED;
        }
        if (around instanceof J.Yield) {
            return Use.YIELDED;
        }
        if (around instanceof J.Assignment) {
            // As an expression it is `name := value`, which passes the value on.
            Use outer = of(parent);
            return outer == Use.DISCARDED ? Use.ASSIGNED : outer;
        }
        if (around instanceof Py.ChainedAssignment) {
            return Use.ASSIGNED;
        }
        if (around instanceof J.MethodInvocation call) {
            return ofCallPart(node, call);
        }
        if (around instanceof J.Annotation decorator) {
            return isSame(decorator.getAnnotationType(), node) ? Use.CALLED : Use.ARGUMENT;
        }
        if (around instanceof Py.NamedArgument) {
            return Use.ARGUMENT;
        }
        if (around instanceof J.Ternary ternary) {
            return isSame(ternary.getCondition(), node) ? Use.TESTED : of(parent);
        }
        if (around instanceof Py.CollectionLiteral
                || around instanceof Py.DictLiteral
                || around instanceof Py.KeyValue
                || around instanceof Py.ComprehensionExpression) {
            return Use.ELEMENT;
        }
        return ofLoop(parent);
    }

    private static Use ofLoop(Cursor parent) {
        Object around = parent.getValue();
        if (around instanceof J.Try.Resource) {
            return isAsync(parent) ? Use.ENTERED_ASYNC : isAlone(parent) ? Use.ENTERED : Use.ENTERED_WITH_OTHERS;
        }
        if (around instanceof J.ForEachLoop.Control) {
            return isAsync(parent) ? Use.ITERATED_ASYNC : Use.ITERATED;
        }
        if (around instanceof Py.ComprehensionExpression.Clause clause) {
            return clause.isAsync() ? Use.ITERATED_ASYNC : Use.ITERATED;
        }
        return around instanceof Py.Star || around instanceof Py.YieldFrom ? Use.ITERATED : Use.OTHER;
    }

    private static Use ofCallPart(Tree node, J.MethodInvocation call) {
        if (call.getSelect() == null || !isSame(call.getSelect(), node)) {
            return Use.ARGUMENT;
        }
        return call.getSimpleName().isEmpty() ? Use.CALLED : Use.PRIMARY;
    }

    private static Use ofOperand(Tree node, Cursor parent) {
        Object around = parent.getValue();
        if (around instanceof J.Binary binary
                && (binary.getOperator() == J.Binary.Type.And || binary.getOperator() == J.Binary.Type.Or)) {
            return isSame(binary.getLeft(), node) ? Use.TESTED : of(parent);
        }
        if (around instanceof J.Unary unary) {
            return unary.getOperator() == J.Unary.Type.Not ? Use.TESTED : Use.OPERAND;
        }
        if (around instanceof J.Assert assertion) {
            return isSame(assertion.getCondition(), node) ? Use.TESTED : Use.OPERAND;
        }
        if (around instanceof J.ControlParentheses<?>) {
            Object statement = parent.getParentTreeCursor().getValue();
            return statement instanceof J.If || statement instanceof J.WhileLoop ? Use.TESTED : Use.OTHER;
        }
        if (around instanceof Py.ComprehensionExpression.Condition
                || (around instanceof Py.MatchCase branch && isGuard(branch, node))) {
            return Use.TESTED;
        }
        if (around instanceof J.FieldAccess || around instanceof J.ArrayAccess) {
            return Use.PRIMARY;
        }
        if (around instanceof J.Throw || around instanceof Py.ErrorFrom) {
            return Use.RAISED;
        }
        if (around instanceof Py.FormattedString.Value) {
            return Use.INTERPOLATED;
        }
        boolean operand = around instanceof J.Binary
                || around instanceof Py.Binary
                || around instanceof J.AssignmentOperation
                || around instanceof J.ArrayDimension
                || around instanceof Py.Slice;
        return operand ? Use.OPERAND : Use.OTHER;
    }

    private static boolean isGuard(Py.MatchCase branch, Tree node) {
        return branch.getGuard() != null && isSame(branch.getGuard(), node);
    }

    private static boolean isAlone(Cursor resource) {
        return resource.getParentTreeCursor().getValue() instanceof J.Try with
                && with.getResources() != null
                && with.getResources().size() == 1;
    }

    /** Whether the statement of a resource or loop control is {@code async with} or {@code async for}. */
    static boolean isAsync(Cursor part) {
        return part.getParentTreeCursor().getParentTreeCursor().getValue() instanceof Py.Async;
    }

    private static boolean isSame(Tree part, Tree node) {
        return part.getId().equals(node.getId());
    }
}
