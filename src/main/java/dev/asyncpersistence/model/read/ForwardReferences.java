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
import java.util.ArrayList;
import java.util.List;

/**
 * Parses the text of string annotations ({@code "PersistenceLayer | None"}), which PEP 484 calls forward references. Only names, dots,
 * subscripts and unions are understood; anything else is opaque.
 */
final class ForwardReferences {
    private final String text;
    private int position;

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
        if (annotation instanceof Expr.Subscript subscript) {
            return new Expr.Subscript(
                    subscript.value(),
                    subscript.index().stream().map(ForwardReferences::resolve).toList());
        }
        return annotation;
    }

    static Expr parse(String text) {
        ForwardReferences parser = new ForwardReferences(text);
        Expr result = parser.union();
        return parser.atEnd() ? result : Expr.Opaque.VALUE;
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
        Expr result = new Expr.Name(identifier());
        while (true) {
            if (accept('.')) {
                result = new Expr.Attribute(result, identifier());
            } else if (accept('[')) {
                List<Expr> index = new ArrayList<>();
                do {
                    index.add(union());
                } while (accept(','));
                accept(']');
                result = new Expr.Subscript(result, index);
            } else {
                return result;
            }
        }
    }

    private String identifier() {
        skipSpace();
        int start = position;
        while (position < text.length() && Character.isUnicodeIdentifierPart(text.charAt(position))) {
            position++;
        }
        return text.substring(start, position);
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
