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
package dev.asyncpersistence.plan;

import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.graph.LibraryNames;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the declaration of a function says about making it async. */
public final class Declarations {
    /** Decorators that give back the function itself, or bind it in a way that an {@code await} doesn't mind. */
    private static final Set<String> TRANSPARENT =
            Set.of("staticmethod", "classmethod", "abstractmethod", "override", "final", "overload");

    private static final Set<String> CACHES =
            Set.of("lru_cache", "cache", "cached", "memoize", "memoized", "cached_method", "cachedmethod");

    private static final Set<String> PROPERTIES =
            Set.of("property", "cached_property", "setter", "getter", "deleter", "abstractproperty", "hybrid_property");

    /** Bases outside the project that call no method which they don't declare. */
    private static final Set<String> HARMLESS_BASES = Set.of(
            "abc.ABC",
            "typing.Protocol",
            "typing_extensions.Protocol",
            "typing.Generic",
            "typing.NamedTuple",
            "typing.TypedDict",
            "builtins.object",
            "enum.Enum",
            "enum.IntEnum",
            "enum.StrEnum",
            "pydantic.BaseModel",
            "pydantic_settings.BaseSettings",
            "sqlalchemy.orm.DeclarativeBase");

    private final Resolver resolver;
    private final EntryPointCatalogue entryPoints = EntryPointCatalogue.standard();

    public Declarations(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Why a function declared like this can't be made async; null if it can. */
    @Nullable
    Obstacle obstacle(FunctionModel function) {
        if (function.className() != null
                && function.name().startsWith("__")
                && function.name().endsWith("__")) {
            return Obstacle.of(Reason.DUNDER_METHOD);
        }
        for (Expr decorator : function.decorators()) {
            Obstacle obstacle = ofDecorator(decorator);
            if (obstacle != null) {
                return obstacle;
            }
        }
        if (function.yielded()) {
            return Obstacle.of(Reason.GENERATOR_FUNCTION);
        }
        return mayOverrideExternal(function) ? Obstacle.of(Reason.EXTERNAL_BASE) : null;
    }

    private @Nullable Obstacle ofDecorator(Expr decorator) {
        String name = lastName(decorator);
        if (name != null && TRANSPARENT.contains(name)) {
            return null;
        }
        if (name != null && PROPERTIES.contains(name)) {
            return Obstacle.of(Reason.PROPERTY);
        }
        if (name != null && CACHES.contains(name)) {
            return Obstacle.of(Reason.CACHED_FUNCTION);
        }
        if ("contextmanager".equals(name)) {
            return Obstacle.of(Reason.CONTEXT_MANAGER);
        }
        return new Obstacle(Reason.DECORATED_FUNCTION, "@" + callee(decorator).display());
    }

    /** Whether a method has the name of one that a base outside the project may have and call. */
    private boolean mayOverrideExternal(FunctionModel function) {
        ClassModel type =
                function.className() == null ? null : resolver.program().classNamed(function.className());
        return type != null
                && !function.name().startsWith("_")
                && !LibraryNames.isTelling(function.name())
                && resolver.hierarchy().lookupOrder(type).stream().anyMatch(this::hasUnknownBase);
    }

    private boolean hasUnknownBase(ClassModel type) {
        return type.bases().stream().anyMatch(base -> isUnknown(base, type));
    }

    private boolean isUnknown(Expr base, ClassModel type) {
        Expr plain = base instanceof Expr.Subscript generic ? generic.value() : base;
        List<Resolved> values = resolver.resolve(plain, type.enclosingScope());
        return values.isEmpty()
                || values.stream()
                        .anyMatch(v -> v.value() instanceof Value.External external && !isHarmless(external.name()));
    }

    private static boolean isHarmless(String base) {
        return HARMLESS_BASES.contains(base)
                || (base.startsWith("builtins.") && (base.endsWith("Error") || base.endsWith("Exception")));
    }

    /** Whether the function is an entry point that its framework runs on a thread, or a program of its own. */
    public boolean runsOffLoop(FunctionModel function) {
        return function.decorators().stream().anyMatch(decorator -> isOffLoop(decorator, function));
    }

    private boolean isOffLoop(Expr decorator, FunctionModel function) {
        return resolver.resolve(callee(decorator), function.enclosingScope()).stream()
                .map(Resolved::value)
                .map(Declarations::externalName)
                .anyMatch(name -> name != null && entryPoints.runsOnThread(name, lastName(decorator)));
    }

    private static @Nullable String externalName(Value value) {
        if (value instanceof Value.External external) {
            return external.name();
        }
        return value instanceof Value.ExternalResult result ? result.name() : null;
    }

    private static Expr callee(Expr decorator) {
        return decorator.callee();
    }

    private static @Nullable String lastName(Expr decorator) {
        return Program.lastName(callee(decorator));
    }
}
