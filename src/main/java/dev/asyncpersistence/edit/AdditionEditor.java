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
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.ParameterChange;
import dev.asyncpersistence.plan.change.StatementChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Adds parameters, arguments and assignments to one file. */
final class AdditionEditor extends PythonVisitor<Integer> {
    private final Map<UUID, List<ParameterChange>> parameters = new HashMap<>();
    private final Map<UUID, List<ArgumentChange>> arguments = new HashMap<>();
    private final Map<UUID, List<StatementChange>> statements = new HashMap<>();
    private String lineEnd = "\n";

    private AdditionEditor(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof ParameterChange parameter) {
                parameters
                        .computeIfAbsent(parameter.function(), f -> new ArrayList<>())
                        .add(parameter);
            } else if (change instanceof ArgumentChange argument) {
                arguments
                        .computeIfAbsent(argument.call(), c -> new ArrayList<>())
                        .add(argument);
            } else if (change instanceof StatementChange statement) {
                statements
                        .computeIfAbsent(statement.anchor(), a -> new ArrayList<>())
                        .add(statement);
            }
        }
    }

    /** The tree with everything added; the same tree if there is nothing to add. */
    static Py.CompilationUnit edit(Py.CompilationUnit tree, List<Change> changes) {
        AdditionEditor editor = new AdditionEditor(changes);
        boolean idle = editor.parameters.isEmpty() && editor.arguments.isEmpty() && editor.statements.isEmpty();
        return idle ? tree : (Py.CompilationUnit) editor.visitNonNull(tree, 0);
    }

    @Override
    public J visitCompilationUnit(Py.CompilationUnit unit, Integer p) {
        lineEnd = LineEnd.of(unit);
        Py.CompilationUnit visited = (Py.CompilationUnit) super.visitCompilationUnit(unit, p);
        return visited.getPadding()
                .withStatements(withAdded(visited.getPadding().getStatements()));
    }

    @Override
    public J visitBlock(J.Block block, Integer p) {
        J.Block visited = (J.Block) super.visitBlock(block, p);
        return visited.getPadding()
                .withStatements(withAdded(visited.getPadding().getStatements()));
    }

    private List<JRightPadded<Statement>> withAdded(List<JRightPadded<Statement>> old) {
        List<JRightPadded<Statement>> result = old;
        for (JRightPadded<Statement> each : old) {
            for (StatementChange change : statements(each.getElement(), StatementChange.Place.BEHIND)) {
                result = AddedStatements.behind(result, change, lineEnd);
            }
        }
        return result;
    }

    private List<StatementChange> statements(Statement anchor, StatementChange.Place place) {
        return statements.getOrDefault(anchor.getId(), List.of()).stream()
                .filter(change -> change.place() == place)
                .toList();
    }

    @Override
    public J visitMethodDeclaration(J.MethodDeclaration function, Integer p) {
        J.MethodDeclaration result = (J.MethodDeclaration) super.visitMethodDeclaration(function, p);
        for (ParameterChange change : parameters.getOrDefault(function.getId(), List.of())) {
            result = AddedParameters.to(result, change);
        }
        for (StatementChange change : statements(function, StatementChange.Place.TOP_OF_BODY)) {
            result = AddedStatements.atTop(result, change, lineEnd);
        }
        return result;
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation call, Integer p) {
        J.MethodInvocation result = (J.MethodInvocation) super.visitMethodInvocation(call, p);
        for (ArgumentChange change : arguments.getOrDefault(call.getId(), List.of())) {
            result = AddedArguments.to(result, change);
        }
        return result;
    }
}
