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
package dev.asyncpersistence.run;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.Callers;
import dev.asyncpersistence.plan.Decision;
import dev.asyncpersistence.plan.FunctionDecision;
import dev.asyncpersistence.plan.MigrationPlan;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names that lead from what is known to files which matter, too.
 *
 * @param callers names of functions and classes through which a layer is reached
 * @param givers names of variables of modules that hold a layer's object, and of functions that give one: who uses them may pass it on
 * @param holders names of variables and attributes that hold a layer, and of functions and classes that are passed one
 * @param methods the layers' methods
 */
record NamesToFollow(Set<String> callers, Set<String> givers, Set<String> holders, Set<String> methods) {

    static NamesToFollow of(MigrationPlan plan, Resolver resolver) {
        Set<String> holders = new TreeSet<>();
        Set<String> methods = new TreeSet<>();
        plan.layers().forEach(layer -> methods.addAll(layer.methods().keySet()));
        for (Decision decision : plan.decisions()) {
            if (decision.site().call().callee() instanceof Expr.Attribute callee) {
                String holder = Program.lastName(callee.value());
                if (holder != null && !holder.equals("self")) {
                    holders.add(holder);
                }
            }
        }
        holders.addAll(receivers(plan, resolver));
        Set<String> callers = new TreeSet<>();
        for (FunctionModel function : Callers.reaching(plan, resolver)) {
            callers.add(calledAs(function, resolver.program()));
        }
        // Whoever may become async must have all its callers read.
        for (FunctionDecision decision : plan.functions()) {
            callers.add(calledAs(decision.function(), resolver.program()));
        }
        return new NamesToFollow(callers, givers(plan, resolver), holders, methods);
    }

    private static Set<String> givers(MigrationPlan plan, Resolver resolver) {
        Set<String> result = new TreeSet<>();
        for (ModuleModel module : resolver.program().modules()) {
            for (String name : module.globals().keySet()) {
                if (isLayer(resolver.resolve(new Expr.Name(name), module.name()), plan)) {
                    result.add(name);
                }
            }
        }
        resolver.program().functions().stream()
                .filter(resolver.program()::isTopLevel)
                .filter(function -> isLayer(resolver.result(function), plan))
                .forEach(function -> result.add(function.name()));
        return result;
    }

    /** What is called with a layer's object among the arguments. */
    private static Set<String> receivers(MigrationPlan plan, Resolver resolver) {
        Set<String> result = new TreeSet<>();
        for (ModuleModel module : resolver.program().modules()) {
            for (CallSite site : module.allCalls()) {
                String name = Program.lastName(site.call().callee());
                if (name != null
                        && site.call().arguments().stream()
                                .anyMatch(each -> isLayer(resolver.resolve(each.value(), site.scope()), plan))) {
                    result.add(name);
                }
            }
        }
        return result;
    }

    private static boolean isLayer(List<Resolved> values, MigrationPlan plan) {
        return values.stream()
                .anyMatch(each -> each.value() instanceof Value.Instance instance
                        && plan.layers().stream()
                                .anyMatch(layer -> instance.type().equals(layer.type())));
    }

    private static String calledAs(FunctionModel function, Program program) {
        if (function.name().startsWith("__") && function.className() != null) {
            var type = program.classNamed(function.className());
            return type == null ? function.name() : type.name();
        }
        return function.name();
    }
}
