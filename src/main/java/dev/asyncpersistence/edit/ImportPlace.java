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

import dev.asyncpersistence.edit.ModuleImports.ImportStatement;
import dev.asyncpersistence.model.StandardLibrary;
import java.util.List;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.python.tree.Py;

/**
 * Where a new standard library import goes.
 *
 * @param index of the statement that it comes before
 * @param startsSection whether it is the first import of its section, so that it takes over the blank lines above
 * @param endsSection whether it is the only import of its section, so that a blank line follows
 */
record ImportPlace(int index, boolean startsSection, boolean endsSection) {

    static ImportPlace of(Py.CompilationUnit tree, String module) {
        List<Statement> statements = tree.getStatements();
        int first = firstBehindFuture(statements);
        int sectionEnd = first;
        while (sectionEnd < statements.size() && isStandard(statements.get(sectionEnd))) {
            sectionEnd++;
        }
        if (sectionEnd == first) {
            return new ImportPlace(atLineStart(statements, first), true, true);
        }
        int index = first;
        while (index < sectionEnd && sortsBefore(statements, first, sectionEnd, index, module)) {
            index++;
        }
        return new ImportPlace(atLineStart(statements, index), index == first, false);
    }

    /** Line breaks between the import and the statement below, which keeps its comments. */
    int linesBelow(Statement next, Space own) {
        if (!endsSection) {
            return own.getComments().isEmpty() ? 1 : 2;
        }
        boolean definition = next instanceof J.ClassDeclaration || next instanceof J.MethodDeclaration;
        return definition ? 3 : 2;
    }

    /** The first statement from an index on that doesn't stand behind a semicolon. */
    private static int atLineStart(List<Statement> statements, int index) {
        int result = index;
        while (result > 0 && result < statements.size() - 1 && !startsLine(statements.get(result))) {
            result++;
        }
        return result;
    }

    private static boolean startsLine(Statement statement) {
        Space prefix = statement.getPrefix();
        return prefix.getWhitespace().contains("\n") || !prefix.getComments().isEmpty();
    }

    private static boolean sortsBefore(List<Statement> statements, int first, int end, int index, String module) {
        ImportStatement statement = ImportStatement.of(statements.get(index));
        boolean earlierName = String.valueOf(statement.module()).compareTo(module) < 0;
        return mixesForms(statements, first, end) ? earlierName : statement.plain() && earlierName;
    }

    /** Whether the section is sorted by module alone (isort's {@code force_sort_within_sections}): a plain import stands behind a {@code from} import. */
    private static boolean mixesForms(List<Statement> statements, int first, int end) {
        for (int i = first + 1; i < end; i++) {
            boolean plain = ImportStatement.of(statements.get(i)).plain();
            if (plain && !ImportStatement.of(statements.get(i - 1)).plain()) {
                return true;
            }
        }
        return false;
    }

    /** Behind the docstring and {@code from __future__} imports, which must come first (language reference, section 7.11.1). */
    private static int firstBehindFuture(List<Statement> statements) {
        int index = !statements.isEmpty() && isDocstring(statements.get(0)) ? 1 : 0;
        for (int i = index; i < statements.size(); i++) {
            if ("__future__".equals(ImportStatement.of(statements.get(i)).module())) {
                index = i + 1;
            }
        }
        return Math.min(index, statements.size() - 1);
    }

    private static boolean isDocstring(Statement statement) {
        return statement instanceof Py.ExpressionStatement expression
                && expression.getExpression() instanceof J.Literal literal
                && literal.getValue() instanceof String;
    }

    private static boolean isStandard(Statement statement) {
        String module = ImportStatement.of(statement).module();
        return module != null && StandardLibrary.contains(module);
    }
}
