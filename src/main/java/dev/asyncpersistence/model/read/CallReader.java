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

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.CallSite.Place;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.GeneratorExpression;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.model.Use;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.python.tree.Py;
import org.openrewrite.python.tree.PyRightPadded;

/** Reads calls and what stands around them. */
abstract class CallReader extends BindingReader {
    /** Places that say no more about an {@code await} than the function around them does. */
    private static final Set<Place> OPEN =
            EnumSet.of(Place.BODY, Place.COMPREHENSION, Place.MODULE_BODY, Place.CLASS_BODY);

    private final Deque<Expr> enclosingCalls = new ArrayDeque<>();
    private List<Expr> managers = List.of();
    private List<Expr> caught = List.of();
    private Place place = Place.MODULE_BODY;
    private int loopDepth;
    private int comprehensionDepth;
    private @Nullable GeneratorExpression generator;

    CallReader(String path, ScopeBuilder module) {
        super(path, module);
    }

    /** A decorator with arguments is a call. */
    @Override
    public J visitAnnotation(J.Annotation annotation, Integer p) {
        if (annotation.getPadding().getArguments() == null) {
            return super.visitAnnotation(annotation, p);
        }
        Expr.Call call = decorator(annotation);
        addCall(annotation.getId(), here(annotation.getPrefix()), call, place, Use.CALLED);
        visitSpace(annotation.getPrefix(), Space.Location.ANNOTATION_PREFIX, p);
        visitMarkers(annotation.getMarkers(), p);
        visit(annotation.getAnnotationType(), p);
        enclosingCalls.push(call.callee());
        visitContainer(annotation.getPadding().getArguments(), JContainer.Location.ANNOTATION_ARGUMENTS, p);
        enclosingCalls.pop();
        return annotation;
    }

    /** Parameters' default values are evaluated where the lambda stands, its body elsewhere and later. */
    @Override
    public J visitLambda(J.Lambda lambda, Integer p) {
        visitSpace(lambda.getPrefix(), Space.Location.LAMBDA_PREFIX, p);
        visitMarkers(lambda.getMarkers(), p);
        visit(lambda.getParameters(), p);
        visitSpace(lambda.getArrow(), Space.Location.LAMBDA_ARROW_PREFIX, p);
        if (scope.kind == ScopeBuilder.Kind.FUNCTION) {
            ParameterReader.names(lambda.getParameters().getParameters()).forEach(targets(Space.EMPTY)::bindUnknown);
        }
        boolean yielded = scope.yielded;
        within(Place.LAMBDA, () -> visit(lambda.getBody(), p));
        scope.yielded = yielded;
        return lambda;
    }

    @Override
    public J visitForEachLoop(J.ForEachLoop loop, Integer p) {
        J.ForEachLoop.Control control = loop.getControl();
        targets(loop.getPrefix())
                .bind(control.getVariable(), ExprReader.read(control.getIterable()), null, Binding.Kind.ELEMENT);
        visitSpace(loop.getPrefix(), Space.Location.FOR_EACH_LOOP_PREFIX, p);
        visitMarkers(loop.getMarkers(), p);
        visit(control, p);
        loopDepth++;
        visitRightPadded(loop.getPadding().getBody(), JRightPadded.Location.FOR_BODY, p);
        loopDepth--;
        return loop;
    }

    @Override
    public J visitWhileLoop(J.WhileLoop loop, Integer p) {
        loopDepth++;
        super.visitWhileLoop(loop, p);
        loopDepth--;
        return loop;
    }

    @Override
    public J visitComprehensionExpression(Py.ComprehensionExpression comprehension, Integer p) {
        Place inside = comprehension.getKind() == Py.ComprehensionExpression.Kind.GENERATOR
                ? Place.GENERATOR_EXPRESSION
                : Place.COMPREHENSION;
        GeneratorExpression outer = generator;
        generator = inside == Place.GENERATOR_EXPRESSION ? generator(comprehension) : null;
        visitSpace(comprehension.getPrefix(), Space.Location.LANGUAGE_EXTENSION, p);
        visitMarkers(comprehension.getMarkers(), p);
        repeated(inside, () -> visit(comprehension.getResult(), p));
        for (Py.ComprehensionExpression.Clause clause : comprehension.getClauses()) {
            setCursor(new Cursor(getCursor(), clause));
            boolean first = clause.equals(comprehension.getClauses().get(0));
            readClause(clause, inside, p, first ? () -> visitOnce(clause, outer, p) : null);
            setCursor(getCursor().getParentOrThrow());
        }
        visitSpace(comprehension.getSuffix(), Space.Location.LANGUAGE_EXTENSION, p);
        generator = outer;
        return comprehension;
    }

