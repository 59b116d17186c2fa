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
import dev.asyncpersistence.model.Keywords;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.plan.change.MethodChange;
import dev.asyncpersistence.plan.change.PlainImport;
import dev.asyncpersistence.plan.change.StatementChange;
import dev.asyncpersistence.plan.doubles.Doubles;
import dev.asyncpersistence.plan.doubles.TestDouble;
import dev.asyncpersistence.plan.doubles.TestDouble.Part;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Methods of doubles that some code still calls and some awaits by another name: the other one then leads to the first, as it does in the real layer,
 * so that whatever tests say about the first stays true: {@code layer.async_load = AsyncMock(side_effect=layer.load)}.
 */
final class SharedMethods {
    private final Program program;
    private final Doubles doubles;
    private final TestContexts contexts;
    private final MadeMocks made;
    private final MockNames names;
    private final TestEdits edits;
    private final List<Problem> problems;
    private final Map<TestDouble, Set<String>> methods = new LinkedHashMap<>();
    private final Set<TestDouble> leading = new LinkedHashSet<>();

    SharedMethods(
            Program program,
            Doubles doubles,
            TestContexts contexts,
            MadeMocks made,
            MockNames names,
            TestEdits edits,
            List<Problem> problems) {
        this.program = program;
        this.doubles = doubles;
        this.contexts = contexts;
        this.made = made;
        this.names = names;
        this.edits = edits;
        this.problems = problems;
    }

    boolean isShared(TestDouble owner, String method) {
        return methods.getOrDefault(owner, Set.of()).contains(method);
    }

    /** What is awaited and leads to something else. */
    Set<TestDouble> leading() {
        return leading;
    }

    /** Notes that a method is called as well as awaited elsewhere. */
    void add(TestDouble owner, List<Move> moves) {
        for (Move move : moves) {
            Set<String> known = methods.computeIfAbsent(owner, o -> new LinkedHashSet<>());
            if (move.newMethod().equals(move.method())) {
                continue;
            }
            if (known.add(move.method()) && !isLed(owner, move) && !lead(owner, move)) {
                problems.add(new Problem(
                        move.site().location(),
                        "`" + move.newMethod() + "` is awaited here on a double of which other code calls `"
                                + move.method() + "`"));
            }
        }
    }

    /** Whether a test says so already, as after an earlier phase of the migration. */
    boolean isLed(TestDouble owner, Move move) {
        return doubles.replacements().named(move.newMethod()).stream()
                .anyMatch(each -> each.value() instanceof Expr.Call call
                        && Keywords.of(call, "side_effect") instanceof Expr.Attribute effect
                        && effect.attr().equals(move.method())
                        && contexts.metIn(each.scope(), doubles.of(effect.value(), each.scope()))
                                .contains(owner));
    }

    private boolean lead(TestDouble owner, Move move) {
        if (owner instanceof Part part) {
            return lead(part, move);
        }
        return owner instanceof TestDouble.Fake fake && lead(fake, move);
    }

    private boolean lead(Part owner, Move move) {
        MadeMocks.Made statement = made.by(owner.mock());
        if (statement == null) {
            return false;
        }
        Expr written = statement.written(owner);
        Expr async = names.asyncMock(owner.mock().scope(), owner);
        Expr value = new Expr.Call(
                UUID.randomUUID(),
                async,
                List.of(new Expr.Argument("side_effect", 0, new Expr.Attribute(written, move.method()))));
        edits.add(
                program.moduleOf(owner.mock().scope()).path(),
                owner.mock().scope(),
                new StatementChange(
                        statement.statement().id(),
                        StatementChange.Place.BEHIND,
                        new Expr.Attribute(written, move.newMethod()),
                        null,
                        value),
                owner);
        edits.follow(owner, List.of(move.site()));
        leading.add(owner.part(move.newMethod()));
        return true;
    }

    private boolean lead(TestDouble.Fake owner, Move move) {
        FunctionModel sync = owner.type().method(move.method());
        if (sync == null || owner.type().method(move.newMethod()) != null) {
            return owner.type().method(move.newMethod()) != null;
        }
        String self =
                sync.parameters().isEmpty() ? "self" : sync.parameters().get(0).name();
        edits.add(
                sync.location().path(),
                owner.type().qualifiedName(),
                new MethodChange(
                        UUID.randomUUID(),
                        sync.id(),
                        true,
                        sync.id(),
                        move.newMethod(),
                        null,
                        new Expr.Attribute(new Expr.Name(self), move.method()),
                        sync.callParameters(),
                        true),
                owner);
        ModuleModel module = program.moduleOf(owner.type().qualifiedName());
        // What is written runs the other method on a thread.
        if (module.imports().stream().noneMatch(each -> each.localName().equals("asyncio"))) {
            edits.add(module.path(), module.name(), new PlainImport("asyncio"), owner);
        }
        edits.follow(owner, List.of(move.site()));
        return true;
    }
}
