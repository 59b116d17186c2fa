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
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.plan.change.MethodChange;
import java.util.ArrayList;
import java.util.List;
import org.openrewrite.Tree;
import org.openrewrite.java.marker.TrailingComma;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.tree.Py;

/**
 * Builds {@code return await asyncio.to_thread(sync_method, ...)}, on one line if it fits.
 *
 * @param above the line break and indentation that the statement begins with
 * @param unit one step of indentation
 * @param width of the longest line
 */
record DelegatingCall(String above, String unit, int width) {

    Statement of(MethodChange change) {
        List<Expression> arguments = new ArrayList<>();
        arguments.add(ExprTrees.of(change.callee()));
        change.passed().forEach(each -> arguments.add(argument(each)));
        J.MethodInvocation call = new J.MethodInvocation(
                Tree.randomId(),
                Space.EMPTY,
                Markers.EMPTY,
                JRightPadded.build(ExprTrees.name("asyncio")),
                null,
                ExprTrees.name("to_thread"),
                JContainer.build(laidOut(arguments, change)),
                null);
        if (change.returning()) {
            Py.Await await = AsyncCalls.awaited(call, Space.SINGLE_SPACE);
            return new J.Return(Tree.randomId(), Spaces.of(above), Markers.EMPTY, await);
        }
        return new Py.ExpressionStatement(Tree.randomId(), AsyncCalls.awaited(call, Spaces.of(above)));
    }

    // --- layout

    private List<JRightPadded<Expression>> laidOut(List<Expression> arguments, MethodChange change) {
        int indent = Spaces.lastLine(above).length();
        int inside = change.passed().stream().mapToInt(p -> 2 + length(p)).sum() + length(change.callee());
        int start = (change.returning() ? "return await asyncio.to_thread(" : "await asyncio.to_thread(").length();
        List<JRightPadded<Expression>> result = new ArrayList<>();
        if (indent + start + inside + 1 <= width) {
            arguments.forEach(each -> result.add(padded(each, result.isEmpty() ? "" : " ")));
            return result;
        }
        boolean onOneLine = indent + unit.length() + inside <= width;
        arguments.forEach(each -> result.add(padded(each, onOneLine && !result.isEmpty() ? " " : above + unit)));
        int last = result.size() - 1;
        JRightPadded<Expression> end = result.get(last);
        result.set(
                last,
                onOneLine
                        ? end.withAfter(Spaces.of(above))
                        : end.withMarkers(end.getMarkers().add(new TrailingComma(Tree.randomId(), Spaces.of(above)))));
        return result;
    }

    private static JRightPadded<Expression> padded(Expression argument, String prefix) {
        return JRightPadded.build(argument.withPrefix(Spaces.of(prefix)));
    }

    private static int length(Parameter parameter) {
        int name = parameter.name().length();
        return switch (parameter.kind()) {
            case POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD -> name;
            case VAR_POSITIONAL -> name + 1;
            case VAR_KEYWORD -> name + 2;
            case KEYWORD_ONLY -> 2 * name + 1;
        };
    }

    private static int length(Expr callee) {
        return callee.display().length();
    }

    // --- nodes

    /** A parameter as it is passed on. */
    private static Expression argument(Parameter parameter) {
        J.Identifier name = ExprTrees.name(parameter.name());
        return switch (parameter.kind()) {
            case POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD -> name;
            case VAR_POSITIONAL -> star(Py.Star.Kind.LIST, name);
            case VAR_KEYWORD -> star(Py.Star.Kind.DICT, name);
            case KEYWORD_ONLY -> ExprTrees.keyword(parameter.name(), new Expr.Name(parameter.name()));
        };
    }

    private static Py.Star star(Py.Star.Kind kind, J.Identifier name) {
        return new Py.Star(Tree.randomId(), Space.EMPTY, Markers.EMPTY, kind, name, null);
    }
}
