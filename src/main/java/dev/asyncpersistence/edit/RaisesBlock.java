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

import dev.asyncpersistence.plan.change.RaisesChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openrewrite.Tree;
import org.openrewrite.java.marker.OmitParentheses;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypedTree;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.tree.Py;

/**
 * Writes {@code with pytest.raises(Error) as info:} and what is awaited in it.
 *
 * @param suite where it stands
 * @param unit one step of the file's indentation
 */
record RaisesBlock(Suite suite, String unit) {

    /**
     * The block that takes the place of a statement.
     *
     * @throws IllegalArgumentException if the call has no such argument
     */
    J.Try of(Statement statement, RaisesChange change) {
        J.MethodInvocation call = Objects.requireNonNull(RaisesEditor.call(statement));
        SplitArguments arguments = SplitArguments.of(call, change, suite, unit);
        J.MethodInvocation expecting =
                ArgumentLists.withArguments(call.withPrefix(Space.EMPTY), list -> arguments.before());
        Expression awaited = CalledFunctions.called(arguments.function(), arguments.behind());
        return new J.Try(
                Tree.randomId(),
                statement.getPrefix(),
                Markers.EMPTY,
                JContainer.build(
                        Space.SINGLE_SPACE,
                        List.of(JRightPadded.build(resource(statement, expecting))),
                        Markers.build(List.of(new OmitParentheses(Tree.randomId())))),
                body(awaited),
                List.of(),
                null);
    }

    private static J.Try.Resource resource(Statement statement, J.MethodInvocation expecting) {
        TypedTree entered = statement instanceof J.Assignment assignment
                ? assignment
                        .withPrefix(Space.EMPTY)
                        .withVariable(assignment.getVariable().withPrefix(Space.SINGLE_SPACE))
                        .getPadding()
                        .withAssignment(JLeftPadded.<Expression>build(expecting).withBefore(Space.SINGLE_SPACE))
                : expecting;
        return new J.Try.Resource(Tree.randomId(), Space.EMPTY, Markers.EMPTY, entered, false);
    }

    private J.Block body(Expression awaited) {
        Space line = Spaces.of(suite.lineEnd() + suite.indent() + unit);
        Statement statement = new Py.ExpressionStatement(Tree.randomId(), AsyncCalls.awaited(awaited, line));
        return new J.Block(
                Tree.randomId(),
                Space.EMPTY,
                Markers.EMPTY,
                JRightPadded.build(false),
                new ArrayList<>(List.of(JRightPadded.build(statement))),
                Space.EMPTY);
    }
}
