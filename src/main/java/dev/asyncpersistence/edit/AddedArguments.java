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

import dev.asyncpersistence.plan.change.ArgumentChange;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.marker.OmitParentheses;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.tree.Py;

/** Adds a keyword argument to a call: behind the others, on a line of its own where they have such. */
final class AddedArguments {
    private AddedArguments() {}

    static J.MethodInvocation to(J.MethodInvocation call, ArgumentChange change, String lineEnd) {
        Py.NamedArgument added = ExprTrees.keyword(change.keyword(), change.value());
        return ArgumentLists.withArguments(
                call.withArguments(ListUtils.map(call.getArguments(), AddedArguments::parenthesized)),
                list -> list.with(list.size(), added, lineEnd));
    }

    /** A generator expression needs parentheses unless it is the only argument (language reference, section 6.3.4). */
    private static Expression parenthesized(Expression argument) {
        return argument instanceof Py.ComprehensionExpression
                ? argument.withMarkers(argument.getMarkers().removeByType(OmitParentheses.class))
                : argument;
    }
}
