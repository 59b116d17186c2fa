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
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows names, attributes, calls and annotations to what they evaluate to. Flow-insensitive: a name bound in several places has several
 * values. An empty answer means unknown, never «nothing».
 */
public final class Resolver {
    /** Longer chains than this are not met in practice; the limit keeps odd recursive code cheap. */
    private static final int MAX_DEPTH = 24;

    private static final Set<String> WRAPPER_TYPES = Set.of(
            "Optional", "Union", "Annotated", "Final", "ClassVar", "Awaitable", "Coroutine", "Required", "NotRequired");

    private static final Set<String> UNKNOWN_TYPES = Set.of("typing.Any", "builtins.object", "None", "builtins.None");

    private final Program program;
    private final ClassHierarchy hierarchy = new ClassHierarchy(this);
    private final Names names;
    private final Arguments arguments;
    private final Map<String, Map<Expr, List<Resolved>>> memo = new HashMap<>();
    private final Set<List<Object>> inProgress = new HashSet<>();
    private boolean cut;

    public Resolver(Program program) {
        this.program = program;
        this.names = new Names(program, this);
        this.arguments = new Arguments(program, this);
    }

    public Program program() {
        return program;
    }

    public ClassHierarchy hierarchy() {
        return hierarchy;
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
        List<Resolved> known = memo.getOrDefault(scope, Map.of()).get(expr);
        if (known != null) {
            return known;
        }
        List<Object> key = List.of(System.identityHashCode(expr), scope);
        if (inProgress.size() > MAX_DEPTH || !inProgress.add(key)) {
            cut = true;
            return List.of();
        }
        boolean outerCut = cut;
        cut = false;
        List<Resolved> result = distinct(compute(expr, scope));
        inProgress.remove(key);
        // What was found while a cycle was cut short is complete only for the outermost question.
        if (!cut || inProgress.isEmpty()) {
            memo.computeIfAbsent(scope, s -> new IdentityHashMap<>()).put(expr, result);
        }
        cut |= outerCut && !inProgress.isEmpty();
        return result;
    }

    private List<Resolved> compute(Expr expr, String scope) {
        if (expr instanceof Expr.Name name) {
            return names.lookUp(name.id(), scope);
        }
        if (expr instanceof Expr.Attribute attribute) {
            return attribute(attribute, scope);
        }
        if (expr instanceof Expr.Call call) {
            return call(call, scope);
        }
        if (expr instanceof Expr.Await await) {
            return resolve(await.value(), scope);
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
        return result.isEmpty() || !ownerKnown ? merge(result, writtenElsewhere(attribute)) : result;
    }

    /** The values of an attribute of a value. */
    public List<Resolved> member(Value owner, String attr) {
        if (owner instanceof Value.Instance instance) {
            return memberOfClass(instance.type(), attr, true);
        }
        if (owner instanceof Value.ClassObject type) {
            return memberOfClass(type.type(), attr, false);
        }
        if (owner instanceof Value.ModuleObject module) {
            return names.memberOfModule(module.module(), attr);
        }
        if (owner instanceof Value.External external) {
            return List.of(new Resolved(new Value.External(external.name() + "." + attr), Evidence.DECLARED));
        }
        if (owner instanceof Value.ExternalResult external) {
            return List.of(new Resolved(new Value.ExternalResult(external.name() + "." + attr), Evidence.DECLARED));
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
                return values.isEmpty() ? arguments.passedToField(each, attr) : values;
            }
            ClassModel nested = program.classNamed(each.qualifiedName() + "." + attr);
            if (nested != null) {
                return List.of(new Resolved(new Value.ClassObject(nested), Evidence.DECLARED));
            }
        }
        return List.of();
    }

