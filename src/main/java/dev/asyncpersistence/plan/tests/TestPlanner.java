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
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.LostCoroutine;
import dev.asyncpersistence.plan.LostCoroutines;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.change.Edit;
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
    private final Set<TestDouble> mentioned = new LinkedHashSet<>();
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
    private final List<Edit> planned;

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
        this.contexts =
                new TestContexts(resolver, uses, f -> isTest.test(f.location().path()));
        this.doubleUses = new DoubleUses(
                doubles,
                afterwards,
                contexts,
                program.modules().stream().filter(m -> !isTest.test(m.path())).toList());
        this.planned = plan.edits();
        this.edits = new TestEdits(planned);
        this.names = new MockNames(program, edits);
        this.places = new DoublePlaces(program);
        this.chains = Chains.in(tests);
        this.lambdas = new WrappedLambdas(program, names, edits);
        this.tests = tests;
        this.functions = new TestFunctions(resolver, uses, AsyncioPlugin.of(settings, tests), edits, isTest);
        this.lost = afterwards.isMigrated() ? lostCalls(resolver, isTest) : List.of();
        Set<CallSite> lostSites = lost.stream().map(Call::site).collect(Collectors.toSet());
        this.asyncTests = new AsyncTests(
                uses,
                functions,
                contexts,
                edits,
                function -> isTest.test(function.location().path()),
                site -> !afterwards.isMigrated() || lostSites.contains(site),
                problems);
        this.specs = new Specs(
                resolver,
                doubles,
                afterwards,
                doubleUses.allMoves().stream().map(Move::newMethod).collect(Collectors.toSet()));
        Partners partners = new Partners(
                resolver,
                uses,
                doubles,
                doubleUses,
                specs,
                edits,
                f -> isTest.test(f.location().path()),
                plan);
        this.reached = new ReachedSites(program, uses, families);
        this.patchedLayers = new PatchedLayers(program, doubles, doubleUses, reached, contexts, plan);
        this.made = new MadeMocks(tests);
        this.shared = new SharedMethods(program, made, names, edits, problems);
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
        noteMentioned();
    }

    /** The calls in tests of coroutine functions that nobody awaits; before a migration there are none to speak of. */
    private List<Call> lostCalls(Resolver resolver, Predicate<String> isTest) {
        List<Call> result = new ArrayList<>();
        new LostCoroutines(program, uses)
                .find().stream()
                        .filter(each -> each.certain() || isReturnedForNothing(each.call()))
                        .map(LostCoroutine::call)
                        .filter(call -> isTest.test(call.site().location().path()))
                        .forEach(result::add);
        GivenCoroutines given = new GivenCoroutines(
                resolver,
                uses,
                program.functions().stream()
                        .filter(each -> isTest.test(each.location().path()))
                        .toList());
        result.addAll(given.lost());
        problems.addAll(given.problems());
        return result;
    }

    /** A helper of tests of whose callers none awaits what it returns. */
    private static boolean isReturnedForNothing(Call call) {
        return call.site().use() == Use.RETURNED
                && call.caller() != null
                && !call.caller().async();
    }

    public TestPlan plan() {
        movedDoubles.change();
        new MovedAccessors(program, doubles, doubleUses, reached, contexts, planned, edits, problems).change();
        makeFunctionsAsync();
        makeMocksAwaitable();
        changeAssertions();
        problems.addAll(patchedLayers.problems());
        return new TestPlan(edits.edits(), problems.stream().distinct().toList());
    }

    private void noteMentioned() {
        for (Chain chain : chains) {
            for (Expr.Attribute each : chain.attributes()) {
                mentioned.addAll(doubles.of(each, chain.scope()));
            }
        }
    }

    // --- functions

    private void makeFunctionsAsync() {
        Set<FunctionModel> coroutines = new LinkedHashSet<>(afterwards.becomeAsync());
        lost.forEach(each -> coroutines.addAll(each.targets()));
        Set<TestDouble> awaited = new LinkedHashSet<>(doubleUses.awaited());
        awaited.removeIf(each -> doubleUses.awaits(each).stream().noneMatch(afterwards::isChanged));
        awaited.addAll(movedDoubles.awaited());
        for (TestDouble each : awaited) {
            if (each instanceof TestDouble.Function function && onlyAwaited(each)) {
                asyncTests.makeAsync(function.function());
                edits.follow(function.function(), doubleUses.awaits(each));
            } else if (each instanceof TestDouble.Lambda lambda) {
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
        new AsyncCleanups(uses, asyncTests.async(), edits).change(tests);
    }

    private void wrap(TestDouble.Lambda lambda) {
        boolean inClass = program.classNamed(lambda.scope()) != null
                || doubles.replacements().all().stream()
                        .anyMatch(each -> each.value() instanceof Expr.Opaque opaque
                                && lambda.lambda().equals(opaque.lambda())
                                && doubles.replacements().owners(each).stream()
                                        .anyMatch(Value.ClassObject.class::isInstance));
        // In a class, a lambda is a method, and a mock is none.
        if (inClass) {
            problems.add(new Problem(places.of(lambda), "a lambda in " + lambda.scope() + " is awaited now"));
        } else {
            lambdas.wrap(lambda, doubleUses.awaits(lambda));
        }
    }

    // --- mocks

    private void makeMocksAwaitable() {
        AwaitedMocks mocks = new AwaitedMocks(
                program, doubles, contexts, made, specs, names, edits, chains, mentioned, movedDoubles.moved());
        for (TestDouble.Part part : awaitedNow()) {
            edits.follow(part, doubleUses.awaits(part));
            if (!mocks.make(part)) {
                problems.add(new Problem(
                        places.of(part.mock()),
                        "can't be made awaitable: " + part.mock().call().display() + " " + part.path()));
            }
        }
    }

    /** The parts of mocks that are awaited only now; by their names alone if nobody knows where they get to. */
    private List<TestDouble.Part> awaitedNow() {
        Set<TestDouble> result = new LinkedHashSet<>();
        for (TestDouble each : doubleUses.awaited()) {
            List<CallSite> now = doubleUses.awaits(each).stream()
                    .filter(afterwards::isChanged)
                    .toList();
            if (!now.isEmpty() && onlyAwaited(each) && takesPart(each, now)) {
                result.add(each);
            }
        }
        result.removeAll(movedDoubles.covered());
        result.removeAll(shared.leading());
        result.addAll(movedDoubles.awaited());
        movedDoubles.moved().values().stream().filter(this::onlyAwaited).forEach(result::add);
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
                // What wraps an object gives its coroutines.
                .filter(each -> each instanceof TestDouble.Part part
                        && (part.path().isEmpty() || part.mock().keyword("wraps") == null))
                .filter(TestDouble.Part.class::isInstance)
                .map(TestDouble.Part.class::cast)
                .toList();
    }

    /** Whether nothing that leads to an await of a double leads to a plain call of it, too. */
    private boolean onlyAwaited(TestDouble each) {
        List<CallSite> calls = doubleUses.calls(each);
        if (calls.isEmpty()) {
            return true;
        }
        Set<FunctionModel> users = contexts.testsWith(each);
        return reached.isReached(doubleUses.awaits(each), users) && !reached.isReached(calls, users);
    }

    /** Whether it is known what is done with a part, or with the same of which calls go elsewhere. */
    private boolean isKnown(TestDouble.Part part) {
        TestDouble.Part owner = new TestDouble.Part(
                part.mock(), part.path().subList(0, part.path().size() - 1));
        return doubleUses.isKnown(part) || doubleUses.moves().containsKey(owner);
    }

    /** Whether a test speaks of a double, or one in which it takes part leads to one of some calls. */
    private boolean takesPart(TestDouble each, List<CallSite> sites) {
        return mentioned.contains(each)
                || !(each instanceof TestDouble.Part)
                || reached.isReached(sites, contexts.testsWith(each));
    }

    private void changeAssertions() {
        // Where the code was migrated before, what is awaited already is asked as its author likes.
        Set<TestDouble> awaited = new LinkedHashSet<>(awaitedNow());
        awaited.removeIf(each -> afterwards.isMigrated() && !edits.isChanged(each));
        for (Chain chain : chains) {
            Assertions.Question asked = Assertions.asked(chain);
            if (asked != null && !movedDoubles.moved().containsKey(chain.node())) {
                List<TestDouble> all = contexts.metIn(chain.scope(), doubles.of(asked.mock(), chain.scope()));
                if (!all.isEmpty() && awaited.containsAll(all)) {
                    edits.add(chain.path(), chain.scope(), asked.change(chain), all.get(0));
                }
            }
        }
    }
}
