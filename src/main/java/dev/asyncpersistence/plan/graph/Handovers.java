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
package dev.asyncpersistence.plan.graph;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Reference;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Finds the references by which functions are handed over, instead of being called. */
final class Handovers {
    private final Resolver resolver;
    private final Program program;
    private final CallTargets targets;
    private final BiConsumer<String, SourceLocation> unresolved;
    private final Map<FunctionModel, List<Handover>> handovers = new HashMap<>();
    private final Set<String> dataNames = new HashSet<>();

    /**
     * Looks through the program.
     *
     * @param unresolved takes names, with their places, that may stand for a function of which nobody can say whose it is
     */
    Handovers(Resolver resolver, CallTargets targets, BiConsumer<String, SourceLocation> unresolved) {
        this.resolver = resolver;
        this.program = resolver.program();
        this.targets = targets;
        this.unresolved = unresolved;
        for (ModuleModel module : program.modules()) {
            module.attributeWrites().forEach(write -> dataNames.add(write.attr()));
            module.classes()
                    .values()
                    .forEach(type -> dataNames.addAll(type.attributes().keySet()));
        }
        for (ModuleModel module : program.modules()) {
            module.allCalls().forEach(this::addLookUp);
            module.allReferences().forEach(this::addReference);
        }
    }

    List<Handover> of(FunctionModel function) {
        return handovers.getOrDefault(function, List.of());
    }

    /** {@code getattr(x, "name")} that is not called on the spot hands the function over as {@code x.name} does. */
    private void addLookUp(CallSite site) {
        String callee = Program.lastName(site.call().callee());
        if (callee == null) {
            return;
        }
        if (callee.equals("getattr") && site.call().arguments().size() > 1) {
            addComputedLookUp(site);
        }
        boolean byText = callee.equals("getattr") || callee.equals("methodcaller") || callee.equals("attrgetter");
        for (Expr.Argument argument : site.call().arguments()) {
            if (byText && site.use() != Use.CALLED && argument.value() instanceof Expr.Text name) {
                Expr looked = callee.equals("getattr")
                        ? new Expr.Attribute(site.call().arguments().get(0).value(), name.value())
                        : new Expr.Attribute(Expr.Opaque.VALUE, name.value());
                addReference(new Reference(
                        site.location(),
                        looked,
                        site.function(),
                        site.scope(),
                        site.place(),
                        site.use(),
                        site.enclosingCalls()));
            }
        }
    }

    /** {@code getattr(x, "do_" + name)} may give any method that {@code x} has. */
    private void addComputedLookUp(CallSite site) {
        Expr computed = site.call().arguments().get(1).value();
        if (computed instanceof Expr.Text) {
            return;
        }
        Set<String> possible = new Texts(program).of(computed, site.scope());
        Expr owner = site.call().arguments().get(0).value();
        for (Resolved each : resolver.resolve(owner, site.scope())) {
            if (each.value() instanceof Value.Instance instance) {
                resolver.hierarchy().lookupOrder(instance.type()).stream()
                        .flatMap(type -> type.methods().keySet().stream())
                        .filter(name -> possible.isEmpty() || possible.contains(name))
                        .forEach(name -> unresolved.accept(name, site.location()));
            }
        }
    }

    private void addReference(Reference reference) {
        List<Resolved> values = resolver.resolve(reference.expr(), reference.scope());
        boolean known = false;
        for (Resolved each : values) {
            if (each.value() instanceof Value.FunctionObject function) {
                known = true;
                if (!isReadOfProperty(reference, function) && !isAliasOnlyCalled(reference)) {
                    handovers
                            .computeIfAbsent(function.function(), f -> new ArrayList<>())
                            .add(Handover.of(reference, resolver));
                }
            }
        }
        if (!known && reference.expr() instanceof Expr.Attribute attribute) {
            boolean function = reference.use() == Use.CALLED || !dataNames.contains(attribute.attr());
            if (function
                    && !targets.named(attribute.attr()).isEmpty()
                    && mayBeFunction(reference.use())
                    && targets.mayBeOurs(attribute.value(), reference.scope())) {
                unresolved.accept(attribute.attr(), reference.location());
            }
        }
    }

    /** Nobody compares bound methods or asks for their truth. */
    private static boolean mayBeFunction(Use use) {
        return use == Use.CALLED || !use.needsPlainValue();
    }

    private boolean isReadOfProperty(Reference reference, Value.FunctionObject function) {
        return function.function().isProperty() && reference.expr() instanceof Expr.Attribute;
    }

    /** {@code load = self.load} where {@code load} is then called and nothing else: those calls are resolved. */
    private boolean isAliasOnlyCalled(Reference reference) {
        FunctionModel function = reference.function() == null ? null : program.function(reference.function());
        if (reference.use() != Use.ASSIGNED || function == null) {
            return false;
        }
        return function.locals().entrySet().stream()
                .filter(local -> local.getValue().stream().anyMatch(b -> contains(b.value(), reference.expr())))
                .anyMatch(local -> isOnlyCalled(local.getKey(), function));
    }

    private static boolean contains(Expr value, Expr part) {
        return value.equals(part)
                || isLookUpOf(value, part)
                || (value instanceof Expr.AnyOf anyOf
                        && anyOf.options().stream().anyMatch(o -> contains(o, part)));
    }

    /** {@code getattr(x, "name")} stands for {@code x.name}. */
    private static boolean isLookUpOf(Expr value, Expr part) {
        return value instanceof Expr.Call call
                && "getattr".equals(Program.lastName(call.callee()))
                && part instanceof Expr.Attribute attribute
                && call.arguments().size() > 1
                && call.arguments().get(0).value().equals(attribute.value())
                && call.arguments().get(1).value().equals(new Expr.Text(attribute.attr()));
    }

    /** Nested functions may use the name, too. */
    private boolean isOnlyCalled(String name, FunctionModel function) {
        return program.moduleOf(function.qualifiedName()).functions().values().stream()
                .filter(f -> f.equals(function) || f.qualifiedName().startsWith(function.qualifiedName() + "."))
                .flatMap(f -> f.references().stream())
                .noneMatch(r -> mentions(r.expr(), name) && !isProbe(r));
    }

    /** Asking what something is doesn't call it, nor hand it over. */
    private static boolean isProbe(Reference reference) {
        String taker = reference.enclosingCalls().isEmpty()
                ? null
                : Program.lastName(reference.enclosingCalls().get(0));
        boolean asked = "isinstance".equals(taker) || "callable".equals(taker);
        return reference.use() == Use.TESTED || (reference.use() == Use.ARGUMENT && asked);
    }

    private static boolean mentions(Expr expr, String name) {
        Expr start = expr;
        while (start instanceof Expr.Attribute attribute) {
            start = attribute.value();
        }
        return start.equals(new Expr.Name(name));
    }
}
