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

import dev.asyncpersistence.model.Resolved.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What type annotations name. */
final class Annotations {
    private static final Set<String> WRAPPER_TYPES = Set.of(
            "Optional", "Union", "Annotated", "Final", "ClassVar", "Awaitable", "Coroutine", "Required", "NotRequired");

    private static final Set<String> UNKNOWN_TYPES = Set.of(
            "typing.Any",
            // What a method returns says more.
            "typing.Self",
            "typing_extensions.Self",
            "builtins.object",
            "None",
            "builtins.None");

    /** What generator functions and iterables are annotated with; the first type argument is what they give. */
    private static final Set<String> GIVING_TYPES = Set.of(
            "Iterator",
            "AsyncIterator",
            "Generator",
            "AsyncGenerator",
            "Iterable",
            "AsyncIterable",
            "list",
            "List",
            "tuple",
            "Tuple",
            "set",
            "Set",
            "Sequence",
            "Collection",
            "AbstractContextManager",
            "AbstractAsyncContextManager");

    private final Resolver resolver;

    Annotations(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Instances of what an annotation names; empty for {@code Any} and for types that cannot be found. */
    List<Resolved> instanceOf(Expr annotation, String scope) {
        if (annotation instanceof Expr.AnyOf union) {
            return Resolver.flat(union.options().stream().map(option -> instanceOf(option, scope)));
        }
        if (annotation instanceof Expr.Subscript generic) {
            return instanceOfGeneric(generic, scope);
        }
        List<Resolved> result = new ArrayList<>();
        for (Resolved named : resolver.resolve(annotation, scope)) {
            if (named.value() instanceof Value.ClassObject type) {
                result.add(new Resolved(new Value.Instance(type.type()), Evidence.DECLARED));
            } else if (named.value() instanceof Value.External external && !UNKNOWN_TYPES.contains(external.name())) {
                result.add(new Resolved(new Value.ExternalResult(external.name()), Evidence.DECLARED));
            }
        }
        return result;
    }

    private List<Resolved> instanceOfGeneric(Expr.Subscript generic, String scope) {
        String name = Program.lastName(generic.value());
        if (name != null && WRAPPER_TYPES.contains(name)) {
            Stream<Expr> inner =
                    name.equals("Annotated") ? generic.index().stream().limit(1) : generic.index().stream();
            return Resolver.flat(inner.map(option -> instanceOf(option, scope)));
        }
        if ("type".equals(name) || "Type".equals(name)) {
            return generic.index().isEmpty()
                    ? List.of()
                    : resolver.resolve(generic.index().get(0), scope);
        }
        return instanceOf(generic.value(), scope);
    }

    /** Instances of what an iterator, a collection or a context manager gives, by its annotation. */
    List<Resolved> givenBy(@Nullable Expr annotation, String scope) {
        if (annotation instanceof Expr.Subscript generic) {
            String name = Program.lastName(generic.value());
            if (name != null && GIVING_TYPES.contains(name) && !generic.index().isEmpty()) {
                return instanceOf(generic.index().get(0), scope);
            }
        }
        return List.of();
    }
}
