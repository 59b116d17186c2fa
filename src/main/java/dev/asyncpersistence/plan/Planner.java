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

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.layer.LayerMethod;
import dev.asyncpersistence.layer.LayerMethod.Counterpart;
import dev.asyncpersistence.layer.ThreadObstacle;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved.Evidence;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.ThreadHandoff;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.model.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The decision tree: for each call on a layer, what to do and why. */
public final class Planner {
    /** Callees that take a coroutine and see to it that it runs. */
    private static final Set<String> COROUTINE_CONSUMERS = Set.of(
            "gather",
            "create_task",
            "ensure_future",
            "wait_for",
            "shield",
            "run",
            "run_until_complete",
            "wait",
            "as_completed",
            "start_soon",
            "run_coroutine_threadsafe");

    /** Calls that ask what a function is. */
    private static final Set<String> PROBES = Set.of("iscoroutinefunction", "isawaitable", "iscoroutine");

    /** Where no function may await, whatever it is. */
    private static final Map<CallSite.Place, Reason> PLACES = Map.of(
            CallSite.Place.LAMBDA, Reason.LAMBDA,
            CallSite.Place.DEFAULT_VALUE, Reason.DEFAULT_VALUE,
            CallSite.Place.DECORATOR, Reason.DECORATOR,
            CallSite.Place.CLASS_BODY, Reason.CLASS_BODY,
            CallSite.Place.MODULE_BODY, Reason.MODULE_BODY);

    private final Resolver resolver;
    private final List<Layer> layers;
    private final CriticalPaths criticalPaths;
    private final AsyncLayerReach reach;

    public Planner(Resolver resolver, List<Layer> layers) {
        this.resolver = resolver;
        this.layers = layers;
        this.criticalPaths = new CriticalPaths(resolver);
        this.reach = new AsyncLayerReach(resolver);
    }

    /** Decides on every call. */
    public MigrationPlan plan() {
        LayerCalls calls = new LayerCalls(resolver, layers);
        List<Decision> decisions = calls.calls().stream()
                .map(this::decide)
                .sorted(Comparator.comparing(d -> d.site().location()))
                .toList();
        return new MigrationPlan(layers, decisions, calls.unresolved());
    }

    private Decision decide(LayerCall call) {
        if (call.onAsyncLayer()) {
            return onAsyncLayer(call);
        }
        LayerMethod method = call.method();
        if (method == null) {
            return keep(call, Reason.NO_SUCH_METHOD, call.layer().simpleName() + "." + call.methodName());
        }
        return switch (method.kind()) {
            case ASYNC -> coroutine(call);
            case FAKE_ASYNC -> keep(call, Reason.FAKE_ASYNC, chain(method));
            case IN_MEMORY -> keep(call, Reason.IN_MEMORY, "");
            case LAZY -> keep(call, Reason.LAZY_RESULT, "");
            case BLOCKING -> blocking(call, method);
        };
    }

    private Decision onAsyncLayer(LayerCall call) {
        FunctionModel method = call.asyncMethod();
        if (method == null) {
            return keep(call, Reason.NO_SUCH_METHOD, call.layer().asyncName() + "." + call.methodName());
        }
        return method.async() ? coroutine(call) : keep(call, Reason.IN_MEMORY, "");
    }

    private Decision coroutine(LayerCall call) {
        CallSite site = call.site();
        boolean handedOn = site.enclosingCalls().stream()
                .map(Program::lastName)
                .anyMatch(name -> name != null && COROUTINE_CONSUMERS.contains(name));
        boolean lost = site.use() == Use.DISCARDED && !handedOn;
        return keep(call, lost ? Reason.COROUTINE_NOT_AWAITED : Reason.ALREADY_ASYNC, "");
    }

    private Decision blocking(LayerCall call, LayerMethod method) {
        Reason obstacle = obstacle(call);
        if (obstacle != null) {
            return keep(call, obstacle, chain(method));
        }
        Counterpart variant = method.variant();
        if (variant == null || !variant.usable()) {
            return awaitOrThread(call, method);
        }
        return call.direct()
                ? new Decision(call, Action.AWAIT_VARIANT, Reason.ASYNC_METHOD, "", variant.name(), priority(call))
                : onThread(call, method, Reason.INDIRECT_CALL, variant.name());
    }

    private Decision awaitOrThread(LayerCall call, LayerMethod method) {
        Counterpart counterpart = method.counterpart();
        Reason reason = Reason.NO_ASYNC_METHOD;
        String detail = "";
        if (counterpart != null && !counterpart.usable()) {
            reason = Reason.SIGNATURE_MISMATCH;
            detail = String.valueOf(counterpart.mismatch());
        } else if (counterpart != null && !call.direct()) {
            reason = Reason.INDIRECT_CALL;
            detail = counterpart.name();
        } else if (counterpart != null) {
            String target = reach.from(call);
            if (target != null) {
                return new Decision(
                        call,
                        Action.AWAIT_ASYNC_LAYER,
                        Reason.ASYNC_METHOD,
                        "",
                        target + "." + counterpart.name(),
                        priority(call));
            }
            reason = Reason.ASYNC_LAYER_NOT_REACHABLE;
            detail = counterpart.name();
        }
        return onThread(call, method, reason, detail);
    }

