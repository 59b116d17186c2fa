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
import dev.asyncpersistence.model.DottedNames;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.ThreadHandoff;
import dev.asyncpersistence.plan.doubles.Doubles;
import dev.asyncpersistence.plan.doubles.TestDouble;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the code under test does with test doubles afterwards. */
final class DoubleUses {
    private final Doubles doubles;
    private final Afterwards afterwards;
    private final TestContexts contexts;
    private final Map<TestDouble, List<CallSite>> awaited = new LinkedHashMap<>();
    private final Map<TestDouble, List<CallSite>> called = new LinkedHashMap<>();
    private final Map<TestDouble, List<Move>> moves = new LinkedHashMap<>();
    private final List<Move> allMoves = new ArrayList<>();
    private final Map<String, NameUses> byName = new HashMap<>();

    /** How the calls of one name are made, whatever they are called on. */
    static final class NameUses {
        private final List<CallSite> awaited = new ArrayList<>();
        private final List<CallSite> plain = new ArrayList<>();
        private final Set<String> movedTo = new TreeSet<>();
        private boolean stays;

        /** The calls, if all of them are awaited, some only now. */
        List<CallSite> onlyAwaited() {
            return plain.isEmpty() && movedTo.isEmpty() ? awaited : List.of();
        }
    }

    DoubleUses(Doubles doubles, Afterwards afterwards, TestContexts contexts, Collection<ModuleModel> codeUnderTest) {
        this.doubles = doubles;
        this.afterwards = afterwards;
        this.contexts = contexts;
        List<CallSite> sites = codeUnderTest.stream()
                .flatMap(module -> module.allCalls().stream())
                .toList();
        sites.forEach(this::addName);
        Set<String> interesting = new HashSet<>();
        byName.forEach((name, uses) -> {
            if (!uses.awaited.isEmpty() || !uses.movedTo.isEmpty()) {
                interesting.add(name);
            }
        });
        sites.forEach(site -> add(site, interesting));
    }

    private void addName(CallSite site) {
        String name = Program.lastName(site.call().callee());
        if (name == null) {
            return;
        }
        NameUses uses = byName.computeIfAbsent(name, n -> new NameUses());
        Move move = afterwards.move(site);
        if (move != null && !move.newMethod().equals(name)) {
            uses.movedTo.add(move.newMethod());
            byName.computeIfAbsent(move.newMethod(), n -> new NameUses())
                    .awaited
                    .add(site);
            return;
        }
        uses.stays = true;
        (afterwards.isAwaited(site) ? uses.awaited : uses.plain).add(site);
    }

    private void add(CallSite site, Set<String> interesting) {
        Expr onThread = ThreadHandoff.function(site.call());
        if (onThread != null && interesting.contains(String.valueOf(Program.lastName(onThread)))) {
            note(called, doubles.of(onThread, site.scope()), site);
        }
        Expr callee = site.call().callee();
        if (!interesting.contains(String.valueOf(Program.lastName(callee)))) {
            return;
        }
        Move move = afterwards.move(site);
        if (move == null) {
            note(afterwards.isAwaited(site) ? awaited : called, doubles.of(callee, site.scope()), site);
        } else {
            addMove(move);
        }
    }

    private void addMove(Move move) {
        allMoves.add(move);
        String scope = move.site().scope();
        List<TestDouble> receivers = doubles.of(move.receiver(), scope);
        for (TestDouble each : receivers) {
            moves.computeIfAbsent(each, d -> new ArrayList<>()).add(move);
        }
        List<TestDouble> newReceivers =
                move.newReceiver() == null ? receivers : doubles.of(DottedNames.parse(move.newReceiver()), scope);
        for (TestDouble each : receivers) {
            if (given(each, move.newMethod()).isEmpty()) {
                note(awaited, given(each, move.method()), move.site());
            }
        }
        for (TestDouble each : newReceivers) {
            if (receivers.contains(each) && isGivenAtOnce(each, move)) {
                note(awaited, given(each, move.newMethod()), move.site());
            } else {
                note(awaited, doubles.member(each, move.newMethod()), move.site());
            }
        }
    }

    /** What tests put in the place of an attribute. */
    private List<TestDouble> given(TestDouble owner, String attr) {
        return doubles.member(owner, attr).stream()
                .filter(each -> !(owner instanceof TestDouble.Part part) || !each.equals(part.part(attr)))
                .filter(each -> !(owner instanceof TestDouble.Fake && each instanceof TestDouble.Function))
                .filter(each -> contexts.meet(owner, each))
                .toList();
    }

    /** Whether something is put in the place of a method where its mock is made, and goes on to the method's new name with it. */
    private boolean isGivenAtOnce(TestDouble owner, Move move) {
        return owner instanceof TestDouble.Part part
                && !part.isDeep()
                && !doubles.member(owner, move.method()).contains(part.part(move.method()));
    }

    private static void note(Map<TestDouble, List<CallSite>> uses, List<TestDouble> doubles, CallSite site) {
        doubles.forEach(
                each -> uses.computeIfAbsent(each, d -> new ArrayList<>()).add(site));
    }

    /** The doubles that are awaited. */
    Set<TestDouble> awaited() {
        return awaited.keySet();
    }

    List<CallSite> awaits(TestDouble each) {
        return awaited.getOrDefault(each, List.of());
    }

    List<CallSite> calls(TestDouble each) {
        return called.getOrDefault(each, List.of());
    }

    /** The calls of the code under test that go elsewhere. */
    List<Move> allMoves() {
        return allMoves;
    }

    /** The doubles on which calls go to other methods. */
    Map<TestDouble, List<Move>> moves() {
        return moves;
    }

    /** How calls of a name are made, for doubles of which nobody knows where they get to. */
    NameUses named(String name) {
        return byName.getOrDefault(name, new NameUses());
    }

    /** The one name that all calls of a name go to afterwards; empty if there is none. */
    String newName(String name) {
        NameUses uses = named(name);
        return !uses.stays && uses.movedTo.size() == 1 ? uses.movedTo.iterator().next() : "";
    }

    /** Whether anything is known of what the code under test does with a double. */
    boolean isKnown(TestDouble each) {
        return awaited.containsKey(each) || called.containsKey(each);
    }
}
