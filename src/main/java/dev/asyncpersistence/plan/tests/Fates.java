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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of the calls of a method of a double, in the tests that a part of the tests takes part in. */
final class Fates {
    private final Doubles doubles;
    private final DoubleUses uses;
    private final ReachedSites reached;
    private final TestContexts contexts;

    enum Fate {
        STAY,
        MOVE,
        /** Some calls go to another method, others don't. */
        BOTH
    }

    Fates(Doubles doubles, DoubleUses uses, ReachedSites reached, TestContexts contexts) {
        this.doubles = doubles;
        this.uses = uses;
        this.reached = reached;
        this.contexts = contexts;
    }

    /** Seen from one scope of the tests. */
    Fate of(TestDouble owner, String method, String scope) {
        List<Move> moves = moves(owner, method);
        boolean renamed = !moves.isEmpty() && !moves.get(0).newMethod().equals(method);
        return renamed && isConfigured(owner, moves.get(0).newMethod(), scope)
                ? Fate.STAY
                : of(owner, method, contexts.tests(scope));
    }

    /** Seen from all tests that a double takes part in. */
    Fate of(TestDouble owner, String method) {
        return of(owner, method, contexts.testsWith(owner));
    }

    private Fate of(TestDouble owner, String method, Set<FunctionModel> tests) {
        List<Move> moves = moves(owner, method);
        if (moves.isEmpty()) {
            return Fate.STAY;
        }
        List<Move> here = moves.stream().filter(m -> isReached(m.site(), tests)).toList();
        List<CallSite> staying = staying(owner, method, moves);
        List<CallSite> stayingHere =
                staying.stream().filter(site -> isReached(site, tests)).toList();
        if (here.isEmpty() && !stayingHere.isEmpty()) {
            return Fate.STAY;
        }
        boolean unknown = here.isEmpty();
        boolean one = (unknown ? moves : here)
                        .stream().map(Move::newMethod).distinct().count()
                == 1;
        return one && (unknown ? staying : stayingHere).isEmpty() ? Fate.MOVE : Fate.BOTH;
    }

    /** Whether a scope of the tests has something for the new name, too. */
    private boolean isConfigured(TestDouble owner, String newMethod, String scope) {
        return doubles.replacements().named(newMethod).stream()
                .anyMatch(each -> each.scope().equals(scope)
                        && !(each.owner() instanceof Expr.Text)
                        && doubles.of(each.owner(), scope).contains(owner));
    }

    private boolean isReached(CallSite site, Set<FunctionModel> tests) {
        return reached.isReached(List.of(site), tests);
    }

    private List<CallSite> staying(TestDouble owner, String method, List<Move> moves) {
        List<CallSite> result = new ArrayList<>();
        for (TestDouble part : doubles.member(owner, method)) {
            result.addAll(uses.calls(part));
            uses.awaits(part).stream()
                    .filter(site -> moves.stream().noneMatch(m -> m.site().equals(site)))
                    .forEach(result::add);
        }
        return result;
    }

    /** Where the calls go that a scope of the tests speaks of; null if they stay, or some do. */
    @Nullable
    Move move(TestDouble owner, String method, String scope) {
        if (of(owner, method, scope) != Fate.MOVE) {
            return null;
        }
        Set<FunctionModel> tests = contexts.tests(scope);
        List<Move> moves = moves(owner, method);
        return moves.stream()
                .filter(m -> isReached(m.site(), tests))
                .findFirst()
                .orElse(moves.get(0));
    }

    /** The calls of a method of a double that go elsewhere. */
    List<Move> moves(TestDouble owner, String method) {
        return uses.moves().getOrDefault(owner, List.of()).stream()
                .filter(move -> move.method().equals(method))
                .toList();
    }

    /** Whether none is left. */
    boolean allMoved(TestDouble owner, String method) {
        List<Move> moves = moves(owner, method);
        return !moves.isEmpty() && staying(owner, method, moves).isEmpty();
    }
}
