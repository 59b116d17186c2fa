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

import dev.asyncpersistence.plan.change.MethodChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Writes new methods beside those that they belong to, as far from them as the others are from each other. Comments of sections stay where they are. */
final class MethodWriter extends PythonVisitor<Integer> {
    private static final int BETWEEN_METHODS = 2;
    private static final int BETWEEN_FUNCTIONS = 3;

    private final List<MethodChange> changes;
    private final FunctionTrees functions;
    private final String lineEnd;
    private final String unit;
    private final int width;

    /** Methods put at the end of blocks, with their indentation: what follows the block in the tree may begin with a comment that belongs before. */
    private final Map<UUID, String> atBlockEnd = new HashMap<>();

    private MethodWriter(Py.CompilationUnit tree, List<MethodChange> changes, FunctionTrees functions) {
        this.changes = changes;
        this.functions = functions;
        this.lineEnd = LineEnd.of(tree);
        this.unit = Indentation.of(tree);
        this.width = LineWidth.of(tree);
    }

    /** The tree with the methods; the same tree if there are none. */
    static Py.CompilationUnit write(Py.CompilationUnit tree, List<MethodChange> changes, FunctionTrees functions) {
        return changes.isEmpty()
                ? tree
                : (Py.CompilationUnit) new MethodWriter(tree, changes, functions).visitNonNull(tree, 0);
    }

    @Override
    public J visitCompilationUnit(Py.CompilationUnit tree, Integer p) {
        Py.CompilationUnit visited = (Py.CompilationUnit) super.visitCompilationUnit(tree, p);
        Suite suite = edited(Suite.of(visited));
        return suite == null ? visited : suite.in(visited);
    }

    @Override
    public J visitBlock(J.Block block, Integer p) {
        J.Block visited = (J.Block) super.visitBlock(block, p);
        Suite suite = edited(Suite.of(visited, getCursor(), unit, lineEnd));
        return suite == null ? visited : visited.getPadding().withStatements(suite.statements());
    }

    /** The suite with its new methods; null if it stays as it is. */
    @SuppressWarnings("ReferenceEquality") // the very same suite is one that stays
    private @Nullable Suite edited(Suite suite) {
        Suite result = suite;
        for (int i = suite.size() - 1; i >= 0; i--) {
            UUID id = suite.get(i).getId();
            UUID written = atBlockEnd.isEmpty() ? null : writtenAtEndOf(suite.get(i));
            result = written == null ? result : withHeadMoved(result, i, written);
            result = behind(result, i, matching(id, true));
            result = before(result, i, matching(id, false));
        }
        return result == suite ? null : result;
    }

    private List<MethodChange> matching(UUID anchor, boolean behind) {
        return changes.stream()
                .filter(c -> c.anchor().equals(anchor) && c.behind() == behind)
                .toList();
    }

    // --- behind

    private Suite behind(Suite suite, int anchor, List<MethodChange> added) {
        if (added.isEmpty()) {
            return suite;
        }
        StatementGap gap = StatementGap.of(suite.textAbove(anchor + 1), suite.indent());
        boolean atEnd = anchor + 1 == suite.size();
        List<Statement> written = written(suite, anchor, added);
        Statement first = written.get(0);
        written.set(0, first.withPrefix(Spaces.of(gap.head() + Spaces.text(first.getPrefix()))));
        if (atEnd && !suite.isFile()) {
            atBlockEnd.put(first.getId(), suite.indent());
            return inserted(suite, anchor + 1, written);
        }
        boolean close = !atEnd && gap.lineBreaks() < 2;
        String below = close ? separator(suite).substring(lineEnd.length()) + gap.rest() : gap.rest();
        return inserted(suite.withTextAbove(anchor + 1, below), anchor + 1, written);
    }

    /** Moves a comment on the last line of a block before what was put at the end of it. */
    private Suite withHeadMoved(Suite suite, int index, UUID method) {
        if (index + 1 == suite.size() && !suite.isFile()) {
            return suite;
        }
        String indent = Objects.requireNonNull(atBlockEnd.remove(method));
        StatementGap gap = StatementGap.of(suite.textAbove(index + 1), indent);
        return gap.head().isBlank()
                ? suite
                : suite.with(index, withHead(suite.get(index), method, gap.head()))
                        .withTextAbove(index + 1, gap.rest());
    }

    private static Statement withHead(Statement statement, UUID method, String head) {
        return (Statement)
                new PythonVisitor<Integer>() {
                    @Override
                    public J visitMethodDeclaration(J.MethodDeclaration each, Integer p) {
                        return each.getId().equals(method)
                                ? each.withPrefix(Spaces.of(head + Spaces.text(each.getPrefix())))
                                : super.visitMethodDeclaration(each, p);
                    }
                }.visitNonNull(statement, 0);
    }

