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

import dev.asyncpersistence.model.AttributeWrite;
import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.model.StatementId;
import dev.asyncpersistence.model.Write;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.tree.Py;

/** Binds the targets of assignments, loops, and the like in a scope. */
record Targets(
        ScopeBuilder scope,
        List<AttributeWrite> attributeWrites,
        SourceLocation location,
        @Nullable StatementId statement) {

    void bind(Tree target, Expr value, @Nullable Expr annotation, Binding.Kind kind) {
        if (target instanceof J.Identifier name) {
            addWriteIfDeclaredElsewhere(name, false);
            scope.bind(name.getSimpleName(), new Binding(kind, value, annotation, scope.qualifiedName, statement));
        } else if (target instanceof J.FieldAccess access) {
            addWrite(access, false);
            bindAttribute(access, new Binding(kind, value, annotation, scope.qualifiedName, statement));
        } else if (target instanceof J.ArrayAccess item) {
            addWrite(item, false);
        } else if (target instanceof Py.CollectionLiteral tuple) {
            bindTuple(tuple, value, kind);
        } else if (target instanceof Py.Star star) {
            bind(star.getExpression(), Expr.Opaque.VALUE, null, kind);
        } else if (target instanceof J.Parentheses<?> parentheses) {
            bind(parentheses.getTree(), value, annotation, kind);
        } else if (target instanceof Py.ExpressionStatement statement) {
            bind(statement.getExpression(), value, annotation, kind);
        }
    }

    /** Notes that a target is deleted. */
    void delete(Tree target) {
        change(target, false);
    }

    /** Notes that a target's old value goes into its new one. */
    void augment(Tree target) {
        change(target, true);
    }

    private void change(Tree target, boolean augmented) {
        if (target instanceof J.Identifier name) {
            addWriteIfDeclaredElsewhere(name, augmented);
        } else if (target instanceof J.Parentheses<?> parentheses) {
            change(parentheses.getTree(), augmented);
        } else if (target instanceof Py.CollectionLiteral tuple) {
            tuple.getElements().forEach(each -> change(each, augmented));
        } else {
            addWrite(target, augmented);
        }
    }

    private void addWriteIfDeclaredElsewhere(J.Identifier name, boolean augmented) {
        if (scope.declaredElsewhere.containsKey(name.getSimpleName())) {
            addWrite(name, augmented);
        }
    }

    private void addWrite(Tree target, boolean augmented) {
        scope.writes.add(new Write(ExprReader.read(target), location, augmented));
    }

    /** Binds a name to a value that nobody here follows. */
    void bindUnknown(String name) {
        scope.bind(name, new Binding(Binding.Kind.ASSIGNMENT, Expr.Opaque.VALUE, null, scope.qualifiedName));
    }

    /** The same place, for one of several targets. */
    private Targets shared() {
        return statement == null ? this : new Targets(scope, attributeWrites, location, null);
    }

    private void bindTuple(Py.CollectionLiteral targets, Expr value, Binding.Kind kind) {
        List<Expr> values = value instanceof Expr.Display display
                        && display.elements().size() == targets.getElements().size()
                ? display.elements()
                : List.of();
        boolean starred = false;
        for (int i = 0; i < targets.getElements().size(); i++) {
            starred |= targets.getElements().get(i) instanceof Py.Star;
            boolean counted = kind == Binding.Kind.ASSIGNMENT && !starred;
            Expr unpacked = counted ? new Expr.Element(value, i) : Expr.Opaque.VALUE;
            shared().bind(targets.getElements().get(i), values.isEmpty() ? unpacked : values.get(i), null, kind);
        }
    }

    private void bindAttribute(J.FieldAccess access, Binding binding) {
        ScopeBuilder method = enclosingMethod();
        ScopeBuilder type = method == null ? null : method.owningClass();
        if (type != null
                && method != null
                && access.getTarget() instanceof J.Identifier self
                && self.getSimpleName().equals(method.selfName)) {
            type.bindings
                    .computeIfAbsent(access.getSimpleName(), n -> new ArrayList<>())
                    .add(binding);
            return;
        }
        attributeWrites.add(new AttributeWrite(
                access.getId(),
                ExprReader.read(access.getTarget()),
                access.getSimpleName(),
                binding.value(),
                binding.scope(),
                binding.statement()));
    }

    private @Nullable ScopeBuilder enclosingMethod() {
        for (ScopeBuilder each = scope; each != null; each = each.parent) {
            if (each.owningClass() != null) {
                return each;
            }
        }
        return null;
    }
}