    private GeneratorExpression generator(Py.ComprehensionExpression expression) {
        Object around = getCursor().getParentTreeCursor().getValue();
        boolean onlyArgument = around instanceof J.MethodInvocation call
                && call.getArguments().size() == 1
                && call.getArguments().get(0).getId().equals(expression.getId());
        return new GeneratorExpression(expression.getId(), onlyArgument ? enclosingCalls.peek() : null);
    }

    /** The first clause's iterable is evaluated once, in the enclosing scope. */
    private void visitOnce(Py.ComprehensionExpression.Clause clause, @Nullable GeneratorExpression outer, Integer p) {
        GeneratorExpression own = generator;
        generator = outer;
        visit(clause.getIteratedList(), p);
        generator = own;
    }

    /** Everything but the first clause's iterable runs for each element. */
    private void readClause(
            Py.ComprehensionExpression.Clause clause, Place inside, Integer p, @Nullable Runnable first) {
        visitSpace(clause.getPrefix(), Space.Location.LANGUAGE_EXTENSION, p);
        if (scope.kind != ScopeBuilder.Kind.CLASS) {
            targets(Space.EMPTY)
                    .bind(
                            clause.getIteratorVariable(),
                            ExprReader.read(clause.getIteratedList()),
                            null,
                            Binding.Kind.ELEMENT);
        }
        if (clause.getPadding().getAsync() != null) {
            visitRightPadded(
                    clause.getPadding().getAsync(), PyRightPadded.Location.COMPREHENSION_EXPRESSION_CLAUSE_ASYNC, p);
        }
        visit(clause.getIteratorVariable(), p);
        visitSpace(clause.getPadding().getIteratedList().getBefore(), Space.Location.LANGUAGE_EXTENSION, p);
        if (first != null) {
            first.run();
        } else {
            repeated(inside, () -> visit(clause.getIteratedList(), p));
        }
        List<Py.ComprehensionExpression.Condition> conditions = clause.getConditions();
        if (conditions != null) {
            repeated(inside, () -> visitEach(conditions, p));
        }
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation invocation, Integer p) {
        Expr.Call call = ExprReader.call(invocation);
        addCall(invocation.getId(), here(invocation.getPrefix()), call, place, Uses.of(getCursor()));
        visitSpace(invocation.getPrefix(), Space.Location.METHOD_INVOCATION_PREFIX, p);
        visitMarkers(invocation.getMarkers(), p);
        if (invocation.getPadding().getSelect() != null) {
            visitRightPadded(invocation.getPadding().getSelect(), JRightPadded.Location.METHOD_SELECT, p);
        }
        visit(invocation.getName(), p);
        enclosingCalls.push(call.callee());
        visitContainer(invocation.getPadding().getArguments(), JContainer.Location.METHOD_INVOCATION_ARGUMENTS, p);
        enclosingCalls.pop();
        return invocation;
    }

    @Override
    public J visitLiteral(J.Literal literal, Integer p) {
        super.visitLiteral(literal, p);
        String source = literal.getValueSource();
        if (source != null) {
            for (FStringFields.FieldCall field : FStringFields.calls(literal.getId(), source)) {
                Expr.Call call = new Expr.Call(field.id(), field.callee(), field.arguments());
                Place where = OPEN.contains(place) ? field.place() : place;
                addCall(field.id(), here(Space.EMPTY), call, where, field.use());
            }
            lines.pass(source);
        }
        return literal;
    }

    @Override
    public J visitFormattedStringValue(Py.FormattedString.Value value, Integer p) {
        if (value.getPadding().getDebug() == null) {
            return super.visitFormattedStringValue(value, p);
        }
        within(Place.SHOWN_SOURCE, () -> super.visitFormattedStringValue(value, p));
        return value;
    }

