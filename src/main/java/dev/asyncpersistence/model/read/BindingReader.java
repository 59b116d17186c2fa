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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.python.tree.Py;

/** Reads what binds names: assignments, imports, returned values, and the like. */
abstract class BindingReader extends SourceOrderVisitor {
    protected ScopeBuilder scope;
    protected final List<AttributeWrite> attributeWrites = new ArrayList<>();
    private final String path;
    private boolean typeChecking;

    BindingReader(String path, ScopeBuilder module) {
        this.path = path;
        this.scope = module;
    }

    /** Where something starts whose prefix has not been passed yet. */
    protected final SourceLocation here(Space prefix) {
        return new SourceLocation(path, lines.startAfter(prefix));
    }

    @Override
    public J visitVariableScope(Py.VariableScope declaration, Integer p) {
        boolean global = declaration.getKind() == Py.VariableScope.Kind.GLOBAL;
        for (J.Identifier name : declaration.getNames()) {
            String id = name.getSimpleName();
            scope.declaredElsewhere.put(id, global ? scope.module() : scope.ownerOfNonlocal(id));
        }
        return super.visitVariableScope(declaration, p);
    }

    @Override
    public J visitCatch(J.Try.Catch caught, Integer p) {
        for (J.VariableDeclarations.NamedVariable each :
                caught.getParameter().getTree().getVariables()) {
            if (!each.getSimpleName().isEmpty()) {
                targets(caught.getPrefix()).bindUnknown(each.getSimpleName());
            }
        }
        return super.visitCatch(caught, p);
    }

    /** What a pattern captures: names among its parts; a class or a keyword's name is no part that binds. */
    @Override
    public J visitMatchCasePattern(Py.MatchCase.Pattern pattern, Integer p) {
        boolean named = pattern.getKind() == Py.MatchCase.Pattern.Kind.CLASS;
        for (J part : pattern.getChildren()) {
            if (!named) {
                captureIn(part);
            }
            named = false;
        }
        return super.visitMatchCasePattern(pattern, p);
    }

    private void captureIn(J part) {
        if (part instanceof J.Identifier name) {
            capture(name);
        } else if (part instanceof J.VariableDeclarations keyword) {
            for (J.VariableDeclarations.NamedVariable each : keyword.getVariables()) {
                if (each.getInitializer() instanceof J.Identifier name) {
                    capture(name);
                }
            }
        }
    }

    /** Whatever it is, nobody made it here. */
    protected final void capture(J.Identifier name) {
        scope.bind(
                name.getSimpleName(), new Binding(Binding.Kind.ELEMENT, Expr.Opaque.VALUE, null, scope.qualifiedName));
    }

    @Override
    public J visitMultiImport(Py.MultiImport multiImport, Integer p) {
        String from = multiImport.getFrom() == null ? null : ModuleNames.dotted(multiImport.getFrom());
        for (J.Import each : multiImport.getNames()) {
            Imports.bind(
                    scope,
                    from,
                    each,
                    typeChecking,
                    here(multiImport.getPrefix()).line());
        }
        return super.visitMultiImport(multiImport, p);
    }

    @Override
    public J visitImport(J.Import each, Integer p) {
        if (!(getCursor().getParentTreeCursor().getValue() instanceof Py.MultiImport)) {
            Imports.bind(scope, null, each, typeChecking, here(each.getPrefix()).line());
        }
        return super.visitImport(each, p);
    }

    @Override
    public J visitIf(J.If conditional, Integer p) {
        Expr condition = ExprReader.read(conditional.getIfCondition().getTree());
        String name = condition.dotted();
        boolean outer = typeChecking;
        visitSpace(conditional.getPrefix(), Space.Location.IF_PREFIX, p);
        visitMarkers(conditional.getMarkers(), p);
        visit(conditional.getIfCondition(), p);
        typeChecking |= name != null && (name.equals("TYPE_CHECKING") || name.endsWith(".TYPE_CHECKING"));
        visitRightPadded(conditional.getPadding().getThenPart(), JRightPadded.Location.IF_THEN, p);
        typeChecking = outer;
        visit(conditional.getElsePart(), p);
        return conditional;
    }

    @Override
    public J visitCase(J.Case matched, Integer p) {
        matched.getCaseLabels().stream()
                .filter(J.Identifier.class::isInstance)
                .forEach(name -> capture((J.Identifier) name));
        return super.visitCase(matched, p);
    }

    @Override
    public J visitAssignment(J.Assignment assignment, Integer p) {
        Tree target = assignment.getVariable();
        Expr annotation = null;
        if (target instanceof Py.TypeHintedExpression hinted) {
            annotation = ExprReader.readAnnotation(hinted.getTypeHint());
            target = hinted.getExpression();
        }
        new Targets(scope, attributeWrites, here(assignment.getPrefix()), statement(assignment))
                .bind(target, ExprReader.read(assignment.getAssignment()), annotation, Binding.Kind.ASSIGNMENT);
        return super.visitAssignment(assignment, p);
    }

