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
package dev.asyncpersistence.plan.graph;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolved.Evidence;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the project's functions that a call may run: by resolving the callee, otherwise by a name that speaks for itself. */
final class CallTargets {
    private final Resolver resolver;
    private final Program program;
    private final Families families;
    private final HiddenMembers hidden;
    private final Map<String, Set<FunctionModel>> byName = new HashMap<>();

    CallTargets(Resolver resolver, Families families) {
        this.resolver = resolver;
        this.program = resolver.program();
        this.families = families;
        this.hidden = new HiddenMembers(resolver);
        for (FunctionModel function : program.functions()) {
            byName.computeIfAbsent(function.name(), n -> new LinkedHashSet<>()).add(function);
        }
    }

    /** The functions of a name, whatever their classes. */
    Set<FunctionModel> named(String name) {
        return byName.getOrDefault(name, Set.of());
    }

    /** The functions that an expression may be. */
    List<FunctionModel> of(Expr callee, String scope) {
        return resolver.resolve(callee, scope).stream()
                .map(each -> target(each.value()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The call that a site makes; null if it runs nothing of the project, as far as one knows. */
    @Nullable
    Call of(CallSite site) {
        Set<FunctionModel> targets = new LinkedHashSet<>();
        boolean constructs = false;
        String stranger = "";
        Evidence evidence = Evidence.DECLARED;
        for (Resolved each : resolver.resolve(plainCallee(site), site.scope())) {
            FunctionModel target = target(each.value());
            if (target != null) {
                targets.add(target);
                constructs |= each.value() instanceof Value.ClassObject;
                evidence = evidence.weaker(each.evidence());
            } else {
                stranger = isStranger(each.value()) ? describe(each.value()) : stranger;
            }
        }
        if (targets.isEmpty()) {
            targets.addAll(below(site));
            evidence = Evidence.ASSIGNED;
        }
        return targets.isEmpty()
                ? byName(site)
                : new Call(site, caller(site), List.copyOf(targets), constructs, stranger, evidence);
    }

    /** {@code self.save()} in a class of which only derived classes have that method. */
    private Set<FunctionModel> below(CallSite site) {
        Set<FunctionModel> result = new LinkedHashSet<>();
        if (site.call().callee() instanceof Expr.Attribute callee && byName.containsKey(callee.attr())) {
            for (Resolved owner : resolver.resolve(callee.value(), site.scope())) {
                if (owner.value() instanceof Value.Instance instance) {
                    result.addAll(hidden.below(instance.type(), callee.attr()));
                }
            }
        }
        return result;
    }

    /** Whether a call that is not understood has the name of one of the project's functions, and may be one of it. */
    boolean mayBeOne(CallSite site) {
        return mayBeOne(site.call().callee(), site.scope());
    }

    /** Whether something that could not be found has the name of one of the project's functions, and may be one of it. */
    boolean mayBeOne(Expr expr, String scope) {
        if (expr instanceof Expr.Attribute attribute) {
            return byName.containsKey(attribute.attr()) && hidden.mayHave(attribute.value(), attribute.attr(), scope);
        }
        return expr instanceof Expr.Name name && lazyExport(name, scope) != null;
    }

    /** The name of a function that a module of the project offers without showing where it comes from (PEP 562); null if it isn't one. */
    @Nullable
    String lazyExport(Expr.Name imported, String scope) {
        return resolver.resolve(imported, scope).stream()
                .map(Resolved::value)
                .filter(value -> hidden.isLazyExport(value, scope))
                .map(value -> ((Value.External) value).name())
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .filter(name -> named(name).stream().anyMatch(f -> f.className() == null))
                .findFirst()
                .orElse(null);
    }

    /** {@code f.__call__(x)} is {@code f(x)}. */
    private static Expr plainCallee(CallSite site) {
        return site.call().callee() instanceof Expr.Attribute callee
                        && callee.attr().equals("__call__")
                ? callee.value()
                : site.call().callee();
    }

    @Nullable
    FunctionModel caller(CallSite site) {
        return site.function() == null ? null : program.function(site.function());
    }

    private @Nullable FunctionModel target(Value value) {
        if (value instanceof Value.FunctionObject function) {
            return function.function();
        }
        if (value instanceof Value.ClassObject made) {
            return resolver.hierarchy().method(made.type(), "__init__");
        }
        return value instanceof Value.Instance called ? resolver.hierarchy().method(called.type(), "__call__") : null;
    }

    /** A class without a constructor of its own runs nothing of the project, and what nobody knows is no stranger either. */
    private static boolean isStranger(Value value) {
        if (value instanceof Value.ExternalResult method) {
            int dot = method.name().lastIndexOf('.');
            return dot > 0 && !HiddenMembers.isHandedOut(method.name().substring(0, dot));
        }
        return !(value instanceof Value.ClassObject);
    }

    private static String describe(Value value) {
        if (value instanceof Value.External external) {
            return external.name();
        }
        if (value instanceof Value.ExternalResult result) {
            return result.name();
        }
        return value instanceof Value.Instance instance ? instance.type().qualifiedName() : "a module";
    }

    /** The call of something that could not be resolved and may be an object of the project. */
    private @Nullable Call byName(CallSite site) {
        if (!mayBeOne(site) || !(site.call().callee() instanceof Expr.Attribute callee)) {
            return null;
        }
        Set<FunctionModel> named = named(callee.attr());
        boolean telling = LibraryNames.isTelling(callee.attr());
        boolean oneFamily = named.stream().map(families::of).distinct().count() == 1;
        FunctionModel first = named.iterator().next();
        if (telling && oneFamily && accepts(first, site)) {
            return new Call(site, caller(site), List.of(first), false, "", Evidence.SAME_NAME);
        }
        // Whichever it is, it is a coroutine function.
        return telling && named.stream().allMatch(function -> function.async() && accepts(function, site))
                ? new Call(site, caller(site), List.copyOf(named), false, "", Evidence.SAME_NAME)
                : null;
    }

    private static boolean accepts(FunctionModel function, CallSite site) {
        long positional = site.call().arguments().stream()
                .filter(a -> a.keyword() == null && a.stars() == 0)
                .count();
        boolean anyNumber = function.parameters().stream().anyMatch(p -> p.kind() == Parameter.Kind.VAR_POSITIONAL);
        return function.className() != null
                && (anyNumber || positional <= function.callParameters().size());
    }
}
