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
import dev.asyncpersistence.model.CallSite.Place;
import dev.asyncpersistence.model.DottedNames;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Fixtures;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.plan.CoroutineConsumers;
import dev.asyncpersistence.plan.change.CallChange;
import dev.asyncpersistence.plan.change.DecoratorAddition;
import dev.asyncpersistence.plan.change.DecoratorNameChange;
import dev.asyncpersistence.plan.change.FunctionNameChange;
import dev.asyncpersistence.plan.change.ParameterRemoval;
import dev.asyncpersistence.plan.change.PlainImport;
import dev.asyncpersistence.plan.change.YieldAddition;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What it takes to make a function of the tests async: marks, fixtures of another kind, a base class, another name. */
final class TestFunctions {
    private static final Set<Place> AWAIT_PLACES =
            EnumSet.of(Place.BODY, Place.COMPREHENSION, Place.NESTED_COMPREHENSION, Place.F_STRING);
    private static final Set<String> LOOP_RUNNERS = Set.of("run", "run_until_complete");

    /** What pytest runs around tests, by the name of a fixture that does the same. */
    private static final Map<String, String> XUNIT = Map.of(
            "setup_method", "async_setup_method",
            "teardown_method", "async_teardown_method",
            "setup_function", "async_setup_function",
            "teardown_function", "async_teardown_function");

    /** What pytest and unittest run around many tests, without an event loop. */
    private static final Set<String> OF_MODULES =
            Set.of("setUpModule", "tearDownModule", "setup_module", "teardown_module");

    private static final Set<String> OF_CLASSES = Set.of("setup_class", "teardown_class");

    private final Program program;
    private final FunctionUses uses;
    private final AsyncioPlugin plugin;
    private final UnittestCases unittest;
    private final TestEdits edits;
    private final Predicate<String> isTestPath;

    TestFunctions(
            Resolver resolver, FunctionUses uses, AsyncioPlugin plugin, TestEdits edits, Predicate<String> isTestPath) {
        this.program = resolver.program();
        this.uses = uses;
        this.plugin = plugin;
        this.unittest = new UnittestCases(resolver, uses, edits);
        this.edits = edits;
        this.isTestPath = isTestPath;
    }

    UnittestCases unittest() {
        return unittest;
    }

    boolean isTestFile(CallSite site) {
        return isTestPath.test(site.location().path());
    }

    // --- whether it can be

    /** Whether a function can become async, what runs it included. */
    boolean canBeAsync(FunctionModel function) {
        return obstacle(function) == null;
    }

    /** Where a function stands that can't become async, or a call that can't be awaited, though it would have to; null if there is none. */
    @Nullable
    SourceLocation obstacle(FunctionModel function) {
        return obstacle(function, new HashSet<>());
    }

