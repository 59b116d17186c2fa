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
import dev.asyncpersistence.plan.change.ArgumentChange;
import dev.asyncpersistence.plan.change.ArgumentSharing;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.tree.Py;

/** Adds a keyword argument to a call: behind the others, on a line of its own where they have such. */
final class AddedArguments {
    private AddedArguments() {}

    static J.MethodInvocation to(J.MethodInvocation call, ArgumentChange change, String lineEnd) {
        return ArgumentLists.withArguments(call, list -> with(list, change, lineEnd));
    }

    /** The same for a decorator that has arguments. */
    static J.Annotation to(J.Annotation decorator, ArgumentChange change, String lineEnd) {
        return ArgumentLists.withArguments(decorator, list -> with(list, change, lineEnd));
    }

    private static ElementList<Expression> with(ElementList<Expression> list, ArgumentChange change, String lineEnd) {
        ElementList<Expression> old = list.map(AddedArguments::beside);
        if (!change.keyword().contains(".")) {
            return old.with(old.size(), ExprTrees.keyword(change.keyword(), change.value()), lineEnd);
        }
        int dict = UnpackedDicts.index(old.elements());
        return dict < 0
                ? old.with(old.size(), UnpackedDicts.of(change.keyword(), change.value()), lineEnd)
                : old.replaced(
                        dict, UnpackedDicts.with(old.elements().get(dict), change.keyword(), change.value(), lineEnd));
    }

    static J.MethodInvocation to(J.MethodInvocation call, ArgumentSharing change, String lineEnd) {
        return ArgumentLists.withArguments(call, list -> {
            if (change.argument() >= list.size() || list.elements().get(change.argument()) instanceof Py.Star) {
                throw new IllegalArgumentException("There is no such argument: " + change);
            }
            Expression shared = named(list.elements().get(change.argument()), change.name());
            return list.replaced(change.argument(), shared)
                    .with(list.size(), ExprTrees.keyword(change.keyword(), new Expr.Name(change.name())), lineEnd);
        });
    }

    /** {@code name := value}; in parentheses behind a keyword. */
    private static Expression named(Expression argument, String name) {
        if (argument instanceof Py.NamedArgument keyword) {
            return keyword.withValue(KeywordValues.standingAlone(named(keyword.getValue(), name)));
        }
        return new J.Assignment(
                Tree.randomId(),
                argument.getPrefix(),
                Markers.EMPTY,
                ExprTrees.of(new Expr.Name(name)),
                JLeftPadded.<Expression>build(argument.withPrefix(Space.SINGLE_SPACE))
                        .withBefore(Space.SINGLE_SPACE),
                null);
    }

    /** A generator expression needs parentheses unless it is the only argument (language reference, section 6.3.4). */
    private static Expression beside(Expression argument) {
        return argument instanceof Py.ComprehensionExpression ? KeywordValues.standingAlone(argument) : argument;
    }
}
