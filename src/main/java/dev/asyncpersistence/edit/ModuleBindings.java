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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** What a file binds at module level, in branches too. */
final class ModuleBindings extends PythonVisitor<Integer> {
    private final List<ImportStatement> runtime = new ArrayList<>();
    private final List<ImportStatement> typeChecking = new ArrayList<>();
    private final Set<String> defined = new HashSet<>();
    private boolean underTypeChecking;

    private ModuleBindings() {}

    static ModuleBindings of(Py.CompilationUnit tree) {
        ModuleBindings bindings = new ModuleBindings();
        bindings.visit(tree, 0);
        return bindings;
    }

    boolean importsAtRuntime(String module, String name) {
        return runtime.stream().anyMatch(each -> each.bindsFrom(module, name));
    }

    boolean importsForTypeChecking(String module, String name) {
        return typeChecking.stream().anyMatch(each -> each.bindsFrom(module, name));
    }

    boolean bindsAtRuntime(String name) {
        return defined.contains(name) || runtime.stream().anyMatch(each -> each.binds(name));
    }

    boolean bindsForTypeChecking(String name) {
        return typeChecking.stream().anyMatch(each -> each.binds(name));
    }

    @Override
    public J visitMultiImport(Py.MultiImport statement, Integer p) {
        add(ImportStatement.of(statement));
        return statement;
    }

    @Override
    public J visitImport(J.Import statement, Integer p) {
        add(ImportStatement.of(statement));
        return statement;
    }

    private void add(ImportStatement statement) {
        (underTypeChecking ? typeChecking : runtime).add(statement);
    }

    @Override
    public J visitIf(J.If conditional, Integer p) {
        boolean outer = underTypeChecking;
        underTypeChecking |= TypeCheckingBlock.isOne(conditional);
        visit(conditional.getThenPart(), p);
        underTypeChecking = outer;
        visit(conditional.getElsePart(), p);
        return conditional;
    }

    @Override
    public J visitAssignment(J.Assignment assignment, Integer p) {
        Tree target = assignment.getVariable() instanceof Py.TypeHintedExpression hinted
                ? hinted.getExpression()
                : assignment.getVariable();
        if (target instanceof J.Identifier name) {
            defined.add(name.getSimpleName());
        }
        return assignment;
    }

    @Override
    public J visitClassDeclaration(J.ClassDeclaration declaration, Integer p) {
        defined.add(declaration.getSimpleName());
        return declaration;
    }

    @Override
    public J visitMethodDeclaration(J.MethodDeclaration method, Integer p) {
        defined.add(method.getSimpleName());
        return method;
    }
}
