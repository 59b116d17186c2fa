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

import dev.asyncpersistence.layer.LayerMethod.Counterpart;
import dev.asyncpersistence.layer.LayerMethod.Kind;
import dev.asyncpersistence.layer.LayerMethod.Match;
import dev.asyncpersistence.layer.signature.Signatures;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the layers offer: which methods block, and which async method does the same. */
public final class LayerReader {
    private final Resolver resolver;
    private final BlockingAnalysis analysis;
    private final LayerOptions options;
    private final SharedState sharedState;
    private final ThreadFitness fitness;
    private final Delegation delegation;

    public LayerReader(Resolver resolver, CallCatalogue catalogue, LayerOptions options) {
        this.resolver = resolver;
        this.analysis = new BlockingAnalysis(resolver, catalogue);
        this.options = options;
        this.sharedState = new SharedState(resolver, catalogue);
        this.fitness = new ThreadFitness(resolver, catalogue);
        this.delegation = new Delegation(resolver);
    }

    /**
     * The layers of the program.
     *
     * @throws LayerNotFoundException when there is none, or an option names something that isn't there
     */
    public List<Layer> read() {
        List<Layer> layers = new LayerFinder(resolver, analysis)
                .find(options).stream().map(this::layer).toList();
        options.renames().forEach((from, to) -> checkRename(layers, from, to));
        return layers;
    }

    private void checkRename(List<Layer> layers, String from, String to) {
        if (layers.stream().noneMatch(layer -> layer.methods().containsKey(from))) {
            throw new LayerNotFoundException(
                    "Option renames names `" + from + "`, but no layer has a method of that name.");
        }
        boolean known = layers.stream()
                .anyMatch(layer -> layer.methods().containsKey(to)
                        || (layer.asyncType() != null && resolver.hierarchy().method(layer.asyncType(), to) != null));
        if (!known) {
            throw new LayerNotFoundException(
                    "Option renames names `" + to + "`, but no async layer has a method of that name.");
        }
    }

    private Layer layer(LayerFinder.Pair pair) {
        Map<String, LayerMethod> methods = new LinkedHashMap<>();
        functions(pair).forEach(f -> {
            // A subclass comes before its bases; in a module, the last definition counts.
            if (pair.module() != null || !methods.containsKey(f.name())) {
                methods.put(f.name(), method(f, pair));
            }
        });
        if (pair.asyncType() != null) {
            RenameCandidates candidates =
                    new RenameCandidates(coroutines(pair.asyncType()), methods.values(), resolver);
            methods.replaceAll((name, method) -> method.withCandidates(candidates.of(method)));
        }
        String name = pair.type() != null
                ? pair.type().qualifiedName()
                : pair.module() != null ? pair.module().name() : "";
        return new Layer(name, pair.type(), pair.module(), pair.asyncType(), Map.copyOf(methods));
    }

    private Stream<FunctionModel> functions(LayerFinder.Pair pair) {
        ClassModel type = pair.type();
        ModuleModel module = pair.module();
        Stream<FunctionModel> functions = type != null
                ? resolver.hierarchy().lookupOrder(type).stream().flatMap(each -> each.methods().values().stream())
                : module == null
                        ? Stream.empty()
                        : module.functions().values().stream()
                                .filter(f -> f.enclosingScope().equals(module.name()));
        return functions.filter(f -> !f.name().startsWith("_") && !f.isProperty());
    }

    private LayerMethod method(FunctionModel function, LayerFinder.Pair pair) {
        BlockingEvidence evidence = analysis.blocks(function);
        if (function.async()) {
            boolean fake = isSinkBefore(function) || callsBlocking(function, pair);
            return LayerMethod.of(function, fake ? Kind.FAKE_ASYNC : Kind.ASYNC, evidence);
        }
        if (isLazy(function) || fitness.returnsCursor(function)) {
            return LayerMethod.of(function, Kind.LAZY, evidence);
        }
        if (evidence == null) {
            return LayerMethod.of(function, Kind.IN_MEMORY, null);
        }
        FunctionModel variant = variant(function, pair);
        Counterpart sameObject = counterpart(
                function,
                variant,
                options.renames().containsKey(function.name()) ? Match.OPTION : Match.PREFIX_OR_SUFFIX);
        ThreadObstacle obstacle = threadObstacle(function, pair);
        return new LayerMethod(
                function.name(),
                function,
                Kind.BLOCKING,
                evidence,
                sameObject,
                counterpart(function, variant, pair),
                List.of(),
                obstacle,
                obstacle == null ? fitness.missedLoop(function) : null);
    }

    private @Nullable ThreadObstacle threadObstacle(FunctionModel function, LayerFinder.Pair pair) {
        String ofObject = sharedState.obstacle(pair);
        String connection = ofObject == null ? sharedState.obstacle(function) : ofObject;
        if (connection != null) {
            return new ThreadObstacle(ThreadObstacle.Kind.SHARED_CONNECTION, connection);
        }
        String loopCall = fitness.loopCall(function);
        return loopCall == null ? null : new ThreadObstacle(ThreadObstacle.Kind.NEEDS_EVENT_LOOP, loopCall);
    }

