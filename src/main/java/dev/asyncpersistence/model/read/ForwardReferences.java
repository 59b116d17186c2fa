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

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses the text of string annotations ({@code "PersistenceLayer | None"}), which PEP 484 calls forward references. Only names, dots,
 * subscripts and unions are understood; anything else is opaque.
 */
final class ForwardReferences {
    private final String text;
    private int position;
    private boolean failed;

    private ForwardReferences(String text) {
        this.text = text;
    }

    /** Replaces every string inside an annotation by what the string says. */
    static Expr resolve(Expr annotation) {
        if (annotation instanceof Expr.Text quoted) {
            return parse(quoted.value());
        }
        if (annotation instanceof Expr.AnyOf anyOf) {
            return new Expr.AnyOf(
                    anyOf.options().stream().map(ForwardReferences::resolve).toList());
        }
        return annotation instanceof Expr.Subscript subscript
                ? new Expr.Subscript(subscript.value(), resolveIndex(subscript))
                : annotation;
    }

    /** {@code Literal} has values where others have types, and so has {@code Annotated} behind the first. */
    private static List<Expr> resolveIndex(Expr.Subscript subscript) {
        String name = Program.lastName(subscript.value());
        List<Expr> result = new ArrayList<>();
        for (Expr each : subscript.index()) {
            boolean value = "Literal".equals(name) || ("Annotated".equals(name) && !result.isEmpty());
            result.add(value ? each : resolve(each));
        }
        return result;
    }

    static Expr parse(String text) {
        ForwardReferences parser = new ForwardReferences(text);
        Expr result = parser.union();
        return parser.atEnd() && !parser.failed ? resolve(result) : Expr.Opaque.VALUE;
    }

    private Expr union() {
        List<Expr> options = new ArrayList<>();
        options.add(term());
        while (accept('|')) {
            options.add(term());
        }
        return options.size() == 1 ? options.get(0) : new Expr.AnyOf(options);
    }

    private Expr term() {
        if (accept('(')) {
            Expr inner = union();
            expect(')');
            return inner;
        }
        if (accept('[')) {
            return new Expr.Display(list());
        }
        if (accept('\'')) {
            return text('\'');
        }
        return accept('"') ? text('"') : reference();
    }

    private Expr reference() {
        Expr result = new Expr.Name(identifier());
        while (!failed) {
            if (accept('.')) {
                result = new Expr.Attribute(result, identifier());
            } else if (accept('[')) {
                result = new Expr.Subscript(result, list());
            } else {
                return result;
            }
        }
        return result;
    }

    private List<Expr> list() {
        List<Expr> elements = new ArrayList<>();
        while (!failed && !accept(']')) {
            elements.add(union());
            if (!accept(',')) {
                expect(']');
                break;
            }
        }
        return elements;
    }

    private Expr text(char quote) {
        int end = text.indexOf(quote, position);
        if (end < 0) {
            failed = true;
            return Expr.Opaque.VALUE;
        }
        String value = text.substring(position, end);
        position = end + 1;
        return new Expr.Text(value);
    }

    private String identifier() {
        skipSpace();
        int start = position;
        while (position < text.length() && Character.isUnicodeIdentifierPart(text.charAt(position))) {
            position++;
        }
        failed |= start == position || Character.isDigit(text.charAt(start));
        return text.substring(start, position);
    }

    private void expect(char expected) {
        failed |= !accept(expected);
    }

    private boolean accept(char expected) {
        skipSpace();
        if (position < text.length() && text.charAt(position) == expected) {
            position++;
            return true;
        }
        return false;
    }

    private boolean atEnd() {
        skipSpace();
        return position == text.length();
    }

    private void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }
}
