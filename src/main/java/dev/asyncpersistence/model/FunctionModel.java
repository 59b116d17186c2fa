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
 * A {@code def} or {@code async def}.
 *
 * @param id identity of the definition's tree node
 * @param qualifiedName module, classes and functions around it, joined by dots ({@code pkg.mod.Class.method})
 * @param enclosingScope qualified name of the scope that the {@code def} stands in
 * @param className qualified name of the class whose method this is
 * @param overloadStub whether it only declares: {@code @overload}, or an abstract or protocol body
 * @param locals names bound in the body and by parameters; names declared {@code global} or {@code nonlocal} are not here
 * @param imports names imported inside the body
 * @param returned values of {@code return} statements; in a generator, of {@code yield}, too
 * @param yielded whether the body has a {@code yield}
 * @param loopsForever whether it awaits a pause inside a loop, as periodic tasks do
 * @param calls calls in the body, nested functions' calls not included
 * @param references names read in the body, those of nested functions not included
 * @param writes changes of what outlives the call
 * @param signatureNames names that default values and annotations use
 */
public record FunctionModel(
        UUID id,
        String qualifiedName,
        String name,
        SourceLocation location,
        boolean async,
        List<Parameter> parameters,
        List<Expr> decorators,
        @Nullable Expr returnAnnotation,
        String enclosingScope,
        @Nullable String className,
        boolean overloadStub,
        Map<String, List<Binding>> locals,
        List<ImportedName> imports,
        List<Expr> returned,
        boolean yielded,
        boolean loopsForever,
        List<CallSite> calls,
        List<Reference> references,
        List<Write> writes,
        List<SignatureName> signatureNames) {

    public boolean hasDecorator(String... names) {
        for (Expr decorator : decorators) {
            Expr plain = decorator.callee();
            String dotted = plain.dotted();
            for (String name : names) {
                if (dotted != null && (dotted.equals(name) || dotted.endsWith("." + name))) {
                    return true;
                }
            }
        }
        return false;
    }

    public boolean isProperty() {
        return hasDecorator("property", "cached_property");
    }

    public boolean isStatic() {
        return hasDecorator("staticmethod");
    }

    /** Whether the first parameter is the instance (or the class) and is not passed at the call. */
    public boolean hasImplicitFirstParameter() {
        return className != null && !isStatic() && !parameters.isEmpty();
    }

    /** Parameters a caller passes. */
    public List<Parameter> callParameters() {
        return hasImplicitFirstParameter() ? parameters.subList(1, parameters.size()) : parameters;
    }

    /** Whether a scope is the function's own, or that of something defined in it. */
    public boolean encloses(String scope) {
        return scope.equals(qualifiedName) || scope.startsWith(qualifiedName + ".");
    }

    /** Models are compared by identity of what they describe: a deep comparison would visit half the program. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FunctionModel that && qualifiedName.equals(that.qualifiedName);
    }

    @Override
    public int hashCode() {
        return qualifiedName.hashCode();
    }
}
