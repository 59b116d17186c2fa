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
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.marker.KeywordArguments;
import org.openrewrite.python.marker.KeywordOnlyArguments;
import org.openrewrite.python.tree.Py;

/** Takes parameters, arguments and assignments out of one file. */
final class RemovalEditor extends PythonVisitor<Integer> {
    private final Set<UUID> assignments = new HashSet<>();
    private final Map<UUID, Set<String>> parameters = new HashMap<>();
    private final Map<UUID, Set<Integer>> arguments = new HashMap<>();
    private final String lineEnd;
    private final String unit;

    private RemovalEditor(Py.CompilationUnit tree, List<Change> changes) {
        lineEnd = LineEnd.of(tree);
        unit = Indentation.of(tree);
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
        RemovalEditor editor = new RemovalEditor(tree, changes);
        boolean idle = editor.assignments.isEmpty() && editor.parameters.isEmpty() && editor.arguments.isEmpty();
        return idle ? tree : (Py.CompilationUnit) editor.visitNonNull(editor.withoutComments(tree), 0);
    }

    /** The comment behind a block's last statement goes with that. */
    private Py.CompilationUnit withoutComments(Py.CompilationUnit tree) {
        Set<UUID> going = new HashSet<>();
        new PythonVisitor<Integer>() {
            @Override
            public J visitBlock(J.Block block, Integer p) {
                if (block.getStatements().size() > 1) {
                    block.getStatements().stream()
                            .map(Statement::getId)
                            .filter(assignments::contains)
                            .forEach(going::add);
                }
                return super.visitBlock(block, p);
            }
        }.visit(tree, 0);
        return BlockEnds.without(tree, going).tree();
    }

    /** A block needs a statement: its only one stays. */
    @Override
    public J visitBlock(J.Block block, Integer p) {
        J.Block result = (J.Block) super.visitBlock(block, p);
        for (int i = result.getStatements().size() - 1; i >= 0; i--) {
            boolean goes = assignments.contains(result.getStatements().get(i).getId());
            if (goes && result.getStatements().size() > 1) {
                Suite suite = Suite.of(result, getCursor(), unit, lineEnd);
                result = result.getPadding()
                        .withStatements(
                                StatementRemoval.without(suite, i).closed().statements());
            }
        }
        return result;
    }

    @Override
    public J visitMethodDeclaration(J.MethodDeclaration function, Integer p) {
        J.MethodDeclaration result = (J.MethodDeclaration) super.visitMethodDeclaration(function, p);
        for (String name : parameters.getOrDefault(function.getId(), Set.of())) {
            result = ArgumentLists.withParameters(result, list -> without(list, name));
        }
        return result;
    }

    private static ElementList<Statement> without(ElementList<Statement> list, String name) {
        ElementList<Statement> result = list;
        for (int i = list.size() - 1; i >= 0; i--) {
            result = isNamed(name, list.elements().get(i)) ? result.without(i) : result;
        }
        for (int i = result.size() - 1; i >= 0; i--) {
            result = separatesNothing(result.elements(), i) ? result.without(i) : result;
        }
        return result;
    }

    private static boolean isNamed(String name, Statement parameter) {
        return parameter instanceof J.VariableDeclarations each
                && each.getVariables().get(0).getSimpleName().equals(name);
    }

    /** A {@code *} that nothing follows, or a {@code /} that nothing precedes. */
    private static boolean separatesNothing(List<Statement> parameters, int index) {
        Statement parameter = parameters.get(index);
        boolean last = index == parameters.size() - 1
                || parameters
                        .get(index + 1)
                        .getMarkers()
                        .findFirst(KeywordArguments.class)
                        .isPresent();
        boolean star =
                parameter.getMarkers().findFirst(KeywordOnlyArguments.class).isPresent();
        return (star && last) || (isNamed("/", parameter) && index == 0);
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation call, Integer p) {
        J.MethodInvocation result = (J.MethodInvocation) super.visitMethodInvocation(call, p);
        Set<Integer> indexes = arguments.getOrDefault(call.getId(), Set.of());
        for (int index : indexes.stream().sorted(Comparator.reverseOrder()).toList()) {
            result = ArgumentLists.withArguments(result, list -> list.without(index));
        }
        return result;
    }
}
