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

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Replaces string literals in arguments, and in displays there; what other calls are passed, or what is put together, is not looked at. */
final class TextReplacer extends PythonVisitor<Integer> {
    private static final Pattern LITERAL =
            Pattern.compile("([a-zA-Z]*(?<quotes>\"\"\"|'''|\"|')).*\\k<quotes>", Pattern.DOTALL);

    private final Map<String, String> texts;
    private final Set<String> found = new HashSet<>();

    /** The new values, which need no escapes, by the old ones. */
    TextReplacer(Map<String, String> texts) {
        this.texts = texts;
    }

    /** The old values that were there. */
    Set<String> found() {
        return found;
    }

    @Override
    public @Nullable J visit(@Nullable Tree tree, Integer p) {
        return tree instanceof J each && !isArgumentOrDisplay(each) ? each : super.visit(tree, p);
    }

    private static boolean isArgumentOrDisplay(J tree) {
        return tree instanceof Py.NamedArgument
                || tree instanceof Py.Star
                || tree instanceof Py.CollectionLiteral
                || tree instanceof Py.DictLiteral
                || tree instanceof Py.KeyValue
                || tree instanceof J.Parentheses<?>
                || tree instanceof J.Literal;
    }

    @Override
    public J visitLiteral(J.Literal literal, Integer p) {
        String to = literal.getValue() instanceof String from ? texts.get(from) : null;
        Matcher source = LITERAL.matcher(String.valueOf(literal.getValueSource()));
        if (to == null || !source.matches()) {
            return literal;
        }
        found.add(String.valueOf(literal.getValue()));
        return literal.withValue(to).withValueSource(source.group(1) + to + source.group("quotes"));
    }
}
