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

import dev.asyncpersistence.layer.CallCatalogue;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where an {@code await} may stand, if the function around it is async. */
final class AwaitPlaces {
    /** Where no function may await, whatever it is. */
    private static final Map<CallSite.Place, Reason> PLACES = Map.of(
            CallSite.Place.LAMBDA, Reason.LAMBDA,
            CallSite.Place.DEFAULT_VALUE, Reason.DEFAULT_VALUE,
            CallSite.Place.DECORATOR, Reason.DECORATOR,
            CallSite.Place.CLASS_BODY, Reason.CLASS_BODY,
            CallSite.Place.SHOWN_SOURCE, Reason.SHOWN_SOURCE,
            CallSite.Place.MODULE_BODY, Reason.MODULE_BODY,
            CallSite.Place.NESTED_COMPREHENSION, Reason.NESTED_COMPREHENSION);

    /** Builtins that take all elements of an iterable, so that a list does as well as a generator. {@code any} and {@code all} stop early. */
    private static final Set<String> TAKE_ALL =
            Set.of("sum", "list", "tuple", "set", "frozenset", "sorted", "max", "min", "dict");

    private final Resolver resolver;
    private final CallCatalogue catalogue;

    AwaitPlaces(Resolver resolver, CallCatalogue catalogue) {
        this.resolver = resolver;
        this.catalogue = catalogue;
    }

    /** Why no {@code await} may stand at a call site; null if one may. */
    @Nullable
    Obstacle obstacle(CallSite site) {
        Reason place = PLACES.get(site.place());
        if (place != null) {
            return Obstacle.of(place);
        }
        if (site.place() == CallSite.Place.GENERATOR_EXPRESSION && !canBeList(site)) {
            return Obstacle.of(Reason.GENERATOR_EXPRESSION);
        }
        return site.managers().stream()
                .filter(manager -> isLock(manager, site.scope()))
                .findFirst()
                .map(lock -> new Obstacle(Reason.LOCK_HELD, lock.display()))
                .orElseGet(() -> acquiredBefore(site));
    }

    /** {@code lock.acquire()} above a call and {@code lock.release()} below it. */
    private @Nullable Obstacle acquiredBefore(CallSite site) {
        FunctionModel function =
                site.function() == null ? null : resolver.program().function(site.function());
        if (function == null) {
            return null;
        }
        for (CallSite acquire : function.calls()) {
            boolean above = acquire.location().compareTo(site.location()) <= 0;
            if (above && callsLock(acquire, "acquire", "release") && releasedBelow(site, function)) {
                return new Obstacle(Reason.LOCK_HELD, acquire.call().callee().display());
            }
        }
        return null;
    }

    private boolean releasedBelow(CallSite site, FunctionModel function) {
        return function.calls().stream()
                .anyMatch(release -> callsLock(release, "release", "acquire")
                        && release.location().compareTo(site.location()) >= 0);
    }

    /** Whether a call does one thing with a lock, itself or in a function that leaves the other to somebody else. */
    private boolean callsLock(CallSite site, String method, String counterpart) {
        return isCallOfLock(site, method)
                || functions(site.call().callee(), site.scope())
                        .anyMatch(f -> callsLockIn(f, method) && !callsLockIn(f, counterpart));
    }

    private boolean callsLockIn(FunctionModel function, String method) {
        return function.calls().stream().anyMatch(call -> isCallOfLock(call, method));
    }

    private Stream<FunctionModel> functions(Expr callee, String scope) {
        return resolver.resolve(callee, scope).stream()
                .map(Resolved::value)
                .filter(Value.FunctionObject.class::isInstance)
                .map(value -> ((Value.FunctionObject) value).function());
    }

    /** An object of the project's own that takes a lock when it is entered, or a generator that yields while it holds one. */
    private boolean takesLock(Expr manager, String scope) {
        boolean entered = resolver.resolve(manager, scope).stream()
                .map(Resolved::value)
                .filter(Value.Instance.class::isInstance)
                .map(value -> resolver.hierarchy().method(((Value.Instance) value).type(), "__enter__"))
                .anyMatch(enter -> enter != null && callsLockIn(enter, "acquire"));
        return entered
                || (manager instanceof Expr.Call call
                        && functions(call.callee(), scope).anyMatch(f -> f.yielded() && holdsLock(f)));
    }

    private boolean holdsLock(FunctionModel generator) {
        return callsLockIn(generator, "acquire")
                || generator.references().stream()
                        .anyMatch(r -> r.use().isEntered() && isNamedLock(r.expr(), r.scope()));
    }

    /** An asyncio lock's {@code acquire} is awaited. */
    private boolean isCallOfLock(CallSite site, String method) {
        return site.call().callee() instanceof Expr.Attribute callee
                && callee.attr().equals(method)
                && !site.awaited()
                && isNamedLock(callee.value(), site.scope());
    }

    /** Whether the generator expression around a call can be a list comprehension instead. */
    private boolean canBeList(CallSite site) {
        Expr consumer = site.generator() == null ? null : site.generator().consumer();
        if (consumer instanceof Expr.Attribute method) {
            return method.attr().equals("join");
        }
        String name = consumer == null ? null : consumer.dotted();
        return consumer != null
                && name != null
                && TAKE_ALL.contains(name)
                && resolver.resolve(consumer, site.scope()).stream()
                        .allMatch(v -> v.value().equals(new Value.External("builtins." + name)));
    }

    /** An asyncio lock can't be held by a plain {@code with}, so that any lock there is one of threads. */
    private boolean isLock(Expr manager, String scope) {
        return isNamedLock(manager, scope) || takesLock(manager, scope);
    }

    private boolean isNamedLock(Expr manager, String scope) {
        boolean known = resolver.resolve(manager, scope).stream()
                .anyMatch(v -> v.value() instanceof Value.ExternalResult result && catalogue.isLock(result.name()));
        String name = Program.lastName(manager);
        return known || (name != null && name.toLowerCase(Locale.ROOT).endsWith("lock"));
    }
}
