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

import dev.asyncpersistence.model.DottedNames;
import dev.asyncpersistence.model.Expr;
import java.util.ArrayList;
import java.util.List;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Comment;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.tree.Py;

/** Builds what takes the place of a blocking call. Comments and line breaks of the call stay where they are. */
final class AsyncCalls {
    private AsyncCalls() {}

    /** {@code await expression}. */
    static Py.Await awaited(Expression expression, Space prefix) {
        return new Py.Await(
                Tree.randomId(),
                prefix,
                Markers.EMPTY,
                expression.withPrefix(Space.SINGLE_SPACE),
                expression.getType());
    }

    /** {@code receiver.name(...)}: the same call by another method name. */
    static J.MethodInvocation renamed(J.MethodInvocation call, String name) {
        return call.withName(call.getName().withSimpleName(name)).withMethodType(null);
    }

    /** {@code target(...)}: the same arguments for another receiver and method. */
    static J.MethodInvocation onTarget(J.MethodInvocation call, String target) {
        int dot = target.lastIndexOf('.');
        Expression receiver = ExprTrees.of(DottedNames.parse(target.substring(0, dot)));
        JRightPadded<Expression> select = call.getPadding().getSelect();
        JRightPadded<Expression> replaced = select == null
                ? JRightPadded.build(receiver)
                : select.withElement(receiver.withPrefix(select.getElement().getPrefix()));
        return renamed(call.getPadding().withSelect(replaced), target.substring(dot + 1));
    }

    /** {@code asyncio.to_thread(receiver.method, ...)}. */
    static J.MethodInvocation onThread(J.MethodInvocation call) {
        return call.getPadding()
                .withSelect(JRightPadded.build(ExprTrees.name("asyncio")))
                .withName(call.getName().withSimpleName("to_thread").withPrefix(Space.EMPTY))
                .getPadding()
                .withArguments(withCallable(call, call.getPadding().getArguments()))
                .withMethodType(null);
    }

    /** {@code asyncio.run(call)}. */
    static J.MethodInvocation run(J.MethodInvocation call) {
        Expr.Attribute run = new Expr.Attribute(new Expr.Name("asyncio"), "run");
        J.MethodInvocation around = (J.MethodInvocation) ExprTrees.of(new Expr.Call(Tree.randomId(), run, List.of()));
        return around.withArguments(List.of(call.withPrefix(Space.EMPTY))).withPrefix(call.getPrefix());
    }

    private static JContainer<Expression> withCallable(J.MethodInvocation call, JContainer<Expression> arguments) {
        List<JRightPadded<Expression>> old = arguments.getPadding().getElements();
        List<JRightPadded<Expression>> result = new ArrayList<>(old.size() + 1);
        Expression callable = callable(call);
        Expression first = old.isEmpty() ? null : old.get(0).getElement();
        if (first == null || first instanceof J.Empty) {
            Space inside = first == null ? Space.EMPTY : first.getPrefix();
            result.add(JRightPadded.build(callable).withAfter(inside));
        } else {
            result.add(JRightPadded.build(callable.withPrefix(callablePrefix(first.getPrefix()))));
            result.add(old.get(0).withElement(first.withPrefix(followingPrefix(first.getPrefix()))));
            result.addAll(old.subList(1, old.size()));
        }
        return arguments.getPadding().withElements(result);
    }

    /** The callable gets a line of its own where the first argument has one; a comment behind the opening parenthesis stays there. */
    private static Space callablePrefix(Space first) {
        if (!first.getWhitespace().contains("\n") && !first.getComments().isEmpty()) {
            return first.withComments(first.getComments().subList(0, 1));
        }
        return first.getWhitespace().contains("\n") ? first.withComments(List.of()) : Space.EMPTY;
    }

    private static Space followingPrefix(Space first) {
        if (first.isEmpty()) {
            return Space.SINGLE_SPACE;
        }
        if (first.getWhitespace().contains("\n") || first.getComments().isEmpty()) {
            return first;
        }
        Comment behindParenthesis = first.getComments().get(0);
        return Space.build(
                behindParenthesis.getSuffix(),
                first.getComments().subList(1, first.getComments().size()));
    }

    private static Expression callable(J.MethodInvocation call) {
        JRightPadded<Expression> select = call.getPadding().getSelect();
        if (select == null) {
            return call.getName().withPrefix(Space.EMPTY);
        }
        if (call.getSimpleName().isEmpty()) {
            return select.getElement().withPrefix(Space.EMPTY);
        }
        return new J.FieldAccess(
                Tree.randomId(),
                Space.EMPTY,
                Markers.EMPTY,
                select.getElement(),
                new JLeftPadded<>(select.getAfter(), call.getName(), Markers.EMPTY),
                null);
    }
}
