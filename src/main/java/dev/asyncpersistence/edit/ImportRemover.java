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
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.python.tree.Py;

/**
 * Takes a name out of the imports of a file, those under {@code if TYPE_CHECKING:} included. Imports in other branches stay, since the branch
 * may need them; those in functions bind names of the function.
 */
final class ImportRemover {
    private final BiPredicate<ImportStatement, Name> unwanted;

    private ImportRemover(BiPredicate<ImportStatement, Name> unwanted) {
        this.unwanted = unwanted;
    }

    static Py.CompilationUnit without(Py.CompilationUnit tree, String localName) {
        ImportRemover remover =
                new ImportRemover((statement, name) -> name.bound().equals(localName));
        return remover.fromTypeChecking(remover.fromFile(tree));
    }

    /** Without {@code from module import name} for type checkers only. */
    static Py.CompilationUnit withoutTypeChecking(Py.CompilationUnit tree, String module, String name) {
        Name wanted = new Name(name, null);
        return new ImportRemover((statement, each) -> statement.bindsFrom(module, name) && each.equals(wanted))
                .fromTypeChecking(tree);
    }

    private Py.CompilationUnit fromFile(Py.CompilationUnit tree) {
        Suite rest = rest(Suite.of(tree));
        return rest == null ? tree : rest.in(tree);
    }

    private Py.CompilationUnit fromTypeChecking(Py.CompilationUnit tree) {
        Suite file = Suite.of(tree);
        boolean changed = false;
        boolean emptied = false;
        for (int i = file.size() - 1; i >= 0; i--) {
            Suite rest = TypeCheckingBlock.isOne(file.get(i)) ? rest(TypeCheckingBlock.content(file, i, "")) : null;
            if (rest == null) {
                continue;
            }
            if (rest.size() > 0) {
                file = TypeCheckingBlock.withContent(file, i, rest);
                changed = true;
            } else if (((J.If) file.get(i)).getElsePart() == null) {
                file = StatementRemoval.without(file, i);
                emptied = true;
            }
        }
        Py.CompilationUnit result = changed || emptied ? file.in(tree) : tree;
        return emptied && !Mentions.isMentioned(TypeCheckingBlock.NAME, result)
                ? without(result, TypeCheckingBlock.NAME)
                : result;
    }

    /** What is left of a suite; null if nothing goes. */
    private @Nullable Suite rest(Suite suite) {
        Suite result = null;
        for (int i = suite.size() - 1; i >= 0; i--) {
            Suite current = result == null ? suite : result;
            List<Integer> places = places(current.importAt(i));
            if (!places.isEmpty()) {
                boolean whole = places.size() == current.importAt(i).names().size();
                result = whole
                        ? StatementRemoval.without(current, i)
                        : current.with(i, withoutNames((Py.MultiImport) current.get(i), places));
            }
        }
        return result;
    }

    private List<Integer> places(ImportStatement statement) {
        List<Integer> places = new ArrayList<>();
        for (int i = statement.names().size() - 1; i >= 0; i--) {
            if (unwanted.test(statement, statement.names().get(i))) {
                places.add(i);
            }
        }
        return places;
    }

    private static Statement withoutNames(Py.MultiImport statement, List<Integer> places) {
        ElementList<J.Import> names = NewImport.names(statement);
        for (int each : places) {
            names = names.without(each);
        }
        return NewImport.withNames(statement, names);
    }
}
