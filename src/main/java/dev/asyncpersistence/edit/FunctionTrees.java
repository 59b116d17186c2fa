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
import dev.asyncpersistence.plan.change.MethodChange;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** The functions that changes copy, by identity: they may stand in other files than the one that is changed. */
public final class FunctionTrees {
    public static final FunctionTrees NONE = new FunctionTrees(Map.of());

    private final Map<UUID, J.MethodDeclaration> functions;

    private FunctionTrees(Map<UUID, J.MethodDeclaration> functions) {
        this.functions = functions;
    }

    /** Looks for what the changes copy. */
    public static FunctionTrees copiedBy(Stream<Change> changes, Collection<Py.CompilationUnit> trees) {
        Set<UUID> wanted = changes.filter(MethodChange.class::isInstance)
                .map(change -> ((MethodChange) change).copied())
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return NONE;
        }
        Map<UUID, J.MethodDeclaration> found = new HashMap<>();
        PythonVisitor<Set<UUID>> finder = new PythonVisitor<>() {
            @Override
            public J visitMethodDeclaration(J.MethodDeclaration function, Set<UUID> ids) {
                if (ids.contains(function.getId())) {
                    found.put(function.getId(), function);
                }
                return super.visitMethodDeclaration(function, ids);
            }
        };
        trees.forEach(tree -> finder.visit(tree, wanted));
        return new FunctionTrees(found);
    }

    J.MethodDeclaration get(UUID id) {
        J.MethodDeclaration function = functions.get(id);
        if (function == null) {
            throw new IllegalArgumentException("The function that is to be copied is not there");
        }
        return function;
    }
}
