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

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.plan.change.AnnotationForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.marker.Quoted;
import org.openrewrite.python.tree.Py;

/** Makes trees of expressions that are new. */
final class ExprTrees {
    private ExprTrees() {}

    /**
     * The tree of an expression.
     *
     * @throws IllegalArgumentException for anything but names, attributes, calls and {@code or}
     */
    static Expression of(Expr expr) {
        if (expr instanceof Expr.Name name) {
            return name(name.id());
        }
        if (expr instanceof Expr.Opaque opaque && opaque.none()) {
            return none();
        }
        if (expr instanceof Expr.Text text) {
            return text(text.value());
        }
        if (expr instanceof Expr.Attribute attribute) {
            return new J.FieldAccess(
                    Tree.randomId(),
                    Space.EMPTY,
                    Markers.EMPTY,
                    of(attribute.value()),
                    JLeftPadded.build(name(attribute.attr())),
                    null);
        }
        if (expr instanceof Expr.Call call) {
            return call(call);
        }
        if (expr instanceof Expr.AnyOf anyOf) {
            return or(anyOf.options());
        }
        throw new IllegalArgumentException("nobody writes such an expression: " + expr.display());
    }

    static J.Identifier name(String name) {
        return new J.Identifier(Tree.randomId(), Space.EMPTY, Markers.EMPTY, List.of(), name, null, null);
    }

    static J.Literal none() {
        return new J.Literal(Tree.randomId(), Space.EMPTY, Markers.EMPTY, null, "None", null, JavaType.Primitive.Null);
    }

    /** Names of attributes need no escapes. */
    private static J.Literal text(String value) {
        return new J.Literal(
                Tree.randomId(), Space.EMPTY, Markers.EMPTY, value, '"' + value + '"', null, JavaType.Primitive.String);
    }

    private static Expression or(List<Expr> options) {
        Expression result = of(options.get(0));
        for (Expr option : options.subList(1, options.size())) {
            result = new J.Binary(
                    Tree.randomId(),
                    Space.EMPTY,
                    Markers.EMPTY,
                    result,
                    new JLeftPadded<>(Space.SINGLE_SPACE, J.Binary.Type.Or, Markers.EMPTY),
                    of(option).withPrefix(Space.SINGLE_SPACE),
                    null);
        }
        return result;
    }

    private static J.MethodInvocation call(Expr.Call call) {
        JRightPadded<Expression> select = null;
        J.Identifier name;
        if (call.callee() instanceof Expr.Attribute method) {
            select = JRightPadded.build(of(method.value()));
            name = name(method.attr());
        } else {
            name = (J.Identifier) of(call.callee());
        }
        return new J.MethodInvocation(
                Tree.randomId(), Space.EMPTY, Markers.EMPTY, select, null, name, arguments(call.arguments()), null);
    }

    private static JContainer<Expression> arguments(List<Expr.Argument> arguments) {
        List<JRightPadded<Expression>> result = new ArrayList<>();
        for (Expr.Argument argument : arguments) {
            Space prefix = result.isEmpty() ? Space.EMPTY : Space.SINGLE_SPACE;
            Expression value =
                    argument.keyword() == null ? of(argument.value()) : keyword(argument.keyword(), argument.value());
            result.add(JRightPadded.build(value.withPrefix(prefix)));
        }
        if (result.isEmpty()) {
            result.add(JRightPadded.build(new J.Empty(Tree.randomId(), Space.EMPTY, Markers.EMPTY)));
        }
        return JContainer.build(result);
    }

    /** {@code keyword=value}. */
    static Py.NamedArgument keyword(String keyword, Expr value) {
        return new Py.NamedArgument(
                Tree.randomId(), Space.EMPTY, Markers.EMPTY, name(keyword), JLeftPadded.build(of(value)), null);
    }

    /** An annotation. */
    static TypeTree annotation(AnnotationForm form) {
        if (form.quoted()) {
            Quoted quotes = new Quoted(Tree.randomId(), Quoted.Style.DOUBLE);
            return name(text(form)).withMarkers(Markers.EMPTY.add(quotes));
        }
        return switch (form.shape()) {
            case PLAIN -> name(form.className());
            case UNION ->
                new Py.UnionType(
                        Tree.randomId(),
                        Space.EMPTY,
                        Markers.EMPTY,
                        List.of(
                                JRightPadded.<Expression>build(name(form.className()))
                                        .withAfter(Space.SINGLE_SPACE),
                                JRightPadded.<Expression>build(none().withPrefix(Space.SINGLE_SPACE))),
                        null);
            case OPTIONAL -> generic("Optional", List.of(name(form.className())));
            case ANNOTATED -> generic("Annotated", List.of(name(form.className()), of(metadata(form))));
        };
    }

    private static J.ParameterizedType generic(String type, List<Expression> arguments) {
        List<JRightPadded<Expression>> padded = new ArrayList<>();
        for (Expression argument : arguments) {
            Space prefix = padded.isEmpty() ? Space.EMPTY : Space.SINGLE_SPACE;
            padded.add(JRightPadded.build(argument.withPrefix(prefix)));
        }
        return new J.ParameterizedType(
                Tree.randomId(), Space.EMPTY, Markers.EMPTY, name(type), JContainer.build(padded), null);
    }

    private static Expr metadata(AnnotationForm form) {
        return Objects.requireNonNull(form.metadata());
    }

    private static String text(AnnotationForm form) {
        return switch (form.shape()) {
            case PLAIN -> form.className();
            case UNION -> form.className() + " | None";
            case OPTIONAL -> "Optional[" + form.className() + "]";
            case ANNOTATED -> throw new IllegalArgumentException("Metadata is not written in quotes");
        };
    }
}
