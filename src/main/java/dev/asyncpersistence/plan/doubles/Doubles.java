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

import dev.asyncpersistence.model.Answers;
import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.ThreadHandoff;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.graph.FunctionUses;
import dev.asyncpersistence.plan.graph.Scopes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Follows test doubles from where they are made through variables, attributes, parameters and fixtures into the code under test: a points-to analysis
 * (Andersen, 1994) on demand, in which all objects of a class share their attributes and the order of statements doesn't count.
 */
public final class Doubles {
    private final Resolver resolver;
    private final Program program;
    private final MockLibrary library;
    private final Predicate<String> isTest;
    private final Patchers patchers;
    private final Replacements replacements;
    private final PassedDoubles passed;
    private final DoubleMembers members;
    private final Answers<TestDouble> answers;

    /** Global names being looked up; modules may import from each other. */
    private final Set<Global> open = new HashSet<>();

    private record Global(ModuleModel module, String name) {}

    /**
     * Follows nothing yet.
     *
     * @param isTest whether a path is that of a test file
     */
    public Doubles(Resolver resolver, FunctionUses uses, Predicate<String> isTest) {
        this.resolver = resolver;
        this.program = resolver.program();
        this.library = new MockLibrary(resolver);
        this.isTest = isTest;
        this.patchers = new Patchers(resolver);
        this.replacements = new Replacements(resolver, library, isTest);
        this.passed = new PassedDoubles(this, resolver, uses, library, isTest);
        this.members = new DoubleMembers(this, resolver, replacements, passed);
        this.answers = new Answers<>(
                this::compute, doubles -> doubles.stream().distinct().toList());
    }

    public Replacements replacements() {
        return replacements;
    }

    public MockLibrary library() {
        return library;
    }

    /** The doubles that an expression may be; empty if it is none, or nobody knows. */
    public List<TestDouble> of(Expr expr, String scope) {
        return expr instanceof Expr.Opaque opaque && opaque.lambda() == null
                ? List.of()
                : answers.get(new Answers.At(expr, scope));
    }

    /** An attribute of a part of a mock. */
    private record Member(TestDouble.Part owner, String attr) implements Answers.Question {}

    /** What is put into attributes of a name, of objects that nobody knows. */
    private record Put(String attr) implements Answers.Question {}

    private List<TestDouble> compute(Answers.Question question) {
        if (question instanceof Member member) {
            return members.computeMember(member.owner(), member.attr());
        }
        if (question instanceof Put put) {
            return members.putInUnknown(put.attr());
        }
        return question instanceof Answers.At at ? compute(at.expr(), at.scope()) : List.of();
    }

    List<TestDouble> member(TestDouble.Part owner, String attr) {
        return answers.get(new Member(owner, attr));
    }

    List<TestDouble> ofUnknown(String attr) {
        return answers.get(new Put(attr));
    }

    private List<TestDouble> compute(Expr expr, String scope) {
        if (expr instanceof Expr.Name name) {
            return name(name, scope);
        }
        if (expr instanceof Expr.Attribute attribute) {
            if (patchers.isMethod(attribute, scope)) {
                return List.of();
            }
            List<TestDouble> result = new ArrayList<>(members.of(attribute, scope));
            resolver.parametrized().of(attribute, scope).forEach(each -> result.addAll(of(each.value(), each.scope())));
            return result;
        }
        if (expr instanceof Expr.Call call) {
            return call(call, scope);
        }
        if (expr instanceof Expr.Await await) {
            return of(await.value(), scope);
        }
        if (expr instanceof Expr.AnyOf anyOf) {
            return anyOf.options().stream()
                    .flatMap(each -> of(each, scope).stream())
                    .toList();
        }
        if (expr instanceof Expr.Element element) {
            return element(element, scope);
        }
        if (expr instanceof Expr.Subscript item) {
            return item(item, scope);
        }
        return expr instanceof Expr.Opaque opaque && opaque.lambda() != null
                ? List.of(new TestDouble.Lambda(opaque.lambda(), scope))
                : List.of();
    }

    // --- names

    private List<TestDouble> name(Expr.Name name, String scope) {
        FunctionModel owner = Scopes.binding(name.id(), scope, program);
        List<TestDouble> result = new ArrayList<>();
        if (owner != null) {
            result.addAll(bound(owner.locals().getOrDefault(name.id(), List.of())));
            result.addAll(passed.to(owner, name.id()));
        } else {
            result.addAll(importedInFunction(name.id(), scope));
            result.addAll(global(program.moduleOf(scope), name.id()));
        }
        result.addAll(functions(name, scope));
        return result;
    }

    private List<TestDouble> importedInFunction(String name, String scope) {
        List<TestDouble> result = new ArrayList<>();
        for (FunctionModel function = program.function(scope);
                function != null;
                function = program.function(function.enclosingScope())) {
            result.addAll(imported(function.imports(), name, program.moduleOf(scope)));
        }
        return result;
    }

    private List<TestDouble> imported(List<ImportedName> imports, String name, ModuleModel module) {
        List<TestDouble> result = new ArrayList<>();
        for (ImportedName each : imports) {
            ModuleModel source = each.localName().equals(name) && each.symbol() != null
                    ? program.resolveImport(module, each.module())
                    : null;
            if (source != null && each.symbol() != null) {
                result.addAll(global(source, each.symbol()));
            }
        }
        return result;
    }

