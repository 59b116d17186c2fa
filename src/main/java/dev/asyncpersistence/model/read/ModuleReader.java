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
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.CallSite.Place;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.SourceLocation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.java.marker.TrailingComma;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.marker.Marker;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;
import org.openrewrite.python.tree.PyRightPadded;

/** Reads one Python tree into a {@link ModuleModel}. Visits in source order, so that line numbers can be counted along. */
public final class ModuleReader extends PythonVisitor<Integer> {
    private final String path;
    private final LineCounter lines = new LineCounter();
    private final Map<String, ClassModel> classes = new LinkedHashMap<>();
    private final Map<String, FunctionModel> functions = new LinkedHashMap<>();
    private final List<AttributeWrite> attributeWrites = new ArrayList<>();
    private final Deque<Expr> enclosingCalls = new ArrayDeque<>();
    private ScopeBuilder scope;
    private Place place = Place.MODULE_BODY;
    private int loopDepth;
    private boolean typeChecking;

    private ModuleReader(String path) {
        this.path = path;
        this.scope = new ScopeBuilder(ScopeBuilder.Kind.MODULE, ModuleNames.fromPath(path), null);
    }

    /**
     * Reads a tree.
     *
     * @param path source path with forward slashes
     */
    public static ModuleModel read(Py.CompilationUnit tree, String path) {
        ModuleReader reader = new ModuleReader(path);
        reader.visit(tree, 0);
        ScopeBuilder module = reader.scope;
        return new ModuleModel(
                path,
                module.qualifiedName,
                ModuleNames.isPackage(path),
                List.copyOf(module.imports),
                reader.classes,
                reader.functions,
                module.frozenBindings(),
                List.copyOf(reader.attributeWrites),
                List.copyOf(module.calls));
    }

    /** The line that the reading of a tree ends on; tests compare it with the text. */
    static int lastLine(Py.CompilationUnit tree) {
        ModuleReader reader = new ModuleReader("x.py");
        reader.visit(tree, 0);
        return reader.lines.startAfter(Space.EMPTY);
    }

    @Override
    public Space visitSpace(@Nullable Space space, Space.Location location, Integer p) {
        if (space != null) {
            lines.pass(space);
        }
        return space == null ? Space.EMPTY : space;
    }

    @Override
    public Markers visitMarkers(@Nullable Markers markers, Integer p) {
        if (markers == null) {
            return Markers.EMPTY;
        }
        for (Marker marker : markers.getMarkers()) {
            if (marker instanceof TrailingComma comma) {
                lines.pass(comma.getSuffix());
            }
        }
        return markers;
    }

    // --- scopes

    @Override
    public J visitClassDeclaration(J.ClassDeclaration declaration, Integer p) {
        String qualifiedName = unique(scope.qualifiedName + "." + declaration.getSimpleName(), classes);
        visitSpace(declaration.getPrefix(), Space.Location.CLASS_DECLARATION_PREFIX, p);
        visitMarkers(declaration.getMarkers(), p);
        within(Place.DECORATOR, () -> visitEach(declaration.getLeadingAnnotations(), p));
        SourceLocation location = here(declaration.getPadding().getKind().getPrefix());
        visitSpace(declaration.getPadding().getKind().getPrefix(), Space.Location.CLASS_KIND, p);
        visit(declaration.getName(), p);
        List<Expr> bases = new ArrayList<>();
        if (declaration.getPadding().getTypeParameters() != null) {
            visitContainer(declaration.getPadding().getTypeParameters(), JContainer.Location.TYPE_PARAMETERS, p);
        }
        if (declaration.getPadding().getExtends() != null) {
            bases.add(ExprReader.read(declaration.getExtends()));
            visitLeftPadded(declaration.getPadding().getExtends(), JLeftPadded.Location.EXTENDS, p);
        }
        JContainer<TypeTree> more = declaration.getPadding().getImplements();
        if (more != null) {
            bases.addAll(ExprReader.readAll(more.getElements()));
            visitContainer(more, JContainer.Location.IMPLEMENTS, p);
        }
        ScopeBuilder body = enter(ScopeBuilder.Kind.CLASS, qualifiedName);
        within(Place.CLASS_BODY, () -> visit(declaration.getBody(), p));
        leave(body);
        classes.put(
                qualifiedName,
                new ClassModel(
                        qualifiedName,
                        declaration.getSimpleName(),
                        location,
                        List.copyOf(bases),
                        decorators(declaration.getLeadingAnnotations()),
                        scope.qualifiedName,
                        Map.copyOf(body.methods),
                        body.frozenBindings()));
        return declaration;
    }

