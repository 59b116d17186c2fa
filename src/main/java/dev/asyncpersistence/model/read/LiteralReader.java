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
package dev.asyncpersistence.model.read;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.python.tree.Py;

/** Writes literals in a form of their own, in which equal values of the same type are equal: {@code 10} and {@code 1_0}, {@code 'a'} and {@code "a"}. */
final class LiteralReader {
    private static final Pattern BYTES = Pattern.compile("^[rR]?[bB]");

    private LiteralReader() {}

    /** The literal, or the display of literals; null if it is something else. */
    static @Nullable String read(@Nullable Expression tree) {
        if (tree instanceof J.Literal literal) {
            return literal(literal);
        }
        if (tree instanceof J.Parentheses<?> parentheses && parentheses.getTree() instanceof Expression inner) {
            return read(inner);
        }
        if (tree instanceof J.Unary unary && unary.getOperator() == J.Unary.Type.Negative) {
            String operand = read(unary.getExpression());
            return operand == null ? null : "-" + operand;
        }
        if (tree instanceof Py.CollectionLiteral display) {
            return inBrackets(display.getKind().name(), display.getElements());
        }
        if (tree instanceof Py.DictLiteral dict) {
            return inBrackets("DICT", dict.getElements());
        }
        if (tree instanceof Py.KeyValue pair) {
            String key = read(pair.getKey());
            String value = read(pair.getValue());
            return key == null || value == null ? null : key + ": " + value;
        }
        return null;
    }

    private static @Nullable String inBrackets(String kind, List<? extends Expression> elements) {
        List<? extends Expression> present =
                elements.stream().filter(each -> !(each instanceof J.Empty)).toList();
        return present.stream().anyMatch(each -> read(each) == null)
                ? null
                : present.stream().map(LiteralReader::read).collect(Collectors.joining(", ", kind + "[", "]"));
    }

    private static @Nullable String literal(J.Literal literal) {
        Object value = literal.getValue();
        String source = String.valueOf(literal.getValueSource());
        if (literal.getType() != JavaType.Primitive.String) {
            // `None` and `...` have no value, complex numbers neither.
            return value == null ? source : literal.getType() + " " + value;
        }
        if (value == null) {
            // Bytes; an f-string has no value before it runs.
            return BYTES.matcher(source).find() ? source : null;
        }
        return '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
