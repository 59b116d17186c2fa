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

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Use;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds calls in the replacement fields of an f-string. Before Python 3.12 (PEP 701) the interpreter's tokenizer, and so the parser,
 * hands an f-string over as one string literal.
 */
public final class FStringFields {
    private static final Pattern PREFIX = Pattern.compile("^([a-zA-Z]{0,3})(\"\"\"|'''|\"|')");
    private static final Pattern CALLEE = Pattern.compile(
            "(?<![\\w.)\\]])(await\\s+)?([^\\W\\d]\\w*(?:\\.[^\\W\\d]\\w*)*)\\s*\\(", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern NAME = Pattern.compile(
            "(?<![\\w!])((?<=[)\\]}\"'])\\s*\\.)?\\s*([^\\W\\d]\\w*(?:\\.[^\\W\\d]\\w*)*)",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** The start of an f-string inside a field; in it names are taken for what they look like. */
    private static final Pattern NESTED = Pattern.compile("(?<!\\w)[rR]?[fF][rR]?[\"']");

    /** Words in front of a parenthesis that do not call anything. */
    private static final Set<String> KEYWORDS =
            Set.of("and", "or", "not", "if", "else", "in", "is", "for", "lambda", "await", "async", "yield", "from");

    private static final Pattern AWAIT = Pattern.compile("\\bawait\\s+$");
    private static final Pattern KEYWORD_SIGN = Pattern.compile("\\s*=(?!=)");

    /** {@code f"{x=}"} shows the expression's source beside its value. */
    private static final Pattern DEBUG = Pattern.compile("(?<![=!<>])=\\s*(![rsa]\\s*)?$");

    private static final Pattern LAMBDA = Pattern.compile("\\blambda\\b");
    private static final Pattern FOR = Pattern.compile("\\bfor\\b");

    private FStringFields() {}

    /**
     * A call inside a replacement field.
     *
     * @param use what happens to the result, as far as the text tells
     * @param start offset of the callee (not of an {@code await} before it) in the literal's source
     * @param end offset behind the closing parenthesis
     * @param argumentStart offset behind the opening parenthesis
     * @param place what stands around the call inside the field
     */
    public record FieldCall(
            UUID id,
            Expr callee,
            List<Expr.Argument> arguments,
            Use use,
            int start,
            int argumentStart,
            int end,
            CallSite.Place place) {}

    /** A name, or a dotted chain of names; {@link Use#CALLED} where {@link #calls} doesn't see the call. */
    record FieldName(Expr expr, Use use) {}

    /** Source offsets of an expression in a replacement field. */
    private record Field(int start, int end) {}

    /** Calls in an f-string literal, in source order; none for other literals. */
    public static List<FieldCall> calls(UUID literal, String source) {
        List<FieldCall> result = new ArrayList<>();
        for (Field field : fields(source)) {
            addCalls(literal, source, field.start(), field.end(), result);
        }
        return result;
    }

    /** Names in the fields that are no callee of {@link #calls}; what hangs on another expression has an opaque start. */
    static List<FieldName> references(UUID literal, String source) {
        Set<Integer> callees = new HashSet<>();
        calls(literal, source).forEach(call -> callees.add(call.start()));
        List<FieldName> result = new ArrayList<>();
        for (Field field : fields(source)) {
            Matcher name = NAME.matcher(source).region(field.start(), field.end());
            name.useTransparentBounds(true);
            while (name.find()) {
                boolean other = callees.contains(name.start(2))
                        || KEYWORDS.contains(name.group(2))
                        || (inNestedString(source, field.start(), name.start())
                                && !NESTED.matcher(source.substring(field.start(), field.end()))
                                        .find())
                        || isKeyword(source, field.start(), name.start(2), name.end());
                if (!other) {
                    Expr front = name.group(1) == null ? null : Expr.Opaque.VALUE;
                    Use use = useOfName(source, field.start(), name.start(2), name.end());
                    result.add(new FieldName(dotted(front, name.group(2)), use));
                }
            }
        }
        return result;
    }

    /** Whether a name is that of a keyword argument; outside of brackets, {@code =} asks for the text of the expression. */
    private static boolean isKeyword(String source, int start, int name, int end) {
        return KEYWORD_SIGN.matcher(source).region(end, source.length()).lookingAt()
                && enclosing(source, start, name) >= 0;
    }

    private static List<Field> fields(String source) {
        Matcher prefix = PREFIX.matcher(source);
        List<Field> result = new ArrayList<>();
        if (!prefix.find() || !prefix.group(1).toLowerCase(Locale.ROOT).contains("f")) {
            return result;
        }
        int position = prefix.end();
        while (position < source.length()) {
            if (source.startsWith("{{", position)) {
                position += 2;
            } else if (source.charAt(position) == '{') {
                position = readField(source, position, result);
            } else {
                position++;
            }
        }
        return result;
    }

    /** Reads an expression and its format specification, which may have fields of its own, and returns the offset behind. */
    private static int readField(String source, int open, List<Field> result) {
        int end = closing(source, open);
        int specification = specification(source, open + 1, end);
        result.add(new Field(open + 1, specification));
        for (int i = specification; i < end; i++) {
            if (source.charAt(i) == '{') {
                i = readField(source, i, result) - 1;
            }
        }
        return end + 1;
    }

    /** Offset of the colon outside of brackets and strings, or of the field's end. */
    private static int specification(String source, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = source.charAt(i);
            if (c == ':') {
                return i;
            }
            if (c == '(' || c == '[' || c == '{') {
                i = closing(source, i);
            } else if (c == '"' || c == '\'') {
                int quote = source.indexOf(c, i + 1);
                i = quote < 0 ? end : quote;
            }
        }
        return end;
    }

    private static void addCalls(UUID literal, String source, int start, int end, List<FieldCall> result) {
        Matcher callee = CALLEE.matcher(source).region(start, end);
        callee.useTransparentBounds(true);
        while (callee.find()) {
            int close = closing(source, callee.end() - 1);
            if (close >= end || KEYWORDS.contains(callee.group(2)) || inNestedString(source, start, callee.start(2))) {
                continue;
            }
            int at = callee.start(2);
            UUID id = UUID.nameUUIDFromBytes((literal + ":" + at).getBytes(StandardCharsets.UTF_8));
            boolean empty = source.substring(callee.end(), close).isBlank();
            // The arguments aren't read: as with `*args`, they may be any.
            List<Expr.Argument> arguments = empty ? List.of() : List.of(new Expr.Argument(null, 1, Expr.Opaque.VALUE));
            result.add(new FieldCall(
                    id,
                    dotted(null, callee.group(2)),
                    arguments,
                    use(source, start, close + 1, callee.group(1) != null, at),
                    at,
                    callee.end(),
                    close + 1,
                    place(source, start, end, at)));
        }
    }

    /** Errs on the side of a place where no {@code await} may stand. */
    private static CallSite.Place place(String source, int start, int end, int call) {
        if (DEBUG.matcher(source.substring(start, end)).find()) {
            return CallSite.Place.SHOWN_SOURCE;
        }
        Matcher lambda = LAMBDA.matcher(source).region(start, call);
        if (lambda.find()) {
            return CallSite.Place.LAMBDA;
        }
        Matcher loop = FOR.matcher(source).region(start, end);
        while (loop.find()) {
            int open = enclosing(source, start, loop.start());
            if (open >= 0 && source.charAt(open) == '(' && open < call && call < closing(source, open)) {
                return CallSite.Place.GENERATOR_EXPRESSION;
            }
        }
        return CallSite.Place.F_STRING;
    }

    /** Offset of the innermost bracket around a position, or -1. */
    private static int enclosing(String source, int start, int position) {
        for (int i = position - 1; i >= start; i--) {
            if ("([{".indexOf(source.charAt(i)) >= 0 && closing(source, i) > position) {
                return i;
            }
        }
        return -1;
    }

    private static Use use(String source, int start, int behind, boolean awaited, int call) {
        if (awaited) {
            return Use.AWAITED;
        }
        char next = behind < source.length() ? source.charAt(behind) : '}';
        if (next == '(') {
            return Use.CALLED;
        }
        if (next == '.' || next == '[') {
            return Use.PRIMARY;
        }
        return enclosing(source, start, call) < 0 ? Use.INTERPOLATED : Use.OTHER;
    }

    private static Use useOfName(String source, int start, int name, int behind) {
        boolean awaited = AWAIT.matcher(source).region(start, name).find();
        Use use = use(source, start, behind, awaited, name);
        int open = enclosing(source, start, name);
        boolean mayBeArgument = open > start
                && source.charAt(open) == '('
                && (Character.isJavaIdentifierPart(source.charAt(open - 1))
                        || ")]".indexOf(source.charAt(open - 1)) >= 0);
        return use == Use.OTHER && !mayBeArgument ? Use.INTERPOLATED : use;
    }

    private static Expr dotted(@Nullable Expr front, String name) {
        String[] parts = name.split("\\.", -1);
        Expr result = front == null ? new Expr.Name(parts[0]) : new Expr.Attribute(front, parts[0]);
        for (int i = 1; i < parts.length; i++) {
            result = new Expr.Attribute(result, parts[i]);
        }
        return result;
    }

    private static boolean inNestedString(String source, int start, int position) {
        char quote = 0;
        for (int i = start; i < position; i++) {
            char c = source.charAt(i);
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return quote != 0;
    }

    /** Offset of the bracket that closes the one at {@code open}; strings inside are passed over. */
    private static int closing(String source, int open) {
        int depth = 0;
        char quote = 0;
        for (int i = open; i < source.length(); i++) {
            char c = source.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if ((c == ')' || c == ']' || c == '}') && --depth == 0) {
                return i;
            }
        }
        return source.length() - 1;
    }
}