    @Override
    public J visitMethodDeclaration(J.MethodDeclaration method, Integer p) {
        String name = method.getSimpleName();
        String qualifiedName = unique(scope.qualifiedName + "." + name, functions);
        visitSpace(method.getPrefix(), Space.Location.METHOD_DECLARATION_PREFIX, p);
        visitMarkers(method.getMarkers(), p);
        within(Place.DECORATOR, () -> visitEach(method.getLeadingAnnotations(), p));
        SourceLocation location = here(
                method.getModifiers().isEmpty()
                        ? Space.EMPTY
                        : method.getModifiers().get(0).getPrefix());
        visitEach(method.getModifiers(), p);
        visit(method.getName(), p);
        within(
                Place.DEFAULT_VALUE,
                () -> visitContainer(
                        method.getPadding().getParameters(), JContainer.Location.METHOD_DECLARATION_PARAMETERS, p));
        visit(method.getReturnTypeExpression(), p);
        ParameterReader parameters = ParameterReader.read(method, qualifiedName);
        ScopeBuilder body = enter(ScopeBuilder.Kind.FUNCTION, qualifiedName);
        body.selfName = parameters.selfName(decorators(method.getLeadingAnnotations()));
        parameters.bindings().forEach(body::bind);
        int outerLoops = loopDepth;
        loopDepth = 0;
        within(Place.BODY, () -> visit(method.getBody(), p));
        loopDepth = outerLoops;
        leave(body);
        FunctionModel function = function(method, qualifiedName, location, parameters, body);
        functions.put(qualifiedName, function);
        if (scope.kind == ScopeBuilder.Kind.CLASS && !function.hasDecorator("setter", "deleter")) {
            scope.methods.put(name, function);
        }
        return method;
    }

    private FunctionModel function(
            J.MethodDeclaration method,
            String qualifiedName,
            SourceLocation location,
            ParameterReader parameters,
            ScopeBuilder body) {
        return new FunctionModel(
                qualifiedName,
                method.getSimpleName(),
                location,
                method.getModifiers().stream().anyMatch(m -> m.getType() == J.Modifier.Type.Async),
                parameters.parameters(),
                decorators(method.getLeadingAnnotations()),
                ExprReader.readAnnotation(method.getReturnTypeExpression()),
                scope.qualifiedName,
                scope.kind == ScopeBuilder.Kind.CLASS ? scope.qualifiedName : null,
                method.getBody() == null
                        || method.getBody().getStatements().stream().allMatch(ExprReader::isPlaceholder),
                body.frozenBindings(),
                List.copyOf(body.imports),
                List.copyOf(body.returned),
                body.yielded,
                body.loopsForever,
                List.copyOf(body.calls));
    }

    @Override
    public J visitLambda(J.Lambda lambda, Integer p) {
        within(Place.LAMBDA, () -> super.visitLambda(lambda, p));
        return lambda;
    }

    @Override
    public J visitVariableScope(Py.VariableScope declaration, Integer p) {
        ScopeBuilder outer =
                scope.parent != null && scope.parent.kind == ScopeBuilder.Kind.FUNCTION ? scope.parent : scope.module();
        ScopeBuilder owner = declaration.getKind() == Py.VariableScope.Kind.GLOBAL ? scope.module() : outer;
        for (J.Identifier name : declaration.getNames()) {
            scope.declaredElsewhere.put(name.getSimpleName(), owner);
        }
        return super.visitVariableScope(declaration, p);
    }

