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
package dev.asyncpersistence.model;

import dev.asyncpersistence.model.Resolved.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Follows names, attributes, calls and annotations to what they evaluate to. Flow-insensitive: a name bound in several places has several
 * values. An empty answer means unknown, never «nothing».
 */
public final class Resolver {
    private final Program program;
    private final Answers<Resolved> answers = new Answers<>(this::compute, Resolved::distinct);
    private final Annotations annotations = new Annotations(this);
    private final ClassHierarchy hierarchy = new ClassHierarchy(this);
    private final Unpacking unpacking = new Unpacking(this);
    private final Names names;
    private final Arguments arguments;
    private final Fixtures fixtures;
    private final Parametrized parametrized;

    public Resolver(Program program) {
        this.program = program;
        this.names = new Names(program, this);
        this.arguments = new Arguments(program, this);
        this.fixtures = new Fixtures(program, this);
        this.parametrized = new Parametrized(program);
    }

    public Program program() {
        return program;
    }

    public ClassHierarchy hierarchy() {
        return hierarchy;
    }

    public Fixtures fixtures() {
        return fixtures;
    }

    public Parametrized parametrized() {
        return parametrized;
    }

    /**
     * The values of an expression.
     *
     * @param scope qualified name of the scope in which its names are looked up
     */
    public List<Resolved> resolve(Expr expr, String scope) {
        if (expr instanceof Expr.Opaque) {
            return List.of();
        }
        return answers.get(new Answers.At(expr, scope));
    }

    /** Whether the answer is final, not the state of an inquiry that is still going on. */
    boolean isSettled(Expr expr, String scope) {
        return expr instanceof Expr.Opaque || answers.isSettled(new Answers.At(expr, scope));
    }

    /** What is assigned to an attribute of a name. */
    private record Written(String attr) implements Answers.Question {}

    private List<Resolved> compute(Answers.Question question) {
        if (question instanceof Written written) {
            return written(written.attr());
        }
        return question instanceof Answers.At at ? compute(at.expr(), at.scope()) : List.of();
    }

    private List<Resolved> compute(Expr expr, String scope) {
        if (expr instanceof Expr.Name name) {
            return names.lookUp(name.id(), scope);
        }
        if (expr instanceof Expr.Attribute attribute) {
            return merge(attribute(attribute, scope), cases(parametrized.of(attribute, scope)));
        }
        if (expr instanceof Expr.Call call) {
            return call(call, scope);
        }
        if (expr instanceof Expr.Await await) {
            return resolve(await.value(), scope);
        }
        if (expr instanceof Expr.Element element) {
            return unpacking.values(element, scope);
        }
        if (expr instanceof Expr.AnyOf anyOf) {
            return flat(anyOf.options().stream().map(option -> resolve(option, scope)));
        }
        if (expr instanceof Expr.Text) {
            return List.of(new Resolved(new Value.ExternalResult("builtins.str"), Evidence.DECLARED));
        }
        if (expr instanceof Expr.Display) {
            return List.of(new Resolved(new Value.ExternalResult("builtins.list"), Evidence.DECLARED));
        }
        return List.of();
    }

    // --- attributes

    private List<Resolved> attribute(Expr.Attribute attribute, String scope) {
        List<Resolved> owners = resolve(attribute.value(), scope);
        List<Resolved> result = new ArrayList<>();
        boolean ownerKnown = false;
        for (Resolved owner : owners) {
            List<Resolved> members = member(owner.value(), attribute.attr());
            members.forEach(m -> result.add(m.atMost(owner.evidence())));
            ownerKnown |= !(owner.value() instanceof Value.ExternalResult);
        }
        return result.isEmpty() || !ownerKnown ? merge(result, writtenElsewhere(attribute.attr())) : result;
    }

    /** The values of an attribute of a value. */
    public List<Resolved> member(Value owner, String attr) {
        if (owner instanceof Value.Instance instance) {
            return attr.equals("__class__")
                    ? List.of(new Resolved(new Value.ClassObject(instance.type()), Evidence.DECLARED))
                    : memberOfClass(instance.type(), attr, true);
        }
        if (owner instanceof Value.ClassObject type) {
            return memberOfClass(type.type(), attr, false);
        }
        if (owner instanceof Value.ModuleObject module) {
            return names.memberOfModule(module.module(), attr);
        }
        if (owner instanceof Value.External external) {
            return List.of(names.memberOfExternal(external, attr));
        }
        if (owner instanceof Value.ExternalResult external) {
            return List.of(new Resolved(external.attribute(attr), Evidence.DECLARED));
        }
        return List.of();
    }

