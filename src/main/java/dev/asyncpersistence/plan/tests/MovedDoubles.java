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
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.plan.change.FunctionNameChange;
import dev.asyncpersistence.plan.change.NameChange;
import dev.asyncpersistence.plan.change.ReceiverChange;
import dev.asyncpersistence.plan.change.TextChange;
import dev.asyncpersistence.plan.doubles.Doubles;
import dev.asyncpersistence.plan.doubles.Replacement;
import dev.asyncpersistence.plan.doubles.TestDouble;
import dev.asyncpersistence.plan.doubles.TestDouble.Part;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Has tests speak of the method, and of the double, that the code under test calls now: {@code layer.get_player.return_value} becomes
 * {@code async_layer.get_player_by_id.return_value}.
 */
final class MovedDoubles {
    private static final Expr CALL = new Expr.Name("call");
    private static final Set<String> RECORDS = Set.of("mock_calls", "method_calls", "assert_has_calls");

    private final Program program;
    private final Doubles doubles;
    private final DoubleUses uses;
    private final Fates fates;
    private final TestContexts contexts;
    private final Partners partners;
    private final SharedMethods shared;
    private final TestEdits edits;
    private final List<Problem> problems;
    private final List<Chain> chains;
    private final Map<UUID, TestDouble> moved = new HashMap<>();
    private final Set<TestDouble> awaited = new LinkedHashSet<>();
    private final Set<TestDouble> covered = new LinkedHashSet<>();
    private final Set<Method> named = new HashSet<>();

    /** What is awaited although nobody knows where it gets to: all calls of its name go to the same other name. */
    private final Set<Part> byName = new LinkedHashSet<>();

    private record Method(TestDouble owner, String name) {}

    MovedDoubles(
            Program program,
            Doubles doubles,
            DoubleUses uses,
            Fates fates,
            TestContexts contexts,
            Partners partners,
            SharedMethods shared,
            TestEdits edits,
            List<Chain> chains,
            List<Problem> problems) {
        this.program = program;
        this.doubles = doubles;
        this.uses = uses;
        this.fates = fates;
        this.contexts = contexts;
        this.partners = partners;
        this.shared = shared;
        this.edits = edits;
        this.chains = chains;
        this.problems = problems;
    }

    /** By the identity of a chain, the double that it is about afterwards. */
    Map<UUID, TestDouble> moved() {
        return moved;
    }

    Set<Part> byName() {
        return byName;
    }

    void change() {
        partners.pass();
        findShared();
        findUnnamedShared();
        noteAwaited();
        chains.forEach(this::change);
        chains.forEach(this::changeExpected);
        doubles.replacements().all().forEach(this::change);
        uses.moves().forEach(this::renameInMock);
        uses.moves().forEach(this::renameInFake);
    }

    // --- chains

    private void change(Chain chain) {
        List<Expr.Attribute> attributes = chain.attributes();
        for (int behind = 0; behind < attributes.size(); behind++) {
            Expr.Attribute attribute = attributes.get(behind);
            List<TestDouble> owners = contexts.metIn(chain.scope(), doubles.of(attribute.value(), chain.scope()));
            boolean called = behind == 0 && chain.use() == Use.CALLED;
            for (TestDouble owner : owners) {
                Move move = move(owner, attribute.attr(), chain.scope());
                if (move != null && !(called && keepsCalled(owner, move))) {
                    change(chain, behind, attribute, owner, move);
                    return;
                }
            }
            if (owners.size() == 1 && owners.get(0) instanceof Part part) {
                changeByName(chain, behind, attribute, part);
            }
        }
    }

    /** What a test itself calls, it goes on to call: on a mock, and on a fake that has the other method, too. */
    private boolean keepsCalled(TestDouble owner, Move move) {
        return owner instanceof Part
                || (!move.newMethod().equals(move.method())
                        && !doubles.member(owner, move.newMethod()).isEmpty());
    }

    /** {@code call.load(1)}, compared with what a double says it was asked. */
    private void changeExpected(Chain chain) {
        if (!(chain.expr() instanceof Expr.Attribute expected)
                || !expected.value().equals(CALL)) {
            return;
        }
        for (Chain other : chains) {
            if (other.scope().equals(chain.scope())
                    && other.expr() instanceof Expr.Attribute asked
                    && RECORDS.contains(asked.attr())) {
                for (TestDouble owner : contexts.metIn(other.scope(), doubles.of(asked.value(), other.scope()))) {
                    Move move = move(owner, expected.attr(), chain.scope());
                    if (move != null) {
                        rename(chain, 0, move.newMethod(), chain.node());
                        edits.follow(chain.node(), List.of(move.site()));
                        return;
                    }
                }
            }
        }
    }

