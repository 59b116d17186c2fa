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
package dev.asyncpersistence.layer;

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.ThreadHandoff;
import dev.asyncpersistence.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether running a function blocks the thread: whether a blocking call of the {@link CallCatalogue} is reached from it through
 * project code. Of a call that is awaited only project code can block; a lambda counts where it is handed to a call.
 */
public final class BlockingAnalysis {
    private final Resolver resolver;
    private final CallCatalogue catalogue;
    private final Map<FunctionModel, Optional<BlockingEvidence>> known = new HashMap<>();
    private final Map<FunctionModel, Step> steps = new HashMap<>();

    public BlockingAnalysis(Resolver resolver, CallCatalogue catalogue) {
        this.resolver = resolver;
        this.catalogue = catalogue;
    }

    /**
     * What a function does by itself.
     *
     * @param sink the first call that blocks
     * @param unknown the first call of which nobody knows what it does
     * @param runs the project functions that it runs
     */
    private record Step(
            @Nullable BlockingEvidence sink, @Nullable BlockingEvidence unknown, Set<FunctionModel> runs) {}

    /**
     * Why the function blocks, by the shortest way to a call that does; null if nothing it reaches is known to, and nothing it reaches is
     * unknown.
     */
    public @Nullable BlockingEvidence blocks(FunctionModel function) {
        Optional<BlockingEvidence> answer = known.get(function);
        if (answer == null) {
            answer = Optional.ofNullable(search(function));
            known.put(function, answer);
        }
        return answer.orElse(null);
    }

    private @Nullable BlockingEvidence search(FunctionModel start) {
        Map<FunctionModel, List<String>> chains = new HashMap<>();
        Deque<FunctionModel> open = new ArrayDeque<>();
        chains.put(start, List.of(start.name()));
        open.add(start);
        BlockingEvidence unknown = null;
        while (!open.isEmpty()) {
            FunctionModel function = open.remove();
            List<String> chain = chains.getOrDefault(function, List.of());
            Step step = steps.computeIfAbsent(function, this::step);
            if (step.sink() != null) {
                return behind(chain, step.sink());
            }
            if (unknown == null && step.unknown() != null) {
                unknown = behind(chain, step.unknown());
            }
            for (FunctionModel next : step.runs()) {
                if (!chains.containsKey(next)) {
                    chains.put(next, joined(chain, List.of(next.name())));
                    open.add(next);
                }
            }
        }
        return unknown;
    }

    private static BlockingEvidence behind(List<String> chain, BlockingEvidence end) {
        return new BlockingEvidence(end.kind(), joined(chain, end.chain()), end.reason(), end.location());
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> result = new ArrayList<>(first);
        result.addAll(second);
        return result;
    }

    // --- one function

    private Step step(FunctionModel function) {
        BlockingEvidence sink = null;
        BlockingEvidence unknown = null;
        Set<FunctionModel> runs = new LinkedHashSet<>();
        for (CallSite site : function.calls()) {
            boolean inLambda = site.place() == CallSite.Place.LAMBDA;
            if ((inLambda && !isHandedToCall(site)) || isMadeOnce(site)) {
                continue;
            }
            BlockingEvidence evidence = site.awaited() ? null : ofCall(site, runs);
            if (site.awaited()) {
                addRun(site, runs);
            }
            if (evidence != null && evidence.kind() == BlockingEvidence.Kind.SINK) {
                sink = sink == null ? evidence : sink;
            } else if (evidence != null && !inLambda) {
                unknown = unknown == null ? evidence : unknown;
            }
        }
        addProperties(function, runs);
        return new Step(sink, unknown, runs);
    }

    /** Who is given a lambda calls it, as far as anybody can tell; on another thread it blocks nobody. */
    private static boolean isHandedToCall(CallSite site) {
        return !site.enclosingCalls().isEmpty()
                && site.enclosingCalls().stream().noneMatch(ThreadHandoff::isCallee);
    }

    /** An accessor that makes a module's singleton and keeps it does so once; that says nothing of later calls. */
    private boolean isMadeOnce(CallSite site) {
        return resolver.program().moduleOf(site.scope()).globals().values().stream()
                .flatMap(List::stream)
                .anyMatch(binding -> binding.scope().equals(site.function())
                        && binding.value() instanceof Expr.Call made
                        && made.id().equals(site.id()));
    }

    /** Awaiting runs the coroutine, which blocks if its code does. What is awaited of libraries waits without blocking. */
    private void addRun(CallSite site, Set<FunctionModel> runs) {
        for (Resolved target : resolver.resolve(site.call().callee(), site.scope())) {
            if (target.value() instanceof Value.FunctionObject function) {
                addWithOverrides(function.function(), runs);
            }
        }
    }

    private @Nullable BlockingEvidence ofCall(CallSite site, Set<FunctionModel> runs) {
        Expr callee = site.call().callee();
        if (ThreadHandoff.isCallee(callee)) {
            return null;
        }
        List<Resolved> targets = resolver.resolve(callee, site.scope());
        if (isBuiltException(targets)) {
            return null;
        }
        boolean understood = false;
        for (Resolved target : targets) {
            if (target.value() instanceof Value.External || target.value() instanceof Value.ExternalResult) {
                String name = target.value() instanceof Value.External external
                        ? external.name()
                        : ((Value.ExternalResult) target.value()).name();
                String reason = catalogue.blockingFunction(name);
                if (reason != null) {
                    return evidence(BlockingEvidence.Kind.SINK, site, reason);
                }
                if (catalogue.isMemoryFunction(name)) {
                    understood = true;
                    addReferenced(site, runs);
                }
            } else {
                understood |= addTarget(target.value(), runs);
            }
        }
        return understood ? null : ofUnresolved(site);
    }

