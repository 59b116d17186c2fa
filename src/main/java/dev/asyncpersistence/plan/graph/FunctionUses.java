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
import dev.asyncpersistence.model.Resolved.Evidence;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every use of every function: calls, references by which it is handed over, and what may be a use because only the name agrees. A name that
 * is the project's alone and speaks for itself is taken for a use ({@link Evidence#SAME_NAME}); other unresolved names are kept apart.
 */
public final class FunctionUses {
    private final Resolver resolver;
    private final Program program;
    private final Families families;
    private final Map<UUID, Call> calls = new LinkedHashMap<>();
    private final Map<FunctionModel, List<Call>> callsOf = new HashMap<>();
    private final Map<FunctionModel, List<Call>> callsIn = new HashMap<>();
    private final Map<FunctionModel, List<Handover>> handovers = new HashMap<>();
    private final Map<String, List<SourceLocation>> unresolved = new HashMap<>();
    private final Map<String, Set<FunctionModel>> byName = new HashMap<>();
    private final Set<String> dataNames = new LinkedHashSet<>();
    private final PropertyReads properties;
    private final MentionedTexts texts;

    public FunctionUses(Resolver resolver, Families families) {
        this.resolver = resolver;
        this.program = resolver.program();
        this.families = families;
        for (FunctionModel function : program.functions()) {
            byName.computeIfAbsent(function.name(), n -> new LinkedHashSet<>()).add(function);
        }
        for (ModuleModel module : program.modules()) {
            module.attributeWrites().forEach(write -> dataNames.add(write.attr()));
            module.classes()
                    .values()
                    .forEach(type -> dataNames.addAll(type.attributes().keySet()));
        }
        for (ModuleModel module : program.modules()) {
            module.allCalls().forEach(this::addCall);
        }
        for (ModuleModel module : program.modules()) {
            module.allReferences().forEach(this::addReference);
        }
        properties = new PropertyReads(resolver);
        texts = new MentionedTexts(program);
    }

    /** All calls that may run a function of the project. */
    public Collection<Call> calls() {
        return calls.values();
    }

    public @Nullable Call at(CallSite site) {
        return calls.get(site.id());
    }

    public List<Call> callsOf(FunctionModel function) {
        return callsOf.getOrDefault(function, List.of());
    }

    /** The calls that stand in a function and may run one of the project's. */
    public List<Call> callsIn(FunctionModel function) {
        return callsIn.getOrDefault(function, List.of());
    }

    public List<Handover> handovers(FunctionModel function) {
        return handovers.getOrDefault(function, List.of());
    }

    /** Places that use something of a name without saying whose it is. */
    public List<SourceLocation> unresolved(String name) {
        return unresolved.getOrDefault(name, List.of());
    }

    /** The functions of a name, whatever their classes. */
    public Set<FunctionModel> named(String name) {
        return byName.getOrDefault(name, Set.of());
    }

    /** Whether nothing in the sources uses the functions, not even by a string that may name them. */
    public boolean isUnused(Family family) {
        return unresolved(family.name()).isEmpty()
                && !texts.contains(family.name())
                && family.members().stream()
                        .allMatch(member -> callsOf(member).isEmpty()
                                && handovers(member).isEmpty()
                                && readersOf(member).isEmpty());
    }

    /** The properties that a function reads. */
    public Set<FunctionModel> propertiesReadIn(FunctionModel function) {
        return properties.readIn(function);
    }

    /** The functions that read a property. */
    public Set<FunctionModel> readersOf(FunctionModel property) {
        return properties.readersOf(property);
    }

