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
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.plan.change.ArgumentChange;
import dev.asyncpersistence.plan.change.AssignmentChange;
import dev.asyncpersistence.plan.change.NameChange;
import dev.asyncpersistence.plan.change.StatementChange;
import dev.asyncpersistence.plan.doubles.Doubles;
import dev.asyncpersistence.plan.doubles.Mock;
import dev.asyncpersistence.plan.doubles.TestDouble;
import dev.asyncpersistence.plan.doubles.TestDouble.Part;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes awaitable what is awaited of a mock: the mock itself, or a part of it, where it is made. All that configures or asks it later can stay
 * then: an {@code AsyncMock} takes {@code return_value} and {@code side_effect} as other mocks do.
 */
final class AwaitedMocks {
    private static final Set<String> CONFIGURED = Set.of("return_value", "side_effect");

    private final Program program;
    private final Doubles doubles;
    private final TestContexts contexts;
    private final MadeMocks made;
    private final Specs specs;
    private final MockNames names;
    private final TestEdits edits;
    private final List<Chain> chains;
    private final Set<TestDouble> mentioned;
    private final Map<UUID, TestDouble> moved;

    AwaitedMocks(
            Program program,
            Doubles doubles,
            TestContexts contexts,
            MadeMocks made,
            Specs specs,
            MockNames names,
            TestEdits edits,
            List<Chain> chains,
            Set<TestDouble> mentioned,
            Map<UUID, TestDouble> moved) {
        this.program = program;
        this.doubles = doubles;
        this.contexts = contexts;
        this.made = made;
        this.specs = specs;
        this.names = names;
        this.edits = edits;
        this.chains = chains;
        this.mentioned = mentioned;
        this.moved = moved;
    }

    /** Sees to it that a part can be awaited; false if it can't be made so. */
    boolean make(Part part) {
        if (!part.path().isEmpty() && specs.leavesOut(part)) {
            return true;
        }
        if (part.mock().kind().isClosed() || isAwaitable(part)) {
            return !part.mock().kind().isClosed();
        }
        return part.path().isEmpty() ? makeMock(part) : makePart(part);
    }

    /** Whether it can be awaited as it is, once the code under test is migrated. */
    private boolean isAwaitable(Part part) {
        if (part.mock().kind() == Mock.Kind.ASYNC_MOCK && !specs.isSyncPart(part)) {
            return true;
        }
        boolean told = part.path().isEmpty() && part.mock().keyword("new_callable") != null;
        return !told && specs.isAsync(part);
    }

    // --- the mock itself

    private boolean makeMock(Part part) {
        Mock mock = part.mock();
        String path = program.moduleOf(mock.scope()).path();
        if (mock.kind() == Mock.Kind.MOCK || mock.kind() == Mock.Kind.MAGIC_MOCK) {
            edits.add(path, mock.scope(), new NameChange(mock.id(), 0, MockNames.ASYNC_MOCK), part);
            if (mock.call().callee() instanceof Expr.Name) {
                names.imported(mock.scope(), part);
            }
            return true;
        }
        if (mock.kind() == Mock.Kind.PATCH || mock.kind() == Mock.Kind.PATCH_OBJECT) {
            if (mock.keyword("autospec") != null) {
                return false;
            }
            if (mock.keyword("new_callable") != null) {
                return MockNames.ASYNC_MOCK.equals(Program.lastName(mock.keyword("new_callable")))
                        || replaceCallable(part, path);
            }
            Expr async = names.asyncMock(mock.scope(), part);
            edits.add(path, mock.scope(), new ArgumentChange(mock.id(), "new_callable", async), part);
            return true;
        }
        return false;
    }

    /** {@code new_callable=MagicMock}. */
    private boolean replaceCallable(Part part, String path) {
        Mock mock = part.mock();
        for (Expr.Argument argument : mock.call().arguments()) {
            if ("new_callable".equals(argument.keyword())
                    && argument.id() != null
                    && isPlainMock(argument.value(), mock.scope())) {
                edits.add(path, mock.scope(), new NameChange(argument.id(), 0, MockNames.ASYNC_MOCK), part);
                if (argument.value() instanceof Expr.Name) {
                    names.imported(mock.scope(), part);
                }
                return true;
            }
        }
        return false;
    }