    private @Nullable SourceLocation obstacle(FunctionModel function, Set<FunctionModel> seen) {
        if (!canItselfBeAsync(function)) {
            return function.location();
        }
        return isByFramework(function) || !seen.add(function)
                ? null
                : uses.callsOf(function).stream()
                        .filter(call -> isTestFile(call.site()))
                        .map(call -> obstacle(call, function, seen))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable SourceLocation obstacle(Call call, FunctionModel callee, Set<FunctionModel> seen) {
        FunctionModel caller = call.caller();
        if (CoroutineConsumers.takes(call.site()) && !ContextManagers.has(callee)) {
            return null;
        }
        if (caller == null || !canAwait(call.site(), callee)) {
            return call.site().location();
        }
        return caller.async() ? null : obstacle(caller, seen);
    }

    /** Whether an {@code await} may stand where a function is called, once the function around the call is async, or {@code async with}. */
    static boolean canAwait(CallSite site, FunctionModel callee) {
        return ContextManagers.has(callee) ? ContextManagers.canEnter(site) : AWAIT_PLACES.contains(site.place());
    }

    /** Whether nothing in a function itself, or in what runs it, is against it. */
    private boolean canItselfBeAsync(FunctionModel function) {
        if (runsLoop(function) || isHandedOver(function) || isSpecial(function) || isUnasked(function)) {
            return false;
        }
        if (ContextManagers.has(function)) {
            return true;
        }
        if (unittest.has(function)) {
            return !function.name().endsWith("Class");
        }
        if (isAroundMany(function)) {
            return false;
        }
        if (!isByFramework(function)) {
            // Callers iterate over a generator, or enter it: an async one would want `async for` or `async with`.
            return !function.isProperty() && !function.yielded();
        }
        return plugin != AsyncioPlugin.NONE
                && (!Fixtures.isFixture(function) || isPerTest(function))
                && (!isXunit(function) || plugin != AsyncioPlugin.ANYIO);
    }

    /** Whether pytest or unittest calls a function. */
    private boolean isByFramework(FunctionModel function) {
        return !ContextManagers.has(function)
                && (Fixtures.isTest(function)
                        || Fixtures.isFixture(function)
                        || isXunit(function)
                        || isAroundMany(function)
                        || unittest.has(function));
    }

    /** A function that a fixture gives to tests is called by them; of what else it is handed to nobody knows. */
    private boolean isHandedOver(FunctionModel function) {
        return uses.handovers(function).stream()
                .map(each -> each.reference().use())
                .anyMatch(use -> use != Use.RETURNED && use != Use.YIELDED);
    }

    /** What pytest calls around tests, with arguments that a fixture can't have. */
    private static boolean isUnasked(FunctionModel function) {
        return XUNIT.containsKey(function.name())
                && function.callParameters().stream().anyMatch(p -> isRead(p.name(), function));
    }

    private static boolean isRead(String name, FunctionModel function) {
        Expr read = new Expr.Name(name);
        return function.references().stream()
                        .anyMatch(each -> each.expr().start().equals(read))
                || function.calls().stream()
                        .anyMatch(each -> each.call().callee().start().equals(read));
    }

    /** Whether it may run an event loop of its own: nothing runs one around it. */
    boolean canRunLoop(FunctionModel function) {
        return isByFramework(function)
                || runsLoop(function)
                || uses.callsOf(function).stream()
                        .allMatch(call -> call.caller() != null
                                && !call.caller().async()
                                && !call.caller().equals(function)
                                && canRunLoop(call.caller()));
    }

    /** An event loop that runs already can't be run once more by what it runs. */
    private static boolean runsLoop(FunctionModel function) {
        return function.calls().stream()
                .anyMatch(site -> LOOP_RUNNERS.contains(
                                String.valueOf(Program.lastName(site.call().callee())))
                        && isLoop(site.call().callee()));
    }

    private static boolean isLoop(Expr callee) {
        return callee instanceof Expr.Attribute runner
                && (runner.attr().equals("run_until_complete")
                        || new Expr.Name("asyncio").equals(runner.value())
                        || new Expr.Name("anyio").equals(runner.value()));
    }

    private static boolean isSpecial(FunctionModel function) {
        return function.name().startsWith("__") && function.name().endsWith("__");
    }

    /** Event loops end with the test; what lives longer can't come from one. */
    private static boolean isPerTest(FunctionModel fixture) {
        for (Expr decorator : fixture.decorators()) {
            if (decorator instanceof Expr.Call call) {
                for (Expr.Argument argument : call.arguments()) {
                    if ("scope".equals(argument.keyword()) && !argument.value().equals(new Expr.Text("function"))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean isAroundMany(FunctionModel function) {
        return (function.className() == null ? OF_MODULES : OF_CLASSES).contains(function.name());
    }

    private boolean isXunit(FunctionModel function) {
        boolean method = function.name().endsWith("_method") && function.className() != null;
        boolean plain = function.name().endsWith("_function") && function.className() == null;
        return XUNIT.containsKey(function.name()) && (method || plain) && !unittest.has(function);
    }

    /** Whether only coroutine functions may ask for a fixture once it is one: anyio gives others the coroutine. */
    boolean needsAsyncTests(FunctionModel function) {
        return plugin == AsyncioPlugin.ANYIO && Fixtures.isFixture(function);
    }

    // --- what it takes

    void makeAsync(FunctionModel function) {
        String path = function.location().path();
        edits.add(
                path,
                function.qualifiedName(),
                new CallChange(function.id(), CallChange.Kind.MAKE_ASYNC, ""),
                function);
        if (ContextManagers.has(function)) {
            ContextManagers.makeAsync(function, program, edits);
        } else if (unittest.has(function)) {
            unittest.makeAsync(function);
        } else if (Fixtures.isFixture(function)) {
            makeFixtureAsync(function);
        } else if (isXunit(function)) {
            makeXunitAsync(function);
        } else if (Fixtures.isTest(function)) {
            mark(function);
        }
    }

    private void mark(FunctionModel test) {
        String mark = plugin.mark();
        if (mark.isEmpty() || Marks.isMarked(test, mark, program)) {
            return;
        }
        ModuleModel module = program.moduleOf(test.qualifiedName());
        edits.add(
                module.path(),
                test.qualifiedName(),
                new DecoratorAddition(test.id(), DottedNames.parse("pytest.mark." + mark)),
                test);
        imported("pytest", module, test);
    }

    private void makeFixtureAsync(FunctionModel fixture) {
        if (plugin != AsyncioPlugin.STRICT) {
            return;
        }
        ModuleModel module = program.moduleOf(fixture.qualifiedName());
        for (Expr decorator : fixture.decorators()) {
            String name = decorator.callee().dotted();
            if (name != null && (name.equals("fixture") || name.equals("pytest.fixture"))) {
                edits.add(
                        module.path(),
                        fixture.qualifiedName(),
                        new DecoratorNameChange(fixture.id(), name, "pytest_asyncio.fixture"),
                        fixture);
                imported("pytest_asyncio", module, fixture);
            }
        }
    }

    /** A method that pytest runs around each test can't be async, a fixture that is used by all can. */
    private void makeXunitAsync(FunctionModel function) {
        ModuleModel module = program.moduleOf(function.qualifiedName());
        boolean strict = plugin == AsyncioPlugin.STRICT;
        Expr fixture = new Expr.Call(
                UUID.randomUUID(),
                DottedNames.parse(strict ? "pytest_asyncio.fixture" : "pytest.fixture"),
                List.of(new Expr.Argument("autouse", 0, new Expr.Name("True"))));
        String scope = function.qualifiedName();
        edits.add(module.path(), scope, new DecoratorAddition(function.id(), fixture), function);
        edits.add(
                module.path(),
                scope,
                new FunctionNameChange(function.id(), Objects.requireNonNull(XUNIT.get(function.name()))),
                function);
        for (Parameter parameter : function.callParameters()) {
            edits.add(module.path(), scope, new ParameterRemoval(function.id(), parameter.name()), function);
        }
        if (function.name().startsWith("teardown")) {
            edits.add(module.path(), scope, new YieldAddition(function.id()), function);
        }
        imported(strict ? "pytest_asyncio" : "pytest", module, function);
    }

    private void imported(String name, ModuleModel module, Object key) {
        boolean known =
                module.imports().stream().anyMatch(each -> each.localName().equals(name));
        if (!known) {
            edits.add(module.path(), module.name(), new PlainImport(name), key);
        }
    }
}
