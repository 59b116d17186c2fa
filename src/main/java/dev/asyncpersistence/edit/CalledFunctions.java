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

import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.marker.Markers;

/** Calls what was handed over to be called. */
final class CalledFunctions {
    private CalledFunctions() {}

    /** {@code function(arguments)}; of {@code lambda: load(1)}, what it calls. */
    static Expression called(Expression function, ElementList<Expression> arguments) {
        Expression plain = function.withPrefix(Space.EMPTY);
        return LineEnd.isIn(plain)
                ? call(JRightPadded.build(parenthesized(plain)), ExprTrees.name(""), arguments)
                : calledInLine(plain, arguments);
    }

    /** Outside of the parentheses that it stood in, only what has no line breaks may stand without any. */
    private static Expression calledInLine(Expression function, ElementList<Expression> arguments) {
        if (function instanceof J.Identifier name) {
            return call(null, name, arguments);
        }
        if (function instanceof J.FieldAccess method) {
            JLeftPadded<J.Identifier> name = method.getPadding().getName();
            JRightPadded<Expression> select =
                    JRightPadded.build(method.getTarget()).withAfter(name.getBefore());
            return call(select, name.getElement(), arguments);
        }
        if (function instanceof J.Lambda lambda
                && lambda.getBody() instanceof J.MethodInvocation body
                && takesNothing(lambda)
                && arguments.size() == 0) {
            return body;
        }
        return call(JRightPadded.build(primary(function)), ExprTrees.name(""), arguments);
    }

    private static boolean takesNothing(J.Lambda lambda) {
        return lambda.getParameters().getParameters().stream().allMatch(J.Empty.class::isInstance);
    }

    /** A call binds more tightly than anything but attributes, subscripts and other calls. */
    private static Expression primary(Expression function) {
        boolean primary = function instanceof J.MethodInvocation
                || function instanceof J.ArrayAccess
                || function instanceof J.Parentheses<?>;
        return primary ? function : parenthesized(function);
    }

    private static Expression parenthesized(Expression function) {
        return new J.Parentheses<>(Tree.randomId(), Space.EMPTY, Markers.EMPTY, JRightPadded.build(function));
    }

    private static J.MethodInvocation call(
            @Nullable JRightPadded<Expression> select, J.Identifier name, ElementList<Expression> arguments) {
        return new J.MethodInvocation(
                Tree.randomId(), Space.EMPTY, Markers.EMPTY, select, null, name, ArgumentLists.of(arguments), null);
    }
}
