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
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Reference;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The variables of modules that functions use, themselves or through others: imported, as {@code db.connection}, or behind an accessor. */
final class ReachedGlobals {
    private static final List<String> CACHES = List.of("lru_cache", "cache");
    private static final List<String> RUN_WITH_AN_OBJECT = List.of("__init__", "__enter__");

    private final Resolver resolver;
    private final Program program;
    private final Map<ModuleModel, Map<String, List<Binding>>> found = new HashMap<>();

    private ReachedGlobals(Resolver resolver) {
        this.resolver = resolver;
        this.program = resolver.program();
    }

    /** By module, the variables and what they are bound to; what a cached function returns is kept as in a variable. */
    static Map<ModuleModel, Map<String, List<Binding>>> of(Stream<FunctionModel> functions, Resolver resolver) {
        ReachedGlobals globals = new ReachedGlobals(resolver);
        Set<FunctionModel> reached = new LinkedHashSet<>();
        Deque<FunctionModel> open = new ArrayDeque<>();
        functions.forEach(open::add);
        while (!open.isEmpty()) {
            FunctionModel function = open.remove();
            if (!function.async() && reached.add(function)) {
                globals.add(function);
                globals.called(function).forEach(open::add);
            }
        }
        return globals.found;
    }

    private Stream<FunctionModel> called(FunctionModel function) {
        return function.calls().stream()
                .flatMap(site -> resolver.resolve(site.call().callee(), site.scope()).stream())
                .map(Resolved::value)
                .flatMap(value -> value instanceof Value.FunctionObject called
                        ? Stream.of(called.function())
                        : value instanceof Value.ClassObject made ? methods(made.type()) : Stream.empty());
    }

    private Stream<FunctionModel> methods(ClassModel type) {
        return RUN_WITH_AN_OBJECT.stream()
                .map(name -> resolver.hierarchy().method(type, name))
                .filter(Objects::nonNull);
    }

    private void add(FunctionModel function) {
        ModuleModel module = program.moduleOf(function.qualifiedName());
        if (CACHES.stream().anyMatch(function::hasDecorator)) {
            function.returned()
                    .forEach(value -> add(
                            module,
                            function.name(),
                            List.of(new Binding(Binding.Kind.ASSIGNMENT, value, null, function.qualifiedName()))));
        }
        Stream.concat(
                        function.calls().stream().map(CallSite::call).map(Expr.Call::callee),
                        function.references().stream().map(Reference::expr))
                .forEach(expr -> add(expr, function, module));
    }

    private void add(Expr expr, FunctionModel function, ModuleModel module) {
        if (expr instanceof Expr.Attribute attribute) {
            add(attribute.value(), function, module);
            resolver.resolve(attribute.value(), function.qualifiedName()).stream()
                    .map(Resolved::value)
                    .filter(Value.ModuleObject.class::isInstance)
                    .forEach(value -> add(((Value.ModuleObject) value).module(), attribute.attr()));
        }
        if (expr instanceof Expr.Name name && !function.locals().containsKey(name.id())) {
            add(module, name.id());
            Stream.concat(module.imports().stream(), function.imports().stream())
                    .filter(each -> each.localName().equals(name.id()) && each.symbol() != null)
                    .forEach(each -> add(each, module));
        }
    }

    private void add(ImportedName imported, ModuleModel module) {
        ModuleModel source = program.resolveImport(module, imported.module());
        if (source != null && imported.symbol() != null) {
            add(source, imported.symbol());
        }
    }

    private void add(ModuleModel module, String name) {
        List<Binding> bindings = module.globals().get(name);
        if (bindings != null) {
            add(module, name, bindings);
        }
    }

    private void add(ModuleModel module, String name, List<Binding> bindings) {
        found.computeIfAbsent(module, m -> new TreeMap<>()).putIfAbsent(name, bindings);
    }
}
