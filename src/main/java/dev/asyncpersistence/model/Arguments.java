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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows arguments into the parameters they are passed to. */
final class Arguments {
    private final Program program;
    private final Resolver resolver;
    private final CallIndex calls;

    Arguments(Program program, Resolver resolver) {
        this.program = program;
        this.resolver = resolver;
        this.calls = new CallIndex(program, resolver);
    }

    /** What the project's calls of a function pass for a parameter. */
    List<Resolved> passedTo(FunctionModel function, String parameter) {
        int position = position(function.callParameters(), parameter);
        List<Resolved> result = new ArrayList<>();
        addPassed(function, parameter, position, result, new HashSet<>());
        return result;
    }

    private void addPassed(
            FunctionModel function, String keyword, int position, List<Resolved> result, Set<FunctionModel> seen) {
        if (!seen.add(function)) {
            return;
        }
        List<CallSite> sites = new ArrayList<>(calls.callsOf(function));
        if (function.name().equals("__init__") && function.className() != null) {
            constructedBy(function).forEach(type -> sites.addAll(calls.callsOf(type)));
        }
        for (CallSite site : sites) {
            Expr argument = PassedArgument.of(site.call(), keyword, position).value();
            if (argument != null) {
                result.addAll(Resolver.limit(resolver.resolve(argument, site.scope()), Evidence.PASSED));
            } else {
                addHandedOn(site, keyword, position, result, seen);
            }
        }
    }

    /** {@code super().__init__(*args, **kwargs)} passes what the function around it was called with. */
    private void addHandedOn(
            CallSite site, String keyword, int position, List<Resolved> result, Set<FunctionModel> seen) {
        FunctionModel around = site.function() == null ? null : program.function(site.function());
        List<Expr.Argument> arguments = site.call().arguments();
        int star = indexOf(arguments, 1);
        int stars = indexOf(arguments, 2);
        if (around == null || (star < 0 && stars < 0)) {
            return;
        }
        boolean byKeyword = stars >= 0 && isCollected(arguments.get(stars), around, Parameter.Kind.VAR_KEYWORD);
        boolean byPosition = star >= 0
                && position >= star
                && isCollected(arguments.get(star), around, Parameter.Kind.VAR_POSITIONAL);
        int collected = byPosition ? position - star + firstCollected(around) : -1;
        if (byKeyword || byPosition) {
            addPassed(around, byKeyword ? keyword : "", collected, result, seen);
        }
    }

    private static int indexOf(List<Expr.Argument> arguments, int stars) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).stars() == stars) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isCollected(Expr.Argument argument, FunctionModel function, Parameter.Kind kind) {
        return function.callParameters().stream()
                .anyMatch(p -> p.kind() == kind && argument.value().equals(new Expr.Name(p.name())));
    }

    /** How many positional arguments go to other parameters before {@code *args}. */
    private static int firstCollected(FunctionModel function) {
        return (int) function.callParameters().stream()
                .takeWhile(p -> p.kind() != Parameter.Kind.VAR_POSITIONAL)
                .count();
    }

    /** The class of a constructor, and the subclasses that inherit it. */
    private List<ClassModel> constructedBy(FunctionModel init) {
        ClassModel owner = init.className() == null ? null : program.classNamed(init.className());
        return owner == null
                ? List.of()
                : resolver.hierarchy().withSubclasses(owner).stream()
                        .filter(type -> init.equals(resolver.hierarchy().method(type, "__init__")))
                        .toList();
    }

    private List<Resolved> passedToConstructor(ClassModel type, String parameter, int position) {
        List<Resolved> result = new ArrayList<>();
        for (CallSite site : calls.callsOf(type)) {
            Expr argument = PassedArgument.of(site.call(), parameter, position).value();
            if (argument != null) {
                result.addAll(Resolver.limit(resolver.resolve(argument, site.scope()), Evidence.PASSED));
            }
        }
        return result;
    }

    /** What constructor calls pass for a dataclass field. */
    List<Resolved> passedToField(ClassModel type, String field) {
        if (!type.dataclass()) {
            return List.of();
        }
        return passedToConstructor(type, field, type.fields().indexOf(field));
    }

    private static int position(List<Parameter> parameters, String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return parameters.get(i).kind() == Parameter.Kind.KEYWORD_ONLY ? -1 : i;
            }
        }
        return -1;
    }
}
