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

import dev.asyncpersistence.model.AttributeWrite;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Methods that the standard library calls on an object that it is given, whatever its class: {@code print(x, file=journal)}. */
final class DuckCalls {
    private static final Set<String> WRITES = Set.of("write", "flush");

    /**
     * What is called on an argument.
     *
     * @param position of the argument, -1 if it has only a name
     */
    private record Parameter(int position, String keyword, Set<String> methods) {}

    private static final Map<String, Parameter> FUNCTIONS = Map.ofEntries(
            Map.entry("contextlib.closing", new Parameter(0, "thing", Set.of("close"))),
            Map.entry("contextlib.redirect_stdout", new Parameter(0, "new_target", WRITES)),
            Map.entry("contextlib.redirect_stderr", new Parameter(0, "new_target", WRITES)),
            Map.entry("builtins.print", new Parameter(-1, "file", WRITES)),
            Map.entry("traceback.print_exc", new Parameter(-1, "file", WRITES)),
            Map.entry("json.dump", new Parameter(1, "fp", WRITES)),
            Map.entry("json.load", new Parameter(0, "fp", Set.of("read"))),
            Map.entry("pickle.dump", new Parameter(1, "file", WRITES)),
            Map.entry("pickle.load", new Parameter(0, "file", Set.of("read", "readline"))),
            Map.entry("csv.writer", new Parameter(0, "csvfile", WRITES)),
            Map.entry("csv.DictWriter", new Parameter(0, "f", WRITES)),
            Map.entry("logging.StreamHandler", new Parameter(0, "stream", WRITES)),
            Map.entry("logging.basicConfig", new Parameter(-1, "stream", WRITES)));

    /** Methods that take such an object, by their name alone. */
    private static final Map<String, Parameter> METHODS =
            Map.of("addFilter", new Parameter(0, "filter", Set.of("filter")));

    private static final Set<String> STREAMS = Set.of("stdout", "stderr");

    private final Resolver resolver;

    DuckCalls(Resolver resolver) {
        this.resolver = resolver;
    }

    /** The project's methods that the library calls because of a call. */
    List<FunctionModel> of(CallSite site) {
        List<FunctionModel> result = new ArrayList<>();
        Expr callee = site.call().callee();
        for (Resolved each : resolver.resolve(callee, site.scope())) {
            if (each.value() instanceof Value.External function && FUNCTIONS.containsKey(function.name())) {
                addMethods(site, FUNCTIONS.get(function.name()), result);
            }
        }
        if (callee instanceof Expr.Attribute method && METHODS.containsKey(method.attr())) {
            addMethods(site, METHODS.get(method.attr()), result);
        }
        return result;
    }

    /** {@code sys.stdout = journal}. */
    List<FunctionModel> of(AttributeWrite write) {
        List<FunctionModel> result = new ArrayList<>();
        if (STREAMS.contains(write.attr()) && write.target().equals(new Expr.Name("sys"))) {
            addMethods(write.value(), write.scope(), WRITES, result);
        }
        return result;
    }

    private void addMethods(CallSite site, Parameter parameter, List<FunctionModel> result) {
        List<Expr.Argument> arguments = site.call().arguments();
        for (int i = 0; i < arguments.size(); i++) {
            Expr.Argument argument = arguments.get(i);
            if (parameter.keyword().equals(argument.keyword())
                    || (argument.keyword() == null && i == parameter.position())) {
                addMethods(argument.value(), site.scope(), parameter.methods(), result);
            }
        }
    }

    private void addMethods(Expr object, String scope, Set<String> names, List<FunctionModel> result) {
        for (Resolved each : resolver.resolve(object, scope)) {
            if (each.value() instanceof Value.Instance instance) {
                for (String name : names) {
                    FunctionModel method = resolver.hierarchy().method(instance.type(), name);
                    if (method != null) {
                        result.add(method);
                    }
                }
            }
        }
    }
}
