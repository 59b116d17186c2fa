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
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.doubles.AnonymousClass;
import dev.asyncpersistence.plan.doubles.Doubles;
import dev.asyncpersistence.plan.doubles.TestDouble;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Decides what tests change with the code that they test. */
public final class TestPlanner {
    private final Program program;
    private final Families families;
    private final FunctionUses uses;
    private final Afterwards afterwards;
    private final Doubles doubles;
    private final DoubleUses doubleUses;
    private final TestEdits edits;
    private final MockNames names;
    private final List<Problem> problems = new ArrayList<>();
    private final DoublePlaces places;
    private final List<Chain> chains;
    private final AwaitedDoubles awaited;
    private final List<ModuleModel> tests;
    private final TestFunctions functions;
    private final List<Call> lost;
    private final AsyncTests asyncTests;
    private final WrappedLambdas lambdas;
    private final Specs specs;
    private final MadeMocks made;
    private final SharedMethods shared;
    private final MovedDoubles movedDoubles;
    private final ReachedSites reached;
    private final TestContexts contexts;
    private final PatchedLayers patchedLayers;
    private final MovedAccessors movedAccessors;

    /**
     * Reads on.
     *
     * @param resolver of the code under test and its tests
     * @param isTest whether a path is that of a test file
     * @param settings the texts of files that configure tests, or name what they require
     */
    public TestPlanner(Resolver resolver, MigrationPlan plan, Predicate<String> isTest, Collection<String> settings) {
        this(resolver, new Afterwards(plan), plan, isTest, settings);
    }

    /** For tests of code that was migrated before, and that have fallen behind. */
    public static TestPlanner ofMigrated(Resolver resolver, Predicate<String> isTest, Collection<String> settings) {
        return new TestPlanner(resolver, new Afterwards(), MigrationPlan.EMPTY, isTest, settings);
    }

    private TestPlanner(
            Resolver resolver,
            Afterwards afterwards,
            MigrationPlan plan,
            Predicate<String> isTest,
            Collection<String> settings) {
        this.program = resolver.program();
        this.families = new Families(resolver);
        this.uses = new FunctionUses(resolver, families);
        this.afterwards = afterwards;
        this.doubles = new Doubles(resolver, uses, isTest);
        List<ModuleModel> tests =
                program.modules().stream().filter(m -> isTest.test(m.path())).toList();
        Predicate<FunctionModel> isTestCode =
                function -> isTest.test(function.location().path());
        this.contexts = new TestContexts(resolver, uses, isTestCode);
        this.doubleUses = new DoubleUses(
                doubles,
                afterwards,
                contexts,
                program.modules().stream().filter(m -> !isTest.test(m.path())).toList());
        this.edits = new TestEdits(plan.edits());
        this.names = new MockNames(program, edits);
        this.places = new DoublePlaces(program);
        this.chains = Chains.in(tests);
        this.lambdas = new WrappedLambdas(program, names, edits);
        this.tests = tests;
        this.functions = new TestFunctions(resolver, uses, AsyncioPlugin.of(settings, tests), edits, isTest);
        this.lost = afterwards.isMigrated() ? new LostTestCalls(resolver, uses, isTest, problems).find() : List.of();
        Set<CallSite> lostSites = lost.stream().map(Call::site).collect(Collectors.toSet());
        this.asyncTests = new AsyncTests(
                uses,
                functions,
                contexts,
                edits,
                isTestCode,
                site -> !afterwards.isMigrated() || lostSites.contains(site),
                problems);
        this.specs = new Specs(
                resolver,
                doubles,
                afterwards,
                doubleUses.allMoves().stream().map(Move::newMethod).collect(Collectors.toSet()));
        Partners partners = new Partners(resolver, uses, doubles, doubleUses, specs, edits, isTestCode, plan);
        this.reached = new ReachedSites(program, uses, families);
        this.patchedLayers = new PatchedLayers(places, doubles, doubleUses, reached, contexts, plan);
        this.made = new MadeMocks(tests);
        this.shared = new SharedMethods(program, doubles, contexts, made, names, edits, problems);
        this.movedDoubles = new MovedDoubles(
                program,
                doubles,
                doubleUses,
                new Fates(doubles, doubleUses, reached, contexts),
                contexts,
                partners,
                shared,
                edits,
                chains,
                problems);
        this.movedAccessors = new MovedAccessors(
                resolver, doubles, doubleUses, reached, contexts, chains, made, plan.edits(), edits, problems);
        this.awaited = new AwaitedDoubles(
                afterwards,
                doubles,
                doubleUses,
                contexts,
                reached,
                movedDoubles,
                movedAccessors,
                shared,
                edits,
                chains);
    }

