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
package dev.asyncpersistence.plan.reach;

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.change.ImportChange;
import dev.asyncpersistence.plan.change.Need;
import dev.asyncpersistence.plan.graph.FunctionUses;
import dev.asyncpersistence.plan.graph.ParameterPassing;
import dev.asyncpersistence.plan.graph.Scopes;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds an expression that gives the async layer at a call site: the nearest that is there, otherwise one that can be made to be there. */
public final class AsyncLayerReach {
    private final Surroundings surroundings;
    private final Twins twins;
    private final ReachOptions options;
    private final Map<UUID, Reach> known = new HashMap<>();

    public AsyncLayerReach(
            Resolver resolver, FunctionUses uses, ParameterPassing passing, UnreadFiles unread, ReachOptions options) {
        this.surroundings = Surroundings.of(resolver, uses, passing, unread, options);
        this.twins = new Twins(surroundings);
        this.options = options;
    }

    /**
     * How the async layer is reached.
     *
     * @param source the expression that gives the layer at the call site; null if it can't be reached
     * @param needs what has to be added for that
     * @param obstacle why it can't be reached; empty if it can
     */
    public record Reach(@Nullable String source, List<Need> needs, String obstacle) {}

    /** Looks for the async layer that belongs to the receiver of a call. */
    public Reach from(Layer layer, CallSite site) {
        Reach reach = known.get(site.id());
        if (reach == null) {
            reach = find(layer, site);
            known.put(site.id(), reach);
        }
        return reach;
    }

    private Reach find(Layer layer, CallSite site) {
        ClassModel asyncType = layer.asyncType();
        Expr receiver = site.call().callee() instanceof Expr.Attribute callee ? callee.value() : null;
        if (asyncType == null || receiver == null) {
            return new Reach(null, List.of(), "there is no async layer");
        }
        Search search = new Search(layer, asyncType);
        Expr own = ownAttribute(receiver, site, search);
        boolean isNearest = own != null && !isGivenByOthers(receiver, site);
        Expr twin = isNearest ? own : twins.of(receiver, site.scope(), site.location(), search);
        Expr result = twin != null ? twin : own;
        boolean adds = search.needs().stream().anyMatch(need -> !(need.change() instanceof ImportChange));
        if (result != null && adds && !options.add()) {
            search.refuse("something would have to be added for it");
            result = null;
        }
        if (result != null && Sources.text(result) == null) {
            search.refuse(site.location(), "the receiver is not made of names alone");
            result = null;
        }
        return result == null
                ? new Reach(null, List.of(), search.obstacle())
                : new Reach(Sources.text(result), List.copyOf(search.needs()), "");
    }

    /** Whether a receiver is a parameter, or belongs to another object, so that the async layer that belongs to it may be another one than the object's own. */
    private boolean isGivenByOthers(Expr receiver, CallSite site) {
        Expr start = receiver.start();
        FunctionModel owner = start instanceof Expr.Name name
                ? Scopes.binding(name.id(), site.scope(), surroundings.program())
                : null;
        return owner != null
                && start instanceof Expr.Name name
                && owner.callParameters().stream().anyMatch(p -> p.name().equals(name.id()));
    }

    /** An attribute of the object whose method makes the call; where it has several, names decide. */
    private @Nullable Expr ownAttribute(Expr receiver, CallSite site, Search search) {
        FunctionModel function =
                site.function() == null ? null : surroundings.program().function(site.function());
        String name = Program.lastName(receiver);
        if (function == null || name == null || function.className() == null || !isSelfAtHand(function)) {
            return null;
        }
        ClassModel type = surroundings.program().classNamed(function.className());
        FunctionModel owner =
                receiver instanceof Expr.Name ? Scopes.binding(name, site.scope(), surroundings.program()) : null;
        String attribute = type == null || surroundings.types().madeInPlace(receiver, site.scope()) != null
                ? null
                : owner == null
                        ? surroundings.attributes().beside(name, type, search)
                        : surroundings
                                .attributes()
                                .belongingTo(name, owner.locals().getOrDefault(name, List.of()), type, search);
        return attribute == null
                ? null
                : new Expr.Attribute(new Expr.Name(function.parameters().get(0).name()), attribute);
    }

    private static boolean isSelfAtHand(FunctionModel function) {
        return function.hasImplicitFirstParameter() && !function.hasDecorator("classmethod");
    }
}
