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

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every name that the sources use, in code or as a string, definitions left out. */
final class MentionedNames {
    private final Set<String> names = new HashSet<>();

    MentionedNames(Program program) {
        for (ModuleModel module : program.modules()) {
            module.allCalls().forEach(this::addCall);
            module.allReferences().forEach(reference -> add(reference.expr()));
            module.imports().forEach(this::addImport);
            addBindings(module.globals().values());
            module.classes().values().forEach(this::addClass);
            module.functions().values().forEach(this::addFunction);
        }
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    private void addCall(CallSite site) {
        add(site.call());
    }

    private void addImport(ImportedName imported) {
        if (imported.symbol() != null) {
            names.add(imported.symbol());
        }
    }

    private void addClass(ClassModel type) {
        addBindings(type.attributes().values());
        type.decorators().forEach(this::add);
    }

    private void addFunction(FunctionModel function) {
        addBindings(function.locals().values());
        function.returned().forEach(this::add);
        function.decorators().forEach(this::add);
        function.imports().forEach(this::addImport);
    }

    private void addBindings(Collection<List<Binding>> bindings) {
        bindings.forEach(each -> each.forEach(binding -> add(binding.value())));
    }

    private void add(Expr expr) {
        if (expr instanceof Expr.Name name) {
            names.add(name.id());
        } else if (expr instanceof Expr.Attribute attribute) {
            names.add(attribute.attr());
            add(attribute.value());
        } else if (expr instanceof Expr.Text text) {
            names.add(text.value());
        } else if (expr instanceof Expr.Call call) {
            add(call.callee());
            call.arguments().forEach(argument -> add(argument.value()));
        } else {
            parts(expr).forEach(this::add);
        }
    }

    private static List<Expr> parts(Expr expr) {
        if (expr instanceof Expr.Await await) {
            return List.of(await.value());
        }
        if (expr instanceof Expr.AnyOf anyOf) {
            return anyOf.options();
        }
        if (expr instanceof Expr.Subscript subscript) {
            return List.of(subscript.value());
        }
        if (expr instanceof Expr.Element element) {
            return List.of(element.value());
        }
        return expr instanceof Expr.Display display ? display.elements() : List.of();
    }
}