    public TestPlan plan() {
        movedDoubles.change();
        movedAccessors.change();
        makeFunctionsAsync();
        makeMocksAwaitable();
        changeAssertions();
        problems.addAll(patchedLayers.problems());
        return new TestPlan(edits.edits(), problems.stream().distinct().toList());
    }

    // --- functions

    private void makeFunctionsAsync() {
        Set<FunctionModel> coroutines = new LinkedHashSet<>(afterwards.becomeAsync());
        lost.forEach(each -> coroutines.addAll(each.targets()));
        Set<TestDouble> now = new LinkedHashSet<>(doubleUses.awaited());
        now.removeIf(each -> doubleUses.awaits(each).stream().noneMatch(afterwards::isChanged));
        now.addAll(movedDoubles.awaited());
        now.addAll(movedAccessors.awaited());
        for (TestDouble each : now) {
            if (each instanceof TestDouble.Function function && awaited.isOnlyAwaited(each)) {
                asyncTests.makeAsync(function.function());
                edits.follow(function.function(), doubleUses.awaits(each));
            } else if (each instanceof TestDouble.Lambda lambda && awaited.isOnlyAwaited(each)) {
                wrap(lambda);
            }
        }
        for (FunctionModel function : afterwards.becomeAsync()) {
            for (FunctionModel member : families.of(function).members()) {
                if (!afterwards.isCoroutine(member)) {
                    asyncTests.makeAsync(member);
                    edits.follow(member, function);
                }
            }
        }
        movedDoubles.awaitedMethods().forEach(asyncTests::makeAsync);
        asyncTests.await(coroutines);
        new ExpectedExceptions(program, uses, asyncTests, functions, edits, problems).change(tests);
        asyncTests.await(List.of());
        new AsyncCleanups(program, uses, asyncTests.async(), functions.unittest(), edits, problems).change(tests);
    }

    private void wrap(TestDouble.Lambda lambda) {
        if (isMethod(lambda)) {
            problems.add(new Problem(places.of(lambda), "a lambda in " + lambda.scope() + " is awaited now"));
        } else {
            lambdas.wrap(lambda, doubleUses.awaits(lambda));
        }
    }

    /** Whether a lambda is put into a class, where it is a method, and a mock is none. */
    private boolean isMethod(TestDouble.Lambda lambda) {
        return program.classNamed(lambda.scope()) != null
                || tests.stream()
                        .flatMap(module -> module.allCalls().stream())
                        .anyMatch(site -> AnonymousClass.hasMethod(site.call(), lambda.lambda()))
                || doubles.replacements().all().stream()
                        .anyMatch(each -> each.value() instanceof Expr.Opaque opaque
                                && lambda.lambda().equals(opaque.lambda())
                                && doubles.replacements().owners(each).stream()
                                        .anyMatch(Value.ClassObject.class::isInstance));
    }

    // --- mocks

    private void makeMocksAwaitable() {
        AwaitedMocks mocks = new AwaitedMocks(
                program,
                doubles,
                contexts,
                made,
                specs,
                names,
                edits,
                chains,
                awaited.mentioned(),
                movedDoubles.moved());
        for (TestDouble.Part part : awaited.parts()) {
            edits.follow(part, doubleUses.awaits(part));
            if (!mocks.make(part)) {
                problems.add(new Problem(
                        places.of(part.mock()),
                        "can't be made awaitable: " + part.mock().call().display() + " " + part.path()));
            }
        }
    }

    private void changeAssertions() {
        // Where the code was migrated before, what is awaited already is asked as its author likes.
        Set<TestDouble> asked = new LinkedHashSet<>(awaited.parts());
        asked.removeIf(each -> afterwards.isMigrated() && !edits.isChanged(each));
        for (Chain chain : chains) {
            Assertions.Question question = Assertions.asked(chain);
            if (question != null && !movedDoubles.moved().containsKey(chain.node())) {
                List<TestDouble> all = contexts.metIn(chain.scope(), doubles.of(question.mock(), chain.scope()));
                if (!all.isEmpty() && asked.containsAll(all)) {
                    edits.add(chain.path(), chain.scope(), question.change(chain), all.get(0));
                }
            }
        }
    }
}
