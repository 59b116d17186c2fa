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

import dev.asyncpersistence.edit.ImportStatement.Name;
import dev.asyncpersistence.model.read.ModuleNames;
import java.util.List;
import java.util.Objects;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.python.tree.Py;

/**
 * Adds {@code from module import name} to a suite: to an import of the same module if there is one, otherwise as a statement of its own.
 *
 * @param unit one step of indentation
 */
record FromImports(Sections sections, String unit) {
    /** Black's line length; shorter lines say nothing about what is allowed. */
    private static final int USUAL_WIDTH = 88;

    private static final int GREATEST_WIDTH = 120;

    Suite add(Suite suite, String module, String name) {
        int end = ImportPlace.endOfImports(suite);
        for (int i = 0; i < end; i++) {
            if (suite.importAt(i).takesNamesOf(module) && suite.get(i) instanceof Py.MultiImport existing) {
                return suite.with(i, withName(existing, name, suite));
            }
        }
        Py.MultiImport statement = NewImport.from(module, name);
        ImportPlace place = ImportPlace.of(suite, ImportStatement.of(statement), sections);
        return place.insert(suite, fitting(statement, suite));
    }

    private Statement withName(Py.MultiImport existing, String name, Suite suite) {
        ElementList<J.Import> names = NewImport.names(existing);
        List<String> sorted =
                existing.getNames().stream().map(Name::of).map(Name::name).toList();
        int index = ImportOrder.place(sorted, name);
        Py.MultiImport grown = NewImport.withNames(existing, names.with(index, NewImport.name(name), suite.lineEnd()));
        return names.isOnePerLine() ? grown : fitting(grown, suite);
    }

    /** Black's way to break a line that is too long; comments would have to move, so they keep it as it is. */
    private Py.MultiImport fitting(Py.MultiImport statement, Suite suite) {
        ElementList<J.Import> names = NewImport.names(statement);
        boolean fits = longestLine(statement, suite.indent()) <= width(suite);
        if (fits || names.hasComments()) {
            return statement;
        }
        Py.MultiImport broken = NewImport.withNames(statement, names.wrapped(suite.lineEnd(), suite.indent(), unit))
                .withParenthesized(true);
        return broken.getPadding().withNames(broken.getPadding().getNames().withBefore(Space.SINGLE_SPACE));
    }

    /** A line may be as long as the suite's longest import, within what is usual. */
    private static int width(Suite suite) {
        int longest = suite.elements().stream()
                .filter(each -> each instanceof Py.MultiImport multi && multi.getFrom() != null)
                .mapToInt(each -> longestLine((Py.MultiImport) each, suite.indent()))
                .max()
                .orElse(0);
        return Math.max(USUAL_WIDTH, Math.min(GREATEST_WIDTH, longest));
    }

    private static String source(J.Import imported) {
        Name name = Name.of(imported);
        return name.alias() == null ? name.name() : name.name() + " as " + name.alias();
    }

    private static int longestLine(Py.MultiImport statement, String indent) {
        String module = ModuleNames.dotted(Objects.requireNonNull(statement.getFrom()));
        String names = NewImport.names(statement).text(FromImports::source);
        String list = statement.isParenthesized() ? "(" + names + ")" : names;
        return (indent + "from " + module + " import " + list)
                .lines()
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
