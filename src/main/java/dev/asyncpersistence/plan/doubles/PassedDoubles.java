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
package dev.asyncpersistence.plan.doubles;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Keywords;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.PassedArgument;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.Constructions;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The doubles that parameters get: from calls, from fixtures, from decorators that patch. */
final class PassedDoubles {
    private final Doubles doubles;
    private final Resolver resolver;
    private final FunctionUses uses;
    private final MockLibrary library;
    private final Constructions constructions;
    private final OpenCalls openCalls;

    PassedDoubles(
            Doubles doubles, Resolver resolver, FunctionUses uses, MockLibrary library, Predicate<String> isTest) {
        this.doubles = doubles;
        this.resolver = resolver;
        this.uses = uses;
        this.library = library;
        this.constructions = new Constructions(resolver);
        this.openCalls = new OpenCalls(resolver, uses, isTest);
    }

    /** What a parameter of a function may be; nothing for names that are none. */
    List<TestDouble> to(FunctionModel function, String name) {
        List<TestDouble> result = new ArrayList<>();
        List<Parameter> parameters = function.callParameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                fromCalls(function, name, i).forEach(each -> result.addAll(doubles.of(each.value(), each.scope())));
                result.addAll(fromDecorators(function, parameters.get(i), i));
                resolver.parametrized()
                        .of(function, name)
                        .forEach(each -> result.addAll(doubles.of(each.value(), each.scope())));
                resolver.fixtures()
                        .allAskedFor(function, name)
                        .forEach(fixture -> result.addAll(doubles.returned(fixture)));
            }
        }
        return result;
    }

    /** What calls pass for a parameter of a function, calls of what is taken from tables among them; nothing for names that are none. */
    List<Passed> values(FunctionModel function, String name) {
        List<Parameter> parameters = function.callParameters();
        return IntStream.range(0, parameters.size())
                .filter(i -> parameters.get(i).name().equals(name))
                .boxed()
                .flatMap(i -> fromCalls(function, name, i).stream())
                .toList();
    }

    /** A value, and the scope in which its names are looked up. */
    record Passed(Expr value, String scope) {}

    private List<Passed> fromCalls(FunctionModel function, String name, int index) {
        boolean keywordOnly = function.callParameters().get(index).kind() == Parameter.Kind.KEYWORD_ONLY;
        List<CallSite> sites = new ArrayList<>(openCalls.of(function));
        uses.callsOf(function).stream().map(Call::site).forEach(sites::add);
        List<Passed> result = new ArrayList<>();
        for (CallSite site : sites) {
            Expr value = PassedArgument.of(site.call(), name, keywordOnly ? -1 : index)
                    .value();
            if (value != null) {
                result.add(new Passed(value, site.scope()));
            }
        }
        return result;
    }

    /** What is passed for a field of a dataclass. */
    List<TestDouble> toField(ClassModel type, String field) {
        List<TestDouble> result = new ArrayList<>();
        if (type.dataclass()) {
            for (CallSite site : constructions.of(type)) {
                Expr value = PassedArgument.of(site.call(), field, type.fields().indexOf(field))
                        .value();
                if (value != null) {
                    result.addAll(doubles.of(value, site.scope()));
                }
            }
        }
        return result;
    }

    /** The fixtures that a name in a scope asks for. */
    List<FunctionModel> fixture(String name, String scope) {
        FunctionModel function = resolver.program().function(scope);
        return function == null ? List.of() : resolver.fixtures().allAskedFor(function, name);
    }

    // --- patches

    /** The lowest of the decorators that patch gives the first parameter; those that are told what to put there give none. */
    private List<TestDouble> fromDecorators(FunctionModel function, Parameter parameter, int position) {
        String name = parameter.name();
        List<Mock> given = new ArrayList<>();
        for (int i = function.decorators().size() - 1; i >= 0; i--) {
            addPatch(function.decorators().get(i), function.enclosingScope(), given);
        }
        ClassModel type =
                function.className() == null ? null : resolver.program().classNamed(function.className());
        for (int i = type == null ? -1 : type.decorators().size() - 1; i >= 0 && type != null; i--) {
            addPatch(type.decorators().get(i), type.enclosingScope(), given);
        }
        if (parameter.kind() == Parameter.Kind.VAR_KEYWORD) {
            return given.stream()
                    .filter(m -> m.kind() == Mock.Kind.PATCH_MULTIPLE)
                    .<TestDouble>map(m -> new TestDouble.Part(m, List.of()))
                    .toList();
        }
        List<TestDouble> result = new ArrayList<>();
        List<Mock> byPosition =
                given.stream().filter(m -> m.kind() != Mock.Kind.PATCH_MULTIPLE).toList();
        if (position < byPosition.size()) {
            result.add(new TestDouble.Part(byPosition.get(position), List.of()));
        }
        given.stream()
                .filter(m -> m.kind() == Mock.Kind.PATCH_MULTIPLE && m.keyword(name) != null)
                .forEach(m -> result.add(new TestDouble.Part(m, List.of(name))));
        return result;
    }

    private void addPatch(Expr decorator, String scope, List<Mock> result) {
        Mock mock = decorator instanceof Expr.Call call ? library.made(call, scope) : null;
        if (mock != null && mock.kind().patches() && !isGiven(mock)) {
            result.add(mock);
        }
    }

    /** Whether a patch is told what to put in the place. */
    private static boolean isGiven(Mock patch) {
        return switch (patch.kind()) {
            case PATCH -> Keywords.at(patch.call(), 1, "new") != null;
            case PATCH_OBJECT -> Keywords.at(patch.call(), 2, "new") != null;
            default -> false;
        };
    }

    /** What a call that makes a mock, or puts one somewhere, gives. */
    List<TestDouble> made(Mock mock) {
        if (mock.kind() == Mock.Kind.PATCH || mock.kind() == Mock.Kind.PATCH_OBJECT) {
            Expr given = mock.kind() == Mock.Kind.PATCH
                    ? Keywords.at(mock.call(), 1, "new")
                    : Keywords.at(mock.call(), 2, "new");
            if (given != null) {
                return doubles.of(given, mock.scope());
            }
        }
        return List.of(new TestDouble.Part(mock, List.of()));
    }

    /** What a replacement puts in its place. */
    List<TestDouble> put(Replacement replacement) {
        if (replacement.value() != null) {
            return doubles.of(replacement.value(), replacement.scope());
        }
        Mock mock = replacement.call() == null ? null : library.made(replacement.call(), replacement.scope());
        if (mock == null) {
            return List.of();
        }
        return List.of(new TestDouble.Part(
                mock, mock.kind() == Mock.Kind.PATCH_MULTIPLE ? List.of(replacement.attr()) : List.of()));
    }
}
