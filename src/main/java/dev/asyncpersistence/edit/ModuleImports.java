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

import dev.asyncpersistence.model.read.ModuleNames;
import dev.asyncpersistence.plan.ImportChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Comment;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.tree.Py;

/**
 * Adds {@code import name} of a standard library module where isort's default profile puts it: in the standard library's section, which comes
 * first after {@code __future__}, plain imports before {@code from} imports, by name.
 */
final class ModuleImports {
    private ModuleImports() {}

    static Py.CompilationUnit withImport(Py.CompilationUnit tree, String module) {
        List<JRightPadded<Statement>> statements = tree.getPadding().getStatements();
        for (JRightPadded<Statement> each : statements) {
            if (ImportStatement.of(each.getElement()).binds(module)) {
                return tree;
            }
        }
        ImportPlace place = ImportPlace.of(tree, module);
        return tree.getPadding().withStatements(inserted(tree, module, place));
    }

    /** {@code from module import name}. */
    static Py.CompilationUnit withName(Py.CompilationUnit tree, ImportChange needed) {
        return withImport(tree, needed.module());
    }

    private static List<JRightPadded<Statement>> inserted(Py.CompilationUnit tree, String module, ImportPlace place) {
        List<JRightPadded<Statement>> result = new ArrayList<>(tree.getPadding().getStatements());
        JRightPadded<Statement> next = result.get(place.index());
        Prefix prefix = Prefix.of(next.getElement(), place.index() == 0);
        String lineEnd = LineEnd.of(tree);
        String above = lineEnd;
        Space below = prefix.own();
        if (place.startsSection()) {
            boolean beforeImport = ImportStatement.of(next.getElement()).module() != null;
            above = place.index() == 0 || beforeImport ? below.getWhitespace() : lineEnd.repeat(2);
            below = below.withWhitespace(lineEnd.repeat(place.linesBelow(next.getElement(), below)));
        }
        result.set(place.index(), next.withElement(next.getElement().withPrefix(below)));
        result.add(place.index(), JRightPadded.build(statement(module, prefix.head(above))));
        return result;
    }

    private static J.Import statement(String module, Space prefix) {
        J.Identifier name = ExprTrees.name(module);
        J.FieldAccess qualified = new J.FieldAccess(
                Tree.randomId(),
                Space.SINGLE_SPACE,
                Markers.EMPTY,
                new J.Empty(Tree.randomId(), Space.EMPTY, Markers.EMPTY),
                JLeftPadded.build(name),
                null);
        return new J.Import(Tree.randomId(), prefix, Markers.EMPTY, JLeftPadded.build(false), qualified, null);
    }

    /**
     * What stands above a statement.
     *
     * @param head comments that don't belong to it: the file's own, or the one at the end of the line above, which in the tree is the beginning of
     *     the next statement's prefix
     * @param own what is left
     */
    private record Prefix(Space whole, List<Comment> head, Space own) {
        static Prefix of(Statement statement, boolean firstInFile) {
            Space whole = statement.getPrefix();
            List<Comment> comments = whole.getComments();
            int end = firstInFile
                    ? endOfFileHeader(comments)
                    : whole.getWhitespace().contains("\n") ? 0 : 1;
            if (comments.isEmpty() || end == 0) {
                return new Prefix(whole, List.of(), whole);
            }
            Space own = Space.build(comments.get(end - 1).getSuffix(), comments.subList(end, comments.size()));
            return new Prefix(whole, comments.subList(0, end), own);
        }

        /** Up to the first blank line; a comment below that may belong to the statement. */
        private static int endOfFileHeader(List<Comment> comments) {
            for (int i = 0; i < comments.size(); i++) {
                if (comments.get(i).getSuffix().indexOf('\n')
                        != comments.get(i).getSuffix().lastIndexOf('\n')) {
                    return i + 1;
                }
            }
            return comments.size();
        }

        /** The prefix for what is put between the two. */
        Space head(String end) {
            if (head.isEmpty()) {
                return Space.build(end, List.of());
            }
            List<Comment> comments = new ArrayList<>(head);
            comments.set(head.size() - 1, head.get(head.size() - 1).withSuffix(end));
            return whole.withComments(comments);
        }
    }

    /** What an import statement says; other statements have no module. */
    record ImportStatement(@Nullable String module, boolean plain, List<String> names) {
        static ImportStatement of(Statement statement) {
            if (statement instanceof J.Import single) {
                String bound = single.getAlias() == null
                        ? ModuleNames.dotted(single.getQualid())
                        : single.getAlias().getSimpleName();
                return new ImportStatement(ModuleNames.dotted(single.getQualid()), true, List.of(bound));
            }
            if (statement instanceof Py.MultiImport multi) {
                List<String> names = multi.getNames().stream()
                        .map(each -> each.getAlias() == null
                                ? ModuleNames.dotted(each.getQualid())
                                : each.getAlias().getSimpleName())
                        .toList();
                return multi.getFrom() == null
                        ? new ImportStatement(names.get(0), true, names)
                        : new ImportStatement(ModuleNames.dotted(multi.getFrom()), false, names);
            }
            return new ImportStatement(null, false, List.of());
        }

        /** Whether a plain import makes the name known; {@code import a.b} makes {@code a} known. */
        boolean binds(String name) {
            return plain && names.stream().anyMatch(each -> each.equals(name) || each.startsWith(name + "."));
        }
    }
}
