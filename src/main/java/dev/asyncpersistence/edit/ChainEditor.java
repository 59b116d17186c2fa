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

import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.NameChange;
import dev.asyncpersistence.plan.change.ReceiverChange;
import java.util.ArrayList;
import java.util.List;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.NameTree;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Renames attributes, and puts others in the place of what they are taken from. */
final class ChainEditor extends PythonVisitor<Integer> {
    private final ChangesByTree<NameChange> names;
    private final ChangesByTree<ReceiverChange> receivers;

    private ChainEditor(List<Change> changes) {
        names = ChangesByTree.of(NameChange.class, NameChange::node, changes);
        receivers = ChangesByTree.of(ReceiverChange.class, ReceiverChange::node, changes);
    }

    /**
     * The tree with every chain changed; the same tree if there is none.
     *
     * @throws IllegalArgumentException if a chain has no such attribute
     */
    static Py.CompilationUnit edit(Py.CompilationUnit tree, List<Change> changes) {
        ChainEditor editor = new ChainEditor(changes);
        if (editor.names.isEmpty() && editor.receivers.isEmpty()) {
            return tree;
        }
        Py.CompilationUnit edited = (Py.CompilationUnit) editor.visitNonNull(tree, 0);
        editor.names.requireMet();
        editor.receivers.requireMet();
        return edited;
    }

    /** Names first: they are counted in the old chain, and a new receiver may be a chain, too. */
    private List<Change> changesOf(Tree tree) {
        List<Change> result = new ArrayList<>(names.of(tree));
        result.addAll(receivers.of(tree));
        return result;
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation invocation, Integer p) {
        J.MethodInvocation call = (J.MethodInvocation) super.visitMethodInvocation(invocation, p);
        for (Change change : changesOf(invocation)) {
            call = changed(call, change);
        }
        return call;
    }

    /** What is called may have no name of its own: {@code make()()}. */
    private static J.MethodInvocation changed(J.MethodInvocation call, Change change) {
        Expression select = call.getSelect();
        if (behind(change) > 0 && select != null) {
            return call.withSelect(changed(select, change, behind(change) - 1));
        }
        if (behind(change) > 0 || call.getSimpleName().isEmpty()) {
            throw missing(change);
        }
        if (change instanceof NameChange name) {
            return AsyncCalls.renamed(call, name.name());
        }
        if (select == null) {
            throw missing(change);
        }
        return call.withSelect(receiver(select, change));
    }

    @Override
    public J visitFieldAccess(J.FieldAccess access, Integer p) {
        return changed((Expression) super.visitFieldAccess(access, p), changesOf(access));
    }

    @Override
    public J visitIdentifier(J.Identifier identifier, Integer p) {
        return changed((Expression) super.visitIdentifier(identifier, p), changesOf(identifier));
    }

    @Override
    public J visitAnnotation(J.Annotation decorator, Integer p) {
        J.Annotation result = (J.Annotation) super.visitAnnotation(decorator, p);
        List<Change> changes = changesOf(decorator);
        return changes.isEmpty()
                ? result
                : result.withAnnotationType((NameTree) changed((Expression) result.getAnnotationType(), changes));
    }

    private static Expression changed(Expression chain, List<Change> changes) {
        Expression result = chain;
        for (Change change : changes) {
            result = changed(result, change, behind(change));
        }
        return result;
    }

    private static Expression changed(Expression chain, Change change, int behind) {
        if (chain instanceof J.FieldAccess access) {
            if (behind > 0) {
                return access.withTarget(changed(access.getTarget(), change, behind - 1));
            }
            return change instanceof NameChange name
                    ? access.withName(access.getName().withSimpleName(name.name()))
                    : access.withTarget(receiver(access.getTarget(), change));
        }
        if (chain instanceof J.Identifier identifier && behind == 0 && change instanceof NameChange name) {
            return identifier.withSimpleName(name.name());
        }
        throw missing(change);
    }

    private static Expression receiver(Expression old, Change change) {
        return ExprTrees.of(((ReceiverChange) change).receiver()).withPrefix(old.getPrefix());
    }

    private static int behind(Change change) {
        return change instanceof NameChange name ? name.behind() : ((ReceiverChange) change).behind();
    }

    private static IllegalArgumentException missing(Change change) {
        return new IllegalArgumentException("The chain has no such attribute: " + change);
    }
}
