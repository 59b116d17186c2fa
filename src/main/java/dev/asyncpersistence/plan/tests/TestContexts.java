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

import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Fixtures;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.doubles.TestDouble;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which scopes take part in a test: its own, its fixtures', its helpers', what is run before it. A double of another test is none of its business, though
 * both put theirs in the same place.
 */
final class TestContexts {
    private static final Set<String> SETUPS =
            Set.of("setUp", "asyncSetUp", "setUpClass", "setup_method", "setup_class", "setup");
    private static final Set<String> MODULE_SETUPS = Set.of("setUpModule", "setup_module", "setup_function");

    private final Resolver resolver;
    private final Program program;
    private final FunctionUses uses;
    private final Predicate<FunctionModel> isTestCode;
    private final List<FunctionModel> autouse = new ArrayList<>();
    private final Map<String, Set<FunctionModel>> asking = new HashMap<>();
    private final Map<FunctionModel, Set<String>> known = new HashMap<>();
    private final Map<String, Set<FunctionModel>> tests = new HashMap<>();

    /** By the name of a module, those of the modules that import something from it. */
    private final Map<String, Set<String>> importers = new HashMap<>();

    TestContexts(Resolver resolver, FunctionUses uses, Predicate<FunctionModel> isTestCode) {
        this.resolver = resolver;
        this.program = resolver.program();
        this.uses = uses;
        this.isTestCode = isTestCode;
        List<FunctionModel> testCode =
                program.functions().stream().filter(isTestCode).toList();
        testCode.stream().filter(TestContexts::isAutouse).forEach(autouse::add);
        program.modules().forEach(this::addImports);
        for (FunctionModel function : testCode) {
            for (FunctionModel fixture : fixtures(function)) {
                asking.computeIfAbsent(fixture.qualifiedName(), f -> new HashSet<>())
                        .add(function);
            }
        }
        for (FunctionModel function : testCode) {
            if (Fixtures.isTest(function)) {
                below(function)
                        .forEach(scope -> tests.computeIfAbsent(scope, s -> new HashSet<>())
                                .add(function));
            }
        }
    }

    private void addImports(ModuleModel module) {
        module.allImports().forEach(each -> {
            String separator = each.module().endsWith(".") ? "" : ".";
            Stream.of(each.module(), each.module() + separator + each.symbol())
                    .map(name -> program.resolveImport(module, name))
                    .filter(Objects::nonNull)
                    .forEach(source -> importers
                            .computeIfAbsent(source.name(), name -> new HashSet<>())
                            .add(module.name()));
        });
    }

    /** The tests in which what a scope makes takes part. */
    Set<FunctionModel> tests(String scope) {
        return tests.getOrDefault(scope, Set.of());
    }

    /** The tests in which a double takes part. */
    Set<FunctionModel> testsWith(TestDouble each) {
        String home = home(each);
        Set<FunctionModel> result = new HashSet<>(tests(home));
        importers.getOrDefault(home, Set.of()).forEach(module -> result.addAll(tests(module)));
        return result;
    }

    /** Those of the doubles that may be met in a scope of the tests. */
    List<TestDouble> metIn(String scope, List<TestDouble> doubles) {
        if (doubles.isEmpty()) {
            return doubles;
        }
        Set<String> scopes = of(scope);
        return doubles.stream().filter(each -> takesPart(home(each), scopes)).toList();
    }

    /** Whether two doubles may be met in one test. */
    boolean meet(TestDouble one, TestDouble other) {
        String first = home(one);
        String second = home(other);
        return takesPart(second, of(first)) || takesPart(first, of(second));
    }

    /** The function, or else the module, that makes a double, or the class or function that it is. */
    private String home(TestDouble each) {
        if (each instanceof TestDouble.Part part) {
            return part.mock().home();
        }
        if (each instanceof TestDouble.Lambda lambda) {
            return lambda.scope();
        }
        String around = each instanceof TestDouble.Fake fake
                ? fake.type().enclosingScope()
                : ((TestDouble.Function) each).function().enclosingScope();
        return program.function(around) == null ? program.moduleOf(around).name() : around;
    }

    /** Whether one of some scopes is the home of a double, or imports from the module that is. */
    private boolean takesPart(String home, Set<String> scopes) {
        return scopes.contains(home)
                || importers.getOrDefault(home, Set.of()).stream().anyMatch(scopes::contains);
    }

