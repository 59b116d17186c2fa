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
import dev.asyncpersistence.model.Resolved.Evidence;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.SourceLocation;
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
    private final CallTargets targets;
    private final Handovers handovers;
    private final Map<UUID, Call> calls = new LinkedHashMap<>();
    private final Map<FunctionModel, List<Call>> callsOf = new HashMap<>();
    private final Map<FunctionModel, List<Call>> callsIn = new HashMap<>();
    private final Map<String, List<SourceLocation>> unresolved = new HashMap<>();
    private final PropertyReads properties;
    private final MentionedTexts texts;

    public FunctionUses(Resolver resolver, Families families) {
        Program program = resolver.program();
        targets = new CallTargets(resolver, families);
        for (ModuleModel module : program.modules()) {
            module.allCalls().forEach(this::addCall);
        }
        handovers = new Handovers(resolver, targets, this::addUnresolved);
        properties = new PropertyReads(resolver);
        texts = new MentionedTexts(program);
    }

    private void addCall(CallSite site) {
        Call call = targets.of(site);
        if (call == null) {
            if (targets.mayBeOne(site)) {
                Expr callee = site.call().callee();
                String name = callee instanceof Expr.Name imported
                        ? targets.lazyExport(imported, site.scope())
                        : Program.lastName(callee);
                addUnresolved(Objects.requireNonNull(name), site.location());
            }
            return;
        }
        calls.put(site.id(), call);
        call.targets()
                .forEach(t -> callsOf.computeIfAbsent(t, k -> new ArrayList<>()).add(call));
        if (call.caller() != null) {
            callsIn.computeIfAbsent(call.caller(), k -> new ArrayList<>()).add(call);
        }
    }

    private void addUnresolved(String name, SourceLocation location) {
        unresolved.computeIfAbsent(name, n -> new ArrayList<>()).add(location);
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
        return handovers.of(function);
    }

    /** Places that use something of a name without saying whose it is. */
    public List<SourceLocation> unresolved(String name) {
        return unresolved.getOrDefault(name, List.of());
    }

    /** The functions of a name, whatever their classes. */
    public Set<FunctionModel> named(String name) {
        return targets.named(name);
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
        return targets.of(callee, scope);
    }

    /** The attributes that are taken from the result of a call on the spot: {@code x} of {@code f().x}. */
    public Set<String> attributesTakenFrom(CallSite site) {
        Set<String> result = new LinkedHashSet<>();
        FunctionModel function = targets.caller(site);
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
}
