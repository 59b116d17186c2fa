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
import dev.asyncpersistence.layer.LayerMethod;
import dev.asyncpersistence.layer.ThreadObstacle;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Reference;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.model.Write;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a sync function can run on a thread while the event loop goes on: neither it nor what it calls changes anything that others see, needs
 * the loop, or does what nobody knows.
 */
final class ThreadLift {
    /** What gives each thread something else. */
    private static final Set<String> THREAD_OWN =
            Set.of("threading.local", "threading.current_thread", "threading.get_ident", "threading.get_native_id");

    private static final Set<String> LOOP_MODULES = Set.of("asyncio", "anyio", "trio", "contextvars");

    private final Resolver resolver;
    private final FunctionUses uses;
    private final CallCatalogue catalogue;
    private final Map<UUID, LayerCall> layerCalls;
    private final LocalValues locals;
    private final IterationStops stops;
    private final Map<FunctionModel, Optional<String>> known = new HashMap<>();

    ThreadLift(Resolver resolver, FunctionUses uses, CallCatalogue catalogue, Map<UUID, LayerCall> layerCalls) {
        this.resolver = resolver;
        this.uses = uses;
        this.catalogue = catalogue;
        this.layerCalls = layerCalls;
        this.locals = new LocalValues(resolver);
        this.stops = new IterationStops(resolver, uses);
    }

    /** What keeps the function from running on a thread, with its place; null if nothing is known against it. */
    @Nullable
    String obstacle(FunctionModel function) {
        Optional<String> answer = known.get(function);
        if (answer == null) {
            String found = function.yielded() ? "it is a generator" : find(function, new HashSet<>());
            answer = Optional.ofNullable(found);
            known.put(function, answer);
        }
        return answer.orElse(null);
    }

    private @Nullable String find(FunctionModel function, Set<FunctionModel> seen) {
        if (!seen.add(function)) {
            return null;
        }
        if (function.async()) {
            return "it makes a coroutine of `" + function.name() + "`";
        }
        SourceLocation stop = stops.place(function);
        if (stop != null) {
            return "it lets `StopIteration` out (" + stop + ")";
        }
        for (Write write : function.writes()) {
            if (!locals.isOwn(write.target(), function)) {
                return "it changes `" + write.target().display() + "` (" + write.location() + ")";
            }
        }
        for (CallSite site : function.calls()) {
            String found = EagerCalls.runsLater(site)
                    ? "it calls `" + site.call().callee().display() + "` later, where its result is used ("
                            + site.location() + ")"
                    : ofSite(site, function, seen);
            if (found != null) {
                return found;
            }
        }
        for (FunctionModel also : alsoRun(function)) {
            String found = find(also, seen);
            if (found != null) {
                return found;
            }
        }
        return ofReferences(function, seen);
    }

    /** Properties that it reads, and what its decorators put around it. */
    private List<FunctionModel> alsoRun(FunctionModel function) {
        List<FunctionModel> result = new ArrayList<>(uses.propertiesReadIn(function));
        for (Expr decorator : function.decorators()) {
            Expr callee = decorator.callee();
            for (Resolved each : resolver.resolve(callee, function.enclosingScope())) {
                if (each.value() instanceof Value.FunctionObject wrapper) {
                    String inside = wrapper.function().qualifiedName() + ".";
                    resolver.program().moduleOf(wrapper.function().qualifiedName()).functions().values().stream()
                            .filter(f -> f.qualifiedName().startsWith(inside))
                            .forEach(result::add);
                }
            }
        }
        return result;
    }

    private @Nullable String ofSite(CallSite site, FunctionModel function, Set<FunctionModel> seen) {
        LayerCall layerCall = layerCalls.get(site.id());
        if (layerCall != null) {
            return ofLayerCall(layerCall);
        }
        Call call = uses.at(site);
        if (call != null) {
            return ofTargets(call, seen);
        }
        String outside = ofExternal(site);
        return outside != null ? outside : ofUnknown(site, function, seen);
    }

