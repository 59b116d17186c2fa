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

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.ThreadHandoff;
import dev.asyncpersistence.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether running a function blocks the thread: whether a blocking call of the {@link CallCatalogue} is reached from it through
 * project code. A call that is awaited does not block, nor does one that is only mentioned inside a lambda.
 */
public final class BlockingAnalysis {
    private final Resolver resolver;
    private final CallCatalogue catalogue;
    private final Map<FunctionModel, Optional<BlockingEvidence>> known = new HashMap<>();
    private final Set<FunctionModel> inProgress = new HashSet<>();

    public BlockingAnalysis(Resolver resolver, CallCatalogue catalogue) {
        this.resolver = resolver;
        this.catalogue = catalogue;
    }

    /** Why the function blocks, or null if nothing it reaches is known to, and nothing it reaches is unknown. */
    public @Nullable BlockingEvidence blocks(FunctionModel function) {
        Optional<BlockingEvidence> answer = known.get(function);
        if (answer != null) {
            return answer.orElse(null);
        }
        if (!inProgress.add(function)) {
            return null; // a recursive call adds nothing to what the outer call does
        }
        BlockingEvidence evidence = compute(function);
        inProgress.remove(function);
        if (evidence != null || inProgress.isEmpty()) {
            known.put(function, Optional.ofNullable(evidence));
        }
        return evidence;
    }

    private @Nullable BlockingEvidence compute(FunctionModel function) {
        BlockingEvidence unknown = null;
        for (CallSite site : function.calls()) {
            if (site.awaited() || site.place() == CallSite.Place.LAMBDA) {
                continue;
            }
            BlockingEvidence evidence = ofCall(site);
            if (evidence == null) {
                continue;
            }
            BlockingEvidence extended = prepend(function, evidence);
            if (evidence.kind() == BlockingEvidence.Kind.SINK) {
                return extended;
            }
            unknown = unknown == null ? extended : unknown;
        }
        return unknown;
    }

    private static BlockingEvidence prepend(FunctionModel function, BlockingEvidence evidence) {
        List<String> chain = new ArrayList<>();
        chain.add(function.name());
        chain.addAll(evidence.chain());
        return new BlockingEvidence(evidence.kind(), chain, evidence.reason(), evidence.location());
    }

    private @Nullable BlockingEvidence ofCall(CallSite site) {
        Expr callee = site.call().callee();
        String name = Program.lastName(callee);
        List<Resolved> targets = resolver.resolve(callee, site.scope());
        if (ThreadHandoff.isCallee(callee) || isBuiltException(targets)) {
            return null;
        }
        BlockingEvidence weakest = null;
        boolean understood = false;
        for (Resolved target : targets) {
            Verdict verdict = ofTarget(target.value(), site);
            understood |= verdict.understood();
            if (verdict.evidence() != null) {
                if (verdict.evidence().kind() == BlockingEvidence.Kind.SINK) {
                    return verdict.evidence();
                }
                weakest = verdict.evidence();
            }
        }
        return understood ? weakest : ofUnresolved(site, name);
    }

    private record Verdict(boolean understood, @Nullable BlockingEvidence evidence) {
        static final Verdict HARMLESS = new Verdict(true, null);
        static final Verdict NOT_UNDERSTOOD = new Verdict(false, null);
    }

    private Verdict ofTarget(Value target, CallSite site) {
        if (target instanceof Value.FunctionObject function) {
            // Calling a coroutine function only makes the coroutine.
            return function.function().async() ? Verdict.HARMLESS : new Verdict(true, blocks(function.function()));
        }
        if (target instanceof Value.ClassObject type) {
            FunctionModel constructor = constructor(type.type());
            return constructor == null ? Verdict.HARMLESS : new Verdict(true, blocks(constructor));
        }
        String external = target instanceof Value.External e
                ? e.name()
                : target instanceof Value.ExternalResult r ? r.name() : null;
        if (external == null) {
            return Verdict.NOT_UNDERSTOOD;
        }
        String reason = catalogue.blockingFunction(external);
        if (reason != null) {
            return new Verdict(true, evidence(BlockingEvidence.Kind.SINK, site, reason));
        }
        return catalogue.isMemoryFunction(external) ? Verdict.HARMLESS : Verdict.NOT_UNDERSTOOD;
    }

    private @Nullable FunctionModel constructor(ClassModel type) {
        for (ClassModel each : resolver.hierarchy().lookupOrder(type)) {
            FunctionModel constructor = each.method("__init__");
            if (constructor != null) {
                return constructor;
            }
        }
        return null;
    }

    /** Making an exception touches nothing, also where its class comes from a library. */
    private static boolean isBuiltException(List<Resolved> targets) {
        return !targets.isEmpty()
                && targets.stream()
                        .allMatch(t -> t.value() instanceof Value.External e
                                && (e.name().endsWith("Error") || e.name().endsWith("Exception")));
    }

    private @Nullable BlockingEvidence ofUnresolved(CallSite site, @Nullable String name) {
        if (name != null && site.call().callee() instanceof Expr.Attribute) {
            String reason = catalogue.blockingMethod(name);
            if (reason != null) {
                return evidence(BlockingEvidence.Kind.SINK, site, reason);
            }
            if (catalogue.isMemoryMethod(name)) {
                return null;
            }
        }
        return evidence(BlockingEvidence.Kind.UNKNOWN, site, "not known what it does");
    }

    private static BlockingEvidence evidence(BlockingEvidence.Kind kind, CallSite site, String reason) {
        return new BlockingEvidence(kind, List.of(site.call().callee().display()), reason, site.location());
    }
}
