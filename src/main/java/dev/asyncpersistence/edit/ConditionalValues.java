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
import java.util.List;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.python.PythonVisitor;

/** Gives the value of a new assignment the condition that the value of its neighbour has: {@code x if app else None}, {@code app and x}. */
final class ConditionalValues {
    private ConditionalValues() {}

    /**
     * The new value.
     *
     * @param neighbour the assignment whose value the new one is made after
     */
    static Expression like(Statement neighbour, Expr value) {
        Expression old = neighbour instanceof J.Assignment assignment ? assignment.getAssignment() : null;
        Expression plain =
                old instanceof J.Parentheses<?> parentheses && parentheses.getTree() instanceof Expression inner
                        ? inner
                        : old;
        if (value instanceof Expr.AnyOf either && either.byCondition()) {
            if (plain instanceof J.Ternary ternary) {
                return ternary(ternary, either.options());
            }
            throw new IllegalArgumentException("no condition to copy: " + value.display());
        }
        if (plain instanceof J.Binary binary && binary.getOperator() == J.Binary.Type.And) {
            J.Binary copy = copy(binary);
            return copy.withRight(
                            ExprTrees.of(value).withPrefix(binary.getRight().getPrefix()))
                    .withPrefix(Space.EMPTY);
        }
        return ExprTrees.of(value);
    }

    private static Expression ternary(J.Ternary old, List<Expr> options) {
        return copy(old)
                .withTruePart(ExprTrees.of(options.get(0))
                        .withPrefix(old.getTruePart().getPrefix()))
                .withFalsePart(ExprTrees.of(options.get(1))
                        .withPrefix(old.getFalsePart().getPrefix()))
                .withPrefix(Space.EMPTY);
    }

    @SuppressWarnings("unchecked")
    private static <T extends J> T copy(T tree) {
        return (T)
                new PythonVisitor<Integer>() {
                    @Override
                    public J postVisit(J each, Integer p) {
                        return each.withId(Tree.randomId());
                    }
                }.visitNonNull(tree, 0);
    }
}
