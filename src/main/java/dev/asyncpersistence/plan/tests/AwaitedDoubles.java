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

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.plan.doubles.Doubles;
import dev.asyncpersistence.plan.doubles.TestDouble;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which doubles are awaited only now. */
final class AwaitedDoubles {
    private final Afterwards afterwards;
    private final DoubleUses doubleUses;
    private final TestContexts contexts;
    private final ReachedSites reached;
    private final MovedDoubles movedDoubles;
    private final MovedAccessors movedAccessors;
    private final SharedMethods shared;
    private final TestEdits edits;
    private final Set<TestDouble> mentioned = new LinkedHashSet<>();

    AwaitedDoubles(
            Afterwards afterwards,
            Doubles doubles,
            DoubleUses doubleUses,
            TestContexts contexts,
            ReachedSites reached,
            MovedDoubles movedDoubles,
            MovedAccessors movedAccessors,
            SharedMethods shared,
            TestEdits edits,
            List<Chain> chains) {
        this.afterwards = afterwards;
        this.doubleUses = doubleUses;
        this.contexts = contexts;
        this.reached = reached;
        this.movedDoubles = movedDoubles;
        this.movedAccessors = movedAccessors;
        this.shared = shared;
        this.edits = edits;
        for (Chain chain : chains) {
            for (Expr.Attribute each : chain.attributes()) {
                mentioned.addAll(contexts.metIn(chain.scope(), doubles.of(each, chain.scope())));
            }
        }
    }

    /** The doubles that tests speak of. */
    Set<TestDouble> mentioned() {
        return mentioned;
    }

    /** The parts of mocks that are awaited only now; by their names alone if nobody knows where they get to. */
    List<TestDouble.Part> parts() {
        Set<TestDouble> result = new LinkedHashSet<>();
        for (TestDouble each : doubleUses.awaited()) {
            List<CallSite> now = doubleUses.awaits(each).stream()
                    .filter(afterwards::isChanged)
                    .toList();
            if (!now.isEmpty() && isOnlyAwaited(each) && takesPart(each, now)) {
                result.add(each);
            }
        }
        result.removeAll(movedDoubles.covered());
        result.removeAll(shared.leading());
        result.addAll(movedDoubles.awaited());
        movedAccessors.awaited().stream().filter(this::isOnlyAwaited).forEach(result::add);
        movedDoubles.moved().values().stream().filter(this::isOnlyAwaited).forEach(result::add);
        for (TestDouble each : afterwards.isMigrated() ? Set.<TestDouble>of() : mentioned) {
            if (each instanceof TestDouble.Part part && !part.path().isEmpty() && !isKnown(part)) {
                String name = part.path().get(part.path().size() - 1);
                if (doubleUses.named(name).onlyAwaited().stream().anyMatch(afterwards::isChanged)) {
                    result.add(each);
                    edits.follow(each, doubleUses.named(name).onlyAwaited());
                }
            }
        }
        return result.stream()
                .filter(TestDouble.Part.class::isInstance)
                .map(TestDouble.Part.class::cast)
                // What wraps an object gives its coroutines.
                .filter(part -> part.path().isEmpty() || part.mock().keyword("wraps") == null)
                .toList();
    }

    /** Whether nothing that leads to an await of a double leads to a plain call of it, too. */
    boolean isOnlyAwaited(TestDouble each) {
        List<CallSite> calls = doubleUses.calls(each);
        if (calls.isEmpty()) {
            return true;
        }
        Set<FunctionModel> users = contexts.testsWith(each);
        return reached.isReached(doubleUses.awaits(each), users) && !reached.isReached(calls, users);
    }

    /** Whether it is known what is done with a part, or with the same of which calls go elsewhere. */
    private boolean isKnown(TestDouble.Part part) {
        return doubleUses.isKnown(part) || doubleUses.moves().containsKey(owner(part));
    }

    /** Whether a test speaks of a double, or one in which it takes part leads to one of some calls. */
    private boolean takesPart(TestDouble each, List<CallSite> sites) {
        if (mentioned.contains(each) || !(each instanceof TestDouble.Part part)) {
            return true;
        }
        Set<FunctionModel> tests = contexts.testsWith(each);
        return isTold(part) ? reached.isReached(sites, tests) : reached.isNear(sites, tests);
    }

    /** Whether a test makes what a part belongs to, or speaks of it. What comes into being by itself is hardly met far from a test. */
    private boolean isTold(TestDouble.Part part) {
        return part.path().size() <= 1 || mentioned.contains(owner(part));
    }

    private static TestDouble.Part owner(TestDouble.Part part) {
        return new TestDouble.Part(
                part.mock(), part.path().subList(0, part.path().size() - 1));
    }
}