    private static boolean awaitsNothing(FunctionModel function) {
        return function.calls().stream().noneMatch(CallSite::awaited);
    }

    /** The body of a generator or context manager runs where it is consumed, not where it is called. */
    private static boolean isLazy(FunctionModel function) {
        return function.yielded() || function.hasDecorator("contextmanager");
    }

    /** A coroutine on the same object; it must be a true one. */
    private @Nullable FunctionModel variant(FunctionModel function, LayerFinder.Pair pair) {
        String renamed = options.renames().get(function.name());
        List<String> names = renamed == null ? LayerNames.asyncMethodNames(function.name()) : List.of(renamed);
        for (String name : names) {
            FunctionModel variant = functions(pair)
                    .filter(f -> f.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (variant != null && isTrueCoroutine(variant, function, pair)) {
                return variant;
            }
        }
        return null;
    }

    private boolean isTrueCoroutine(FunctionModel function, FunctionModel sync, LayerFinder.Pair pair) {
        return function.async()
                && !function.yielded()
                && !awaitsNothing(function)
                && (delegation.runsOnThread(function, sync)
                        || (!isSinkBefore(function) && !callsBlocking(function, pair)));
    }

    /** Whether a coroutine of the layer calls one of its blocking functions as they are. */
    private boolean callsBlocking(FunctionModel function, LayerFinder.Pair pair) {
        List<FunctionModel> own = functions(pair).filter(f -> !f.async()).toList();
        return function.calls().stream()
                .filter(site -> !site.awaited() && site.place() != CallSite.Place.LAMBDA)
                .flatMap(site -> resolver.resolve(site.call().callee(), site.scope()).stream())
                .anyMatch(target -> target.value() instanceof Value.FunctionObject called
                        && own.contains(called.function())
                        && analysis.blocks(called.function()) != null);
    }

    private boolean isSinkBefore(FunctionModel function) {
        BlockingEvidence evidence = analysis.blocks(function);
        return evidence != null && evidence.kind() == BlockingEvidence.Kind.SINK;
    }

    private @Nullable Counterpart counterpart(
            FunctionModel function, @Nullable FunctionModel variant, LayerFinder.Pair pair) {
        ClassModel asyncType = pair.asyncType();
        if (asyncType == null) {
            return null;
        }
        String renamed = options.renames().get(function.name());
        if (renamed != null) {
            return counterpart(function, coroutine(asyncType, renamed, function), Match.OPTION);
        }
        Counterpart sameName = counterpart(function, coroutine(asyncType, function.name(), function), Match.SAME_NAME);
        if (sameName != null) {
            return sameName;
        }
        FunctionModel delegate = variant == null ? null : delegate(variant, asyncType);
        if (delegate != null) {
            return counterpart(function, delegate, Match.DELEGATION);
        }
        return LayerNames.asyncMethodNames(function.name()).stream()
                .map(name -> counterpart(function, coroutine(asyncType, name, function), Match.PREFIX_OR_SUFFIX))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Counterpart counterpart(FunctionModel function, @Nullable FunctionModel target, Match match) {
        return target == null ? null : new Counterpart(target, match, new Signatures(function, target, resolver));
    }

    private @Nullable FunctionModel coroutine(ClassModel asyncType, String name, FunctionModel sync) {
        FunctionModel method = resolver.hierarchy().method(asyncType, name);
        return method != null && (waits(method) || (method.async() && delegation.runsOnThread(method, sync)))
                ? method
                : null;
    }

    private boolean waits(FunctionModel method) {
        return method.async() && !method.yielded() && !isSinkBefore(method);
    }

    /** Every public coroutine of the async layer. */
    private List<FunctionModel> coroutines(ClassModel asyncType) {
        return resolver.hierarchy().lookupOrder(asyncType).stream()
                .flatMap(each -> each.methods().keySet().stream())
                .filter(name -> !name.startsWith("_"))
                .distinct()
                .sorted()
                .flatMap(name -> Stream.ofNullable(resolver.hierarchy().method(asyncType, name)))
                .filter(this::waits)
                .toList();
    }

    /** The method of the async layer that a coroutine of the sync layer awaits, if it awaits exactly one. */
    private @Nullable FunctionModel delegate(FunctionModel variant, ClassModel asyncType) {
        List<FunctionModel> awaited = variant.calls().stream()
                .filter(CallSite::awaited)
                .flatMap(site -> resolver.resolve(site.call().callee(), site.scope()).stream())
                .map(Resolved::value)
                .filter(Value.FunctionObject.class::isInstance)
                .map(value -> ((Value.FunctionObject) value).function())
                .filter(f -> resolver.hierarchy().lookupOrder(asyncType).stream()
                        .anyMatch(t -> t.qualifiedName().equals(f.className())))
                .toList();
        return awaited.size() == 1 && awaited.get(0).async() ? awaited.get(0) : null;
    }
}