    private void change(Chain chain, int behind, Expr.Attribute attribute, TestDouble owner, Move move) {
        Object key = chain.node();
        TestDouble partner = owner;
        if (!partners.isSame(owner, move)) {
            Partners.Written receiver = partners.written(attribute.value(), owner, move, chain, key);
            if (receiver == null) {
                problems.add(new Problem(
                        move.site().location(),
                        "`" + move.method() + "` goes to another double in " + chain.path() + ": " + chain.scope()));
                return;
            }
            edits.add(chain.path(), chain.scope(), new ReceiverChange(chain.node(), behind, receiver.expr()), key);
            partner = receiver.partner();
        }
        rename(chain, behind, move.newMethod(), key);
        edits.follow(key, List.of(move.site()));
        List<TestDouble> after = doubles.member(partner, move.newMethod());
        if (!after.isEmpty()) {
            moved.put(chain.node(), after.get(0));
            edits.join(key, after.get(0));
        }
        Assertions.Question asked = Assertions.asked(chain);
        if (asked != null && asked.mock() == attribute) {
            edits.add(chain.path(), chain.scope(), asked.change(chain), key);
        }
    }

    private void rename(Chain chain, int behind, String name, Object key) {
        if (!chain.attributes().get(behind).attr().equals(name)) {
            edits.add(chain.path(), chain.scope(), new NameChange(chain.node(), behind, name), key);
        }
    }

    private void changeByName(Chain chain, int behind, Expr.Attribute attribute, Part owner) {
        String newName = uses.newName(attribute.attr());
        Part part = owner.part(attribute.attr());
        if (newName.isEmpty() || uses.isKnown(part) || uses.moves().containsKey(owner) || owner.isDeep()) {
            return;
        }
        Part after = owner.part(newName);
        rename(chain, behind, newName, after);
        edits.follow(after, uses.named(newName).onlyAwaited());
        byName.add(after);
        moved.put(chain.node(), after);
        Assertions.Question asked = Assertions.asked(chain);
        if (asked != null && asked.mock() == attribute) {
            edits.add(chain.path(), chain.scope(), asked.change(chain), after);
        }
    }

    /** Where the calls of a method of a double go that a scope of the tests speaks of; null if they stay, or some do. */
    private @Nullable Move move(TestDouble owner, String method, String scope) {
        return shared.isShared(owner, method) ? null : fates.move(owner, method, scope);
    }

    /** What takes a new parameter is awaited on it, whether a test speaks of the method or not. */
    private void noteAwaited() {
        partners.passed().forEach((owner, partner) -> {
            for (Move move : uses.moves().getOrDefault(owner, List.of())) {
                if (fates.of(owner, move.method()) == Fates.Fate.MOVE) {
                    doubles.member(partner, move.newMethod()).forEach(each -> {
                        awaited.add(each);
                        edits.follow(each, List.of(move.site()));
                    });
                }
            }
        });
    }

    private void findShared() {
        for (Chain chain : chains) {
            for (Expr.Attribute attribute : chain.attributes()) {
                for (TestDouble owner : contexts.metIn(chain.scope(), doubles.of(attribute.value(), chain.scope()))) {
                    noteShared(owner, attribute.attr(), chain.scope());
                }
            }
        }
        for (Replacement each : doubles.replacements().all()) {
            if (each.call() != null && !(each.owner() instanceof Expr.Text)) {
                contexts.metIn(each.scope(), doubles.of(each.owner(), each.scope()))
                        .forEach(owner -> noteShared(owner, each.attr(), each.scope()));
            }
        }
    }

    /** Of what no line speaks, no line tells which of the tests want what. A mock with a spec knows by itself what to await. */
    private void findUnnamedShared() {
        uses.moves()
                .forEach((owner, moves) -> moves.stream()
                        .filter(move -> !named.contains(new Method(owner, move.method())) && lacksNew(owner, move))
                        .map(Move::method)
                        .distinct()
                        .filter(method -> fates.of(owner, method) == Fates.Fate.BOTH)
                        .forEach(method -> shared.add(owner, fates.moves(owner, method))));
    }

    /** Whether a double has a method of its own, or something in its place, and nothing by the new name. */
    private boolean lacksNew(TestDouble owner, Move move) {
        if (owner instanceof Part part) {
            return part.path().isEmpty() && MockTexts.names(part.mock(), move.method());
        }
        return doubles.hasMethod(owner, move.method()) && !doubles.hasMethod(owner, move.newMethod());
    }

