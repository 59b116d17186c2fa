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
package dev.asyncpersistence.plan.leftover;

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.StatementId;
import dev.asyncpersistence.plan.change.AssignmentRemoval;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.ImportRemoval;
import dev.asyncpersistence.plan.change.Need;
import dev.asyncpersistence.plan.graph.FunctionUses;
import dev.asyncpersistence.plan.graph.ParameterPassing;
import dev.asyncpersistence.plan.graph.Scopes;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what only the calls have used that now go to the async layer: variables, attributes, parameters and imports of the sync layer. What anything else
 * may use stays, and so does what a file mentions that is not part of the program, such as a test.
 */
public final class Leftovers {
    private final Resolver resolver;
    private final UnreadFiles unread;
    private final Reads reads;
    private final UnusedAttributes attributes;
    private final UnusedParameters parameters;
    private final Set<CallSite> moved;
    private final List<Leftover> result = new ArrayList<>();
    private final Set<Object> done = new HashSet<>();

    /** By attribute, the calls that have to move for it to be read no more. */
    private final Map<Member, Set<UUID>> movedFromMembers = new LinkedHashMap<>();

    /** By variable, the calls that have to move for it to be read no more. */
    private final Map<Variable, Set<UUID>> freedBy = new HashMap<>();

    private Leftovers(
            Resolver resolver, FunctionUses uses, ParameterPassing passing, UnreadFiles unread, Set<CallSite> moved) {
        this.resolver = resolver;
        this.unread = unread;
        this.moved = moved;
        this.reads = new Reads(resolver.program(), moved);
        this.attributes = new UnusedAttributes(resolver, unread, reads);
        this.parameters = new UnusedParameters(resolver, uses, passing, unread, reads);
    }

    /**
     * What is left over.
     *
     * @param moved the calls whose receiver is the async layer from now on
     */
    public static List<Leftover> of(
            Resolver resolver, FunctionUses uses, ParameterPassing passing, UnreadFiles unread, Set<CallSite> moved) {
        Leftovers leftovers = new Leftovers(resolver, uses, passing, unread, moved);
        int before;
        do {
            // What one of them has read, another may be left over without.
            before = leftovers.result.size();
            leftovers.findVariables();
            leftovers.findAttributes();
            leftovers.findParameters();
        } while (leftovers.result.size() > before);
        leftovers.findImports();
        return List.copyOf(leftovers.result);
    }

    private static @Nullable Expr receiver(CallSite site) {
        return site.call().callee() instanceof Expr.Attribute callee ? callee.value() : null;
    }

    // --- variables

    private record Variable(FunctionModel function, String name) {}

    private void findVariables() {
        Map<Variable, Set<UUID>> candidates = new LinkedHashMap<>();
        for (CallSite site : moved) {
            if (receiver(site) instanceof Expr.Name name) {
                FunctionModel owner = owner(name.id(), site.scope());
                if (owner != null
                        && owner.parameters().stream().noneMatch(p -> p.name().equals(name.id()))) {
                    candidates
                            .computeIfAbsent(new Variable(owner, name.id()), v -> new LinkedHashSet<>())
                            .add(site.id());
                }
            }
        }
        candidates.forEach(this::addVariable);
    }

    private @Nullable FunctionModel owner(String name, String scope) {
        return Scopes.binding(name, scope, resolver.program());
    }

    private void addVariable(Variable variable, Set<UUID> sites) {
        if (done.contains(variable)) {
            return;
        }
        FunctionModel function = variable.function();
        List<Binding> bindings = function.locals().getOrDefault(variable.name(), List.of());
        StatementId statement = bindings.size() == 1 ? bindings.get(0).statement() : null;
        boolean read = reads.anyLeft(
                each -> each.expr().start().equals(new Expr.Name(variable.name())) && function.encloses(each.scope()));
        if (statement == null
                || statement.conditional()
                || read
                || !isHarmless(bindings.get(0).value())) {
            return;
        }
        done.add(variable);
        reads.remove(bindings.get(0).value(), function.qualifiedName());
        add(function.location().path(), function.qualifiedName(), new AssignmentRemoval(statement.id()), sites);
        free(bindings.get(0).value(), function.qualifiedName(), sites);
    }

    /** Names, attributes and what an accessor hands out: nobody misses that they are evaluated. */
    static boolean isHarmless(Expr value) {
        if (value instanceof Expr.AnyOf anyOf) {
            return anyOf.options().stream().allMatch(Leftovers::isHarmless);
        }
        return value.equals(Expr.Opaque.NONE)
                || value.dotted() != null
                || (value instanceof Expr.Call call
                        && call.arguments().isEmpty()
                        && call.callee().dotted() != null);
    }

    // --- attributes and parameters

    private record Member(ClassModel type, String name) {}

    private void findAttributes() {
        if (movedFromMembers.isEmpty()) {
            moved.forEach(this::addMembers);
        }
        new LinkedHashMap<>(movedFromMembers).forEach(this::addAttribute);
    }

    private void addMembers(CallSite site) {
        Expr receiver = receiver(site);
        for (Expr.Attribute attribute : receiver == null ? List.<Expr.Attribute>of() : holders(receiver, site)) {
            ClassModel owner = attributes.owner(attribute, site.scope());
            if (owner != null) {
                movedFromMembers
                        .computeIfAbsent(new Member(owner, attribute.attr()), m -> new LinkedHashSet<>())
                        .add(site.id());
            }
        }
    }

