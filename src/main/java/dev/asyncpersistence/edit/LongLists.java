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

import dev.asyncpersistence.model.read.SourceOrderVisitor;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/**
 * Breaks lists of parameters and arguments that have grown beyond the width of a line, as black does: first they get a line between the parentheses, and where
 * that is too long, each element gets its own. Lists with comments, and those that are laid out in another way, stay as they are.
 */
final class LongLists extends PythonVisitor<Integer> {
    private final UUID owner;
    private final boolean onOneLine;
    private final String lineEnd;
    private final String indent;
    private final String unit;

    private LongLists(Py.CompilationUnit tree, TooLong list, boolean onOneLine) {
        this.owner = list.owner();
        this.onOneLine = onOneLine;
        this.lineEnd = LineEnd.of(tree);
        this.indent = list.indent();
        this.unit = Indentation.of(tree);
    }

    /**
     * The tree with no list too long.
     *
     * @param grown the functions and calls whose lists have grown
     * @param printer prints a tree; the process that holds it has to do so
     */
    static Py.CompilationUnit broken(
            Py.CompilationUnit tree, Set<UUID> grown, Function<Py.CompilationUnit, String> printer) {
        Set<UUID> untried = new HashSet<>(grown);
        Py.CompilationUnit result = tree;
        for (TooLong each = first(result, untried, printer); each != null; each = first(result, untried, printer)) {
            untried.remove(each.owner());
            Py.CompilationUnit onOneLine = new LongLists(result, each, true).relaid(result);
            boolean stillTooLong = first(onOneLine, Set.of(each.owner()), printer) != null;
            result = stillTooLong ? new LongLists(result, each, false).relaid(result) : onOneLine;
        }
        return result;
    }

    // --- where lists are

    /** The first list that is too long, and the indentation of its line. */
    private record TooLong(UUID owner, String indent) {}

    private static @Nullable TooLong first(
            Py.CompilationUnit tree, Set<UUID> grown, Function<Py.CompilationUnit, String> printer) {
        if (grown.isEmpty()) {
            return null;
        }
        List<String> lines = printer.apply(tree).lines().toList();
        int width = LineWidth.of(tree);
        for (Map.Entry<UUID, Place> each : places(tree, grown).entrySet()) {
            if (each.getValue().longest(lines) > width) {
                String line = lines.get(each.getValue().first() - 1);
                return new TooLong(each.getKey(), Spaces.indent(line));
            }
        }
        return null;
    }

    /**
     * The lines of a list.
     *
     * @param first the line of its opening parenthesis
     * @param last the line of its closing parenthesis
     */
    private record Place(int first, int last) {
        int longest(List<String> lines) {
            // Nothing makes the lines of the parentheses shorter once the list is broken.
            List<String> own = first == last ? lines.subList(first - 1, first) : lines.subList(first, last - 1);
            return own.stream().mapToInt(String::length).max().orElse(0);
        }
    }

    private static Map<UUID, Place> places(Py.CompilationUnit tree, Set<UUID> grown) {
        Map<UUID, Place> result = new LinkedHashMap<>();
        new SourceOrderVisitor() {
            @Override
            public <T extends J> @Nullable JContainer<T> visitContainer(
                    @Nullable JContainer<T> container, JContainer.Location location, Integer p) {
                boolean list = location == JContainer.Location.METHOD_DECLARATION_PARAMETERS
                        || location == JContainer.Location.METHOD_INVOCATION_ARGUMENTS
                        || location == JContainer.Location.ANNOTATION_ARGUMENTS;
                UUID owner = list && getCursor().getValue() instanceof J each ? each.getId() : null;
                if (owner == null || !grown.contains(owner)) {
                    return super.visitContainer(container, location, p);
                }
                int first = lines.line();
                result.put(owner, new Place(first, first));
                JContainer<T> visited = super.visitContainer(container, location, p);
                result.put(owner, new Place(first, lines.line()));
                return visited;
            }

            @Override
            public J visitLiteral(J.Literal literal, Integer p) {
                J visited = super.visitLiteral(literal, p);
                lines.pass(String.valueOf(literal.getValueSource()));
                return visited;
            }
        }.visit(tree, 0);
        return result;
    }

    // --- how they are laid out

    private Py.CompilationUnit relaid(Py.CompilationUnit tree) {
        return (Py.CompilationUnit) visitNonNull(tree, 0);
    }

    @Override
    public J visitMethodDeclaration(J.MethodDeclaration function, Integer p) {
        J.MethodDeclaration visited = (J.MethodDeclaration) super.visitMethodDeclaration(function, p);
        return function.getId().equals(owner) ? ArgumentLists.withParameters(visited, this::relaid) : visited;
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation call, Integer p) {
        J.MethodInvocation visited = (J.MethodInvocation) super.visitMethodInvocation(call, p);
        return call.getId().equals(owner) ? ArgumentLists.withArguments(visited, this::relaid) : visited;
    }

    @Override
    public J visitAnnotation(J.Annotation decorator, Integer p) {
        J.Annotation visited = (J.Annotation) super.visitAnnotation(decorator, p);
        return decorator.getId().equals(owner) ? ArgumentLists.withArguments(visited, this::relaid) : visited;
    }

    private <T extends J> ElementList<T> relaid(ElementList<T> list) {
        if (list.size() == 0 || list.hasComments() || list.isOnePerLine()) {
            return list;
        }
        return onOneLine && !list.trailingComma()
                ? list.onOneLine(lineEnd, indent, unit)
                : list.wrapped(lineEnd, indent, unit);
    }
}
