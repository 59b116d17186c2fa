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
package dev.asyncpersistence.model;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A class.
 *
 * @param id identity of the definition's tree node
 * @param attributes values bound in the class body and, through {@code self}, in its methods
 */
public record ClassModel(
        UUID id,
        String qualifiedName,
        String name,
        SourceLocation location,
        List<Expr> bases,
        List<Expr> decorators,
        String enclosingScope,
        Map<String, FunctionModel> methods,
        Map<String, List<Binding>> attributes) {

    public @Nullable FunctionModel method(String methodName) {
        return methods.get(methodName);
    }

    /** Whether annotated class-body names are constructor parameters. */
    public boolean dataclass() {
        return decorators.stream()
                .map(Expr::callee)
                .map(Expr::dotted)
                .anyMatch(
                        d -> d != null && (d.equals("dataclass") || d.endsWith(".dataclass") || d.startsWith("attr")));
    }

    /** The fields of a dataclass that the class itself adds: annotated names of its body, in order; class variables and what methods assign are none. */
    public List<String> fields() {
        return attributes.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(b -> b.annotation() != null
                                && b.scope().equals(qualifiedName)
                                && !isClassVariable(b.annotation())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isClassVariable(Expr annotation) {
        Expr plain = annotation instanceof Expr.Subscript generic ? generic.value() : annotation;
        return "ClassVar".equals(Program.lastName(plain));
    }

    /** Models are compared by identity of what they describe: a deep comparison would visit half the program. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClassModel that && qualifiedName.equals(that.qualifiedName);
    }

    @Override
    public int hashCode() {
        return qualifiedName.hashCode();
    }
}
