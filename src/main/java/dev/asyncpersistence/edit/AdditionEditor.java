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
import dev.asyncpersistence.plan.change.ArgumentSharing;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.ParameterChange;
import dev.asyncpersistence.plan.change.RequestChange;
import dev.asyncpersistence.plan.change.StatementChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Adds parameters, arguments and assignments to one file. */
final class AdditionEditor extends PythonVisitor<Integer> {
    private final Map<UUID, List<ParameterChange>> parameters = new HashMap<>();
    private final ChangesByTree<RequestChange> requests;
    private final ChangesByTree<ArgumentChange> arguments;
    private final ChangesByTree<ArgumentSharing> shared;
    private final Map<UUID, List<StatementChange>> statements = new HashMap<>();
    private final String lineEnd;
    private final String unit;

    /** What stands at the end of the lines of some statements that end a block. */
    private final Map<UUID, String> comments = new HashMap<>();

    private AdditionEditor(Py.CompilationUnit tree, List<Change> changes) {
        lineEnd = LineEnd.of(tree);
        unit = Indentation.of(tree);
        requests = ChangesByTree.of(RequestChange.class, RequestChange::function, changes);
        arguments = ChangesByTree.of(ArgumentChange.class, ArgumentChange::call, changes);
        shared = ChangesByTree.of(ArgumentSharing.class, ArgumentSharing::call, changes);
        for (Change change : changes) {
            if (change instanceof ParameterChange parameter) {
                parameters
                        .computeIfAbsent(parameter.function(), f -> new ArrayList<>())
                        .add(parameter);
            } else if (change instanceof StatementChange statement) {
                statements
                        .computeIfAbsent(statement.anchor(), a -> new ArrayList<>())
                        .add(statement);
            }
        }
    }

    /**
     * The tree with everything added; the same tree if there is nothing to add.
     *
     * @throws IllegalArgumentException if the call or the function that something is added to is not there
     */
    static Py.CompilationUnit edit(Py.CompilationUnit tree, List<Change> changes) {
        AdditionEditor editor = new AdditionEditor(tree, changes);
        boolean idle = editor.parameters.isEmpty()
                && editor.requests.isEmpty()
                && editor.arguments.isEmpty()
                && editor.shared.isEmpty()
                && editor.statements.isEmpty();
        if (idle) {
            return tree;
        }
        BlockEnds ends = BlockEnds.without(tree, editor.anchors());
        editor.comments.putAll(ends.comments());
        Py.CompilationUnit edited = (Py.CompilationUnit) editor.visitNonNull(ends.tree(), 0);
        editor.requests.requireMet();
        editor.arguments.requireMet();
        editor.shared.requireMet();
        return edited;
    }

    private Set<UUID> anchors() {
        return statements.values().stream()
                .flatMap(List::stream)
                .filter(change -> change.place() == StatementChange.Place.BEHIND)
                .map(StatementChange::anchor)
                .collect(Collectors.toSet());
    }

    @Override
    public J visitCompilationUnit(Py.CompilationUnit unit, Integer p) {
        Py.CompilationUnit visited = (Py.CompilationUnit) super.visitCompilationUnit(unit, p);
        Suite suite = withAdded(Suite.of(visited));
        return suite == null ? visited : suite.in(visited);
    }

    @Override
    public J visitBlock(J.Block block, Integer p) {
        J.Block visited = (J.Block) super.visitBlock(block, p);
        Suite suite = withAdded(suite(visited));
        return suite == null ? visited : visited.getPadding().withStatements(suite.statements());
    }

    /** The suite with what is added behind its statements; null if that is nothing. */
    private @Nullable Suite withAdded(Suite suite) {
        Suite result = null;
        for (int i = suite.size() - 1; i >= 0; i--) {
            UUID anchor = suite.get(i).getId();
            List<StatementChange> added = statements(suite.get(i), StatementChange.Place.BEHIND);
            for (int j = 0; j < added.size(); j++) {
                String comment = j == 0 ? comments.getOrDefault(anchor, "") : "";
                Suite before = result == null ? suite.onLinesOfItsOwn() : result;
                result = AddedStatements.behind(before, i + j, added.get(j), comment);
            }
        }
        return result;
    }

    /** A block; one on the line of its head would be indented by a step. */
    private Suite suite(J.Block block) {
        return Suite.of(block, getCursor(), unit, lineEnd);
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
            result = AddedParameters.to(result, change, lineEnd);
        }
        for (RequestChange change : requests.of(function)) {
            result = AddedParameters.to(result, change, lineEnd);
        }
        for (StatementChange change : statements(function, StatementChange.Place.TOP_OF_BODY)) {
            J.Block body = Objects.requireNonNull(result.getBody());
            Suite suite = AddedStatements.atTop(suite(body).onLinesOfItsOwn(), change);
            result = result.withBody(body.getPadding().withStatements(suite.statements()));
        }
        return result;
    }

    @Override
    public J visitAnnotation(J.Annotation decorator, Integer p) {
        J.Annotation result = (J.Annotation) super.visitAnnotation(decorator, p);
        for (ArgumentChange change : arguments.of(decorator)) {
            result = AddedArguments.to(result, change, lineEnd);
        }
        return result;
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation call, Integer p) {
        J.MethodInvocation result = (J.MethodInvocation) super.visitMethodInvocation(call, p);
        for (ArgumentChange change : arguments.of(call)) {
            result = AddedArguments.to(result, change, lineEnd);
        }
        for (ArgumentSharing change : shared.of(call)) {
            result = AddedArguments.to(result, change, lineEnd);
        }
        return result;
    }
}
