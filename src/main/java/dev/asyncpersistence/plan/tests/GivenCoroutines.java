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

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Fixtures;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.Reference;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.plan.CoroutineConsumers;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sync fixtures that give tests a coroutine: {@code return service.load()}. It is meant where those who ask for it await it; where nobody does, the
 * fixture has fallen behind.
 */
final class GivenCoroutines {
    private static final Set<Use> GIVING = EnumSet.of(Use.RETURNED, Use.YIELDED);

    private final List<Call> lost = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<FunctionModel, List<Asked>> asked = new HashMap<>();

    /** A parameter by which a function asks for a fixture. */
    private record Asked(FunctionModel function, String parameter) {}

    GivenCoroutines(Resolver resolver, FunctionUses uses, Collection<FunctionModel> testCode) {
        for (FunctionModel function : testCode) {
            for (Parameter parameter : function.parameters()) {
                FunctionModel fixture = resolver.fixtures().askedFor(function, parameter.name());
                if (fixture != null) {
                    asked.computeIfAbsent(fixture, f -> new ArrayList<>()).add(new Asked(function, parameter.name()));
                }
            }
        }
        asked.keySet().stream()
                .filter(fixture -> !fixture.async())
                .flatMap(fixture -> uses.callsIn(fixture).stream())
                .filter(GivenCoroutines::givesCoroutine)
                .forEach(this::judge);
    }

    /** The calls whose coroutines are taken for what awaiting them gives. */
    List<Call> lost() {
        return lost;
    }

    /** Those of which only a person knows. */
    List<Problem> problems() {
        return problems;
    }

    private static boolean givesCoroutine(Call call) {
        return GIVING.contains(call.site().use())
                && !call.constructs()
                && call.stranger().isEmpty()
                && call.targets().stream().allMatch(target -> target.async() && !target.yielded());
    }

    private void judge(Call call) {
        FunctionModel fixture = call.caller();
        List<Asked> users = asked.getOrDefault(fixture, List.of());
        if (fixture == null || users.stream().allMatch(GivenCoroutines::isAwaited)) {
            return;
        }
        if (users.stream().noneMatch(each -> isAwaited(each) || isHandedOn(each))) {
            lost.add(call);
            return;
        }
        users.stream()
                .filter(each -> !isAwaited(each))
                .findFirst()
                .ifPresent(each -> problems.add(new Problem(
                        call.site().location(),
                        "the fixture `" + Fixtures.name(fixture) + "` gives a coroutine, and `"
                                + each.function().name() + "` ("
                                + each.function().location()
                                + ") doesn't await it")));
    }

    private static boolean isAwaited(Asked user) {
        return references(user).stream().anyMatch(each -> each.use().isAwaited() || CoroutineConsumers.takes(each));
    }

    /** Whether something else gets it, which may await it. */
    private static boolean isHandedOn(Asked user) {
        return references(user).stream().anyMatch(each -> !each.use().needsPlainValue() && each.use() != Use.DISCARDED);
    }

    private static List<Reference> references(Asked user) {
        Expr name = new Expr.Name(user.parameter());
        return user.function().references().stream()
                .filter(each -> each.expr().equals(name))
                .toList();
    }
}