    private Set<String> of(String scope) {
        FunctionModel function = program.function(scope);
        if (function == null) {
            return new HashSet<>(List.of(scope, program.moduleOf(scope).name()));
        }
        Set<String> result = new HashSet<>(below(function));
        if (!Fixtures.isTest(function)) {
            users(function).forEach(user -> result.addAll(below(user)));
        }
        return result;
    }

    /** The tests, and fixtures, that ask for a fixture, by themselves or through other fixtures. */
    Set<FunctionModel> askingFor(FunctionModel fixture) {
        return users(fixture);
    }

    /** The functions that ask for a fixture or call a helper, and those that do so for them. */
    private Set<FunctionModel> users(FunctionModel function) {
        Set<FunctionModel> result = new HashSet<>();
        Deque<FunctionModel> open = new ArrayDeque<>(List.of(function));
        while (!open.isEmpty()) {
            FunctionModel each = open.pop();
            Set<FunctionModel> next = new HashSet<>(asking.getOrDefault(each.qualifiedName(), Set.of()));
            uses.callsOf(each).stream()
                    .map(Call::caller)
                    .filter(caller -> caller != null && isTestCode.test(caller))
                    .forEach(next::add);
            next.stream().filter(result::add).forEach(open::push);
        }
        return result;
    }

    private Set<String> below(FunctionModel function) {
        Set<String> result = known.get(function);
        if (result == null) {
            result = new HashSet<>();
            Deque<FunctionModel> open = new ArrayDeque<>(List.of(function));
            result.add(program.moduleOf(function.qualifiedName()).name());
            while (!open.isEmpty()) {
                FunctionModel each = open.pop();
                if (result.add(each.qualifiedName())) {
                    addAround(each, result);
                    open.addAll(next(each));
                }
            }
            known.put(function, result);
        }
        return result;
    }

    private void addAround(FunctionModel function, Set<String> result) {
        result.add(program.moduleOf(function.qualifiedName()).name());
        for (FunctionModel outer = program.function(function.enclosingScope());
                outer != null;
                outer = program.function(outer.enclosingScope())) {
            result.add(outer.qualifiedName());
        }
        if (function.className() != null) {
            result.add(function.className());
        }
    }

    private List<FunctionModel> next(FunctionModel function) {
        List<FunctionModel> result = new ArrayList<>(fixtures(function));
        for (Call call : uses.callsIn(function)) {
            call.targets().stream().filter(isTestCode).forEach(result::add);
        }
        program.moduleOf(function.qualifiedName()).functions().values().stream()
                .filter(each -> function.encloses(each.qualifiedName()) && !each.equals(function))
                .forEach(result::add);
        if (Fixtures.isTest(function)) {
            result.addAll(setups(function));
        }
        return result;
    }

    private List<FunctionModel> setups(FunctionModel test) {
        List<FunctionModel> result = new ArrayList<>();
        ClassModel type = test.className() == null ? null : program.classNamed(test.className());
        if (type != null) {
            for (ClassModel each : resolver.hierarchy().lookupOrder(type)) {
                each.methods().values().stream()
                        .filter(method -> SETUPS.contains(method.name()))
                        .forEach(result::add);
            }
        }
        program.moduleOf(test.qualifiedName()).functions().values().stream()
                .filter(each -> MODULE_SETUPS.contains(each.name()))
                .forEach(result::add);
        autouse.stream()
                .filter(fixture -> resolver.fixtures().nameFrom(test, fixture) != null)
                .forEach(result::add);
        return result;
    }

    /** The fixtures that a function asks for, by parameters or by {@code usefixtures}. */
    private List<FunctionModel> fixtures(FunctionModel function) {
        List<FunctionModel> result = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            result.addAll(resolver.fixtures().allAskedFor(function, parameter.name()));
        }
        Marks.of(function, program)
                .filter(mark -> AsyncioPlugin.isMark(mark, "usefixtures") && mark instanceof Expr.Call)
                .flatMap(mark -> ((Expr.Call) mark).arguments().stream())
                .filter(argument -> argument.value() instanceof Expr.Text)
                .flatMap(argument ->
                        resolver.fixtures().allAskedFor(function, ((Expr.Text) argument.value()).value()).stream())
                .forEach(result::add);
        return result;
    }

    private static boolean isAutouse(FunctionModel function) {
        return Fixtures.isFixture(function)
                && function.decorators().stream()
                        .filter(Expr.Call.class::isInstance)
                        .flatMap(each -> ((Expr.Call) each).arguments().stream())
                        .anyMatch(
                                each -> "autouse".equals(each.keyword()) && new Expr.Name("True").equals(each.value()));
    }
}