    /** What a library function is given to call: {@code sorted(rows, key=self.rank)}. */
    private void addReferenced(CallSite site, Set<FunctionModel> runs) {
        for (Expr.Argument argument : site.call().arguments()) {
            if (argument.value() instanceof Expr.Name || argument.value() instanceof Expr.Attribute) {
                for (Resolved each : resolver.resolve(argument.value(), site.scope())) {
                    if (each.value() instanceof Value.FunctionObject function
                            && !function.function().async()) {
                        runs.add(function.function());
                    }
                }
            }
        }
    }

    /** Whether it is known what calling the value runs; that is added. */
    private boolean addTarget(Value target, Set<FunctionModel> runs) {
        if (target instanceof Value.FunctionObject function) {
            // Calling a coroutine function only makes the coroutine.
            if (!function.function().async()) {
                addWithOverrides(function.function(), runs);
            }
            return true;
        }
        if (target instanceof Value.ClassObject type) {
            // Who makes a context manager enters it.
            for (String name : List.of("__init__", "__enter__", "__exit__")) {
                addMethod(type.type(), name, runs);
            }
            return true;
        }
        return target instanceof Value.Instance instance && addMethod(instance.type(), "__call__", runs);
    }

    private boolean addMethod(ClassModel type, String name, Set<FunctionModel> runs) {
        FunctionModel method = resolver.hierarchy().method(type, name);
        if (method == null || method.async()) {
            return false;
        }
        runs.add(method);
        return true;
    }

    private void addWithOverrides(FunctionModel function, Set<FunctionModel> runs) {
        runs.add(function);
        ClassModel owner =
                function.className() == null ? null : resolver.program().classNamed(function.className());
        if (owner != null && !function.name().startsWith("__")) {
            for (ClassModel type : resolver.hierarchy().withSubclasses(owner)) {
                FunctionModel override = type.method(function.name());
                if (override != null && override.async() == function.async()) {
                    runs.add(override);
                }
            }
        }
    }

    /** Making an exception touches nothing, also where its class comes from a library. */
    private static boolean isBuiltException(List<Resolved> targets) {
        return !targets.isEmpty()
                && targets.stream()
                        .allMatch(t -> t.value() instanceof Value.External e
                                && (e.name().endsWith("Error") || e.name().endsWith("Exception")));
    }

    private @Nullable BlockingEvidence ofUnresolved(CallSite site) {
        if (site.call().callee() instanceof Expr.Attribute callee) {
            if (isFetched(callee.value(), site)) {
                return null;
            }
            String reason = catalogue.blockingMethod(callee.attr());
            if (reason != null) {
                return evidence(BlockingEvidence.Kind.SINK, site, reason);
            }
            if (catalogue.isMemoryMethod(callee.attr())) {
                return null;
            }
        }
        return evidence(BlockingEvidence.Kind.UNKNOWN, site, "not known what it does");
    }

    /** What was awaited is there: {@code rows = await ...}, {@code rows.fetchall()}. */
    private boolean isFetched(Expr receiver, CallSite site) {
        if (receiver instanceof Expr.Await) {
            return true;
        }
        FunctionModel function =
                site.function() == null ? null : resolver.program().function(site.function());
        List<Binding> bindings = function == null || !(receiver instanceof Expr.Name name)
                ? List.of()
                : function.locals().getOrDefault(name.id(), List.of());
        return !bindings.isEmpty()
                && bindings.stream()
                        .allMatch(b -> b.kind() == Binding.Kind.ASSIGNMENT && b.value() instanceof Expr.Await);
    }

    private static BlockingEvidence evidence(BlockingEvidence.Kind kind, CallSite site, String reason) {
        return new BlockingEvidence(kind, List.of(site.call().callee().display()), reason, site.location());
    }

    // --- properties

    /** Reading a property runs its getter. Seen in what the model keeps of the code: callees, arguments, assigned and returned values. */
    private void addProperties(FunctionModel function, Set<FunctionModel> runs) {
        Map<Expr.Attribute, String> read = new LinkedHashMap<>();
        function.calls().stream()
                .filter(site -> site.place() != CallSite.Place.LAMBDA)
                .forEach(site -> collect(site.call(), site.scope(), read));
        function.returned().forEach(value -> collect(value, function.qualifiedName(), read));
        function.locals().values().forEach(each -> each.forEach(b -> collect(b.value(), b.scope(), read)));
        read.forEach((attribute, scope) -> {
            for (Resolved owner : resolver.resolve(attribute.value(), scope)) {
                FunctionModel getter = owner.value() instanceof Value.Instance instance
                        ? resolver.hierarchy().method(instance.type(), attribute.attr())
                        : null;
                if (getter != null && getter.isProperty()) {
                    runs.add(getter);
                }
            }
        });
    }

    private static void collect(Expr expr, String scope, Map<Expr.Attribute, String> result) {
        if (expr instanceof Expr.Attribute attribute) {
            result.put(attribute, scope);
            collect(attribute.value(), scope, result);
        } else if (expr instanceof Expr.Call call) {
            collect(call.callee(), scope, result);
            call.arguments().forEach(argument -> collect(argument.value(), scope, result));
        } else if (expr instanceof Expr.Await await) {
            collect(await.value(), scope, result);
        } else if (expr instanceof Expr.AnyOf anyOf) {
            anyOf.options().forEach(option -> collect(option, scope, result));
        } else if (expr instanceof Expr.Subscript subscript) {
            collect(subscript.value(), scope, result);
        } else if (expr instanceof Expr.Display display) {
            display.elements().forEach(element -> collect(element, scope, result));
        }
    }
}
