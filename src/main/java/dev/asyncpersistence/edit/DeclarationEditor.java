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

import dev.asyncpersistence.model.DottedNames;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.plan.change.BaseChange;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.DecoratorAddition;
import dev.asyncpersistence.plan.change.DecoratorNameChange;
import dev.asyncpersistence.plan.change.FunctionNameChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.NameTree;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Changes names, decorators and bases of definitions. */
final class DeclarationEditor extends PythonVisitor<Integer> {
    private final List<Change> changes;
    private final String lineEnd;

    private DeclarationEditor(Py.CompilationUnit tree, List<Change> changes) {
        this.changes = changes;
        this.lineEnd = LineEnd.of(tree);
    }

    static Py.CompilationUnit edit(Py.CompilationUnit tree, List<Change> changes) {
        List<Change> ours = changes.stream()
                .filter(each -> each instanceof FunctionNameChange
                        || each instanceof DecoratorAddition
                        || each instanceof DecoratorNameChange
                        || each instanceof BaseChange)
                .toList();
        return ours.isEmpty() ? tree : (Py.CompilationUnit) new DeclarationEditor(tree, ours).visitNonNull(tree, 0);
    }

    @Override
    public J visitMethodDeclaration(J.MethodDeclaration declaration, Integer p) {
        J.MethodDeclaration result = (J.MethodDeclaration) super.visitMethodDeclaration(declaration, p);
        for (Change change : changes) {
            if (change instanceof FunctionNameChange each && each.function().equals(declaration.getId())) {
                result = result.withName(result.getName().withSimpleName(each.name()));
            } else if (change instanceof DecoratorNameChange each
                    && each.function().equals(declaration.getId())) {
                result = result.withLeadingAnnotations(
                        ListUtils.map(result.getLeadingAnnotations(), decorator -> renamed(decorator, each)));
            } else if (change instanceof DecoratorAddition each
                    && each.function().equals(declaration.getId())) {
                result = decorated(result, each.decorator());
            }
        }
        return result;
    }

    private static J.Annotation renamed(J.Annotation decorator, DecoratorNameChange change) {
        NameTree type = decorator.getAnnotationType();
        if (!change.from().equals(dotted((Expression) type))) {
            return decorator;
        }
        Expression name = ExprTrees.of(DottedNames.parse(change.to())).withPrefix(type.getPrefix());
        return decorator.withAnnotationType((NameTree) name);
    }

    private J.MethodDeclaration decorated(J.MethodDeclaration function, Expr decorator) {
        Space ownLine = Spaces.of(lineEnd + Spaces.lastLine(Spaces.text(function.getPrefix())));
        List<J.Annotation> decorators = new ArrayList<>();
        decorators.add(annotation(decorator));
        List<J.Annotation> old = function.getLeadingAnnotations();
        decorators.addAll(ListUtils.mapFirst(old, first -> first.withPrefix(ownLine)));
        J.MethodDeclaration result = function.withLeadingAnnotations(decorators);
        if (!old.isEmpty()) {
            return result;
        }
        List<J.Modifier> modifiers = new ArrayList<>(result.getModifiers());
        modifiers.set(0, modifiers.get(0).withPrefix(ownLine));
        return result.withModifiers(modifiers);
    }

    private static J.Annotation annotation(Expr decorator) {
        J.Annotation plain = new J.Annotation(
                Tree.randomId(), Space.EMPTY, Markers.EMPTY, (NameTree) ExprTrees.of(decorator.callee()), null);
        return decorator instanceof Expr.Call
                ? plain.getPadding()
                        .withArguments(((J.MethodInvocation) ExprTrees.of(decorator))
                                .getPadding()
                                .getArguments())
                : plain;
    }

    @Override
    public J visitClassDeclaration(J.ClassDeclaration declaration, Integer p) {
        J.ClassDeclaration result = (J.ClassDeclaration) super.visitClassDeclaration(declaration, p);
        for (Change change : changes) {
            if (change instanceof BaseChange each && each.type().equals(declaration.getId())) {
                result = result.withImplements(ListUtils.map(result.getImplements(), base -> replaced(base, each)));
                if (result.getExtends() != null) {
                    result = result.withExtends(replaced(result.getExtends(), each));
                }
            }
        }
        return result;
    }

    private static TypeTree replaced(TypeTree base, BaseChange change) {
        return base instanceof Expression name && change.from().equals(dotted(name))
                ? (TypeTree) ExprTrees.of(DottedNames.parse(change.to())).withPrefix(name.getPrefix())
                : base;
    }

    private static @Nullable String dotted(Expression name) {
        if (name instanceof J.Identifier identifier) {
            return identifier.getSimpleName();
        }
        return name instanceof J.FieldAccess access ? dotted(access.getTarget()) + "." + access.getSimpleName() : null;
    }
}
