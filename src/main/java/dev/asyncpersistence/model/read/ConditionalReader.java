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

import dev.asyncpersistence.model.Expr;
import java.util.List;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.tree.Py;

/** Reads conditional expressions, and tells those that say what {@code or} says. */
final class ConditionalReader {
    private ConditionalReader() {}

    static Expr.AnyOf read(J.Ternary ternary) {
        Expr yes = ExprReader.read(ternary.getTruePart());
        Expr no = ExprReader.read(ternary.getFalsePart());
        Expression condition = ternary.getCondition().unwrap();
        if (isThere(yes, condition)) {
            return new Expr.AnyOf(List.of(yes, no));
        }
        return isMissing(no, condition) ? new Expr.AnyOf(List.of(no, yes)) : new Expr.AnyOf(List.of(yes, no), true);
    }

    /** {@code value}, or {@code value is not None}. */
    private static boolean isThere(Expr value, Expression condition) {
        return isSame(value, condition)
                || (condition instanceof Py.Binary binary
                        && binary.getOperator() == Py.Binary.Type.IsNot
                        && isNone(binary.getRight())
                        && isSame(value, binary.getLeft()));
    }

    /** {@code not value}, or {@code value is None}. */
    private static boolean isMissing(Expr value, Expression condition) {
        return (condition instanceof J.Unary unary
                        && unary.getOperator() == J.Unary.Type.Not
                        && isSame(value, unary.getExpression()))
                || (condition instanceof Py.Binary binary
                        && binary.getOperator() == Py.Binary.Type.Is
                        && isNone(binary.getRight())
                        && isSame(value, binary.getLeft()));
    }

    private static boolean isSame(Expr value, Expression other) {
        return value.dotted() != null && value.equals(ExprReader.read(other));
    }

    private static boolean isNone(Expression expression) {
        return expression instanceof J.Literal literal && "None".equals(literal.getValueSource());
    }
}
