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

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.DottedNames;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Fixtures;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.change.ArgumentChange;
import dev.asyncpersistence.plan.change.ArgumentSharing;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.ImportChange;
import dev.asyncpersistence.plan.change.RequestChange;
import dev.asyncpersistence.plan.doubles.Doubles;
import dev.asyncpersistence.plan.doubles.TestDouble;
import dev.asyncpersistence.plan.doubles.TestDouble.Part;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The doubles of the async layer that stand beside those of the sync one. Where the code under test takes one by a parameter that is added, tests pass
 * one that they have, or else the same double, which then plays both parts.
 */
final class Partners {
    private final Resolver resolver;
    private final Program program;
    private final Doubles doubles;
    private final DoubleUses uses;
    private final Specs specs;
    private final TestEdits edits;
    private final Predicate<FunctionModel> isTestCode;
    private final Set<ClassModel> asyncLayers;
    private final AddedParameters added;

    private final Map<TestDouble, TestDouble> passed = new LinkedHashMap<>();

    Partners(
            Resolver resolver,
            FunctionUses functionUses,
            Doubles doubles,
            DoubleUses uses,
            Specs specs,
            TestEdits edits,
            Predicate<FunctionModel> isTestCode,
            MigrationPlan plan) {
        this.resolver = resolver;
        this.program = resolver.program();
        this.doubles = doubles;
        this.uses = uses;
        this.specs = specs;
        this.edits = edits;
        this.isTestCode = isTestCode;
        this.asyncLayers = plan.layers().stream()
                .map(layer -> layer.asyncType())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        this.added = new AddedParameters(plan.edits(), resolver, functionUses);
    }

    /** The doubles that a moved call may be made on; the same one only if it plays both parts. */
    List<TestDouble> of(TestDouble owner, Move move) {
        if (move.newReceiver() == null) {
            return List.of(owner);
        }
        List<TestDouble> there =
                doubles.of(DottedNames.parse(move.newReceiver()), move.site().scope());
        return there.isEmpty() || there.contains(owner) ? List.of(passed.getOrDefault(owner, owner)) : there;
    }

    /** Whether a moved call is made on the same double. */
    boolean isSame(TestDouble owner, Move move) {
        return of(owner, move).equals(List.of(owner));
    }

    /** What is passed beside a double that had no partner: another, or itself. */
    Map<TestDouble, TestDouble> passed() {
        return passed;
    }

    // --- passing them

    void pass() {
        added.calls().forEach((site, parameters) -> {
            FunctionModel caller = site.function() == null ? null : program.function(site.function());
            if (caller != null && isTestCode.test(caller)) {
                parameters.forEach(parameter -> pass(site, caller, parameter));
            }
        });
    }

    private void pass(CallSite site, FunctionModel caller, String parameter) {
        for (Expr.Argument argument : site.call().arguments()) {
            for (TestDouble owner : doubles.of(argument.value(), site.scope())) {
                if (uses.moves().containsKey(owner)) {
                    pass(site, caller, parameter, argument, owner);
                    return;
                }
            }
        }
    }

    private void pass(CallSite site, FunctionModel caller, String parameter, Expr.Argument sync, TestDouble owner) {
        Object key = site.id();
        FunctionModel fixture = asyncLayerFixture(caller);
        Change change;
        if (fixture != null) {
            change = new ArgumentChange(site.id(), parameter, request(caller, fixture, key));
            passed.put(
                    owner,
                    doubles.of(fixture.returned().get(0), fixture.qualifiedName())
                            .get(0));
        } else {
            change = sync.value().dotted() == null
                    ? new ArgumentSharing(
                            site.id(), site.call().arguments().indexOf(sync), freeName(parameter, caller), parameter)
                    : new ArgumentChange(site.id(), parameter, sync.value());
            passed.put(owner, owner);
        }
        edits.add(site.location().path(), caller.qualifiedName(), change, key);
        edits.follow(
                key,
                uses.moves().getOrDefault(owner, List.of()).stream()
                        .map(Move::site)
                        .toList());
    }

    /** What a double is called that a test makes on the spot: {@code layer} for a parameter {@code async_layer}. */
    private static String freeName(String parameter, FunctionModel caller) {
        String name = parameter.replaceFirst("^async_?", "");
        name = name.isEmpty() ? "layer" : name;
        while (caller.locals().containsKey(name)) {
            name += "_";
        }
        return name;
    }

    /** A fixture within reach that gives a double made after an async layer; null if there is none. */
    private @Nullable FunctionModel asyncLayerFixture(FunctionModel caller) {
        return program.functions().stream()
                .filter(each -> isVisible(each, caller) && given(each).stream().anyMatch(this::isOfAsyncLayer))
                .findFirst()
                .orElse(null);
    }

    private boolean isOfAsyncLayer(TestDouble each) {
        return each instanceof Part part
                && part.path().isEmpty()
                && specs.specClass(part.mock()) != null
                && asyncLayers.contains(specs.specClass(part.mock()));
    }

    // --- writing them

    /**
     * How a partner is written in a function, and which it is.
     *
     * @param partner one of several
     */
    record Written(Expr expr, TestDouble partner) {}

