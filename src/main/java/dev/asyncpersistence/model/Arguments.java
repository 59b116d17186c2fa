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
import org.jspecify.annotations.Nullable;

/** Follows arguments into the parameters they are passed to. */
final class Arguments {
    private final Program program;
    private final Resolver resolver;

    Arguments(Program program, Resolver resolver) {
        this.program = program;
        this.resolver = resolver;
    }

    /** What the project's calls of a function pass for a parameter. */
    List<Resolved> passedTo(FunctionModel function, String parameter) {
        String className = function.name().equals("__init__") ? function.className() : null;
        ClassModel type = className == null ? null : program.classNamed(className);
        String calledAs = type == null ? function.name() : type.name();
        int position = position(function.callParameters(), parameter);
        List<Resolved> result = new ArrayList<>();
        for (CallSite site : program.callsNamed(calledAs)) {
            Expr argument = argument(site.call(), parameter, position);
            if (argument != null && calls(site, function, type)) {
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
        int position = List.copyOf(type.attributes().keySet()).indexOf(field);
        List<Resolved> result = new ArrayList<>();
        for (CallSite site : program.callsNamed(type.name())) {
            Expr argument = argument(site.call(), field, position);
            if (argument != null && calls(site, null, type)) {
                result.addAll(Resolver.limit(resolver.resolve(argument, site.scope()), Evidence.PASSED));
            }
        }
        return result;
    }

    private boolean calls(CallSite site, @Nullable FunctionModel function, @Nullable ClassModel type) {
        return resolver.resolve(site.call().callee(), site.scope()).stream()
                .map(Resolved::value)
                .anyMatch(value -> type != null
                        ? value instanceof Value.ClassObject made && made.type().equals(type)
                        : value instanceof Value.FunctionObject called
                                && called.function().equals(function));
    }

    private static int position(List<Parameter> parameters, String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return parameters.get(i).kind() == Parameter.Kind.KEYWORD_ONLY ? -1 : i;
            }
        }
        return -1;
    }

    private static @Nullable Expr argument(Expr.Call call, String keyword, int position) {
        for (Expr.Argument argument : call.arguments()) {
            if (keyword.equals(argument.keyword())) {
                return argument.value();
            }
        }
        if (position < 0 || position >= call.arguments().size()) {
            return null;
        }
        for (int i = 0; i <= position; i++) {
            Expr.Argument each = call.arguments().get(i);
            if (each.stars() > 0 || each.keyword() != null) {
                return null;
            }
        }
        return call.arguments().get(position).value();
    }
}