    private List<Resolved> memberOfClass(ClassModel type, String attr, boolean bound) {
        for (ClassModel each : hierarchy.lookupOrder(type)) {
            FunctionModel method = each.method(attr);
            if (method != null) {
                return method.isProperty() && bound
                        ? result(method)
                        : List.of(
                                new Resolved(new Value.FunctionObject(method, bound ? type : null), Evidence.DECLARED));
            }
            List<Binding> bindings = each.attributes().get(attr);
            if (bindings != null) {
                List<Resolved> values = bound(bindings);
                values = values.isEmpty() ? arguments.passedToField(each, attr) : values;
                if (!values.isEmpty()) {
                    return values;
                }
            }
            ClassModel nested = program.classNamed(each.qualifiedName() + "." + attr);
            if (nested != null) {
                return List.of(new Resolved(new Value.ClassObject(nested), Evidence.DECLARED));
            }
        }
        return List.of();
    }

    /** Assignments to an attribute of this name on objects that are not known either, such as {@code app.state.persistence = ...}. */
    private List<Resolved> writtenElsewhere(String attr) {
        return program.attributeWrites(attr).isEmpty() ? List.of() : answers.get(new Written(attr));
    }

    private List<Resolved> written(String attr) {
        List<Resolved> result = new ArrayList<>();
        for (AttributeWrite write : program.attributeWrites(attr)) {
            for (Resolved value : resolve(write.value(), write.scope())) {
                result.add(value.atMost(Evidence.SAME_ATTRIBUTE));
            }
        }
        return result;
    }

    // --- calls

    private List<Resolved> call(Expr.Call call, String scope) {
        String name = Program.lastName(call.callee());
        List<Expr.Argument> args = call.arguments();
        if ("super".equals(name) && args.isEmpty()) {
            return superInstances(scope);
        }
        if (call.callee() instanceof Expr.Name && args.size() == 2 && "super".equals(name)) {
            return flat(resolve(args.get(0).value(), scope).stream()
                    .map(each ->
                            each.value() instanceof Value.ClassObject type ? superInstances(type.type()) : List.of()));
        }
        if (call.callee() instanceof Expr.Name && args.size() == 1 && "type".equals(name)) {
            return classesOf(resolve(args.get(0).value(), scope));
        }
        if ("cast".equals(name) && args.size() == 2) {
            return instanceOf(args.get(0).value(), scope);
        }
        Expr.Attribute read = call.readAttribute();
        if (read != null) {
            return resolve(read, scope);
        }
        if (("Depends".equals(name) || "field".equals(name)) && !args.isEmpty()) {
            return made(args.get(0), scope);
        }
        Expr onThread = ThreadHandoff.function(call);
        return flat(resolve(onThread == null ? call.callee() : onThread, scope).stream()
                .map(this::called));
    }

    /** {@code Depends(f)} and {@code field(default_factory=f)} give what {@code f} returns or yields; {@code field(default=x)} gives {@code x}. */
    private List<Resolved> made(Expr.Argument argument, String scope) {
        List<Resolved> values = resolve(argument.value(), scope);
        return "default".equals(argument.keyword())
                ? values
                : flat(values.stream()
                        .map(value -> value.value() instanceof Value.FunctionObject function
                                        && function.function().yielded()
                                ? given(function.function())
                                : called(value)));
    }

    private List<Resolved> called(Resolved callee) {
        if (callee.value() instanceof Value.ClassObject type) {
            return List.of(new Resolved(new Value.Instance(type.type()), callee.evidence()));
        }
        if (callee.value() instanceof Value.FunctionObject function) {
            return limit(result(function.function()), callee.evidence());
        }
        if (callee.value() instanceof Value.External external) {
            return List.of(new Resolved(new Value.ExternalResult(external.name()), callee.evidence()));
        }
        if (callee.value() instanceof Value.ExternalResult external) {
            return List.of(new Resolved(external.called(), callee.evidence()));
        }
        return List.of();
    }

    /** What a function returns: by its annotation, otherwise by its return statements. */
    public List<Resolved> result(FunctionModel function) {
        if (function.returnAnnotation() != null) {
            List<Resolved> declared = instanceOf(function.returnAnnotation(), function.enclosingScope());
            if (!declared.isEmpty()) {
                return declared;
            }
        }
        return function.yielded() ? List.of() : returned(function);
    }

    private List<Resolved> returned(FunctionModel function) {
        return limit(
                flat(function.returned().stream().map(value -> resolve(value, function.qualifiedName()))),
                Evidence.ASSIGNED);
    }

    private List<Resolved> superInstances(String scope) {
        for (FunctionModel function = program.function(scope); function != null; ) {
            if (function.className() != null) {
                ClassModel type = program.classNamed(function.className());
                return type == null ? List.of() : superInstances(type);
            }
            function = program.function(function.enclosingScope());
        }
        return List.of();
    }

    private List<Resolved> superInstances(ClassModel type) {
        return hierarchy.lookupOrder(type).stream()
                .skip(1)
                .map(base -> new Resolved(new Value.Instance(base), Evidence.DECLARED))
                .toList();
    }

