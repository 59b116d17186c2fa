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
package dev.asyncpersistence.plan.gate;

import dev.asyncpersistence.layer.BlockingAnalysis;
import dev.asyncpersistence.layer.BlockingEvidence;
import dev.asyncpersistence.layer.CallCatalogue;
import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.layer.LayerMethod;
import dev.asyncpersistence.layer.ThreadObstacle;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolved.Evidence;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.LayerCall;
import dev.asyncpersistence.plan.LayerCalls;
import dev.asyncpersistence.plan.Reason;
import dev.asyncpersistence.plan.graph.Handover;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the calls on the layers that block the event loop as the code stands, whatever a migration would do with them. */
final class BlockingCalls {
    private final Resolver resolver;
    private final LoopReach reach;
    private final OnTheSpot onTheSpot;
    private final LayerCalls calls;
    private final BlockingAnalysis analysis;

    BlockingCalls(Resolver resolver, List<Layer> layers, CallCatalogue catalogue, LoopReach reach) {
        this.resolver = resolver;
        this.reach = reach;
        this.onTheSpot = new OnTheSpot(resolver);
        this.calls = new LayerCalls(resolver, layers);
        this.analysis = new BlockingAnalysis(resolver, catalogue);
    }

    Stream<Violation> find() {
        return calls.calls().stream().map(this::judge).filter(Objects::nonNull);
    }

    private @Nullable Violation judge(LayerCall call) {
        FunctionModel function = call.function();
        if (function == null || !reach.contains(function) || Handover.runsOnThread(call.site())) {
            return null;
        }
        LayerMethod method = call.method();
        if (method == null) {
            return ofAsyncLayer(call, function);
        }
        BlockingEvidence evidence = method.evidence();
        return switch (method.kind()) {
            case BLOCKING ->
                violation(call, function, isCertain(call, function), evidence, advice(call, method, function));
            case FAKE_ASYNC -> violation(call, function, true, evidence, Reason.FAKE_ASYNC.advice());
            case LAZY ->
                evidence == null ? null : violation(call, function, false, evidence, Reason.LAZY_RESULT.advice());
            case ASYNC, IN_MEMORY -> null;
        };
    }

    /** A coroutine of the async layer may block, too: one that was written in a hurry calls the sync layer. */
    private @Nullable Violation ofAsyncLayer(LayerCall call, FunctionModel function) {
        FunctionModel method = call.asyncMethod();
        BlockingEvidence evidence = method == null || !method.async() ? null : analysis.blocks(method);
        return evidence == null || evidence.kind() != BlockingEvidence.Kind.SINK
                ? null
                : violation(call, function, true, evidence, Reason.FAKE_ASYNC.advice());
    }

    private boolean isCertain(LayerCall call, FunctionModel function) {
        return reach.isCertain(function) && onTheSpot.runs(call.site()) && !isAmbiguous(call);
    }

    /** Whether the async layer, or a coroutine function, may be meant as well; some code asks at run time. */
    private boolean isAmbiguous(LayerCall call) {
        boolean twin = call.evidence() == Evidence.SAME_NAME
                && call.layer().asyncType() != null
                && resolver.hierarchy().method(call.layer().asyncType(), call.methodName()) != null;
        return twin
                || call.isProbed()
                || resolver.resolve(call.site().call().callee(), call.site().scope()).stream()
                        .anyMatch(target -> target.value() instanceof Value.FunctionObject other
                                && other.function().async());
    }

    private Violation violation(
            LayerCall call,
            FunctionModel function,
            boolean certain,
            @Nullable BlockingEvidence evidence,
            String advice) {
        return new Violation(
                Violation.Kind.BLOCKING_CALL,
                call.site().location(),
                Violation.nameOf(function, resolver.program()),
                call.site().call().callee().display(),
                certain,
                (certain ? "blocks the event loop" : "may block the event loop") + sink(evidence) + way(function),
                advice);
    }

    private static String sink(@Nullable BlockingEvidence evidence) {
        if (evidence == null) {
            return "";
        }
        String end = evidence.chain().get(evidence.chain().size() - 1);
        return " (" + end + ": " + evidence.reason() + ")";
    }

    private String way(FunctionModel function) {
        List<FunctionModel> chain = reach.chain(function);
        return chain.size() == 1
                ? ""
                : ", reached by "
                        + chain.stream()
                                .map(each -> Violation.nameOf(each, resolver.program()))
                                .collect(Collectors.joining(" -> "));
    }

    // --- what to do

    private static String advice(LayerCall call, LayerMethod method, FunctionModel function) {
        String first = function.async() ? "" : "make `" + function.name() + "` a coroutine function and ";
        LayerMethod.Counterpart twin = method.variant() != null ? method.variant() : method.counterpart();
        if (twin != null) {
            boolean sameObject = method.variant() != null;
            String owner = !sameObject
                    ? call.layer().asyncName()
                    : call.receiver().isEmpty() ? call.layer().simpleName() : call.receiver();
            return first + "await `" + owner + "." + twin.name() + "`";
        }
        ThreadObstacle obstacle = method.threadObstacle();
        return obstacle == null
                ? first + "run the call on a thread: `await asyncio.to_thread("
                        + call.site().call().callee().display() + ", ...)`"
                : Reason.valueOf(obstacle.kind().name()).advice();
    }
}
