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

import dev.asyncpersistence.layer.LayerMethod;
import dev.asyncpersistence.layer.ThreadObstacle;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolved.Evidence;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.graph.Handover;
import dev.asyncpersistence.plan.reach.AsyncLayerReach;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The decision tree: for a call on a layer, what to do and why. */
final class LayerDecisions {
    private final Resolver resolver;
    private final AwaitPlaces places;
    private final CriticalPaths criticalPaths;
    private final AsyncChoices choices;
    private final AsyncioName asyncio;
    private final Set<UUID> lostSites = new HashSet<>();

    LayerDecisions(Resolver resolver, AwaitPlaces places, LostCoroutines coroutines, AsyncLayerReach reach) {
        this.resolver = resolver;
        this.places = places;
        this.criticalPaths = new CriticalPaths(resolver);
        this.choices = new AsyncChoices(reach);
        this.asyncio = new AsyncioName(resolver.program());
        coroutines.find().stream()
                .filter(LostCoroutine::certain)
                .forEach(lost -> lostSites.add(lost.call().site().id()));
    }

    /** The decision on a call of a function that is async, or no function. */
    Decision decide(LayerCall call) {
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

    /** The decision on a call of a sync function, given what becomes of that. */
    Decision decideInSync(LayerCall call, FunctionDecision function) {
        LayerMethod method = call.method();
        Decision own = decide(call);
        if (method == null || method.kind() != LayerMethod.Kind.BLOCKING || own.reason() == Reason.OFF_LOOP) {
            return own;
        }
        if (function.fate() == Fate.THREAD) {
            return new Decision(
                    call,
                    Action.ON_THREAD,
                    Reason.RUNS_ON_THREAD,
                    function.function().name(),
                    priority(call));
        }
        boolean standsElsewhere = own.action() == Action.KEEP && places.obstacle(call.site()) != null;
        return function.fate() == Fate.ASYNC || standsElsewhere
                ? own
                : keep(call, function.reason(), function.detail());
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
        boolean lost = site.use() == Use.DISCARDED || lostSites.contains(site.id());
        return keep(call, lost ? Reason.COROUTINE_NOT_AWAITED : Reason.ALREADY_ASYNC, "");
    }

    private Decision blocking(LayerCall call, LayerMethod method) {
        Obstacle obstacle = obstacle(call);
        if (obstacle != null) {
            return keep(call, obstacle.reason(), obstacle.detail().isEmpty() ? chain(method) : obstacle.detail());
        }
        AsyncChoice choice = choices.of(call, method);
        return choice.action() == Action.TO_THREAD
                ? onThread(call, method, choice.reason(), choice.detail())
                : new Decision(
                        call,
                        choice.action(),
                        choice.reason(),
                        choice.detail(),
                        choice.target(),
                        choice.keywords(),
                        choice.needs(),
                        priority(call));
    }

    private Decision onThread(LayerCall call, LayerMethod method, Reason reason, String detail) {
        ThreadObstacle threadObstacle = method.threadObstacle();
        if (threadObstacle != null) {
            return keep(call, Reason.valueOf(threadObstacle.kind().name()), threadObstacle.detail());
        }
        if (asyncio.isShadowed(call.site())) {
            return keep(call, Reason.ASYNCIO_SHADOWED, chain(method));
        }
        return new Decision(call, Action.TO_THREAD, reason, detail, priority(call));
    }

    /** What keeps a blocking call from being awaited where it stands. */
    private @Nullable Obstacle obstacle(LayerCall call) {
        CallSite site = call.site();
        if (Handover.runsOnThread(site)) {
            return Obstacle.of(Reason.OFF_LOOP);
        }
        FunctionModel function = call.function();
        if (function == null) {
            Obstacle place = places.obstacle(site);
            return place == null ? Obstacle.of(Reason.MODULE_BODY) : place;
        }
        Obstacle place = places.obstacle(site);
        if (place != null) {
            return place;
        }
        if (call.isProbed()) {
            return Obstacle.of(Reason.PROBED);
        }
        if (site.awaited()) {
            return Obstacle.of(Reason.AWAITS_PLAIN_VALUE);
        }
        boolean ambiguous = (call.evidence() == Evidence.SAME_NAME && asyncTwinHas(call)) || mayBeCoroutine(site);
        return ambiguous ? Obstacle.of(Reason.AMBIGUOUS_RECEIVER) : null;
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

    private Decision keep(LayerCall call, Reason reason, String detail) {
        return new Decision(call, Action.KEEP, reason, detail, priority(call));
    }

    private Priority priority(LayerCall call) {
        return criticalPaths.of(call.function());
    }

    private static String chain(LayerMethod method) {
        return method.evidence() == null ? "" : method.evidence().display();
    }
}