    /** The functions that an expression may be. */
    public List<FunctionModel> targetsOf(Expr callee, String scope) {
        return resolver.resolve(callee, scope).stream()
                .map(each -> target(each.value()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The attributes that are taken from the result of a call on the spot: {@code x} of {@code f().x}. */
    public Set<String> attributesTakenFrom(CallSite site) {
        Set<String> result = new LinkedHashSet<>();
        FunctionModel function = caller(site);
        if (function != null) {
            function.references().forEach(r -> addAttribute(r.expr(), site, result));
            function.calls().forEach(c -> addAttribute(c.call().callee(), site, result));
        }
        return result;
    }

    private static void addAttribute(Expr chain, CallSite site, Set<String> result) {
        for (Expr each = chain; each instanceof Expr.Attribute attribute; each = attribute.value()) {
            if (attribute.value() instanceof Expr.Call call && call.id().equals(site.id())) {
                result.add(attribute.attr());
            }
        }
    }

    // --- calls

    private void addCall(CallSite site) {
        Expr callee = site.call().callee();
        Set<FunctionModel> targets = new LinkedHashSet<>();
        boolean constructs = false;
        String stranger = "";
        Evidence evidence = Evidence.DECLARED;
        for (Resolved each : resolver.resolve(callee, site.scope())) {
            FunctionModel target = target(each.value());
            if (target != null) {
                targets.add(target);
                constructs |= each.value() instanceof Value.ClassObject;
                evidence = evidence.weaker(each.evidence());
            } else {
                stranger = isStranger(each.value()) ? describe(each.value()) : stranger;
            }
        }
        if (targets.isEmpty()) {
            addByName(site);
        } else {
            add(new Call(site, caller(site), List.copyOf(targets), constructs, stranger, evidence));
        }
        addLookUp(site);
    }

    private @Nullable FunctionModel caller(CallSite site) {
        return site.function() == null ? null : program.function(site.function());
    }

    private void add(Call call) {
        calls.put(call.site().id(), call);
        call.targets()
                .forEach(t -> callsOf.computeIfAbsent(t, k -> new ArrayList<>()).add(call));
        if (call.caller() != null) {
            callsIn.computeIfAbsent(call.caller(), k -> new ArrayList<>()).add(call);
        }
    }

    private @Nullable FunctionModel target(Value value) {
        if (value instanceof Value.FunctionObject function) {
            return function.function();
        }
        if (value instanceof Value.ClassObject made) {
            return resolver.hierarchy().method(made.type(), "__init__");
        }
        return value instanceof Value.Instance called ? resolver.hierarchy().method(called.type(), "__call__") : null;
    }

    /** A class without a constructor of its own runs nothing of the project, and what nobody knows is no stranger either. */
    private static boolean isStranger(Value value) {
        if (value instanceof Value.ExternalResult method) {
            int dot = method.name().lastIndexOf('.');
            return dot > 0 && !isHandedOut(method.name().substring(0, dot));
        }
        return !(value instanceof Value.ClassObject);
    }

    private static String describe(Value value) {
        if (value instanceof Value.External external) {
            return external.name();
        }
        if (value instanceof Value.ExternalResult result) {
            return result.name();
        }
        return value instanceof Value.Instance instance ? instance.type().qualifiedName() : "a module";
    }

    /** A call that could not be resolved, on something that may be an object of the project. */
    private void addByName(CallSite site) {
        if (!(site.call().callee() instanceof Expr.Attribute callee) || !mayBeOurs(callee.value(), site.scope())) {
            return;
        }
        FunctionModel only = onlyOneNamed(callee.attr());
        Set<FunctionModel> named = named(callee.attr());
        if (only != null && accepts(only, site)) {
            add(new Call(site, caller(site), List.of(only), false, "", Evidence.SAME_NAME));
        } else if (LibraryNames.isTelling(callee.attr())
                && named.stream().allMatch(FunctionModel::async)
                && !named.isEmpty()) {
            // Whichever it is, it is a coroutine function.
            add(new Call(site, caller(site), List.copyOf(named), false, "", Evidence.SAME_NAME));
        } else if (byName.containsKey(callee.attr())) {
            addUnresolved(callee.attr(), site.location());
        }
    }

    /** The function of a telling name, if all functions of that name belong together. */
    private @Nullable FunctionModel onlyOneNamed(String name) {
        Set<FunctionModel> named = named(name);
        boolean one = !named.isEmpty()
                && LibraryNames.isTelling(name)
                && named.stream().map(families::of).distinct().count() == 1;
        return one ? named.iterator().next() : null;
    }

    private static boolean accepts(FunctionModel function, CallSite site) {
        long positional = site.call().arguments().stream()
                .filter(a -> a.keyword() == null && a.stars() == 0)
                .count();
        boolean anyNumber = function.parameters().stream()
                .anyMatch(p -> p.kind() == dev.asyncpersistence.model.Parameter.Kind.VAR_POSITIONAL);
        return function.className() != null
                && (anyNumber || positional <= function.callParameters().size());
    }

    /** Whether an object of the project may hide behind an expression: what a library hands out may be one, an object of the library's own is none. */
    private boolean mayBeOurs(Expr receiver, String scope) {
        List<Resolved> values = resolver.resolve(receiver, scope);
        return values.stream()
                .allMatch(v -> v.value() instanceof Value.ExternalResult result && isHandedOut(result.name()));
    }

    private static boolean isHandedOut(String name) {
        String plain = name.endsWith("()") ? name.substring(0, name.length() - 2) : name;
        String last = plain.substring(plain.lastIndexOf('.') + 1);
        return !name.startsWith("builtins.") && !last.isEmpty() && !Character.isUpperCase(last.charAt(0));
    }

    // --- references

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
                        .forEach(name -> addUnresolved(name, site.location()));
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
                    && byName.containsKey(attribute.attr())
                    && mayBeFunction(reference.use())
                    && mayBeOurs(attribute.value(), reference.scope())) {
                addUnresolved(attribute.attr(), reference.location());
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

    private void addUnresolved(String name, SourceLocation location) {
        unresolved.computeIfAbsent(name, n -> new ArrayList<>()).add(location);
    }
}
