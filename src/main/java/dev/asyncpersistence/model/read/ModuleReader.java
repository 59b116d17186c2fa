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

import dev.asyncpersistence.model.CallSite.Place;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.python.tree.Py;

/** Reads one Python tree into a {@link ModuleModel}. Visits in source order, so that line numbers can be counted along. */
public final class ModuleReader extends ReferenceReader {
    private final Map<String, ClassModel> classes = new LinkedHashMap<>();
    private final Map<String, FunctionModel> functions = new LinkedHashMap<>();

    private ModuleReader(String path) {
        super(path, new ScopeBuilder(ScopeBuilder.Kind.MODULE, ModuleNames.fromPath(path), null));
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
                List.copyOf(module.calls),
                List.copyOf(module.references));
    }

    /** The line that the reading of a tree ends on; tests compare it with the text. */
    static int lastLine(Py.CompilationUnit tree) {
        ModuleReader reader = new ModuleReader("x.py");
        reader.visit(tree, 0);
        return reader.lines.startAfter(Space.EMPTY);
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
                        declaration.getId(),
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
        onItsOwn(() -> within(Place.BODY, () -> visit(method.getBody(), p)));
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
                method.getId(),
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
                List.copyOf(body.calls),
                List.copyOf(body.references),
                List.copyOf(body.writes),
                SignatureNames.of(method));
    }

    // --- plumbing

    private ScopeBuilder enter(ScopeBuilder.Kind kind, String qualifiedName) {
        scope = new ScopeBuilder(kind, qualifiedName, scope);
        return scope;
    }

    private void leave(ScopeBuilder body) {
        scope = body.parent == null ? body : body.parent;
    }

    private static List<Expr> decorators(List<J.Annotation> annotations) {
        return annotations.stream()
                .map(each -> each.getArguments() == null ? ExprReader.read(each.getAnnotationType()) : decorator(each))
                .toList();
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
