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

    private static List<JRightPadded<Statement>> inserted(Py.CompilationUnit tree, String module, ImportPlace place) {
        List<JRightPadded<Statement>> old = tree.getPadding().getStatements();
        String lineEnd = lineEnd(tree);
        List<JRightPadded<Statement>> result = new ArrayList<>(old.subList(0, place.index()));
        Statement next = old.get(place.index()).getElement();
        Space[] parts = splitAfterTrailingComment(next.getPrefix());
        Space before = parts[0];
        Space own = parts[1];
        Space first;
        Space second;
        if (place.index() == 0) {
            // Comments at the top of a file belong to the file; above a definition they may belong to that, but then
            // imports come after them.
            first = next.getPrefix();
            second = Space.build(place.endsSection() ? lineEnd + lineEnd : lineEnd, List.of());
        } else if (place.startsSection()) {
            first = join(before, own.getComments().isEmpty() ? own.getWhitespace() : lineEnd + lineEnd);
            first = own.getComments().isEmpty() ? first : join(before, own.getWhitespace());
            second = Space.build(place.endsSection() ? lineEnd + lineEnd : lineEnd, List.of())
                    .withComments(own.getComments());
        } else {
            first = join(before, lineEnd);
            second = own;
        }
        result.add(JRightPadded.build(statement(module, first)));
        result.add(old.get(place.index()).withElement(next.withPrefix(second)));
        result.addAll(old.subList(place.index() + 1, old.size()));
        return result;
    }

    private static J.Import statement(String module, Space prefix) {
        J.Identifier name = AsyncCalls.identifier(module);
        J.FieldAccess qualified = new J.FieldAccess(
                Tree.randomId(),
                Space.SINGLE_SPACE,
                Markers.EMPTY,
                new J.Empty(Tree.randomId(), Space.EMPTY, Markers.EMPTY),
                JLeftPadded.build(name),
                null);
        return new J.Import(Tree.randomId(), prefix, Markers.EMPTY, JLeftPadded.build(false), qualified, null);
    }

    /** A comment at the end of the line above is, in the tree, the beginning of the next statement's prefix. */
    private static Space[] splitAfterTrailingComment(Space prefix) {
        List<Comment> comments = prefix.getComments();
        if (comments.isEmpty() || prefix.getWhitespace().contains("\n")) {
            return new Space[] {Space.EMPTY, prefix};
        }
        Comment trailing = comments.get(0);
        Space head = Space.build(prefix.getWhitespace(), List.of(trailing.withSuffix("")));
        Space tail = Space.build(trailing.getSuffix(), comments.subList(1, comments.size()));
        return new Space[] {head, tail};
    }

    private static Space join(Space head, String whitespace) {
        if (head.getComments().isEmpty()) {
            return Space.build(head.getWhitespace() + whitespace, List.of());
        }
        return head.withComments(List.of(head.getComments().get(0).withSuffix(whitespace)));
    }

    private static String lineEnd(Py.CompilationUnit tree) {
        return tree.getStatements().stream()
                        .anyMatch(s -> s.getPrefix().getWhitespace().contains("\r\n"))
                ? "\r\n"
                : "\n";
    }

    /** What an import statement says; other statements have no module. */
    record ImportStatement(@Nullable String module, boolean plain, List<String> names) {
        static ImportStatement of(Statement statement) {
            if (statement instanceof J.Import single) {
                String bound = single.getAlias() == null
                        ? ImportPlace.dotted(single.getQualid())
                        : single.getAlias().getSimpleName();
                return new ImportStatement(ImportPlace.dotted(single.getQualid()), true, List.of(bound));
            }
            if (statement instanceof Py.MultiImport multi) {
                List<String> names = multi.getNames().stream()
                        .map(each -> each.getAlias() == null
                                ? ImportPlace.dotted(each.getQualid())
                                : each.getAlias().getSimpleName())
                        .toList();
                return multi.getFrom() == null
                        ? new ImportStatement(names.get(0), true, names)
                        : new ImportStatement(ImportPlace.dotted(multi.getFrom()), false, names);
            }
            return new ImportStatement(null, false, List.of());
        }

        boolean binds(String name) {
            return plain && names.contains(name);
        }
    }
}