    // --- bindings

    @Override
    public J visitMultiImport(Py.MultiImport multiImport, Integer p) {
        String from = multiImport.getFrom() == null ? null : ModuleNames.dotted(multiImport.getFrom());
        for (J.Import each : multiImport.getNames()) {
            bindImport(from, each, here(multiImport.getPrefix()).line());
        }
        return super.visitMultiImport(multiImport, p);
    }

    @Override
    public J visitImport(J.Import each, Integer p) {
        if (!(getCursor().getParentTreeCursor().getValue() instanceof Py.MultiImport)) {
            bindImport(null, each, here(each.getPrefix()).line());
        }
        return super.visitImport(each, p);
    }

    private void bindImport(@Nullable String from, J.Import each, int line) {
        String imported = ModuleNames.dotted(each.getQualid());
        String alias = each.getAlias() == null ? null : each.getAlias().getSimpleName();
        if (from != null) {
            scope.imports.add(new ImportedName(alias == null ? imported : alias, from, imported, typeChecking, line));
        } else if (alias != null) {
            scope.imports.add(new ImportedName(alias, imported, null, typeChecking, line));
        } else {
            // `import a.b.c` binds `a`; the dotted rest is found through the module's own name.
            String top = imported.contains(".") ? imported.substring(0, imported.indexOf('.')) : imported;
            scope.imports.add(new ImportedName(top, imported, null, typeChecking, line));
        }
    }

    @Override
    public J visitIf(J.If conditional, Integer p) {
        Expr condition = ExprReader.read(conditional.getIfCondition().getTree());
        String name = condition.dotted();
        boolean outer = typeChecking;
        typeChecking |= name != null && (name.equals("TYPE_CHECKING") || name.endsWith(".TYPE_CHECKING"));
        super.visitIf(conditional, p);
        typeChecking = outer;
        return conditional;
    }

    @Override
    public J visitAssignment(J.Assignment assignment, Integer p) {
        Tree target = assignment.getVariable();
        Expr annotation = null;
        if (target instanceof Py.TypeHintedExpression hinted) {
            annotation = ExprReader.readAnnotation(hinted.getTypeHint());
            target = hinted.getExpression();
        }
        bindTarget(target, ExprReader.read(assignment.getAssignment()), annotation, Binding.Kind.ASSIGNMENT);
        return super.visitAssignment(assignment, p);
    }

    @Override
    public J visitChainedAssignment(Py.ChainedAssignment assignment, Integer p) {
        Expr value = ExprReader.read(assignment.getAssignment());
        for (Tree target : assignment.getVariables()) {
            bindTarget(target, value, null, Binding.Kind.ASSIGNMENT);
        }
        return super.visitChainedAssignment(assignment, p);
    }

    @Override
    public J visitTypeHintedExpression(Py.TypeHintedExpression hinted, Integer p) {
        if (!(getCursor().getParentTreeCursor().getValue() instanceof J.Assignment)) {
            Expr annotation = ExprReader.readAnnotation(hinted.getTypeHint());
            bindTarget(hinted.getExpression(), Expr.Opaque.VALUE, annotation, Binding.Kind.ASSIGNMENT);
        }
        return super.visitTypeHintedExpression(hinted, p);
    }

    private void bindTarget(Tree target, Expr value, @Nullable Expr annotation, Binding.Kind kind) {
        if (target instanceof J.Identifier name) {
            scope.bind(name.getSimpleName(), new Binding(kind, value, annotation, scope.qualifiedName));
        } else if (target instanceof J.FieldAccess access) {
            bindAttribute(access, new Binding(kind, value, annotation, scope.qualifiedName));
        } else if (target instanceof Py.CollectionLiteral tuple) {
            bindTuple(tuple, value, kind);
        } else if (target instanceof J.Parentheses<?> parentheses) {
            bindTarget(parentheses.getTree(), value, annotation, kind);
        } else if (target instanceof Py.ExpressionStatement statement) {
            bindTarget(statement.getExpression(), value, annotation, kind);
        }
    }

