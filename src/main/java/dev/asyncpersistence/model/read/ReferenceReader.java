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
import dev.asyncpersistence.model.Reference;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.model.Use;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.python.tree.Py;

/** Reads the names that are read without being called on the spot. */
abstract class ReferenceReader extends CallReader {

    ReferenceReader(String path, ScopeBuilder module) {
        super(path, module);
    }

    @Override
    public J visitIdentifier(J.Identifier identifier, Integer p) {
        if (!identifier.getSimpleName().isEmpty() && isRead(identifier)) {
            add(identifier.getId(), here(identifier.getPrefix()), ExprReader.read(identifier), Uses.of(getCursor()));
        }
        return super.visitIdentifier(identifier, p);
    }

    @Override
    public J visitFieldAccess(J.FieldAccess access, Integer p) {
        if (isRead(access)) {
            add(access.getId(), here(access.getPrefix()), ExprReader.read(access), Uses.of(getCursor()));
        }
        return super.visitFieldAccess(access, p);
    }

    @Override
    public J visitLiteral(J.Literal literal, Integer p) {
        String source = literal.getValueSource();
        if (source != null) {
            for (FStringFields.FieldName name : FStringFields.references(literal.getId(), source)) {
                add(null, here(literal.getPrefix()), name.expr(), name.use());
            }
        }
        return super.visitLiteral(literal, p);
    }

    private void add(@Nullable UUID id, SourceLocation location, Expr expr, Use use) {
        String function = scope.kind == ScopeBuilder.Kind.FUNCTION ? scope.qualifiedName : null;
        ScopeBuilder owner = scope.kind == ScopeBuilder.Kind.CLASS ? scope.module() : scope;
        owner.references.add(
                new Reference(id, location, expr, function, scope.qualifiedName, place(), use, enclosingCalls()));
    }

    /** Whether the tree is a whole chain of names that is neither called, nor bound, nor part of a declaration. */
    private boolean isRead(Expression name) {
        Object around = getCursor().getParentTreeCursor().getValue();
        if (around instanceof J.FieldAccess || around instanceof J.Import || around instanceof Py.MultiImport) {
            return false;
        }
        if (around instanceof J.MethodInvocation call) {
            return isArgument(name, call);
        }
        if (around instanceof J.Annotation decorator && decorator.getPadding().getArguments() != null) {
            return !isSame(decorator.getAnnotationType(), name);
        }
        if (around instanceof Py.NamedArgument argument) {
            return isSame(argument.getValue(), name);
        }
        boolean declared = around instanceof J.MethodDeclaration
                || around instanceof J.ClassDeclaration
                || isInBase()
                || around instanceof Py.VariableScope;
        return !declared && !isTarget() && !isInAnnotation() && !isCapture(name);
    }

    private static boolean isArgument(Expression name, J.MethodInvocation call) {
        return call.getArguments().stream().anyMatch(argument -> isSame(argument, name))
                || (call.getSimpleName().isEmpty() && isSame(call.getSelect(), name));
    }

    /** Whether something is bound or deleted there: {@code for x, y in z}, {@code with x as (y, *z)}. */
    private boolean isTarget() {
        Cursor inner = getCursor();
        Cursor outer = inner.getParentTreeCursor();
        while (outer.getValue() instanceof J.Parentheses<?>
                || outer.getValue() instanceof Py.CollectionLiteral
                || outer.getValue() instanceof Py.Star
                || outer.getValue() instanceof Py.ExpressionStatement) {
            inner = outer;
            outer = inner.getParentTreeCursor();
        }
        return isBound(inner.getValue(), outer.getValue());
    }

    private static boolean isBound(Tree target, Object by) {
        if (by instanceof J.Assignment assignment) {
            return isSame(assignment.getVariable(), target);
        }
        if (by instanceof Py.ChainedAssignment chained) {
            return !isSame(chained.getAssignment(), target);
        }
        if (by instanceof J.AssignmentOperation operation) {
            return isSame(operation.getVariable(), target);
        }
        if (by instanceof Py.TypeHintedExpression hinted) {
            return isSame(hinted.getExpression(), target);
        }
        if (by instanceof J.VariableDeclarations.NamedVariable variable) {
            return isSame(variable.getDeclarator(), target);
        }
        if (by instanceof J.VariableDeclarations parameter) {
            return parameter.getVariables().stream().anyMatch(v -> isSame(v.getDeclarator(), target));
        }
        if (by instanceof J.ForEachLoop.Control loop) {
            return isSame(loop.getVariable(), target);
        }
        if (by instanceof Py.ComprehensionExpression.Clause clause) {
            return isSame(clause.getIteratorVariable(), target);
        }
        if (by instanceof J.Try.Resource resource) {
            return resource.getVariableDeclarations() instanceof J.Assignment named
                    && isSame(named.getVariable(), target);
        }
        return by instanceof Py.Del;
    }

    /** Annotations name types. Only what they hand to a call is a value: {@code Annotated[Layer, Depends(get)]}. */
    private boolean isInAnnotation() {
        Tree inner = getCursor().getValue();
        for (Cursor outer = getCursor().getParentTreeCursor(); !outer.isRoot(); outer = outer.getParentTreeCursor()) {
            Object around = outer.getValue();
            if (around instanceof Py.TypeHint) {
                return true;
            }
            if (around instanceof J.VariableDeclarations parameter) {
                boolean caught = outer.getParentTreeCursor().getValue() instanceof J.ControlParentheses<?>;
                return !caught && isSame(parameter.getTypeExpression(), inner);
            }
            if (around instanceof Statement) {
                return false;
            }
            inner = outer.getValue();
        }
        return false;
    }

    /** {@code class People(Repository[Person])}: types, as in annotations. */
    private boolean isInBase() {
        Cursor outer = getCursor().getParentTreeCursor();
        while (outer.getValue() instanceof J.ParameterizedType
                || outer.getValue() instanceof J.ArrayAccess
                || outer.getValue() instanceof J.ArrayDimension
                || outer.getValue() instanceof Py.CollectionLiteral
                || outer.getValue() instanceof Py.ExpressionTypeTree) {
            outer = outer.getParentTreeCursor();
        }
        return outer.getValue() instanceof J.ClassDeclaration;
    }

    /** In {@code case Point(x=0, y=y)} and {@code case [x, *y]}, plain names are bound, except the class and what has dots. */
    private boolean isCapture(Expression name) {
        Cursor outer = getCursor().getParentTreeCursor();
        if (outer.getValue() instanceof Py.Star || outer.getValue() instanceof J.VariableDeclarations) {
            outer = outer.getParentTreeCursor();
        }
        if (!(name instanceof J.Identifier) || !(outer.getValue() instanceof Py.MatchCase.Pattern pattern)) {
            return name instanceof J.Identifier && outer.getValue() instanceof J.Case;
        }
        return pattern.getKind() != Py.MatchCase.Pattern.Kind.CLASS
                || !isSame(pattern.getChildren().get(0), name);
    }

    private static boolean isSame(@Nullable Tree part, Tree name) {
        return part != null && part.getId().equals(name.getId());
    }
}
