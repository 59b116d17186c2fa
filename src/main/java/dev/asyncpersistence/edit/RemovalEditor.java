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

import dev.asyncpersistence.plan.change.ArgumentRemoval;
import dev.asyncpersistence.plan.change.AssignmentRemoval;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.ParameterRemoval;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.marker.KeywordArguments;
import org.openrewrite.python.marker.KeywordOnlyArguments;
import org.openrewrite.python.tree.Py;

/** Takes parameters, arguments and assignments out of one file. */
final class RemovalEditor extends PythonVisitor<Integer> {
    private final Set<UUID> assignments = new HashSet<>();
    private final Map<UUID, Set<String>> parameters = new HashMap<>();
    private final Map<UUID, Set<Integer>> arguments = new HashMap<>();
    private String lineEnd = "\n";

    private RemovalEditor(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof AssignmentRemoval assignment) {
                assignments.add(assignment.statement());
            } else if (change instanceof ParameterRemoval parameter) {
                parameters
                        .computeIfAbsent(parameter.function(), f -> new HashSet<>())
                        .add(parameter.name());
            } else if (change instanceof ArgumentRemoval argument) {
                arguments.computeIfAbsent(argument.call(), c -> new HashSet<>()).add(argument.index());
            }
        }
    }

    /** The tree without what is to go; the same tree if there is nothing of it. */
    static Py.CompilationUnit edit(Py.CompilationUnit tree, List<Change> changes) {
        RemovalEditor editor = new RemovalEditor(changes);
        boolean idle = editor.assignments.isEmpty() && editor.parameters.isEmpty() && editor.arguments.isEmpty();
        return idle ? tree : (Py.CompilationUnit) editor.visitNonNull(tree, 0);
    }

    @Override
    public J visitCompilationUnit(Py.CompilationUnit unit, Integer p) {
        lineEnd = LineEnd.of(unit);
        return super.visitCompilationUnit(unit, p);
    }

    /** A block needs a statement: its only one stays. */
    @Override
    public J visitBlock(J.Block block, Integer p) {
        J.Block result = (J.Block) super.visitBlock(block, p);
        for (int i = result.getStatements().size() - 1; i >= 0; i--) {
            Statement statement = result.getStatements().get(i);
            if (assignments.contains(statement.getId())
                    && result.getStatements().size() > 1) {
                Suite suite = new Suite(
                        result.getPadding().getStatements(),
                        Space.EMPTY,
                        false,
                        Spaces.lastLine(Spaces.text(statement.getPrefix())),
                        lineEnd);
                result = result.getPadding()
                        .withStatements(StatementRemoval.without(suite, i).statements());
            }
        }
        return result;
    }

    @Override
    public J visitMethodDeclaration(J.MethodDeclaration function, Integer p) {
        J.MethodDeclaration result = (J.MethodDeclaration) super.visitMethodDeclaration(function, p);
        for (String name : parameters.getOrDefault(function.getId(), Set.of())) {
            JContainer<Statement> container = result.getPadding().getParameters();
            List<JRightPadded<Statement>> rest = without(container.getPadding().getElements(), name);
            result = result.getPadding().withParameters(container.getPadding().withElements(rest));
        }
        return result;
    }

    private static List<JRightPadded<Statement>> without(List<JRightPadded<Statement>> old, String name) {
        List<JRightPadded<Statement>> result = old;
        for (int i = old.size() - 1; i >= 0; i--) {
            if (old.get(i).getElement() instanceof J.VariableDeclarations each
                    && each.getVariables().get(0).getSimpleName().equals(name)) {
                result = Lists.without(result, i);
            }
        }
        for (int i = result.size() - 1; i >= 0; i--) {
            if (separatesNothing(result, i)) {
                result = Lists.without(result, i);
            }
        }
        return result;
    }

    /** A {@code *} that nothing follows, or a {@code /} that nothing precedes. */
    private static boolean separatesNothing(List<JRightPadded<Statement>> parameters, int index) {
        Statement parameter = parameters.get(index).getElement();
        boolean star =
                parameter.getMarkers().findFirst(KeywordOnlyArguments.class).isPresent();
        boolean last = index == parameters.size() - 1
                || parameters
                        .get(index + 1)
                        .getElement()
                        .getMarkers()
                        .findFirst(KeywordArguments.class)
                        .isPresent();
        boolean slash = parameter instanceof J.VariableDeclarations each
                && each.getVariables().get(0).getSimpleName().equals("/");
        return (star && last) || (slash && index == 0);
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation call, Integer p) {
        J.MethodInvocation result = (J.MethodInvocation) super.visitMethodInvocation(call, p);
        Set<Integer> indexes = arguments.getOrDefault(call.getId(), Set.of());
        for (int index : indexes.stream().sorted(Comparator.reverseOrder()).toList()) {
            JContainer<Expression> container = result.getPadding().getArguments();
            List<JRightPadded<Expression>> rest =
                    Lists.without(container.getPadding().getElements(), index);
            if (rest.isEmpty()) {
                rest = List.of(JRightPadded.build(new J.Empty(Tree.randomId(), Space.EMPTY, Markers.EMPTY)));
            }
            result = result.getPadding().withArguments(container.getPadding().withElements(rest));
        }
        return result;
    }
}