    private void noteShared(TestDouble owner, String method, String scope) {
        named.add(new Method(owner, method));
        List<Move> moves = fates.moves(owner, method);
        boolean led = moves.stream().anyMatch(move -> shared.isLed(owner, move));
        if (led || fates.of(owner, method, scope) == Fates.Fate.BOTH) {
            shared.add(owner, moves);
        }
    }

    // --- names in texts

    /** {@code patch.object(layer, "load")} and the like. */
    private void change(Replacement replacement) {
        if (replacement.call() == null || replacement.owner() instanceof Expr.Text) {
            return;
        }
        for (TestDouble owner :
                contexts.metIn(replacement.scope(), doubles.of(replacement.owner(), replacement.scope()))) {
            Move move = move(owner, replacement.attr(), replacement.scope());
            if (move != null) {
                change(replacement, replacement.call().id(), owner, move);
                return;
            }
        }
    }

    private void change(Replacement replacement, UUID call, TestDouble owner, Move move) {
        if (!partners.isSame(owner, move) && !changeOwner(replacement, owner, move)) {
            problems.add(new Problem(
                    move.site().location(),
                    "`" + move.method() + "` goes to another double than is patched in " + replacement.scope()));
            return;
        }
        if (!move.newMethod().equals(move.method())) {
            text(call, replacement.scope(), move, owner);
        }
        doubles.put(replacement).forEach(each -> {
            edits.follow(each, List.of(move.site()));
            awaited.add(each);
        });
    }

    private boolean changeOwner(Replacement replacement, TestDouble owner, Move move) {
        Chain chain = chains.stream()
                .filter(each -> each.node().equals(replacement.ownerId()))
                .findFirst()
                .orElse(null);
        if (chain == null) {
            return false;
        }
        Partners.Written written = partners.written(chain.expr(), owner, move, chain, chain.node());
        String name = written == null ? null : Program.lastName(written.expr());
        if (written == null
                || name == null
                || written.expr() instanceof Expr.Attribute != chain.expr() instanceof Expr.Attribute) {
            return false;
        }
        edits.add(chain.path(), chain.scope(), new NameChange(chain.node(), 0, name), chain.node());
        edits.follow(chain.node(), List.of(move.site()));
        covered.addAll(doubles.member(written.partner(), move.newMethod()));
        return true;
    }

    /** What is put in places of which the calls go elsewhere: it is awaited there. */
    Set<TestDouble> awaited() {
        return awaited;
    }

    /** What is awaited only while something else is in its place. */
    Set<TestDouble> covered() {
        return covered;
    }

    private void text(UUID call, String scope, Move move, TestDouble owner) {
        edits.add(program.moduleOf(scope).path(), scope, new TextChange(call, move.method(), move.newMethod()), owner);
        edits.follow(owner, List.of(move.site()));
    }

    /** {@code Mock(load=...)}, {@code Mock(**{"load.return_value": 1})}, {@code Mock(spec=["load"])}. */
    private void renameInMock(TestDouble owner, List<Move> moves) {
        if (owner instanceof Part part && part.path().isEmpty()) {
            for (Move move : moves) {
                boolean renamed = !move.newMethod().equals(move.method()) && partners.isSame(owner, move);
                if (renamed && fates.allMoved(owner, move.method())) {
                    MockTexts.renamed(part.mock(), move, edits, program);
                    edits.follow(part.mock(), List.of(move.site()));
                }
            }
        }
    }

    // --- fakes

    private void renameInFake(TestDouble owner, List<Move> moves) {
        if (!(owner instanceof TestDouble.Fake fake)) {
            return;
        }
        for (Move move : moves) {
            boolean wanted = partners.isSame(owner, move)
                    && doubles.member(fake, move.newMethod()).isEmpty()
                    && fates.allMoved(owner, move.method());
            FunctionModel method = method(fake, move.method());
            if (method != null && wanted && byFake.add(method)) {
                edits.add(
                        method.location().path(),
                        method.qualifiedName(),
                        new FunctionNameChange(method.id(), move.newMethod()),
                        method);
                edits.follow(method, List.of(move.site()));
            }
        }
    }

    /** A fake's own method, or one that it inherits from another fake; null if the class that has it is none. */
    private @Nullable FunctionModel method(TestDouble.Fake fake, String name) {
        return doubles.member(fake, name).stream()
                .filter(TestDouble.Function.class::isInstance)
                .map(each -> ((TestDouble.Function) each).function())
                .filter(each -> each.name().equals(name) && each.className() != null)
                .findFirst()
                .orElse(null);
    }

    private final Set<FunctionModel> byFake = new LinkedHashSet<>();

    /** The methods of fakes that are awaited by another name afterwards. */
    Set<FunctionModel> awaitedMethods() {
        return byFake;
    }
}
