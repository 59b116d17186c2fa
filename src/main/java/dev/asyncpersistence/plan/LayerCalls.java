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
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolved.Evidence;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.LayerSides.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the calls on the layers. A receiver is followed to its class; where that fails, a name that holds a layer elsewhere in the program is
 * taken for it, and said so ({@link Evidence#SAME_NAME}).
 */
public final class LayerCalls {
    private final Resolver resolver;
    private final List<Layer> layers;
    private final LayerSides sides;
    private final HolderNames holders = new HolderNames();
    private final List<LayerCall> calls = new ArrayList<>();
    private final List<UnresolvedReceiver> unresolved = new ArrayList<>();

    public LayerCalls(Resolver resolver, List<Layer> layers) {
        this.resolver = resolver;
        this.layers = layers;
        this.sides = new LayerSides(resolver, layers);
        layers.forEach(holders::addClassNames);
        List<CallSite> open = new ArrayList<>();
        for (ModuleModel module : resolver.program().modules()) {
            for (CallSite site : module.allCalls()) {
                if (!insideLayer(site) && !byReceiver(site) && !byTarget(site)) {
                    open.add(site);
                }
            }
        }
        open.forEach(this::byName);
    }

    public List<LayerCall> calls() {
        return calls;
    }

    List<UnresolvedReceiver> unresolved() {
        return unresolved;
    }

    /** A layer's own code calls itself; that is how it works, not a use of it. */
    private boolean insideLayer(CallSite site) {
        ModuleModel module = resolver.program().moduleOf(site.scope());
        return sides.isLayer(module)
                || module.classes().values().stream()
                        .anyMatch(type -> site.scope().startsWith(type.qualifiedName() + ".") && sides.isPart(type));
    }

    /** Whether a function belongs to a layer, to a base of one or to a class derived from one. */
    boolean isLayerCode(FunctionModel function) {
        ClassModel type =
                function.className() == null ? null : resolver.program().classNamed(function.className());
        return sides.isLayer(resolver.program().moduleOf(function.qualifiedName()))
                || (type != null && (sides.of(type) != null || sides.isPart(type)));
    }

    // --- a receiver that is a layer

    private boolean byReceiver(CallSite site) {
        if (!(site.call().callee() instanceof Expr.Attribute callee)) {
            return false;
        }
        Map<Side, Evidence> found = new LinkedHashMap<>();
        boolean others = false;
        for (Resolved receiver : resolver.resolve(callee.value(), site.scope())) {
            Side side = sides.of(receiver.value());
            if (side != null) {
                found.putIfAbsent(side, receiver.evidence());
            } else if (receiver.value() instanceof Value.Instance other) {
                holders.addOther(callee.value(), other.type());
                others = true;
            }
        }
        if (found.isEmpty()) {
            return false;
        }
        Side side = found.keySet().stream()
                .filter(each -> has(each, callee.attr()))
                .findFirst()
                .orElse(found.keySet().iterator().next());
        if (side.type() != null) {
            holders.add(callee.value(), side);
        }
        boolean direct = found.size() == 1 && !others && !isSuper(callee.value());
        if (has(side, callee.attr()) || !isAttribute(side, callee.attr())) {
            add(site, side, callee.attr(), Objects.requireNonNull(found.get(side)), direct);
        }
        return true;
    }

    private static boolean isSuper(Expr receiver) {
        return receiver instanceof Expr.Call call && "super".equals(Program.lastName(call.callee()));
    }

    private boolean has(Side side, String method) {
        return side.async()
                ? side.type() != null && resolver.hierarchy().method(side.type(), method) != null
                : side.layer().methods().containsKey(method);
    }

    /** What a layer keeps in an attribute may be called, too. */
    private boolean isAttribute(Side side, String name) {
        return side.type() != null
                && resolver.hierarchy().lookupOrder(side.type()).stream()
                        .anyMatch(type -> type.attributes().containsKey(name) || type.method(name) != null);
    }

    // --- a method or function of a layer under whatever name

    private boolean byTarget(CallSite site) {
        for (Resolved target : resolver.resolve(site.call().callee(), site.scope())) {
            if (target.value() instanceof Value.FunctionObject function) {
                Side side = sideOf(function);
                if (side != null && has(side, function.function().name())) {
                    add(site, side, function.function().name(), target.evidence(), false);
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable Side sideOf(Value.FunctionObject function) {
        if (function.receiver() != null) {
            return sides.of(function.receiver());
        }
        String className = function.function().className();
        ClassModel type = className == null ? null : resolver.program().classNamed(className);
        if (type != null) {
            return sides.of(type);
        }
        return layers.stream()
                .filter(layer -> layer.module() != null
                        && function.function()
                                .enclosingScope()
                                .equals(layer.module().name()))
                .map(layer -> new Side(layer, false))
                .findFirst()
                .orElse(null);
    }

    // --- the last resort

    private void byName(CallSite site) {
        if (!(site.call().callee() instanceof Expr.Attribute callee)
                || callee.attr().startsWith("_")) {
            return;
        }
        List<Resolved> receivers = resolver.resolve(callee.value(), site.scope());
        boolean known = receivers.stream().anyMatch(r -> !(r.value() instanceof Value.ExternalResult));
        if (known) {
            boolean perhaps = receivers.stream().anyMatch(r -> sides.mayBeLayer(r.value()));
            if (perhaps && blocksOnALayer(callee.attr())) {
                unresolved.add(new UnresolvedReceiver(site, callee.attr()));
            }
            return;
        }
        Side side = holders.side(callee.value(), callee.attr(), this::has);
        if (side != null) {
            add(site, side, callee.attr(), Evidence.SAME_NAME, true);
        } else if (isDistinctive(callee.attr())) {
            unresolved.add(new UnresolvedReceiver(site, callee.attr()));
        }
    }

    private boolean blocksOnALayer(String method) {
        return layers.stream()
                .map(layer -> layer.methods().get(method))
                .anyMatch(m -> m != null && m.evidence() != null);
    }

    /** A blocking layer method's name that no other class of the program has. */
    private boolean isDistinctive(String method) {
        return blocksOnALayer(method)
                && resolver.program().classes().stream()
                        .filter(type -> type.method(method) != null)
                        .allMatch(type -> sides.of(type) != null || sides.isPart(type));
    }

    private void add(CallSite site, Side side, String method, Evidence evidence, boolean direct) {
        if (method.startsWith("_")) {
            return;
        }
        Layer layer = side.layer();
        FunctionModel asyncMethod =
                side.async() && side.type() != null ? resolver.hierarchy().method(side.type(), method) : null;
        LayerMethod inherited = layer.methods().get(method);
        boolean sync =
                !side.async() || (inherited != null && inherited.function().equals(asyncMethod));
        calls.add(new LayerCall(
                site,
                layer,
                !sync,
                method,
                sync ? inherited : null,
                sync ? null : asyncMethod,
                evidence,
                direct,
                site.function() == null ? null : resolver.program().function(site.function())));
    }
}