    private static List<Resolved> classesOf(List<Resolved> values) {
        return flat(values.stream()
                .map(each -> each.value() instanceof Value.Instance instance
                        ? List.of(new Resolved(new Value.ClassObject(instance.type()), each.evidence()))
                        : List.of()));
    }

    // --- bindings and annotations

    /** The values of a name or attribute that is bound in the given ways. */
    List<Resolved> bound(List<Binding> bindings) {
        List<Resolved> result = new ArrayList<>();
        for (Binding binding : bindings) {
            result.addAll(bound(binding));
        }
        return result;
    }

    private List<Resolved> bound(Binding binding) {
        if (binding.annotation() != null) {
            List<Resolved> declared = instanceOf(binding.annotation(), binding.scope());
            if (!declared.isEmpty()) {
                return declared;
            }
        }
        return switch (binding.kind()) {
            case ASSIGNMENT, PARAMETER -> limit(resolve(binding.value(), binding.scope()), Evidence.ASSIGNED);
            case ELEMENT -> limit(elements(binding), Evidence.ASSIGNED);
            case CONTEXT -> limit(entered(binding), Evidence.ASSIGNED);
        };
    }

    private List<Resolved> elements(Binding binding) {
        if (binding.value() instanceof Expr.Display display) {
            return flat(display.elements().stream().map(e -> resolve(e, binding.scope())));
        }
        return binding.value() instanceof Expr.Call call ? given(call, binding.scope()) : List.of();
    }

    /** What {@code with value as x} binds: what a generator gives, or {@code __enter__} returns, or else the value itself. */
    private List<Resolved> entered(Binding binding) {
        List<Resolved> given = binding.value() instanceof Expr.Call call ? given(call, binding.scope()) : List.of();
        if (!given.isEmpty()) {
            return given;
        }
        List<Resolved> result = new ArrayList<>();
        for (Resolved manager : resolve(binding.value(), binding.scope())) {
            List<Resolved> returned = new ArrayList<>();
            if (manager.value() instanceof Value.Instance instance) {
                for (String enter : List.of("__enter__", "__aenter__")) {
                    memberOfClass(instance.type(), enter, true).forEach(method -> returned.addAll(called(method)));
                }
            }
            result.addAll(returned.isEmpty() ? List.of(manager) : returned);
        }
        return result;
    }

    /** What the generators that a call can make yield. */
    private List<Resolved> given(Expr.Call call, String scope) {
        return flat(resolve(call.callee(), scope).stream()
                .map(callee -> callee.value() instanceof Value.FunctionObject function
                        ? given(function.function())
                        : List.of()));
    }

    private List<Resolved> given(FunctionModel function) {
        List<Resolved> declared = annotations.givenBy(function.returnAnnotation(), function.enclosingScope());
        return declared.isEmpty() && function.yielded() ? returned(function) : declared;
    }

    /** Values of a parameter: its annotation, its default, what the project's calls pass, the fixture that it asks for, and what its test is run with. */
    List<Resolved> parameter(FunctionModel function, String name) {
        List<Binding> bindings = function.locals().getOrDefault(name, List.of());
        List<Resolved> local = bound(bindings);
        boolean annotated = bindings.stream()
                .anyMatch(b -> b.annotation() != null
                        && !instanceOf(b.annotation(), b.scope()).isEmpty());
        return annotated
                ? local
                : Stream.of(
                                local,
                                arguments.passedTo(function, name),
                                fromFixture(function, name),
                                cases(parametrized.of(function, name)))
                        .flatMap(List::stream)
                        .toList();
    }

    private List<Resolved> cases(List<Parametrized.Case> cases) {
        return cases.stream()
                .flatMap(each -> resolve(each.value(), each.scope()).stream())
                .toList();
    }

    private List<Resolved> fromFixture(FunctionModel function, String name) {
        return flat(fixtures.allAskedFor(function, name).stream()
                .map(fixture -> limit(fixture.yielded() ? given(fixture) : result(fixture), Evidence.PASSED)));
    }

    /** Instances of what an annotation names; empty for {@code Any} and for types that cannot be found. */
    public List<Resolved> instanceOf(Expr annotation, String scope) {
        return annotations.instanceOf(annotation, scope);
    }

    // --- lists of values

    static List<Resolved> limit(List<Resolved> values, Evidence evidence) {
        return values.stream().map(v -> v.atMost(evidence)).toList();
    }

    static List<Resolved> merge(List<Resolved> first, List<Resolved> second) {
        List<Resolved> result = new ArrayList<>(first);
        result.addAll(second);
        return result;
    }

    static List<Resolved> flat(Stream<List<Resolved>> values) {
        return values.flatMap(List::stream).toList();
    }
}
