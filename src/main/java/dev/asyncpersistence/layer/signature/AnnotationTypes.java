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
package dev.asyncpersistence.layer.signature;

import dev.asyncpersistence.layer.signature.AnnotatedType.Known;
import dev.asyncpersistence.layer.signature.AnnotatedType.Library;
import dev.asyncpersistence.layer.signature.AnnotatedType.Project;
import dev.asyncpersistence.layer.signature.AnnotatedType.Repeated;
import dev.asyncpersistence.layer.signature.AnnotatedType.Unknown;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads annotations as types. */
final class AnnotationTypes {
    private static final Expr NONE = new Expr.Name("None");

    private final Resolver resolver;

    AnnotationTypes(Resolver resolver) {
        this.resolver = resolver;
    }

    AnnotatedType read(@Nullable Expr annotation, String scope) {
        if (annotation instanceof Expr.AnyOf union) {
            return AnnotatedType.union(union.options().stream().map(option -> read(option, scope)));
        }
        if (annotation instanceof Expr.Subscript generic) {
            return generic(generic, scope);
        }
        if (annotation == null || annotation.dotted() == null) {
            return Unknown.TYPE;
        }
        return annotation.equals(NONE) ? Known.NONE : named(annotation, List.of(), scope);
    }

    private AnnotatedType generic(Expr.Subscript generic, String scope) {
        List<Expr> index = generic.index();
        String special = external(generic.value(), scope);
        if (special != null && special.matches("typing(_extensions)?\\.(Optional|Union|Annotated)")) {
            List<Expr> meant = special.endsWith(".Annotated") ? index.subList(0, Math.min(1, index.size())) : index;
            AnnotatedType types = AnnotatedType.union(meant.stream().map(each -> read(each, scope)));
            return special.endsWith(".Optional") ? AnnotatedType.union(Stream.of(types, Known.NONE)) : types;
        }
        boolean repeated = index.size() == 2 && index.get(1) instanceof Expr.Opaque;
        AnnotatedType bare = named(generic.value(), List.of(), scope);
        if (repeated && bare instanceof Known known && known.name().equals("tuple")) {
            return new Repeated(read(index.get(0), scope));
        }
        return named(
                generic.value(), index.stream().map(each -> read(each, scope)).toList(), scope);
    }

    private AnnotatedType named(Expr name, List<AnnotatedType> arguments, String scope) {
        List<Value> values = resolver.resolve(name, scope).stream()
                .map(Resolved::value)
                .distinct()
                .toList();
        if (values.size() != 1) {
            return Unknown.TYPE;
        }
        if (values.get(0) instanceof Value.ClassObject type) {
            return new Project(type.type(), arguments);
        }
        String external = external(name, scope);
        if (external == null) {
            return Unknown.TYPE;
        }
        String known = KnownTypes.named(external);
        if (known != null) {
            return new Known(known, arguments);
        }
        // `Any`, `Self`, `Literal`, `object`, ...
        return external.matches("(typing|typing_extensions|builtins|collections\\.abc)\\..*")
                ? Unknown.TYPE
                : new Library(external);
    }

    /** The full name of what is imported or built in; null if it is something else, or one of several. */
    private @Nullable String external(Expr name, String scope) {
        List<Resolved> values = resolver.resolve(name, scope);
        return values.size() == 1 && values.get(0).value() instanceof Value.External external ? external.name() : null;
    }

    /** The known type that a class inherits from as named here; null if it isn't one. */
    @Nullable
    String knownBase(Expr base, String scope) {
        String external = external(base instanceof Expr.Subscript generic ? generic.value() : base, scope);
        return external == null ? null : KnownTypes.named(external);
    }
}
