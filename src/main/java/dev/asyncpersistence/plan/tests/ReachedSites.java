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
package dev.asyncpersistence.plan.tests;

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Reference;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which functions may lead to a call, as far as they can be followed: by calls, by functions that they hand over, by tables of functions. */
public final class ReachedSites {
    private final Program program;
    private final FunctionUses uses;
    private final Families families;
    private final Map<FunctionModel, Set<FunctionModel>> callers = new HashMap<>();
    private final Map<String, Map<FunctionModel, Integer>> known = new HashMap<>();

    /** So many calls lead from a test to what it is about: to an endpoint, from there to a service, from there to what that does. */
    private static final int NEAR = 3;

    /** Follows the functions of a program. */
    public static ReachedSites of(Resolver resolver) {
        Families families = new Families(resolver);
        return new ReachedSites(resolver.program(), new FunctionUses(resolver, families), families);
    }

    ReachedSites(Program program, FunctionUses uses, Families families) {
        this.program = program;
        this.uses = uses;
        this.families = families;
        program.functions().forEach(this::addEdges);
    }

    private void addEdges(FunctionModel function) {
        for (Call call : uses.callsIn(function)) {
            call.targets().forEach(target -> addEdge(function, target));
        }
        uses.propertiesReadIn(function).forEach(target -> addEdge(function, target));
        for (Reference reference : function.references()) {
            uses.targetsOf(reference.expr(), reference.scope()).forEach(target -> addEdge(function, target));
            if (reference.expr().start() instanceof Expr.Name name) {
                addTable(function, name.id());
            }
        }
        ClassModel type = function.className() == null ? null : program.classNamed(function.className());
        FunctionModel constructor = type == null ? null : type.method("__init__");
        if (constructor != null && !constructor.equals(function)) {
            addEdge(function, constructor);
        }
    }

    /** {@code HANDLERS = {"look": look}}, and a function that uses it. */
    private void addTable(FunctionModel function, String global) {
        List<Binding> bindings =
                program.moduleOf(function.qualifiedName()).globals().getOrDefault(global, List.of());
        for (Binding binding : bindings) {
            if (binding.value() instanceof Expr.Display table) {
                table.elements()
                        .forEach(each ->
                                uses.targetsOf(each, binding.scope()).forEach(target -> addEdge(function, target)));
            }
        }
    }

    private void addEdge(FunctionModel caller, FunctionModel callee) {
        for (FunctionModel member : families.of(callee).members()) {
            callers.computeIfAbsent(member, m -> new HashSet<>()).add(caller);
        }
    }

    /** Whether one of some functions may lead to one of some calls. */
    boolean isReached(Collection<CallSite> sites, Collection<FunctionModel> functions) {
        return functions.stream().anyMatch(function -> sites.stream().anyMatch(site -> reaches(function, site)));
    }

    /** Whether one of some functions may lead to one of some calls by no more than a few others. */
    boolean isNear(Collection<CallSite> sites, Collection<FunctionModel> functions) {
        return functions.stream()
                .anyMatch(function ->
                        sites.stream().anyMatch(site -> distances(site).getOrDefault(function, NEAR + 1) <= NEAR));
    }

    boolean reaches(FunctionModel function, CallSite site) {
        return distances(site).containsKey(function);
    }

    /** The functions that tests near a call may be calling. */
    public List<FunctionModel> near(CallSite site) {
        return distances(site).entrySet().stream()
                .filter(each -> each.getValue() < NEAR)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<FunctionModel, Integer> distances(CallSite site) {
        return site.function() == null ? Map.of() : known.computeIfAbsent(site.function(), this::distances);
    }

    /** The functions that may lead to a function, that itself first, and by how many calls at least. */
    private Map<FunctionModel, Integer> distances(String qualifiedName) {
        Map<FunctionModel, Integer> result = new LinkedHashMap<>();
        FunctionModel first = program.function(qualifiedName);
        Collection<FunctionModel> open = first == null ? List.of() : List.of(first);
        for (int distance = 0; !open.isEmpty(); distance++) {
            List<FunctionModel> next = new ArrayList<>();
            for (FunctionModel each : open) {
                if (result.putIfAbsent(each, distance) == null) {
                    next.addAll(callers.getOrDefault(each, Set.of()));
                }
            }
            open = next;
        }
        return result;
    }
}