    @Override
    public J visitAssignmentOperation(J.AssignmentOperation operation, Integer p) {
        Targets targets = targets(operation.getPrefix());
        targets.augment(operation.getVariable());
        if (operation.getVariable() instanceof J.Identifier name) {
            targets.bindUnknown(name.getSimpleName());
        }
        return super.visitAssignmentOperation(operation, p);
    }

    @Override
    public J visitChainedAssignment(Py.ChainedAssignment assignment, Integer p) {
        Expr value = ExprReader.read(assignment.getAssignment());
        for (Tree target : assignment.getVariables()) {
            targets(assignment.getPrefix()).bind(target, value, null, Binding.Kind.ASSIGNMENT);
        }
        return super.visitChainedAssignment(assignment, p);
    }

    @Override
    public J visitTypeHintedExpression(Py.TypeHintedExpression hinted, Integer p) {
        if (!(getCursor().getParentTreeCursor().getValue() instanceof J.Assignment)) {
            Expr annotation = ExprReader.readAnnotation(hinted.getTypeHint());
            new Targets(scope, attributeWrites, here(hinted.getPrefix()), statement(hinted))
                    .bind(hinted.getExpression(), Expr.Opaque.VALUE, annotation, Binding.Kind.ASSIGNMENT);
        }
        return super.visitTypeHintedExpression(hinted, p);
    }

    @Override
    public J visitDel(Py.Del deletion, Integer p) {
        deletion.getTargets().forEach(targets(deletion.getPrefix())::delete);
        return super.visitDel(deletion, p);
    }

    /** The statement that an expression, or an assignment, is; null if it is part of a larger one, or doesn't have its line for itself. */
    private @Nullable StatementId statement(J tree) {
        Cursor cursor = getCursor();
        Cursor parent = cursor.getParentTreeCursor();
        J statement = tree;
        if (parent.getValue() instanceof Py.ExpressionStatement whole) {
            statement = whole;
            parent = parent.getParentTreeCursor();
        }
        List<Statement> siblings = statements(parent.getValue());
        int index = siblings.indexOf(statement);
        boolean module = parent.getValue() instanceof Py.CompilationUnit;
        boolean startsLine = (module && index == 0) || startsLine(statement);
        boolean endsLine = index == siblings.size() - 1 || startsLine(siblings.get(Math.max(index, 0) + 1));
        if (index < 0 || !startsLine || !endsLine) {
            return null;
        }
        Object around = module ? null : parent.getParentTreeCursor().getValue();
        boolean conditional =
                !module && !(around instanceof J.MethodDeclaration) && !(around instanceof J.ClassDeclaration);
        return new StatementId(statement.getId(), here(tree.getPrefix()), conditional);
    }

    private static List<Statement> statements(Object parent) {
        if (parent instanceof J.Block block) {
            return block.getStatements();
        }
        return parent instanceof Py.CompilationUnit unit ? unit.getStatements() : List.of();
    }

    private static boolean startsLine(J statement) {
        Space prefix = statement.getPrefix();
        return prefix.getWhitespace().contains("\n") || !prefix.getComments().isEmpty();
    }

    /** Binds targets of a construct whose prefix has not been passed yet. */
    protected final Targets targets(Space prefix) {
        return new Targets(scope, attributeWrites, here(prefix), null);
    }

    @Override
    public J visitTryResource(J.Try.Resource resource, Integer p) {
        if (!(resource.getVariableDeclarations() instanceof J.Assignment named)) {
            return super.visitTryResource(resource, p);
        }
        targets(resource.getPrefix())
                .bind(named.getVariable(), ExprReader.read(named.getAssignment()), null, Binding.Kind.CONTEXT);
        visitSpace(resource.getPrefix(), Space.Location.TRY_RESOURCE, p);
        visitSpace(named.getPrefix(), Space.Location.ASSIGNMENT_PREFIX, p);
        visit(named.getAssignment(), p);
        visitSpace(named.getPadding().getAssignment().getBefore(), Space.Location.ASSIGNMENT, p);
        visit(named.getVariable(), p);
        return resource;
    }

    @Override
    public J visitReturn(J.Return statement, Integer p) {
        if (statement.getExpression() != null) {
            scope.returned.add(ExprReader.read(statement.getExpression()));
        }
        return super.visitReturn(statement, p);
    }

    @Override
    public J visitYield(J.Yield statement, Integer p) {
        scope.yielded = true;
        if (statement.getValue() != null) {
            scope.returned.add(ExprReader.read(statement.getValue()));
        }
        return super.visitYield(statement, p);
    }
}
