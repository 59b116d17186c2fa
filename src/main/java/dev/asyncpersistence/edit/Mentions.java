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
import java.util.regex.Pattern;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Whether a name stands anywhere in a file but in an import. */
final class Mentions extends PythonVisitor<List<String>> {
    private final Pattern word;

    private Mentions(String name) {
        this.word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
    }

    static boolean isMentioned(String name, Py.CompilationUnit tree) {
        List<String> found = new ArrayList<>();
        new Mentions(name).visit(tree, found);
        return !found.isEmpty();
    }

    @Override
    public J visitMultiImport(Py.MultiImport statement, List<String> found) {
        return statement;
    }

    @Override
    public J visitImport(J.Import statement, List<String> found) {
        return statement;
    }

    /** A docstring is for readers. */
    @Override
    public J visitExpressionStatement(Py.ExpressionStatement statement, List<String> found) {
        boolean docstring = Docstrings.isOne(statement) && !isFString((J.Literal) statement.getExpression());
        return docstring ? statement : super.visitExpressionStatement(statement, found);
    }

    private static boolean isFString(J.Literal literal) {
        return String.valueOf(literal.getValueSource()).matches("(?s)[rR]?[fF].*");
    }

    /** Quoted annotations are identifiers, too. */
    @Override
    public J visitIdentifier(J.Identifier identifier, List<String> found) {
        look(identifier.getSimpleName(), found);
        return identifier;
    }

    /** {@code __all__}, and code in strings. */
    @Override
    public J visitLiteral(J.Literal literal, List<String> found) {
        look(String.valueOf(literal.getValueSource()), found);
        return literal;
    }

    private void look(String text, List<String> found) {
        if (word.matcher(text).find()) {
            found.add(text);
        }
    }
}