    private void bindTuple(Py.CollectionLiteral targets, Expr value, Binding.Kind kind) {
        List<Expr> values = value instanceof Expr.Display display
                        && display.elements().size() == targets.getElements().size()
                ? display.elements()
                : List.of();
        for (int i = 0; i < targets.getElements().size(); i++) {
            bindTarget(targets.getElements().get(i), values.isEmpty() ? Expr.Opaque.VALUE : values.get(i), null, kind);
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
                ExprReader.read(access.getTarget()), access.getSimpleName(), binding.value(), binding.scope()));
    }

    private @Nullable ScopeBuilder enclosingMethod() {
        for (ScopeBuilder each = scope; each != null; each = each.parent) {
            if (each.owningClass() != null) {
                return each;
            }
        }
        return null;
    }

    // --- control flow

    @Override
    public J visitForEachLoop(J.ForEachLoop loop, Integer p) {
        J.ForEachLoop.Control control = loop.getControl();
        bindTarget(control.getVariable(), ExprReader.read(control.getIterable()), null, Binding.Kind.ELEMENT);
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
        visitSpace(comprehension.getPrefix(), Space.Location.LANGUAGE_EXTENSION, p);
        visitMarkers(comprehension.getMarkers(), p);
        repeated(inside, () -> visit(comprehension.getResult(), p));
        boolean first = true;
        for (Py.ComprehensionExpression.Clause clause : comprehension.getClauses()) {
            readClause(clause, inside, first, p);
            first = false;
        }
        visitSpace(comprehension.getSuffix(), Space.Location.LANGUAGE_EXTENSION, p);
        return comprehension;
    }

    /** The first clause's iterable is evaluated once, in the enclosing scope; everything else runs for each element. */
    private void readClause(Py.ComprehensionExpression.Clause clause, Place inside, boolean first, Integer p) {
        visitSpace(clause.getPrefix(), Space.Location.LANGUAGE_EXTENSION, p);
        bindTarget(clause.getIteratorVariable(), ExprReader.read(clause.getIteratedList()), null, Binding.Kind.ELEMENT);
        if (clause.getPadding().getAsync() != null) {
            visitRightPadded(
                    clause.getPadding().getAsync(), PyRightPadded.Location.COMPREHENSION_EXPRESSION_CLAUSE_ASYNC, p);
        }
        visit(clause.getIteratorVariable(), p);
        visitSpace(clause.getPadding().getIteratedList().getBefore(), Space.Location.LANGUAGE_EXTENSION, p);
        if (first) {
            visit(clause.getIteratedList(), p);
        } else {
            repeated(inside, () -> visit(clause.getIteratedList(), p));
        }
        List<Py.ComprehensionExpression.Condition> conditions = clause.getConditions();
        if (conditions != null) {
            repeated(inside, () -> visitEach(conditions, p));
        }
    }

    @Override
    public J visitTernary(J.Ternary ternary, Integer p) {
        // Python prints the true part first: `a if condition else b`.
        visitSpace(ternary.getPrefix(), Space.Location.TERNARY_PREFIX, p);
        visitMarkers(ternary.getMarkers(), p);
        visit(ternary.getTruePart(), p);
        visitSpace(ternary.getPadding().getTruePart().getBefore(), Space.Location.TERNARY_TRUE, p);
        visit(ternary.getCondition(), p);
        visitLeftPadded(ternary.getPadding().getFalsePart(), JLeftPadded.Location.TERNARY_FALSE, p);
        return ternary;
    }

    @Override
    public J visitTryResource(J.Try.Resource resource, Integer p) {
        if (!(resource.getVariableDeclarations() instanceof J.Assignment named)) {
            return super.visitTryResource(resource, p);
        }
        bindTarget(named.getVariable(), ExprReader.read(named.getAssignment()), null, Binding.Kind.CONTEXT);
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
        return super.visitYield(statement, p);
    }

    // --- calls

    @Override
    public J visitMethodInvocation(J.MethodInvocation invocation, Integer p) {
        Expr.Call call = ExprReader.call(invocation);
        addCall(invocation.getId(), here(invocation.getPrefix()), call, place, isAwaited(), isDiscarded());
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
                Place where = place == Place.BODY || place == Place.COMPREHENSION ? field.place() : place;
                addCall(field.id(), here(Space.EMPTY), call, where, field.awaited(), false);
            }
            lines.pass(source);
        }
        return literal;
    }

    private void addCall(
            UUID id, SourceLocation location, Expr.Call call, Place where, boolean awaited, boolean discarded) {
        String function = scope.kind == ScopeBuilder.Kind.FUNCTION ? scope.qualifiedName : null;
        ScopeBuilder owner = scope.kind == ScopeBuilder.Kind.CLASS ? scope.module() : scope;
        owner.calls.add(new CallSite(
                id,
                location,
                call,
                function,
                scope.qualifiedName,
                where,
                awaited,
                discarded,
                loopDepth > 0,
                List.copyOf(enclosingCalls)));
        if (awaited && loopDepth > 0 && isPause(call.callee())) {
            scope.loopsForever = true;
        }
    }

    private static boolean isPause(Expr callee) {
        String name = callee.dotted();
        return name != null && (name.equals("sleep") || name.endsWith(".sleep") || name.endsWith(".wait_for"));
    }

    private boolean isAwaited() {
        var parent = getCursor().getParentTreeCursor();
        while (parent.getValue() instanceof J.Parentheses<?>) {
            parent = parent.getParentTreeCursor();
        }
        return parent.getValue() instanceof Py.Await;
    }

    private boolean isDiscarded() {
        var parent = getCursor().getParentTreeCursor();
        if (parent.getValue() instanceof Py.Await) {
            parent = parent.getParentTreeCursor();
            if (!(parent.getValue() instanceof Py.ExpressionStatement)) {
                return false;
            }
            parent = parent.getParentTreeCursor();
        }
        return parent.getValue() instanceof J.Block || parent.getValue() instanceof Py.CompilationUnit;
    }

    // --- plumbing

    private ScopeBuilder enter(ScopeBuilder.Kind kind, String qualifiedName) {
        scope = new ScopeBuilder(kind, qualifiedName, scope);
        return scope;
    }

    private void leave(ScopeBuilder body) {
        scope = body.parent == null ? body : body.parent;
    }

    private void within(Place inner, Runnable visiting) {
        Place outer = place;
        place = inner;
        visiting.run();
        place = outer;
    }

    private void repeated(Place inner, Runnable visiting) {
        loopDepth++;
        within(place == Place.LAMBDA ? Place.LAMBDA : inner, visiting);
        loopDepth--;
    }

    private void visitEach(List<? extends J> trees, Integer p) {
        for (J tree : trees) {
            visit(tree, p);
        }
    }

    private SourceLocation here(Space prefix) {
        return new SourceLocation(path, lines.startAfter(prefix));
    }

    private static List<Expr> decorators(List<J.Annotation> annotations) {
        List<Expr> result = new ArrayList<>();
        for (J.Annotation annotation : annotations) {
            Expr name = ExprReader.read(annotation.getAnnotationType());
            result.add(
                    annotation.getArguments() == null
                            ? name
                            : new Expr.Call(annotation.getId(), name, ExprReader.arguments(annotation.getArguments())));
        }
        return List.copyOf(result);
    }

    /** Redefinitions (overloads, property setters, conditional definitions) get names of their own. */
    private static String unique(String qualifiedName, Map<String, ?> taken) {
        String result = qualifiedName;
        for (int n = 2; taken.containsKey(result); n++) {
            result = qualifiedName + "#" + n;
        }
        return result;
    }
}