    /** How one of the partners is written in the place of an expression; null if none is at hand. */
    @Nullable
    Written written(Expr receiver, TestDouble owner, Move move, Chain chain, Object key) {
        List<TestDouble> all = of(owner, move);
        Expr attribute = attribute(receiver, move);
        if (attribute != null) {
            List<TestDouble> there = doubles.of(attribute, chain.scope());
            return new Written(attribute, there.isEmpty() ? all.get(0) : there.get(0));
        }
        for (TestDouble partner : all) {
            Expr beside = beside(receiver, owner, partner);
            if (beside != null) {
                return new Written(beside, partner);
            }
        }
        FunctionModel function = program.function(chain.scope());
        if (function == null) {
            return null;
        }
        for (String local : function.locals().keySet()) {
            Expr.Name name = new Expr.Name(local);
            List<TestDouble> values = doubles.of(name, function.qualifiedName());
            if (values.size() == 1 && all.containsAll(values)) {
                return new Written(name, values.get(0));
            }
        }
        return asked(function, all, key);
    }

    private @Nullable Written asked(FunctionModel function, List<TestDouble> all, Object key) {
        for (TestDouble partner : all) {
            for (FunctionModel fixture : program.functions()) {
                if (isVisible(fixture, function) && given(fixture).contains(partner)) {
                    return new Written(request(function, fixture, key), partner);
                }
            }
        }
        return null;
    }

    private boolean isVisible(FunctionModel fixture, FunctionModel function) {
        return Fixtures.isFixture(fixture) && resolver.fixtures().nameFrom(function, fixture) != null;
    }

    private List<TestDouble> given(FunctionModel fixture) {
        return fixture.returned().stream()
                .flatMap(value -> doubles.of(value, fixture.qualifiedName()).stream())
                .toList();
    }

    /** {@code service.layer} where the code under test says {@code self.layer}: the attribute beside it. */
    private @Nullable Expr attribute(Expr receiver, Move move) {
        if (!(receiver instanceof Expr.Attribute written)
                || !(taken(move) instanceof Expr.Attribute own)
                || move.newReceiver() == null
                || !own.attr().equals(written.attr())) {
            return null;
        }
        String prefix = own.value().display() + ".";
        String beside =
                move.newReceiver().startsWith(prefix) ? move.newReceiver().substring(prefix.length()) : ".";
        return beside.contains(".") || beside.contains("(") ? null : new Expr.Attribute(written.value(), beside);
    }

    /** What a call is made on, or what the variable was taken from that it is made on. */
    private Expr taken(Move move) {
        FunctionModel function = program.function(move.site().scope());
        if (function == null || !(move.receiver() instanceof Expr.Name name)) {
            return move.receiver();
        }
        List<Binding> bindings = function.locals().getOrDefault(name.id(), List.of());
        return bindings.size() == 1 ? bindings.get(0).value() : move.receiver();
    }

    /** {@code request.app.state.layer}, where the partner is another attribute of the same part of the same mock. */
    private static @Nullable Expr beside(Expr receiver, TestDouble owner, TestDouble partner) {
        if (!(receiver instanceof Expr.Attribute written)
                || !(owner instanceof Part one)
                || !(partner instanceof Part other)
                || one.path().isEmpty()
                || !one.mock().equals(other.mock())
                || one.path().size() != other.path().size()) {
            return null;
        }
        int last = one.path().size() - 1;
        boolean same = one.path().subList(0, last).equals(other.path().subList(0, last))
                && written.attr().equals(one.path().get(last));
        return same ? new Expr.Attribute(written.value(), other.path().get(last)) : null;
    }

    private Expr request(FunctionModel function, FunctionModel fixture, Object key) {
        String name = Objects.requireNonNull(resolver.fixtures().nameFrom(function, fixture));
        boolean asked = function.parameters().stream().anyMatch(p -> p.name().equals(name));
        if (!asked) {
            edits.add(
                    function.location().path(),
                    function.qualifiedName(),
                    new RequestChange(function.id(), name, annotation(function, fixture, key)),
                    key);
        }
        return new Expr.Name(name);
    }

    /** The fixture's type, where parameters have annotations and the file knows it. */
    private @Nullable String annotation(FunctionModel function, FunctionModel fixture, Object key) {
        boolean annotated =
                function.callParameters().stream().map(Parameter::annotation).anyMatch(Objects::nonNull);
        if (!annotated || !(fixture.returnAnnotation() instanceof Expr.Name type)) {
            return null;
        }
        ModuleModel module = program.moduleOf(function.qualifiedName());
        boolean known =
                module.imports().stream().anyMatch(each -> each.localName().equals(type.id()));
        if (!known) {
            boolean ofMocks = program.moduleOf(fixture.qualifiedName()).imports().stream()
                    .anyMatch(each ->
                            each.localName().equals(type.id()) && each.module().equals("unittest.mock"));
            if (!ofMocks) {
                return null;
            }
            edits.add(module.path(), module.name(), new ImportChange("unittest.mock", type.id(), false), key);
        }
        return type.id();
    }
}