    /** Assignments to an attribute of this name on objects that are not known either, such as {@code app.state.persistence = ...}. */
    private List<Resolved> writtenElsewhere(Expr.Attribute attribute) {
        List<Resolved> result = new ArrayList<>();
        for (AttributeWrite write : program.attributeWrites(attribute.attr())) {
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
        if ("cast".equals(name) && args.size() == 2) {
            return instanceOf(args.get(0).value(), scope);
        }
        if ("getattr".equals(name) && args.size() >= 2 && args.get(1).value() instanceof Expr.Text attr) {
            return resolve(new Expr.Attribute(args.get(0).value(), attr.value()), scope);
        }
        if (("Depends".equals(name) || "field".equals(name)) && !args.isEmpty()) {
            return made(args.get(0), scope);
        }
        Expr onThread = ThreadHandoff.function(call);
        return flat(resolve(onThread == null ? call.callee() : onThread, scope).stream()
                .map(this::called));
    }

    /** {@code Depends(f)} and {@code field(default_factory=f)} give what {@code f} returns; {@code field(default=x)} gives {@code x}. */
    private List<Resolved> made(Expr.Argument argument, String scope) {
        List<Resolved> values = resolve(argument.value(), scope);
        return "default".equals(argument.keyword())
                ? values
                : flat(values.stream().map(this::called));
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
            return List.of(new Resolved(new Value.ExternalResult(external.name() + "()"), callee.evidence()));
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
        return flat(function.returned().stream().map(value -> resolve(value, function.qualifiedName()))).stream()
                .map(r -> r.atMost(Evidence.ASSIGNED))
                .toList();
    }

    private List<Resolved> superInstances(String scope) {
        for (FunctionModel function = program.function(scope); function != null; ) {
            if (function.className() != null) {
                ClassModel type = program.classNamed(function.className());
                return type == null
                        ? List.of()
                        : hierarchy.lookupOrder(type).stream()
                                .skip(1)
                                .map(base -> new Resolved(new Value.Instance(base), Evidence.DECLARED))
                                .toList();
            }
            function = program.function(function.enclosingScope());
        }
        return List.of();
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
            case ELEMENT -> elements(binding);
            case CONTEXT -> limit(resolve(binding.value(), binding.scope()), Evidence.ASSIGNED);
        };
    }

    private List<Resolved> elements(Binding binding) {
        return binding.value() instanceof Expr.Display display
                ? flat(display.elements().stream().map(e -> resolve(e, binding.scope())))
                : List.of();
    }

    /** Values of a parameter: its annotation, its default, and what the project's calls pass. */
    List<Resolved> parameter(FunctionModel function, String name) {
        List<Binding> bindings = function.locals().getOrDefault(name, List.of());
        List<Resolved> local = bound(bindings);
        boolean annotated = bindings.stream()
                .anyMatch(b -> b.annotation() != null
                        && !instanceOf(b.annotation(), b.scope()).isEmpty());
        return annotated ? local : merge(local, arguments.passedTo(function, name));
    }

    /** Instances of what an annotation names; empty for {@code Any} and for types that cannot be found. */
    public List<Resolved> instanceOf(Expr annotation, String scope) {
        if (annotation instanceof Expr.AnyOf union) {
            return flat(union.options().stream().map(option -> instanceOf(option, scope)));
        }
        if (annotation instanceof Expr.Subscript generic) {
            return instanceOfGeneric(generic, scope);
        }
        List<Resolved> result = new ArrayList<>();
        for (Resolved named : resolve(annotation, scope)) {
            if (named.value() instanceof Value.ClassObject type) {
                result.add(new Resolved(new Value.Instance(type.type()), Evidence.DECLARED));
            } else if (named.value() instanceof Value.External external && !UNKNOWN_TYPES.contains(external.name())) {
                result.add(new Resolved(new Value.ExternalResult(external.name()), Evidence.DECLARED));
            }
        }
        return result;
    }

    private List<Resolved> instanceOfGeneric(Expr.Subscript generic, String scope) {
        String name = Program.lastName(generic.value());
        if (name != null && WRAPPER_TYPES.contains(name)) {
            Stream<Expr> inner =
                    name.equals("Annotated") ? generic.index().stream().limit(1) : generic.index().stream();
            return flat(inner.map(option -> instanceOf(option, scope)));
        }
        if ("type".equals(name) || "Type".equals(name)) {
            return generic.index().isEmpty()
                    ? List.of()
                    : resolve(generic.index().get(0), scope);
        }
        return instanceOf(generic.value(), scope);
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

    /** One entry a value, with its strongest evidence. */
    private static List<Resolved> distinct(List<Resolved> values) {
        Map<Object, Resolved> result = new java.util.LinkedHashMap<>();
        for (Resolved each : values) {
            result.merge(
                    identity(each.value()), each, (a, b) -> a.evidence().weaker(b.evidence()) == a.evidence() ? b : a);
        }
        return List.copyOf(result.values());
    }

    private static Object identity(Value value) {
        if (value instanceof Value.Instance instance) {
            return "instance " + instance.type().qualifiedName();
        }
        if (value instanceof Value.ClassObject type) {
            return "class " + type.type().qualifiedName();
        }
        if (value instanceof Value.FunctionObject function) {
            @Nullable ClassModel receiver = function.receiver();
            return function.function().qualifiedName() + (receiver == null ? "" : " on " + receiver.qualifiedName());
        }
        if (value instanceof Value.ModuleObject module) {
            return "module " + module.module().path();
        }
        return value;
    }
}
