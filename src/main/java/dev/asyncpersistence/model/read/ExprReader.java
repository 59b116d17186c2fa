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
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.python.marker.Quoted;
import org.openrewrite.python.tree.Py;

/** Turns expression trees into {@link Expr}. */
final class ExprReader {
    private ExprReader() {}

    static Expr read(@Nullable Tree tree) {
        if (tree instanceof J.Identifier identifier) {
            return name(identifier);
        }
        if (tree instanceof J.FieldAccess access) {
            return new Expr.Attribute(read(access.getTarget()), access.getSimpleName());
        }
        if (tree instanceof J.MethodInvocation invocation) {
            return call(invocation);
        }
        if (tree instanceof J.Parentheses<?> parentheses) {
            return read(parentheses.getTree());
        }
        if (tree instanceof J.ControlParentheses<?> parentheses) {
            return read(parentheses.getTree());
        }
        if (tree instanceof Py.Await await) {
            return new Expr.Await(read(await.getExpression()));
        }
        if (tree instanceof J.Ternary ternary) {
            return ConditionalReader.read(ternary);
        }
        if (tree instanceof J.Binary binary) {
            return binary(binary);
        }
        if (tree instanceof J.Assignment walrus) {
            return read(walrus.getAssignment());
        }
        if (tree instanceof J.Literal literal) {
            return literal(literal);
        }
        return readComposite(tree);
    }

    private static Expr readComposite(@Nullable Tree tree) {
        if (tree instanceof Py.ExpressionStatement statement) {
            return read(statement.getExpression());
        }
        if (tree instanceof Py.StatementExpression statement) {
            return read(statement.getStatement());
        }
        if (tree instanceof J.ArrayAccess access) {
            return new Expr.Subscript(
                    read(access.getIndexed()), elements(access.getDimension().getIndex()));
        }
        if (tree instanceof J.ParameterizedType type) {
            List<Expr> arguments = type.getTypeParameters() == null ? List.of() : readTypes(type.getTypeParameters());
            return new Expr.Subscript(read(type.getClazz()), arguments);
        }
        if (tree instanceof Py.UnionType union) {
            return new Expr.AnyOf(readTypes(union.getTypes()));
        }
        if (tree instanceof Py.CollectionLiteral display) {
            return new Expr.Display(readAll(display.getElements()));
        }
        if (tree instanceof Py.DictLiteral dict) {
            return new Expr.Display(readAll(dict.getElements()), keys(dict));
        }
        if (tree instanceof Py.KeyValue pair) {
            return read(pair.getValue());
        }
        if (tree instanceof Py.TypeHint hint) {
            return readType(hint.getTypeTree());
        }
        if (tree instanceof Py.ExpressionTypeTree type) {
            return readType(type.getReference());
        }
        if (tree instanceof Py.LiteralType type) {
            return readType(type.getLiteral());
        }
        if (tree instanceof Py.TypeHintedExpression hinted) {
            return read(hinted.getExpression());
        }
        if (tree instanceof Py.ExceptionType caught) {
            return read(caught.getExpression());
        }
        return tree instanceof J.Lambda lambda
                ? new Expr.Opaque(false, new Expr.Lambda(lambda.getId(), read(lambda.getBody())))
                : Expr.Opaque.VALUE;
    }

    /** What is unpacked into a dict has no key. */
    private static List<Expr> keys(Py.DictLiteral dict) {
        return dict.getElements().stream()
                .filter(each -> !(each instanceof J.Empty))
                .map(each -> each instanceof Py.KeyValue pair ? read(pair.getKey()) : Expr.Opaque.VALUE)
                .toList();
    }

    /** An annotation; quoted parts are forward references. */
    static @Nullable Expr readAnnotation(@Nullable TypeTree annotation) {
        return annotation == null ? null : ForwardReferences.resolve(read(annotation));
    }

    static List<Expr> readAll(List<? extends Tree> trees) {
        List<Expr> result = new ArrayList<>(trees.size());
        for (Tree tree : trees) {
            if (!(tree instanceof J.Empty)) {
                result.add(read(tree));
            }
        }
        return result;
    }

    private static List<Expr> readTypes(List<? extends Tree> types) {
        return types.stream().map(ExprReader::readType).toList();
    }

    /** As a type, {@code None} is a name like others. */
    private static Expr readType(Tree type) {
        return type instanceof J.Literal literal && "None".equals(literal.getValueSource())
                ? new Expr.Name("None")
                : read(type);
    }

    static Expr.Call call(J.MethodInvocation invocation) {
        List<Expr.Argument> arguments = arguments(invocation.getArguments());
        if (invocation.getSimpleName().equals("cast") && arguments.size() == 2) {
            // `typing.cast("Layer", x)`: the one argument that is an annotation.
            arguments.set(
                    0,
                    new Expr.Argument(
                            null, 0, ForwardReferences.resolve(arguments.get(0).value())));
        }
        return new Expr.Call(invocation.getId(), callee(invocation), arguments);
    }

    /** The expression in front of the argument list. A call of something unnamed, {@code f()()}, has an empty method name. */
    static Expr callee(J.MethodInvocation invocation) {
        Expression select = invocation.getSelect();
        String name = invocation.getSimpleName();
        if (select == null) {
            return new Expr.Name(name);
        }
        return name.isEmpty() ? read(select) : new Expr.Attribute(read(select), name);
    }

    static List<Expr.Argument> arguments(@Nullable List<Expression> arguments) {
        List<Expr.Argument> result = new ArrayList<>();
        if (arguments != null) {
            for (Expression argument : arguments) {
                if (argument instanceof J.Empty) {
                    continue;
                }
                if (argument instanceof Py.NamedArgument named) {
                    result.add(new Expr.Argument(
                            named.getName().getSimpleName(),
                            0,
                            read(named.getValue()),
                            named.getValue().getId()));
                } else if (argument instanceof Py.Star star) {
                    int stars = star.getKind() == Py.Star.Kind.LIST ? 1 : 2;
                    result.add(new Expr.Argument(
                            null,
                            stars,
                            read(star.getExpression()),
                            star.getExpression().getId()));
                } else {
                    result.add(new Expr.Argument(null, 0, read(argument), argument.getId()));
                }
            }
        }
        return result;
    }

    private static Expr name(J.Identifier identifier) {
        return identifier.getMarkers().findFirst(Quoted.class).isPresent()
                ? new Expr.Text(identifier.getSimpleName())
                : new Expr.Name(identifier.getSimpleName());
    }

    private static Expr binary(J.Binary binary) {
        return switch (binary.getOperator()) {
            case Or, BitOr -> new Expr.AnyOf(List.of(read(binary.getLeft()), read(binary.getRight())));
            case And -> read(binary.getRight());
            default -> Expr.Opaque.VALUE;
        };
    }

    private static Expr literal(J.Literal literal) {
        if (literal.getValue() instanceof Boolean constant) {
            return new Expr.Name(constant ? "True" : "False");
        }
        if ("None".equals(literal.getValueSource())) {
            return Expr.Opaque.NONE;
        }
        return literal.getValue() instanceof String text ? new Expr.Text(text) : Expr.Opaque.VALUE;
    }

    private static List<Expr> elements(Expression index) {
        return index instanceof Py.CollectionLiteral tuple ? readAll(tuple.getElements()) : List.of(read(index));
    }

    /** Whether the statement is {@code ...}, {@code pass} or a docstring. */
    static boolean isPlaceholder(Statement statement) {
        if (statement instanceof Py.Pass) {
            return true;
        }
        return statement instanceof Py.ExpressionStatement expression
                && expression.getExpression() instanceof J.Literal;
    }
}