    /** Whether calls of an expression make a mock that an {@code AsyncMock} can stand for; of what a test has written itself, nobody knows. */
    private boolean isPlainMock(Expr callable, String scope) {
        Mock.Kind kind = doubles.library().kind(callable, scope);
        return kind == Mock.Kind.MOCK || kind == Mock.Kind.MAGIC_MOCK;
    }

    // --- a part of it

    private boolean makePart(Part part) {
        Mock mock = part.mock();
        if (mock.kind() == Mock.Kind.PATCH_MULTIPLE && part.path().size() == 1) {
            // It is made by the patch, whatever is assigned to the name that a test has for it.
            return false;
        }
        Chain configuring = firstConfiguring(part);
        if (configuring != null) {
            Expr async = names.asyncMock(configuring.scope(), part);
            edits.add(
                    configuring.path(),
                    configuring.scope(),
                    new AssignmentChange(
                            Objects.requireNonNull(configuring.statement()).id(), async),
                    part);
            return true;
        }
        boolean takesKeywords = mock.kind() != Mock.Kind.AUTOSPEC && mock.kind() != Mock.Kind.PATCH_MULTIPLE;
        MadeMocks.Made statement = part.path().size() > 1 || !takesKeywords ? made.by(mock) : null;
        if (statement != null) {
            edits.add(
                    program.moduleOf(mock.scope()).path(),
                    mock.scope(),
                    new StatementChange(
                            statement.statement().id(),
                            StatementChange.Place.BEHIND,
                            statement.written(part),
                            null,
                            call(part)),
                    part);
            return true;
        }
        if (takesKeywords) {
            edits.add(
                    program.moduleOf(mock.scope()).path(),
                    mock.scope(),
                    new ArgumentChange(mock.id(), keyword(part), call(part)),
                    part);
        }
        return takesKeywords;
    }

    /** The first statement {@code m.load.return_value = 1} that runs whenever the mock is made; null if there is none. */
    private @Nullable Chain firstConfiguring(Part part) {
        return chains.stream()
                .filter(chain -> chain.assigned() != null
                        && chain.statement() != null
                        && !chain.statement().conditional()
                        && chain.scope().equals(part.mock().home())
                        && chain.expr() instanceof Expr.Attribute assigned
                        && CONFIGURED.contains(assigned.attr())
                        && configured(chain, assigned).equals(List.of(part)))
                .min(Comparator.comparing(
                        chain -> Objects.requireNonNull(chain.location()),
                        Comparator.comparingInt(SourceLocation::line)))
                .orElse(null);
    }

    private List<TestDouble> configured(Chain chain, Expr.Attribute assigned) {
        TestDouble after = moved.get(chain.node());
        return after == null
                ? contexts.metIn(chain.scope(), doubles.of(assigned.value(), chain.scope()))
                : List.of(after);
    }

    /** {@code AsyncMock()}; what it returns is a mock like the others where more is asked of it, not another {@code AsyncMock}. */
    private Expr call(Part part) {
        Mock mock = part.mock();
        Expr async = names.asyncMock(mock.scope(), part);
        Part result = part.part(Part.RESULT);
        boolean asked = mentioned.stream()
                .anyMatch(each -> each instanceof Part deeper
                        && deeper.mock().equals(mock)
                        && deeper.path().size() > result.path().size()
                        && deeper.path().subList(0, result.path().size()).equals(result.path()));
        boolean plain = mock.kind() == Mock.Kind.MOCK || mock.kind() == Mock.Kind.MAGIC_MOCK;
        List<Expr.Argument> arguments = asked && plain
                ? List.of(new Expr.Argument(
                        "return_value",
                        0,
                        new Expr.Call(UUID.randomUUID(), mock.call().callee(), List.of())))
                : List.of();
        return new Expr.Call(UUID.randomUUID(), async, arguments);
    }

    private static String keyword(Part part) {
        return String.join(
                ".",
                part.path().stream()
                        .map(each -> each.equals(Part.RESULT) ? "return_value" : each)
                        .toList());
    }
}
