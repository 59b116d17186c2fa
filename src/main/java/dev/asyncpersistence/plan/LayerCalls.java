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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the calls on the layers. A receiver is followed to its class; where that fails, a name that holds a layer elsewhere in the program is
 * taken for it, and said so ({@link Evidence#SAME_NAME}).
 */
final class LayerCalls {
    private final Resolver resolver;
    private final List<Layer> layers;
    private final Map<String, LayerSide> sidesByHolderName = new HashMap<>();
    private final List<LayerCall> calls = new ArrayList<>();
    private final List<UnresolvedReceiver> unresolved = new ArrayList<>();

    /** One of a layer's two classes. */
    private record LayerSide(Layer layer, boolean async) {}

    LayerCalls(Resolver resolver, List<Layer> layers) {
        this.resolver = resolver;
        this.layers = layers;
        layers.forEach(this::nameByClass);
        List<CallSite> open = new ArrayList<>();
        for (ModuleModel module : resolver.program().modules()) {
            for (CallSite site : module.allCalls()) {
                if (!insideLayer(site) && !byReceiver(site)) {
                    open.add(site);
                }
            }
        }
        open.forEach(this::byName);
    }

    List<LayerCall> calls() {
        return calls;
    }

    List<UnresolvedReceiver> unresolved() {
        return unresolved;
    }

    private void nameByClass(Layer layer) {
        if (layer.type() != null) {
            sidesByHolderName.put(snakeCase(layer.type().name()), new LayerSide(layer, false));
        }
        if (layer.asyncType() != null) {
            sidesByHolderName.put(snakeCase(layer.asyncType().name()), new LayerSide(layer, true));
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** A layer's own code calls itself; that is how it works, not a use of it. */
    private boolean insideLayer(CallSite site) {
        ModuleModel module = resolver.program().moduleOf(site.scope());
        for (Layer layer : layers) {
            if (module.equals(layer.module())
                    || (layer.type() != null
                            && site.scope().startsWith(layer.type().qualifiedName() + "."))
                    || (layer.asyncType() != null
                            && site.scope().startsWith(layer.asyncType().qualifiedName() + "."))) {
                return true;
            }
        }
        return false;
    }

    private boolean byReceiver(CallSite site) {
        Expr callee = site.call().callee();
        if (callee instanceof Expr.Attribute attribute) {
            for (Resolved receiver : resolver.resolve(attribute.value(), site.scope())) {
                LayerSide side = side(receiver.value());
                if (side != null) {
                    remember(attribute.value(), side);
                    return add(site, side, attribute.attr(), receiver.evidence());
                }
            }
        }
        for (Resolved target : resolver.resolve(callee, site.scope())) {
            if (target.value() instanceof Value.FunctionObject function) {
                LayerSide side = sideOf(function);
                if (side != null && !function.function().name().startsWith("_")) {
                    return add(site, side, function.function().name(), target.evidence());
                }
            }
        }
        return false;
    }

    private @Nullable LayerSide side(Value value) {
        for (Layer layer : layers) {
            if (value instanceof Value.ModuleObject module && module.module().equals(layer.module())) {
                return new LayerSide(layer, false);
            }
            if (value instanceof Value.Instance instance) {
                if (isOf(instance.type(), layer.type())) {
                    return new LayerSide(layer, false);
                }
                if (isOf(instance.type(), layer.asyncType())) {
                    return new LayerSide(layer, true);
                }
            }
        }
        return null;
    }

    /** Whether values of a class can be the layer: the class itself, a subclass, or a base or protocol that it stands behind. */
    private boolean isOf(ClassModel type, @Nullable ClassModel layerType) {
        return layerType != null
                && (resolver.hierarchy().isSubclass(type, layerType)
                        || resolver.hierarchy().isSubclass(layerType, type));
    }

    private @Nullable LayerSide sideOf(Value.FunctionObject function) {
        ClassModel receiver = function.receiver();
        if (receiver != null) {
            return side(new Value.Instance(receiver));
        }
        for (Layer layer : layers) {
            ModuleModel module = layer.module();
            if (module != null && function.function().enclosingScope().equals(module.name())) {
                return new LayerSide(layer, false);
            }
        }
        return null;
    }

    private void remember(Expr receiver, LayerSide side) {
        String holder = holderName(receiver);
        if (holder != null && side.layer().type() != null) {
            LayerSide other = sidesByHolderName.putIfAbsent(holder, side);
            if (other != null && !other.equals(side)) {
                sidesByHolderName.put(holder, other.async() ? side : other);
            }
        }
    }

    private static @Nullable String holderName(Expr receiver) {
        String name = Program.lastName(receiver);
        String plain = name == null ? "" : name.replaceFirst("^_+", "");
        return plain.length() < 3 ? null : plain;
    }

    /** The last resort. */
    private void byName(CallSite site) {
        if (!(site.call().callee() instanceof Expr.Attribute attribute)
                || attribute.attr().startsWith("_")) {
            return;
        }
        boolean known = resolver.resolve(attribute.value(), site.scope()).stream()
                .anyMatch(r -> !(r.value() instanceof Value.ExternalResult));
        if (known) {
            return;
        }
        String holder = holderName(attribute.value());
        LayerSide side = holder == null ? null : sidesByHolderName.get(holder);
        if (side != null) {
            add(site, side, attribute.attr(), Evidence.SAME_NAME);
        } else if (isDistinctive(attribute.attr())) {
            unresolved.add(new UnresolvedReceiver(site, attribute.attr()));
        }
    }

    /** A blocking layer method's name that no other class of the program has. */
    private boolean isDistinctive(String method) {
        boolean onLayer = layers.stream()
                .map(layer -> layer.methods().get(method))
                .anyMatch(m -> m != null && m.evidence() != null);
        return onLayer
                && resolver.program().classes().stream()
                        .filter(type -> type.method(method) != null)
                        .allMatch(type -> side(new Value.Instance(type)) != null);
    }

    private boolean add(CallSite site, LayerSide side, String method, Evidence evidence) {
        if (method.startsWith("_")) {
            return true;
        }
        Layer layer = side.layer();
        FunctionModel function =
                site.function() == null ? null : resolver.program().function(site.function());
        FunctionModel asyncMethod =
                side.async() && layer.asyncType() != null ? method(layer.asyncType(), method) : null;
        calls.add(new LayerCall(
                site,
                layer,
                side.async(),
                method,
                side.async() ? null : layer.methods().get(method),
                asyncMethod,
                evidence,
                function));
        return true;
    }

    private @Nullable FunctionModel method(ClassModel type, String name) {
        return resolver.hierarchy().lookupOrder(type).stream()
                .map(each -> each.method(name))
                .filter(m -> m != null)
                .findFirst()
                .orElse(null);
    }
}
