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

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.EntryPoint.Kind;
import dev.asyncpersistence.plan.EntryPoint.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the entry points of a program: by decorator, by registration, by name, and tasks that loop. */
final class EntryPoints {
    private final Resolver resolver;
    private final EntryPointCatalogue catalogue = EntryPointCatalogue.standard();
    private final List<EntryPoint> found = new ArrayList<>();

    private EntryPoints(Resolver resolver) {
        this.resolver = resolver;
    }

    static List<EntryPoint> of(Resolver resolver) {
        EntryPoints entryPoints = new EntryPoints(resolver);
        Program program = resolver.program();
        program.functions().forEach(entryPoints::inspect);
        for (ModuleModel module : program.modules()) {
            module.allCalls().forEach(entryPoints::inspectRegistration);
            entryPoints.inspectTables(module.globals());
        }
        program.classes().forEach(type -> entryPoints.inspectTables(type.attributes()));
        return entryPoints.found;
    }

    private void inspect(FunctionModel function) {
        for (Expr decorator : function.decorators()) {
            add(function, kindOf(decorator), sign(decorator.callee(), function.enclosingScope()));
        }
        add(function, catalogue.ofFunction(function.name()), Sign.ITSELF);
        if (function.async() && function.loopsForever()) {
            add(function, Kind.PERIODIC, Sign.ITSELF);
        }
    }

    /** Only {@code something.get(...)} registers: a bare {@code @command} may be anything, but is taken where it stands for a framework's. */
    private @Nullable Kind kindOf(Expr decorator) {
        Expr plain = decorator.callee();
        String name = Program.lastName(plain);
        if (name == null) {
            return null;
        }
        boolean shutdown = decorator instanceof Expr.Call call
                && call.arguments().stream()
                        .anyMatch(a -> a.value() instanceof Expr.Text text
                                && text.value().equals("shutdown"));
        return shutdown ? null : catalogue.ofDecorator(name);
    }

    private void inspectRegistration(CallSite site) {
        String name = Program.lastName(site.call().callee());
        Kind byCallee = name == null ? null : catalogue.ofRegistration(name);
        for (Expr.Argument argument : site.call().arguments()) {
            Kind byKeyword = argument.keyword() == null ? null : catalogue.ofKeyword(argument.keyword());
            Kind kind = byKeyword == null ? byCallee : byKeyword;
            if (kind != null) {
                addReferenced(
                        argument.value(), site.scope(), kind, sign(site.call().callee(), site.scope()));
            }
        }
    }

    private Sign sign(Expr callee, String scope) {
        boolean library = resolver.resolve(callee, scope).stream()
                .map(Resolved::value)
                .anyMatch(value -> value instanceof Value.External || value instanceof Value.ExternalResult);
        return library ? Sign.LIBRARY : Sign.REGISTERED;
    }

    /** A dict or list of functions is a table of handlers. */
    private void inspectTables(Map<String, List<Binding>> bindings) {
        for (List<Binding> each : bindings.values()) {
            for (Binding binding : each) {
                if (binding.value() instanceof Expr.Display table) {
                    table.elements().forEach(e -> addReferenced(e, binding.scope(), Kind.MESSAGE, Sign.REGISTERED));
                }
            }
        }
    }

    private void addReferenced(Expr expr, String scope, Kind kind, Sign sign) {
        if (expr instanceof Expr.Display display) {
            display.elements().forEach(element -> addReferenced(element, scope, kind, sign));
        }
        if (!(expr instanceof Expr.Name || expr instanceof Expr.Attribute)) {
            return;
        }
        for (Resolved each : resolver.resolve(expr, scope)) {
            if (each.value() instanceof Value.FunctionObject function) {
                add(function.function(), kind, sign);
            }
        }
    }

    private void add(FunctionModel function, @Nullable Kind kind, Sign sign) {
        if (kind != null) {
            found.add(new EntryPoint(function, kind, sign));
        }
    }
}
