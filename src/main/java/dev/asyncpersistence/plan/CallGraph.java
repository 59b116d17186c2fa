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
package dev.asyncpersistence.plan;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may run whom: calls, constructors, functions handed over as arguments, overriding methods. Where the receiver of a call is not known,
 * a method name that few classes have stands in for it; the graph serves to rank, so that an edge too many does less harm than one too few.
 */
final class CallGraph {
    /** A name that more functions have says nothing. */
    private static final int MAX_NAMESAKES = 4;

    private final Resolver resolver;
    private final Map<String, List<FunctionModel>> methodsByName;
    private final Map<FunctionModel, Set<FunctionModel>> callees = new HashMap<>();

    CallGraph(Resolver resolver) {
        this.resolver = resolver;
        Program program = resolver.program();
        methodsByName = program.functions().stream()
                .filter(f -> f.className() != null)
                .collect(Collectors.groupingBy(FunctionModel::name));
    }

    /** The functions reached from the given ones, those included. */
    Set<FunctionModel> reachableFrom(Collection<FunctionModel> roots) {
        Set<FunctionModel> reached = new HashSet<>(roots);
        Deque<FunctionModel> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            for (FunctionModel callee : callees(open.pop())) {
                if (reached.add(callee)) {
                    open.push(callee);
                }
            }
        }
        return reached;
    }

    Set<FunctionModel> callees(FunctionModel function) {
        Set<FunctionModel> known = callees.get(function);
        if (known == null) {
            known = new LinkedHashSet<>();
            for (CallSite site : function.calls()) {
                addTargets(site, known);
            }
            callees.put(function, known);
        }
        return known;
    }

    /** Whether a loop of a function repeats its call of another. */
    boolean repeats(FunctionModel caller, FunctionModel callee) {
        return caller.calls().stream().filter(CallSite::inLoop).anyMatch(site -> {
            Set<FunctionModel> targets = new HashSet<>();
            addTargets(site, targets);
            return targets.contains(callee);
        });
    }

    private void addTargets(CallSite site, Set<FunctionModel> result) {
        Expr callee = site.call().callee();
        List<Resolved> targets = resolver.resolve(callee, site.scope());
        targets.forEach(target -> addTarget(target.value(), result));
        if (targets.isEmpty() && callee instanceof Expr.Attribute attribute) {
            List<FunctionModel> namesakes = methodsByName.getOrDefault(attribute.attr(), List.of());
            if (namesakes.size() <= MAX_NAMESAKES) {
                result.addAll(namesakes);
            }
        }
        for (Expr.Argument argument : site.call().arguments()) {
            if (argument.value() instanceof Expr.Name || argument.value() instanceof Expr.Attribute) {
                resolver.resolve(argument.value(), site.scope()).stream()
                        .map(Resolved::value)
                        .filter(Value.FunctionObject.class::isInstance)
                        .forEach(value -> addTarget(value, result));
            }
        }
    }

    private void addTarget(Value target, Set<FunctionModel> result) {
        if (target instanceof Value.FunctionObject called) {
            result.add(called.function());
            addOverrides(called, result);
        } else if (target instanceof Value.ClassObject made) {
            for (ClassModel each : resolver.hierarchy().lookupOrder(made.type())) {
                FunctionModel constructor = each.method("__init__");
                if (constructor != null) {
                    result.add(constructor);
                    return;
                }
            }
        }
    }

    private void addOverrides(Value.FunctionObject called, Set<FunctionModel> result) {
        String className = called.function().className();
        ClassModel base = className == null ? null : resolver.program().classNamed(className);
        if (base == null) {
            return;
        }
        List<FunctionModel> namesakes =
                methodsByName.getOrDefault(called.function().name(), List.of());
        for (FunctionModel other : namesakes) {
            ClassModel type =
                    other.className() == null ? null : resolver.program().classNamed(other.className());
            if (type != null && resolver.hierarchy().isSubclass(type, base)) {
                result.add(other);
            }
        }
    }
}
