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
package dev.asyncpersistence.model;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the model keeps of a Python expression: enough to follow a value from where it is made to where it is used. Type
 * annotations are expressions, too.
 */
public sealed interface Expr {
    record Name(String id) implements Expr {}

    record Attribute(Expr value, String attr) implements Expr {}

    /**
     * A call.
     *
     * @param id identity of the call's tree node, shared with its {@link CallSite}
     */
    record Call(UUID id, Expr callee, List<Argument> arguments) implements Expr {

        /** {@code x.name}, if the call is {@code getattr(x, "name")}, perhaps with a default; otherwise null. */
        public @Nullable Attribute readAttribute() {
            return callee instanceof Name name
                            && name.id().equals("getattr")
                            && arguments.size() > 1
                            && arguments.get(1).value() instanceof Text attr
                    ? new Attribute(arguments.get(0).value(), attr.value())
                    : null;
        }
    }

    record Await(Expr value) implements Expr {}

    /**
     * The value is one of several: {@code a or b}, {@code a if c else b}, {@code A | B} in an annotation.
     *
     * @param byCondition whether something else decides which one; otherwise it is the first that is there
     */
    record AnyOf(List<Expr> options, boolean byCondition) implements Expr {
        public AnyOf(List<Expr> options) {
            this(options, false);
        }
    }

    record Subscript(Expr value, List<Expr> index) implements Expr {}

    /**
     * A list, tuple, set or dict display; of a dict, the values.
     *
     * @param keys of a dict, as many as there are values; otherwise empty
     */
    record Display(List<Expr> elements, List<Expr> keys) implements Expr {
        public Display(List<Expr> elements) {
            this(elements, List.of());
        }
    }

    /** What unpacking a value gives for one of several names: {@code a, b = value}. */
    record Element(Expr value, int index) implements Expr {}

    /** A string literal; in an annotation, a forward reference. */
    record Text(String value) implements Expr {}

    /**
     * An expression whose value nobody here follows, such as arithmetic.
     *
     * @param lambda what it is, if it is a {@code lambda}
     */
    record Opaque(boolean none, @Nullable Lambda lambda) implements Expr {
        public static final Opaque VALUE = new Opaque(false, null);

        /** {@code None}, which is not followed either, but can be written down again. */
        public static final Opaque NONE = new Opaque(true, null);
    }

    /**
     * A {@code lambda}.
     *
     * @param id identity of its tree node
     * @param result what calling it gives
     */
    record Lambda(UUID id, Expr result) {}

    /**
     * An argument of a call.
     *
     * @param keyword the name of a keyword argument
     * @param stars 0 for a plain argument, 1 for {@code *value}, 2 for {@code **value}
     * @param id identity of the value's tree node; null for one that isn't in the sources
     */
    record Argument(
            @Nullable String keyword,
            int stars,
            Expr value,
            @Nullable UUID id) {
        public Argument(@Nullable String keyword, int stars, Expr value) {
            this(keyword, stars, value, null);
        }
    }

    /** The dotted name, when the expression is nothing but names and dots. */
    default @Nullable String dotted() {
        if (this instanceof Name name) {
            return name.id();
        }
        if (this instanceof Attribute attribute) {
            String prefix = attribute.value().dotted();
            return prefix == null ? null : prefix + "." + attribute.attr();
        }
        return null;
    }

    /** What a chain of attributes hangs on: {@code a} of {@code a.b.c}, the expression itself where it is no chain. */
    default Expr start() {
        return this instanceof Attribute attribute ? attribute.value().start() : this;
    }

    /** What is called, if the expression is a call, otherwise the expression itself: {@code retry} of the decorators {@code @retry} and {@code @retry(3)}. */
    default Expr callee() {
        // A call's own accessor takes the place of this.
        return this;
    }

    /** A short rendering for reports; arguments are left out. */
    default String display() {
        if (this instanceof Name name) {
            return name.id();
        }
        if (this instanceof Attribute attribute) {
            return attribute.value().display() + "." + attribute.attr();
        }
        if (this instanceof Call call) {
            return call.callee().display() + (call.arguments().isEmpty() ? "()" : "(...)");
        }
        if (this instanceof Await await) {
            return "(await " + await.value().display() + ")";
        }
        if (this instanceof Subscript subscript) {
            return subscript.value().display() + "[...]";
        }
        if (this instanceof Element element) {
            return element.value().display();
        }
        if (this instanceof AnyOf anyOf) {
            return anyOf.options().stream().map(Expr::display).collect(Collectors.joining(" or ", "(", ")"));
        }
        if (this instanceof Text text) {
            return '"' + text.value() + '"';
        }
        return "...";
    }
}
