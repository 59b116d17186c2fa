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
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.tree.Py;

/** Reads the names that are read without being called on the spot. */
abstract class ReferenceReader extends CallReader {

    ReferenceReader(String path, ScopeBuilder module) {
        super(path, module);
    }

    @Override
    public J visitIdentifier(J.Identifier identifier, Integer p) {
        if (!identifier.getSimpleName().isEmpty() && isRead(identifier)) {
            add(here(identifier.getPrefix()), ExprReader.read(identifier), Uses.of(getCursor()));
        }
        return super.visitIdentifier(identifier, p);
    }

    @Override
    public J visitFieldAccess(J.FieldAccess access, Integer p) {
        if (isRead(access)) {
            add(here(access.getPrefix()), ExprReader.read(access), Uses.of(getCursor()));
        }
        return super.visitFieldAccess(access, p);
    }

    @Override
    public J visitLiteral(J.Literal literal, Integer p) {
        String source = literal.getValueSource();
        if (source != null) {
            for (FStringFields.FieldName name : FStringFields.references(literal.getId(), source)) {
                add(here(literal.getPrefix()), name.expr(), name.called() ? Use.CALLED : Use.INTERPOLATED);
            }
        }
        return super.visitLiteral(literal, p);
    }

    @Override
    public J visitCatch(J.Try.Catch caught, Integer p) {
        J.VariableDeclarations parameter = caught.getParameter().getTree();
        Expr type = ExprReader.read(parameter.getTypeExpression());
        if (type instanceof Expr.Name || type instanceof Expr.Attribute) {
            add(here(caught.getPrefix()), type, Use.OTHER);
        }
        return super.visitCatch(caught, p);
    }

    private void add(SourceLocation location, Expr expr, Use use) {
        String function = scope.kind == ScopeBuilder.Kind.FUNCTION ? scope.qualifiedName : null;
        ScopeBuilder owner = scope.kind == ScopeBuilder.Kind.CLASS ? scope.module() : scope;
        owner.references.add(
                new Reference(location, expr, function, scope.qualifiedName, place(), use, enclosingCalls()));
    }

    /** Whether the tree is a whole chain of names, neither the callee of a call nor the target of a binding. */
    private boolean isRead(Expression name) {
        Object around = getCursor().getParentTreeCursor().getValue();
        if (around instanceof J.FieldAccess || around instanceof J.Import || around instanceof Py.MultiImport) {
            return false;
        }
        if (around instanceof J.MethodInvocation call) {
            return isArgument(name, call);
        }
        if (around instanceof J.VariableDeclarations declarations) {
            return declarations.getVariables().stream().anyMatch(v -> isSame(v.getInitializer(), name));
        }
        if (around instanceof J.Assignment assignment) {
            return isSame(assignment.getAssignment(), name);
        }
        if (around instanceof Py.ChainedAssignment chained) {
            return isSame(chained.getAssignment(), name);
        }
        if (around instanceof J.AssignmentOperation operation) {
            return isSame(operation.getAssignment(), name);
        }
        if (around instanceof Py.NamedArgument argument) {
            return isSame(argument.getValue(), name);
        }
        return !(around instanceof J.MethodDeclaration
                || around instanceof J.ClassDeclaration
                || around instanceof Py.TypeHint
                || around instanceof Py.VariableScope);
    }

    private static boolean isArgument(Expression name, J.MethodInvocation call) {
        return call.getArguments().stream().anyMatch(argument -> isSame(argument, name))
                || (call.getSimpleName().isEmpty() && isSame(call.getSelect(), name));
    }

    private static boolean isSame(@Nullable Tree part, Tree name) {
        return part != null && part.getId().equals(name.getId());
    }
}