    /** The attribute that a receiver is, or that the variable was taken from which it is. */
    private List<Expr.Attribute> holders(Expr receiver, CallSite site) {
        if (receiver instanceof Expr.Name name) {
            FunctionModel owner = owner(name.id(), site.scope());
            return owner == null
                    ? List.of()
                    : owner.locals().getOrDefault(name.id(), List.of()).stream()
                            .map(Binding::value)
                            .filter(Expr.Attribute.class::isInstance)
                            .map(Expr.Attribute.class::cast)
                            .toList();
        }
        return receiver instanceof Expr.Attribute attribute ? List.of(attribute) : List.of();
    }

    private void addAttribute(Member member, Set<UUID> sites) {
        List<Binding> bindings = member.type().attributes().getOrDefault(member.name(), List.of());
        if (done.contains(member) || !attributes.isUnused(member.type(), member.name())) {
            return;
        }
        List<UnusedParameters.Candidate> freed = new ArrayList<>();
        for (Binding binding : bindings) {
            freed.addAll(parameters.in(binding.value(), binding.scope(), sites));
        }
        bindings.forEach(binding -> reads.remove(binding.value(), binding.scope()));
        if (!freed.stream().allMatch(parameters::canGo)) {
            bindings.forEach(binding -> reads.putBack(binding.value(), binding.scope()));
            return;
        }
        done.add(member);
        for (Binding binding : bindings) {
            UUID statement = Objects.requireNonNull(binding.statement()).id();
            add(path(binding.scope()), binding.scope(), new AssignmentRemoval(statement), sites);
        }
        freed.forEach(this::addParameter);
        bindings.forEach(binding -> free(binding.value(), binding.scope(), sites));
    }

    private void findParameters() {
        Map<UnusedParameters.Candidate, Set<UUID>> candidates = new LinkedHashMap<>();
        for (CallSite site : moved) {
            if (receiver(site) instanceof Expr.Name name) {
                FunctionModel owner = owner(name.id(), site.scope());
                if (owner != null) {
                    parameters
                            .in(name, owner.qualifiedName(), Set.of())
                            .forEach(each -> candidates
                                    .computeIfAbsent(each, c -> new LinkedHashSet<>())
                                    .add(site.id()));
                }
            }
        }
        candidates.forEach((candidate, sites) -> {
            if (parameters.canGo(candidate)) {
                addParameter(candidate.with(sites));
            }
        });
    }

    private void addParameter(UnusedParameters.Candidate candidate) {
        if (done.add(List.of(candidate.function(), candidate.parameter()))) {
            result.addAll(parameters.remove(candidate));
            parameters.passed(candidate).forEach(each -> free(each.expr(), each.scope(), candidate.sites()));
        }
    }

    /** Looks whether something is left over that was only handed on to what goes. */
    private void free(Expr value, String scope, Set<UUID> sites) {
        ClassModel holder = value instanceof Expr.Attribute attribute ? attributes.owner(attribute, scope) : null;
        if (holder != null && value instanceof Expr.Attribute attribute) {
            movedFromMembers
                    .computeIfAbsent(new Member(holder, attribute.attr()), m -> new LinkedHashSet<>())
                    .addAll(sites);
        }
        FunctionModel owner = value instanceof Expr.Name name ? owner(name.id(), scope) : null;
        if (owner == null || !(value instanceof Expr.Name name)) {
            return;
        }
        Variable variable = new Variable(owner, name.id());
        Set<UUID> all = freedBy.computeIfAbsent(variable, this::movedFrom);
        all.addAll(sites);
        if (owner.parameters().stream().anyMatch(p -> p.name().equals(name.id()))) {
            parameters.in(name, owner.qualifiedName(), all).stream()
                    .filter(parameters::canGo)
                    .forEach(this::addParameter);
        } else {
            addVariable(variable, all);
        }
    }

    /** The calls on what a variable holds that go to the async layer. */
    private Set<UUID> movedFrom(Variable variable) {
        return moved.stream()
                .filter(site -> {
                    Expr receiver = receiver(site);
                    return receiver != null
                            && receiver.start().equals(new Expr.Name(variable.name()))
                            && variable.function().equals(owner(variable.name(), site.scope()));
                })
                .map(CallSite::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    // --- imports

    /** In the files where something goes. */
    private void findImports() {
        Map<ModuleModel, Set<UUID>> files = new LinkedHashMap<>();
        moved.forEach(
                site -> files.computeIfAbsent(resolver.program().moduleOf(site.scope()), m -> new LinkedHashSet<>())
                        .add(site.id()));
        for (Leftover each : result) {
            files.computeIfAbsent(resolver.program().moduleOf(each.removal().scope()), m -> new LinkedHashSet<>())
                    .addAll(each.sites());
        }
        UnusedImports imports = new UnusedImports(resolver, unread, reads, moved);
        files.forEach((file, sites) ->
                imports.in(file).forEach(name -> add(file.path(), file.name(), new ImportRemoval(name), sites)));
    }

    private String path(String scope) {
        return resolver.program().moduleOf(scope).path();
    }

    private void add(String path, String scope, Change removal, Set<UUID> sites) {
        result.add(new Leftover(new Need(path, scope, removal), Set.copyOf(sites)));
    }
}