    private void addCall(UUID id, SourceLocation location, Expr.Call call, Place where, Use use) {
        String function = scope.kind == ScopeBuilder.Kind.FUNCTION ? scope.qualifiedName : null;
        ScopeBuilder owner = scope.kind == ScopeBuilder.Kind.CLASS ? scope.module() : scope;
        owner.calls.add(new CallSite(
                id,
                location,
                call,
                function,
                scope.qualifiedName,
                where,
                use,
                loopDepth > 0,
                enclosingCalls(),
                comprehensionDepth == 1 ? generator : null,
                managers,
                caught));
        if (use == Use.AWAITED && loopDepth > 0 && isPause(call.callee())) {
            scope.loopsForever = true;
        }
    }

    private static boolean isPause(Expr callee) {
        String name = callee.dotted();
        return name != null && (name.equals("sleep") || name.endsWith(".sleep") || name.endsWith(".wait_for"));
    }

    protected final Place place() {
        return place;
    }

    protected final List<Expr> enclosingCalls() {
        return List.copyOf(enclosingCalls);
    }

    /** What {@code with} holds: each manager while the next ones are made and while the body runs. */
    @Override
    public J visitTryResource(J.Try.Resource resource, Integer p) {
        J result = super.visitTryResource(resource, p);
        if (!Uses.isAsync(getCursor())) {
            Tree manager = resource.getVariableDeclarations();
            List<Expr> held = new ArrayList<>(managers);
            held.add(ExprReader.read(manager instanceof J.Assignment named ? named.getAssignment() : manager));
            managers = List.copyOf(held);
        }
        return result;
    }

    /** What is caught is caught of the body alone. */
    @Override
    public J visitTry(J.Try attempt, Integer p) {
        List<Expr> outerManagers = managers;
        List<Expr> outerCaught = caught;
        visitSpace(attempt.getPrefix(), Space.Location.TRY_PREFIX, p);
        visitMarkers(attempt.getMarkers(), p);
        if (attempt.getPadding().getResources() != null) {
            visitContainer(attempt.getPadding().getResources(), JContainer.Location.TRY_RESOURCES, p);
        }
        caught = Stream.concat(caught.stream(), attempt.getCatches().stream().map(CallReader::type))
                .toList();
        visit(attempt.getBody(), p);
        caught = outerCaught;
        visitEach(attempt.getCatches(), p);
        if (attempt.getPadding().getFinally() != null) {
            visitLeftPadded(attempt.getPadding().getFinally(), JLeftPadded.Location.TRY_FINALLY, p);
        }
        managers = outerManagers;
        return attempt;
    }

    private static Expr type(J.Try.Catch handler) {
        TypeTree type = handler.getParameter().getTree().getTypeExpression();
        boolean bare = type instanceof Py.ExceptionType caught && caught.getExpression() instanceof J.Empty;
        return bare ? new Expr.Name("BaseException") : ExprReader.read(type);
    }

    protected final void within(Place inner, Runnable visiting) {
        Place outer = place;
        place = inner;
        visiting.run();
        place = outer;
    }

    protected final void repeated(Place inner, Runnable visiting) {
        loopDepth++;
        comprehensionDepth++;
        within(nested(inner), visiting);
        comprehensionDepth--;
        loopDepth--;
    }

    /** What surrounds a comprehension decides, too: its {@code await} is theirs. */
    private Place nested(Place inner) {
        return switch (place) {
            case LAMBDA, GENERATOR_EXPRESSION, NESTED_COMPREHENSION -> place;
            case COMPREHENSION -> inner == Place.GENERATOR_EXPRESSION ? inner : Place.NESTED_COMPREHENSION;
            default -> inner;
        };
    }

    protected final void visitEach(List<? extends J> trees, Integer p) {
        for (J tree : trees) {
            visit(tree, p);
        }
    }

    /** The body of a function runs when it is called, whatever loops and {@code with} statements the definition stands in. */
    protected final void onItsOwn(Runnable visiting) {
        int outerLoops = loopDepth;
        int outerComprehensions = comprehensionDepth;
        List<Expr> outerManagers = managers;
        List<Expr> outerCaught = caught;
        loopDepth = 0;
        comprehensionDepth = 0;
        managers = List.of();
        caught = List.of();
        visiting.run();
        loopDepth = outerLoops;
        comprehensionDepth = outerComprehensions;
        managers = outerManagers;
        caught = outerCaught;
    }

    static Expr.Call decorator(J.Annotation annotation) {
        return new Expr.Call(
                annotation.getId(),
                ExprReader.read(annotation.getAnnotationType()),
                ExprReader.arguments(annotation.getArguments()));
    }
}