    private Decision onThread(LayerCall call, LayerMethod method, Reason reason, String detail) {
        ThreadObstacle threadObstacle = method.threadObstacle();
        if (threadObstacle != null) {
            return keep(call, Reason.valueOf(threadObstacle.kind().name()), threadObstacle.detail());
        }
        if (asyncioShadowed(call)) {
            return keep(call, Reason.ASYNCIO_SHADOWED, chain(method));
        }
        return new Decision(call, Action.TO_THREAD, reason, detail, "", priority(call));
    }

    /** {@code if iscoroutinefunction(method): await method(x)} and the like, on a method taken from the layer first. */
    private static boolean isProbed(LayerCall call) {
        return call.site().call().callee() instanceof Expr.Name
                && call.function() != null
                && call.function().calls().stream()
                        .map(site -> Program.lastName(site.call().callee()))
                        .anyMatch(name -> name != null && PROBES.contains(name));
    }

    /** What keeps a blocking call from being awaited where it stands. */
    private @Nullable Reason obstacle(LayerCall call) {
        CallSite site = call.site();
        if (site.enclosingCalls().stream().anyMatch(ThreadHandoff::isCallee) && site.place() == CallSite.Place.LAMBDA) {
            return Reason.OFF_LOOP;
        }
        Reason place = PLACES.get(site.place());
        if (place != null) {
            return place;
        }
        FunctionModel function = call.function();
        if (function == null) {
            return Reason.MODULE_BODY;
        }
        if (!function.async()) {
            return Reason.SYNC_FUNCTION;
        }
        if (site.place() == CallSite.Place.GENERATOR_EXPRESSION) {
            return Reason.GENERATOR_EXPRESSION;
        }
        if (site.place() == CallSite.Place.NESTED_COMPREHENSION) {
            return Reason.NESTED_COMPREHENSION;
        }
        if (isProbed(call)) {
            return Reason.PROBED;
        }
        if (site.awaited()) {
            return Reason.AWAITS_PLAIN_VALUE;
        }
        boolean ambiguous = (call.evidence() == Evidence.SAME_NAME && asyncTwinHas(call)) || mayBeCoroutine(site);
        return ambiguous ? Reason.AMBIGUOUS_RECEIVER : null;
    }

    /** Where one of several possible callees is a coroutine function, nobody can say whether to await it. */
    private boolean mayBeCoroutine(CallSite site) {
        return resolver.resolve(site.call().callee(), site.scope()).stream()
                .anyMatch(target -> target.value() instanceof Value.FunctionObject function
                        && function.function().async());
    }

    private boolean asyncTwinHas(LayerCall call) {
        return call.layer().asyncType() != null
                && resolver.hierarchy().lookupOrder(call.layer().asyncType()).stream()
                        .anyMatch(type -> type.method(call.methodName()) != null);
    }

    /** A function that imports or assigns {@code asyncio} itself has no such name before that line. */
    private boolean asyncioShadowed(LayerCall call) {
        for (FunctionModel f = call.function();
                f != null;
                f = resolver.program().function(f.enclosingScope())) {
            boolean bound = f.locals().containsKey("asyncio");
            bound |= f.imports().stream().anyMatch(Planner::isOtherAsyncio);
            boolean importedLater = f.imports().stream()
                            .filter(i -> i.localName().equals("asyncio"))
                            .mapToInt(ImportedName::line)
                            .min()
                            .orElse(0)
                    >= call.site().location().line();
            if (bound || importedLater) {
                return true;
            }
        }
        ModuleModel module = resolver.program().moduleOf(call.site().scope());
        return module.globals().containsKey("asyncio")
                || module.imports().stream().anyMatch(Planner::isOtherAsyncio);
    }

    /** {@code import other as asyncio}. */
    private static boolean isOtherAsyncio(ImportedName imported) {
        return imported.localName().equals("asyncio")
                && (imported.symbol() != null || !imported.module().startsWith("asyncio"));
    }

    private Decision keep(LayerCall call, Reason reason, String detail) {
        return new Decision(call, Action.KEEP, reason, detail, "", priority(call));
    }

    private Priority priority(LayerCall call) {
        return criticalPaths.of(call.function());
    }

    private static String chain(LayerMethod method) {
        return method.evidence() == null ? "" : method.evidence().display();
    }
}
