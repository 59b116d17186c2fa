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

import dev.asyncpersistence.model.AttributeWrite;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.Family;
import dev.asyncpersistence.plan.graph.FunctionUses;
import dev.asyncpersistence.plan.graph.Handover;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Why functions must stay sync, whatever their callers are: by how they are declared, and by uses that are no plain calls. */
final class Boundaries {
    private final Resolver resolver;
    private final FunctionUses uses;
    private final Predicate<FunctionModel> isLayerCode;
    private final UnreadFiles unread;
    private final Declarations declarations;
    private final LoopRuns loopRuns;
    private final IterationStops stops;
    private final Map<Family, Optional<Obstacle>> known = new HashMap<>();

    Boundaries(
            Resolver resolver,
            FunctionUses uses,
            Predicate<FunctionModel> isLayerCode,
            UnreadFiles unread,
            LoopRuns loopRuns) {
        this.resolver = resolver;
        this.uses = uses;
        this.isLayerCode = isLayerCode;
        this.unread = unread;
        this.declarations = new Declarations(resolver);
        this.loopRuns = loopRuns;
        this.stops = new IterationStops(resolver, uses);
    }

    /** Why none of the functions may become async; null if nothing is known against it. */
    @Nullable
    Obstacle of(Family family) {
        Optional<Obstacle> obstacle = known.get(family);
        if (obstacle == null) {
            obstacle = Optional.ofNullable(find(family));
            known.put(family, obstacle);
        }
        return obstacle.orElse(null);
    }

    private @Nullable Obstacle find(Family family) {
        for (FunctionModel member : family.members()) {
            Obstacle own = ofDeclaration(member);
            if (own != null) {
                return family.members().size() == 1
                        ? own
                        : new Obstacle(
                                own.reason(),
                                own.detail().isEmpty() ? member.location().toString() : own.detail());
            }
        }
        return family.members().stream()
                .map(this::ofUses)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> ofName(family));
    }

    private @Nullable Obstacle ofDeclaration(FunctionModel function) {
        if (isLayerCode.test(function)) {
            return Obstacle.of(Reason.LAYER_CODE);
        }
        SourceLocation stop = stops.place(function);
        if (stop != null) {
            return new Obstacle(Reason.STOPS_ITERATION, stop.toString());
        }
        Obstacle declared = declarations.obstacle(function);
        return declared != null ? declared : loopRuns.obstacle(function);
    }

    // --- uses

    private @Nullable Obstacle ofUses(FunctionModel function) {
        for (Handover handover : uses.handovers(function)) {
            if (!handover.toThread()) {
                return new Obstacle(
                        Reason.CALLBACK, handover.reference().location().toString());
            }
        }
        for (Handover handover : uses.handovers(function)) {
            return new Obstacle(Reason.SYNC_CALLER, handover.reference().location() + ", on another thread");
        }
        if (returnsCoroutine(function)) {
            return Obstacle.of(Reason.RETURNS_AWAITABLE);
        }
        for (Call call : uses.callsOf(function)) {
            Obstacle obstacle = ofCall(call);
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    private static @Nullable Obstacle ofCall(Call call) {
        SourceLocation place = call.site().location();
        if (call.site().awaited() || CoroutineConsumers.takes(call.site())) {
            return new Obstacle(Reason.RETURNS_AWAITABLE, place.toString());
        }
        if (!call.stranger().isEmpty()) {
            return new Obstacle(Reason.AMBIGUOUS_CALLER, place + " may reach " + call.stranger());
        }
        boolean mixed = call.targets().stream().anyMatch(FunctionModel::async);
        return mixed ? new Obstacle(Reason.AMBIGUOUS_CALLER, place.toString()) : null;
    }

    /** {@code return self.load_async(x)} without awaiting it. */
    private boolean returnsCoroutine(FunctionModel function) {
        return function.returned().stream()
                .filter(Expr.Call.class::isInstance)
                .flatMap(value -> resolver.resolve(((Expr.Call) value).callee(), function.qualifiedName()).stream())
                .map(Resolved::value)
                .anyMatch(value -> value instanceof Value.FunctionObject called
                        && called.function().async());
    }

    private @Nullable Obstacle ofName(Family family) {
        String name = family.name();
        if (family.members().stream().anyMatch(FunctionModel::async)) {
            return new Obstacle(Reason.AMBIGUOUS_CALLER, "some of its overrides are coroutines");
        }
        if (family.members().stream().anyMatch(this::isReplaced)) {
            return new Obstacle(Reason.AMBIGUOUS_CALLER, "another function is assigned to it");
        }
        List<SourceLocation> unresolved = uses.unresolved(name);
        if (!unresolved.isEmpty()) {
            return new Obstacle(Reason.UNRESOLVED_CALLER, unresolved.get(0).toString());
        }
        String path = unread.pathMentioning(name);
        return path == null ? null : new Obstacle(Reason.UNREAD_CALLER, path);
    }

    /** Whether something else is assigned to a function's name, where it is defined, on an object of its class, on the class or the module. */
    private boolean isReplaced(FunctionModel function) {
        return isBoundBeside(function)
                || resolver.program().attributeWrites(function.name()).stream()
                        .flatMap(write -> resolver.resolve(write.target(), write.scope()).stream())
                        .anyMatch(owner -> has(owner.value(), function))
                || resolver.program().attributeWrites(function.name()).stream().anyMatch(this::givesFunctionToUnknown)
                || resolver.program().callsNamed("setattr").stream().anyMatch(site -> isSet(site, function));
    }

    /** {@code cls.amount = wrapper} in a decorator of classes. */
    private boolean givesFunctionToUnknown(AttributeWrite write) {
        return resolver.resolve(write.target(), write.scope()).isEmpty()
                && resolver.resolve(write.value(), write.scope()).stream()
                        .anyMatch(v -> v.value() instanceof Value.FunctionObject);
    }

    /** {@code self.amount = other} or {@code amount = other} beside {@code def amount}. */
    private boolean isBoundBeside(FunctionModel function) {
        Program program = resolver.program();
        String name = function.name();
        if (function.className() != null) {
            ClassModel type = program.classNamed(function.className());
            return type != null
                    && resolver.hierarchy().withSubclasses(type).stream()
                            .anyMatch(each -> each.attributes().containsKey(name));
        }
        FunctionModel around = program.function(function.enclosingScope());
        return around != null
                ? around.locals().containsKey(name)
                : program.moduleOf(function.enclosingScope()).globals().containsKey(name);
    }

    private boolean has(Value owner, FunctionModel function) {
        if (owner instanceof Value.ModuleObject module) {
            return function.enclosingScope().equals(module.module().name());
        }
        ClassModel type = owner instanceof Value.Instance instance
                ? instance.type()
                : owner instanceof Value.ClassObject object ? object.type() : null;
        return type != null
                && function.className() != null
                && function.equals(resolver.hierarchy().method(type, function.name()));
    }

    /** {@code setattr(bank, "amount", other)}. */
    private boolean isSet(CallSite site, FunctionModel function) {
        List<Expr.Argument> arguments = site.call().arguments();
        return arguments.size() > 1
                && arguments.get(1).value().equals(new Expr.Text(function.name()))
                && resolver.resolve(arguments.get(0).value(), site.scope()).stream()
                        .anyMatch(owner -> has(owner.value(), function));
    }

    /** Whether a function is an entry point that its framework runs on a thread pool, or that is a program of its own. */
    boolean runsOffLoop(FunctionModel function) {
        return declarations.runsOffLoop(function);
    }
}