    /** A function of the tests is a double wherever it takes the place of something. */
    List<TestDouble> functions(Expr expr, String scope) {
        return resolver.resolve(expr, scope).stream()
                .map(Resolved::value)
                .filter(Value.FunctionObject.class::isInstance)
                .map(value -> ((Value.FunctionObject) value).function())
                .filter(this::isOfTests)
                .<TestDouble>map(TestDouble.Function::new)
                .toList();
    }

    boolean isOfTests(FunctionModel function) {
        return isTest.test(function.location().path());
    }

    /** What a module's own name stands for, and what tests put in its place. */
    List<TestDouble> global(ModuleModel module, String name) {
        Global asked = new Global(module, name);
        if (!open.add(asked)) {
            return List.of();
        }
        try {
            List<TestDouble> result = new ArrayList<>(bound(module.globals().getOrDefault(name, List.of())));
            result.addAll(members.replaced(new Value.ModuleObject(module), name));
            result.addAll(imported(module.imports(), name, module));
            return result;
        } finally {
            open.remove(asked);
        }
    }

    List<TestDouble> bound(List<Binding> bindings) {
        return bindings.stream()
                .filter(each -> each.kind() != Binding.Kind.ELEMENT)
                .flatMap(each -> of(each.value(), each.scope()).stream())
                .toList();
    }

    // --- calls

    private List<TestDouble> call(Expr.Call call, String scope) {
        Mock mock = library.made(call, scope);
        if (mock != null) {
            return passed.made(mock);
        }
        Expr onThread = ThreadHandoff.function(call);
        Expr callee = onThread == null ? call.callee() : onThread;
        List<TestDouble> result = new ArrayList<>();
        for (TestDouble each : of(callee, scope)) {
            result.addAll(result(each));
        }
        if (callee instanceof Expr.Attribute method && patchers.isStart(method, scope)) {
            result.addAll(of(method.value(), scope));
        }
        for (Resolved each : resolver.resolve(callee, scope)) {
            if (each.value() instanceof Value.FunctionObject function) {
                result.addAll(returned(function.function()));
            } else if (each.value() instanceof Value.ClassObject made
                    && isTest.test(made.type().location().path())) {
                result.add(new TestDouble.Fake(made.type()));
            }
        }
        Expr.Attribute read = call.readAttribute();
        if (read != null) {
            result.addAll(members.of(read, scope));
        }
        String name = Program.lastName(callee);
        if ("partial".equals(name) && !call.arguments().isEmpty()) {
            result.addAll(of(call.arguments().get(0).value(), scope));
        }
        if ("cast".equals(name) && call.arguments().size() == 2) {
            result.addAll(of(call.arguments().get(1).value(), scope));
        }
        return result;
    }

    /** The doubles that an attribute of one is. */
    public List<TestDouble> member(TestDouble owner, String attr) {
        return members.of(owner, attr);
    }

    /** Whether a double is a fake that has a method of its own by a name. */
    public boolean hasMethod(TestDouble each, String name) {
        return each instanceof TestDouble.Fake fake && resolver.hierarchy().method(fake.type(), name) != null;
    }

    /** The doubles that are put in a place. */
    public List<TestDouble> put(Replacement replacement) {
        return passed.put(replacement);
    }

    private List<TestDouble> result(TestDouble called) {
        if (called instanceof TestDouble.Part part) {
            if (part.mock().kind() == Mock.Kind.CLASS && part.path().isEmpty()) {
                return List.of(part);
            }
            return members.of(part, "return_value");
        }
        if (called instanceof TestDouble.Lambda lambda) {
            return of(lambda.lambda().result(), lambda.scope());
        }
        return called instanceof TestDouble.Function function ? returned(function.function()) : List.of();
    }

    /** What a function returns, or yields: fixtures and context managers do. */
    List<TestDouble> returned(FunctionModel function) {
        return function.returned().stream()
                .flatMap(value -> of(value, function.qualifiedName()).stream())
                .toList();
    }

    private List<TestDouble> element(Expr.Element element, String scope) {
        List<TestDouble> result = new ArrayList<>();
        if (element.value() instanceof Expr.Call call) {
            for (Resolved each : resolver.resolve(call.callee(), scope)) {
                if (each.value() instanceof Value.FunctionObject function) {
                    String inside = function.function().qualifiedName();
                    function.function().returned().forEach(value -> result.addAll(at(value, element.index(), inside)));
                }
            }
        }
        if (element.value() instanceof Expr.Name name) {
            passed.fixture(name.id(), scope)
                    .forEach(fixture -> fixture.returned()
                            .forEach(value -> result.addAll(at(value, element.index(), fixture.qualifiedName()))));
        }
        return result;
    }

    /** {@code mocks["load"]} of the dict that {@code patch.multiple} gives. */
    private List<TestDouble> item(Expr.Subscript item, String scope) {
        if (item.index().size() != 1 || !(item.index().get(0) instanceof Expr.Text name)) {
            return List.of();
        }
        return of(item.value(), scope).stream()
                .filter(each -> each instanceof TestDouble.Part part && part.isDictWith(name.value()))
                .<TestDouble>map(each -> ((TestDouble.Part) each).part(name.value()))
                .toList();
    }

    private List<TestDouble> at(Expr value, int index, String scope) {
        return value instanceof Expr.Display tuple && index < tuple.elements().size()
                ? of(tuple.elements().get(index), scope)
                : List.of();
    }
}
