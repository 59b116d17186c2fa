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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.NameTree;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Renames attributes, and puts others in the place of what they are taken from. */
final class ChainEditor extends PythonVisitor<Integer> {
    private final Map<UUID, List<Change>> changes = new HashMap<>();

    private ChainEditor(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof NameChange each) {
                add(each.node(), each);
            } else if (change instanceof ReceiverChange each) {
                add(each.node(), each);
            }
        }
    }

    private void add(UUID node, Change change) {
        changes.computeIfAbsent(node, n -> new ArrayList<>()).add(change);
    }

    static Py.CompilationUnit edit(Py.CompilationUnit tree, List<Change> changes) {
        ChainEditor editor = new ChainEditor(changes);
        return editor.changes.isEmpty() ? tree : (Py.CompilationUnit) editor.visitNonNull(tree, 0);
    }

    private List<Change> changesOf(Tree tree) {
        return changes.getOrDefault(tree.getId(), List.of());
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation invocation, Integer p) {
        J.MethodInvocation call = (J.MethodInvocation) super.visitMethodInvocation(invocation, p);
        for (Change change : changesOf(invocation)) {
            call = changed(call, change);
        }
        return call;
    }

    private static J.MethodInvocation changed(J.MethodInvocation call, Change change) {
        if (behind(change) == 0 && change instanceof NameChange name) {
            return call.withName(call.getName().withSimpleName(name.name())).withMethodType(null);
        }
        Expression select = call.getSelect();
        if (select == null) {
            throw missing(change);
        }
        return call.withSelect(
                behind(change) == 0 ? receiver(select, change) : changed(select, change, behind(change) - 1));
    }

    @Override
    public J visitFieldAccess(J.FieldAccess access, Integer p) {
        Expression result = (Expression) super.visitFieldAccess(access, p);
        for (Change change : changesOf(access)) {
            result = changed(result, change, behind(change));
        }
        return result;
    }

    @Override
    public J visitIdentifier(J.Identifier identifier, Integer p) {
        Expression result = (Expression) super.visitIdentifier(identifier, p);
        for (Change change : changesOf(identifier)) {
            result = changed(result, change, behind(change));
        }
        return result;
    }

    @Override
    public J visitAnnotation(J.Annotation decorator, Integer p) {
        J.Annotation result = (J.Annotation) super.visitAnnotation(decorator, p);
        for (Change change : changesOf(decorator)) {
            Expression name = changed((Expression) result.getAnnotationType(), change, behind(change));
            result = result.withAnnotationType((NameTree) name);
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
        if (change instanceof ReceiverChange each) {
            return ExprTrees.of(each.receiver()).withPrefix(old.getPrefix());
        }
        throw missing(change);
    }

    private static int behind(Change change) {
        return change instanceof NameChange name ? name.behind() : ((ReceiverChange) change).behind();
    }

    private static IllegalArgumentException missing(Change change) {
        return new IllegalArgumentException("The chain has no such attribute: " + change);
    }
}
