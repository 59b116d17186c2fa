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
package dev.asyncpersistence.plan.doubles;

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.Reference;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Calls of functions that are taken from tables or registries: {@code handlers[name](request, user)}. What they run isn't known, but they pass as many
 * arguments as the functions in the tables take.
 */
final class OpenCalls {
    /** With one argument, too many calls look alike. */
    private static final int LEAST = 2;

    private final Resolver resolver;
    private final FunctionUses uses;
    private final Predicate<String> isTest;
    private final Map<Integer, List<CallSite>> byCount = new HashMap<>();
    private final Set<FunctionModel> handedOver = new HashSet<>();

    OpenCalls(Resolver resolver, FunctionUses uses, Predicate<String> isTest) {
        this.resolver = resolver;
        this.uses = uses;
        this.isTest = isTest;
        resolver.program().modules().stream()
                .filter(module -> !isTest.test(module.path()))
                .forEach(this::add);
    }

    private void add(ModuleModel module) {
        for (CallSite site : module.allCalls()) {
            if (isOpen(site)) {
                byCount.computeIfAbsent(site.call().arguments().size(), n -> new ArrayList<>())
                        .add(site);
            }
        }
        for (Reference each : module.allReferences()) {
            handedOver.addAll(uses.targetsOf(each.expr(), each.scope()));
        }
        module.globals().values().stream().flatMap(List::stream).forEach(this::addTable);
    }

    private void addTable(Binding binding) {
        if (binding.value() instanceof Expr.Display table) {
            table.elements().forEach(each -> handedOver.addAll(uses.targetsOf(each, binding.scope())));
        }
    }

    /** Whether nothing but the tests, which may register functions of theirs, says what is called. */
    private boolean isOpen(CallSite site) {
        Call known = uses.at(site);
        return (known == null || known.targets().stream().allMatch(this::isOfTests))
                && site.call().arguments().size() >= LEAST
                && site.call().arguments().stream().allMatch(each -> each.stars() == 0)
                && (site.call().callee() instanceof Expr.Name || site.call().callee() instanceof Expr.Subscript)
                && resolver.resolve(site.call().callee(), site.scope()).stream()
                        .allMatch(each -> each.value() instanceof Value.ExternalResult
                                || (each.value() instanceof Value.FunctionObject of && isOfTests(of.function())));
    }

    private boolean isOfTests(FunctionModel function) {
        return isTest.test(function.location().path());
    }

    /** The calls that may run a function. */
    List<CallSite> of(FunctionModel function) {
        if (!handedOver.contains(function)) {
            return List.of();
        }
        List<Parameter> parameters = function.callParameters();
        long least = parameters.stream().filter(Parameter::isRequired).count();
        List<CallSite> result = new ArrayList<>();
        for (int count = (int) Math.max(least, LEAST); count <= parameters.size(); count++) {
            result.addAll(byCount.getOrDefault(count, List.of()));
        }
        return result;
    }
}
