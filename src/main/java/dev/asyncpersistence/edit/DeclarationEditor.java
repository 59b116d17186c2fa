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
    private final ChangesByTree<FunctionNameChange> names;
    private final ChangesByTree<DecoratorNameChange> decorators;
    private final ChangesByTree<DecoratorAddition> additions;
    private final ChangesByTree<BaseChange> bases;
    private final String lineEnd;

    private DeclarationEditor(Py.CompilationUnit tree, List<Change> changes) {
        names = ChangesByTree.of(FunctionNameChange.class, FunctionNameChange::function, changes);
        decorators = ChangesByTree.of(DecoratorNameChange.class, DecoratorNameChange::function, changes);
        additions = ChangesByTree.of(DecoratorAddition.class, DecoratorAddition::function, changes);
        bases = ChangesByTree.of(BaseChange.class, BaseChange::type, changes);
        lineEnd = LineEnd.of(tree);
    }

    /**
     * The tree with every definition changed; the same tree if there is none.
     *
     * @throws IllegalArgumentException if a function has no such decorator, or a class no such base
     */
    static Py.CompilationUnit edit(Py.CompilationUnit tree, List<Change> changes) {
        DeclarationEditor editor = new DeclarationEditor(tree, changes);
        List<ChangesByTree<?>> all = List.of(editor.names, editor.decorators, editor.additions, editor.bases);
        if (all.stream().allMatch(ChangesByTree::isEmpty)) {
            return tree;
        }
        Py.CompilationUnit edited = (Py.CompilationUnit) editor.visitNonNull(tree, 0);
        all.forEach(ChangesByTree::requireMet);
        return edited;
    }

    @Override
    public J visitMethodDeclaration(J.MethodDeclaration declaration, Integer p) {
        J.MethodDeclaration result = (J.MethodDeclaration) super.visitMethodDeclaration(declaration, p);
        for (FunctionNameChange change : names.of(declaration)) {
            result = result.withName(result.getName().withSimpleName(change.name()));
        }
        for (DecoratorNameChange change : decorators.of(declaration)) {
            List<J.Annotation> old = result.getLeadingAnnotations();
            List<J.Annotation> changed = ListUtils.map(old, each -> renamed(each, change));
            require(changed != old, change);
            result = result.withLeadingAnnotations(changed);
        }
        for (DecoratorAddition change : additions.of(declaration)) {
            result = decorated(result, change.decorator());
        }
        return result;
    }

    private static J.Annotation renamed(J.Annotation decorator, DecoratorNameChange change) {
        NameTree name = decorator.getAnnotationType();
        return isNamed(change.from(), name)
                ? decorator.withAnnotationType((NameTree) inPlaceOf((Expression) name, change.to()))
                : decorator;
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
        for (BaseChange change : bases.of(declaration)) {
            List<TypeTree> old = result.getImplements();
            List<TypeTree> changed = ListUtils.map(old, base -> replaced(base, change));
            require(changed != old, change);
            result = result.withImplements(changed);
        }
        return result;
    }

    private static TypeTree replaced(TypeTree base, BaseChange change) {
        return isNamed(change.from(), base) ? (TypeTree) inPlaceOf((Expression) base, change.to()) : base;
    }

    private static boolean isNamed(String name, J tree) {
        int dot = name.lastIndexOf('.');
        if (tree instanceof J.FieldAccess access && dot >= 0) {
            return access.getSimpleName().equals(name.substring(dot + 1))
                    && isNamed(name.substring(0, dot), access.getTarget());
        }
        return tree instanceof J.Identifier identifier
                && identifier.getSimpleName().equals(name);
    }

    /** A dotted name; it keeps the identity of the old one, and with it what stands between that and the comma. */
    private static Expression inPlaceOf(Expression old, String name) {
        return ((Expression) ExprTrees.of(DottedNames.parse(name)).withId(old.getId())).withPrefix(old.getPrefix());
    }

    private static void require(boolean changed, Change change) {
        if (!changed) {
            throw new IllegalArgumentException("There is no such name: " + change);
        }
    }
}
