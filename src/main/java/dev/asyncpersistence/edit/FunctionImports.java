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

import dev.asyncpersistence.plan.change.ImportChange;
import java.util.Objects;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Imports a name at the top of a function's body, behind its docstring. */
final class FunctionImports extends PythonVisitor<Integer> {
    private final ImportChange needed;
    private final FromImports imports;
    private final String lineEnd;

    private FunctionImports(ImportChange needed, FromImports imports, String lineEnd) {
        this.needed = needed;
        this.imports = imports;
        this.lineEnd = lineEnd;
    }

    static Py.CompilationUnit withName(Py.CompilationUnit tree, FromImports imports, ImportChange needed) {
        return (Py.CompilationUnit)
                Objects.requireNonNull(new FunctionImports(needed, imports, LineEnd.of(tree)).visit(tree, 0));
    }

    @Override
    public J visitMethodDeclaration(J.MethodDeclaration method, Integer p) {
        J.Block body = method.getBody();
        if (!method.getId().equals(needed.function()) || body == null) {
            return super.visitMethodDeclaration(method, p);
        }
        Suite suite = suite(method, body);
        for (int i = 0; i < ImportPlace.endOfImports(suite); i++) {
            if (suite.importAt(i).binds(needed.name())) {
                return method;
            }
        }
        Suite changed = imports.add(suite, needed.module(), needed.name());
        return method.withBody(body.getPadding().withStatements(changed.statements()));
    }

    private Suite suite(J.MethodDeclaration method, J.Block body) {
        String first = Spaces.text(body.getStatements().get(0).getPrefix());
        String indent = Spaces.hasLineBreak(first)
                ? Spaces.lastLine(first)
                : Spaces.lastLine(Spaces.text(method.getPrefix())) + imports.unit();
        return new Suite(body.getPadding().getStatements(), Space.EMPTY, false, indent, lineEnd).onLinesOfItsOwn();
    }
}
