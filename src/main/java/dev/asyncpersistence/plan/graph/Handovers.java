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

import dev.asyncpersistence.model.AttributeWrite;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
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
import java.util.stream.Stream;

/** Finds the references by which functions are handed over, instead of being called. */
final class Handovers {
    /** A call, which is seen as one, and what a cache offers, which runs nothing. */
    private static final Set<String> HARMLESS_PARTS =
            Set.of("__call__", "cache_info", "cache_clear", "cache_parameters");

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
        DuckCalls duckCalls = new DuckCalls(resolver);
        for (ModuleModel module : program.modules()) {
            module.attributeWrites().stream()
                    .filter(write -> !isFunction(write))
                    .forEach(write -> dataNames.add(write.attr()));
            module.classes()
                    .values()
                    .forEach(type -> dataNames.addAll(type.attributes().keySet()));
        }
        for (ModuleModel module : program.modules()) {
            module.allCalls().forEach(this::addLookUp);
            module.allCalls().forEach(this::addPartOfFunction);
            module.allCalls()
                    .forEach(site -> addAll(
                            duckCalls.of(site), reference(site, site.call().callee(), Use.OTHER)));
            module.attributeWrites()
                    .forEach(write -> addAll(
                            duckCalls.of(write),
                            new Reference(
                                    null,
                                    new SourceLocation(module.path(), 0),
                                    write.target(),
                                    null,
                                    write.scope(),
                                    CallSite.Place.BODY,
                                    Use.OTHER,
                                    List.of())));
            module.allReferences().forEach(this::addReference);
        }
    }

    private boolean isFunction(AttributeWrite write) {
        return resolver.resolve(write.value(), write.scope()).stream()
                .anyMatch(v -> v.value() instanceof Value.FunctionObject);
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
        if (callee.equals("globals") && site.call().callee() instanceof Expr.Name) {
            namesIn(new Value.ModuleObject(program.moduleOf(site.scope())))
                    .forEach(name -> unresolved.accept(name, site.location()));
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
                addReference(reference(site, looked, site.use()));
            }
        }
    }

    /** {@code Bank.load.__get__(bank)} and {@code load.delay(x)} work with the function itself. */
    private void addPartOfFunction(CallSite site) {
        if (site.call().callee() instanceof Expr.Attribute part && !HARMLESS_PARTS.contains(part.attr())) {
            for (Resolved each : resolver.resolve(part.value(), site.scope())) {
                if (each.value() instanceof Value.FunctionObject function
                        && !function.function().isProperty()) {
                    Reference reference = reference(site, part.value(), Use.OTHER);
                    handovers
                            .computeIfAbsent(function.function(), f -> new ArrayList<>())
                            .add(Handover.of(reference, resolver));
                }
            }
        }
    }

    private void addAll(List<FunctionModel> functions, Reference reference) {
        functions.forEach(function ->
                handovers.computeIfAbsent(function, f -> new ArrayList<>()).add(Handover.of(reference, resolver)));
    }

    private static Reference reference(CallSite site, Expr expr, Use use) {
        return new Reference(
                null, site.location(), expr, site.function(), site.scope(), site.place(), use, site.enclosingCalls());
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
            namesIn(each.value())
                    .filter(name -> possible.isEmpty() || possible.contains(name))
                    .forEach(name -> unresolved.accept(name, site.location()));
        }
    }

    /** The functions that a value may have as attributes, those of derived classes included: dispatchers are bases. */
    private Stream<String> namesIn(Value owner) {
        if (owner instanceof Value.ModuleObject module) {
            String scope = module.module().name();
            return module.module().functions().values().stream()
                    .filter(function -> function.enclosingScope().equals(scope))
                    .map(FunctionModel::name);
        }
        ClassModel type = owner instanceof Value.Instance instance
                ? instance.type()
                : owner instanceof Value.ClassObject object ? object.type() : null;
        return type == null
                ? Stream.of()
                : resolver.hierarchy().withSubclasses(type).stream()
                        .flatMap(each -> resolver.hierarchy().lookupOrder(each).stream())
                        .distinct()
                        .flatMap(each -> each.methods().keySet().stream());
    }

    private void addReference(Reference reference) {
        List<Resolved> values = resolver.resolve(reference.expr(), reference.scope());
        boolean known = false;
        for (Resolved each : values) {
            if (each.value() instanceof Value.FunctionObject function) {
                known = true;
                if (!isReadOfProperty(reference, function) && !isProbe(reference) && !isAliasOnlyCalled(reference)) {
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
                    && targets.mayBeOne(attribute, reference.scope())) {
                unresolved.accept(attribute.attr(), reference.location());
            }
        }
        if (reference.expr() instanceof Expr.Name imported) {
            String name = targets.lazyExport(imported, reference.scope());
            if (name != null) {
                unresolved.accept(name, reference.location());
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
                .filter(f -> function.encloses(f.qualifiedName()))
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
        return expr.start().equals(new Expr.Name(name));
    }
}