    private static @Nullable String ofLayerCall(LayerCall call) {
        LayerMethod method = call.method();
        ThreadObstacle obstacle = method == null ? null : method.threadObstacle();
        if (obstacle != null) {
            return obstacle.detail();
        }
        boolean fit = method != null
                && (method.kind() == LayerMethod.Kind.BLOCKING || method.kind() == LayerMethod.Kind.IN_MEMORY);
        return fit
                ? null
                : "it calls `" + call.methodName() + "` (" + call.site().location() + ")";
    }

    private @Nullable String ofTargets(Call call, Set<FunctionModel> seen) {
        for (FunctionModel target : call.targets()) {
            String found = find(target, seen);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable String ofExternal(CallSite site) {
        for (Resolved each : resolver.resolve(site.call().callee(), site.scope())) {
            String name = each.value() instanceof Value.External external
                    ? external.name()
                    : each.value() instanceof Value.ExternalResult result ? result.name() : "";
            int dot = name.indexOf('.');
            if (THREAD_OWN.contains(name)) {
                return "it asks which thread it runs on (" + site.location() + ")";
            }
            if (LOOP_MODULES.contains(dot < 0 ? name : name.substring(0, dot)) || catalogue.isLoopFunction(name)) {
                return "it calls " + name + " (" + site.location() + ")";
            }
            int method = name.lastIndexOf('.');
            if (method > 0 && catalogue.isConnection(name.substring(0, method))) {
                return "it uses a connection (" + site.location() + ")";
            }
        }
        return null;
    }

    /** A call of which nobody knows what it runs: harmless where no function of the project has that name and nothing shared is changed. */
    private @Nullable String ofUnknown(CallSite site, FunctionModel function, Set<FunctionModel> seen) {
        Expr callee = site.call().callee();
        boolean known = !isHandedOut(callee, site.scope());
        if (!(callee instanceof Expr.Attribute method)) {
            return known || isParameterAround(callee, function)
                    ? null
                    : "it calls `" + callee.display() + "`, which is not known (" + site.location() + ")";
        }
        if (Mutators.contains(method.attr()) && !locals.isOwn(method.value(), function)) {
            return "it changes `" + method.value().display() + "` (" + site.location() + ")";
        }
        if (known) {
            return null;
        }
        for (FunctionModel namesake : uses.named(method.attr())) {
            String found = namesake.className() == null ? null : find(namesake, seen);
            if (found != null) {
                return "it may call `" + namesake.name() + "` (" + site.location() + "): " + found;
            }
        }
        return null;
    }

    /** What a decorator's wrapper calls is the function that it was handed. */
    private boolean isParameterAround(Expr callee, FunctionModel function) {
        for (FunctionModel around = resolver.program().function(function.enclosingScope());
                around != null;
                around = resolver.program().function(around.enclosingScope())) {
            if (around.parameters().stream().anyMatch(p -> new Expr.Name(p.name()).equals(callee))) {
                return true;
            }
        }
        return false;
    }

    /** Whether nobody knows what is called, or a library handed it out. */
    private boolean isHandedOut(Expr callee, String scope) {
        return resolver.resolve(callee, scope).stream().allMatch(v -> v.value() instanceof Value.ExternalResult);
    }

    private boolean isThreadLocal(Reference reference) {
        Expr each = reference.expr();
        while (each instanceof Expr.Attribute attribute) {
            each = attribute.value();
            if (resolver.resolve(each, reference.scope()).stream()
                    .anyMatch(v -> v.value().equals(new Value.ExternalResult("threading.local")))) {
                return true;
            }
        }
        return false;
    }

    /** A function that is handed to a call may be called there. */
    private @Nullable String ofReferences(FunctionModel function, Set<FunctionModel> seen) {
        for (Reference reference : function.references()) {
            if (isThreadLocal(reference)) {
                return "it reads `" + reference.expr().display() + "`, which each thread has its own of ("
                        + reference.location() + ")";
            }
            List<Resolved> values =
                    reference.use() == Use.ARGUMENT ? resolver.resolve(reference.expr(), reference.scope()) : List.of();
            for (Resolved each : values) {
                String found = each.value() instanceof Value.FunctionObject handed
                        ? EagerCalls.handsOnForLater(reference)
                                ? "it hands on `" + handed.function().name() + "` for later (" + reference.location()
                                        + ")"
                                : find(handed.function(), seen)
                        : null;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