    private @Nullable UUID writtenAtEndOf(Statement statement) {
        List<UUID> found = new ArrayList<>();
        new PythonVisitor<Integer>() {
            @Override
            public J visitMethodDeclaration(J.MethodDeclaration each, Integer p) {
                found.add(each.getId());
                return super.visitMethodDeclaration(each, p);
            }
        }.visit(statement, 0);
        return found.stream()
                .filter(id -> atBlockEnd.containsKey(id) && !id.equals(statement.getId()))
                .findFirst()
                .orElse(null);
    }

    // --- before

    private Suite before(Suite suite, int anchor, List<MethodChange> added) {
        if (added.isEmpty()) {
            return suite;
        }
        StatementGap gap = StatementGap.of(suite.textAbove(anchor), suite.indent());
        int own = gap.beginOfOwn();
        List<Statement> written = written(suite, anchor, added);
        String above = gap.head() + gap.rest().substring(0, own) + suite.indent();
        written.set(0, written.get(0).withPrefix(Spaces.of(above)));
        String below = separator(suite) + gap.rest().substring(own);
        return inserted(suite.withTextAbove(anchor, below), anchor, written);
    }

    // --- the methods

    private List<Statement> written(Suite suite, int anchor, List<MethodChange> added) {
        List<Statement> result = new ArrayList<>();
        Space prefix = Spaces.of(separator(suite) + suite.indent());
        for (MethodChange change : added) {
            result.add(method(change, suite.indent(), suite.get(anchor)).withPrefix(prefix));
        }
        return result;
    }

    private J.MethodDeclaration method(MethodChange change, String indent, Statement anchor) {
        J.MethodDeclaration copy = SignatureCopy.of(functions.get(change.copied()), indent, lineEnd);
        String above = lineEnd + indent + step(anchor, indent);
        J.Block body = Objects.requireNonNull(copy.getBody());
        List<Statement> statements = new ArrayList<>(body.getStatements());
        statements.replaceAll(each -> Spaces.prefixed(each, above));
        statements.add(new DelegatingCall(above, unit, width).of(change));
        J.Modifier async =
                new J.Modifier(Tree.randomId(), Space.EMPTY, Markers.EMPTY, "async", J.Modifier.Type.Async, List.of());
        return copy.withId(change.id())
                .withModifiers(ListUtils.concat(
                        async, ListUtils.mapFirst(copy.getModifiers(), m -> m.withPrefix(Space.SINGLE_SPACE))))
                .withName(copy.getName().withSimpleName(change.name()))
                .withParameters(parameters(copy, change.instance()))
                .withBody(body.withStatements(statements));
    }

    /** What the anchor's body is indented by. */
    private String step(Statement anchor, String indent) {
        J.Block body = anchor instanceof J.MethodDeclaration method ? method.getBody() : null;
        String above = body == null || body.getStatements().isEmpty()
                ? ""
                : Spaces.text(body.getStatements().get(0).getPrefix());
        String line = Spaces.lastLine(above);
        return Spaces.hasLineBreak(above) && line.startsWith(indent) && line.length() > indent.length()
                ? line.substring(indent.length())
                : unit;
    }

    private static List<Statement> parameters(J.MethodDeclaration copy, @Nullable String instance) {
        if (instance == null) {
            return copy.getParameters();
        }
        List<Statement> others = copy.getParameters().stream()
                .filter(each -> !(each instanceof J.Empty))
                .collect(Collectors.toList());
        Space first = others.isEmpty() ? Space.EMPTY : others.get(0).getPrefix();
        if (!others.isEmpty() && first.isEmpty()) {
            others.set(0, others.get(0).withPrefix(Space.SINGLE_SPACE));
        }
        J.VariableDeclarations.NamedVariable variable = new J.VariableDeclarations.NamedVariable(
                Tree.randomId(), Space.EMPTY, Markers.EMPTY, ExprTrees.name(instance), List.of(), null, null);
        others.add(
                0,
                new J.VariableDeclarations(
                        Tree.randomId(),
                        first,
                        Markers.EMPTY,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        List.of(JRightPadded.build(variable))));
        return others;
    }

    // --- the suite

    /** As many line breaks as most methods of the suite have above them. */
    private String separator(Suite suite) {
        int usual = suite.isFile() ? BETWEEN_FUNCTIONS : BETWEEN_METHODS;
        int[] counts = new int[BETWEEN_FUNCTIONS + 1];
        for (int i = 1; i < suite.size(); i++) {
            int breaks = StatementGap.of(suite.textAbove(i), suite.indent()).lineBreaks();
            if (suite.get(i) instanceof J.MethodDeclaration && breaks < counts.length) {
                counts[breaks]++;
            }
        }
        int most = usual;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return lineEnd.repeat(most);
    }

    private Suite inserted(Suite suite, int index, List<Statement> written) {
        List<JRightPadded<Statement>> statements = new ArrayList<>(suite.statements());
        statements.addAll(index, written.stream().map(JRightPadded::build).toList());
        // No immutable copy: rewrite-python 8.75.0 sends such a list with the positions of no other.
        return new Suite(statements, suite.following(), suite.isFile(), suite.indent(), lineEnd);
    }
}
