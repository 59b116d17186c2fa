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
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Strings that may name a function to be looked up: in tables, and as positional arguments. Keyword arguments mostly go to logs. */
final class MentionedTexts {
    private final Set<String> texts = new HashSet<>();

    MentionedTexts(Program program) {
        for (ModuleModel module : program.modules()) {
            module.allCalls()
                    .forEach(site -> site.call().arguments().stream()
                            .filter(argument -> argument.keyword() == null)
                            .forEach(argument -> add(argument.value())));
            addBindings(module.globals().values());
            module.classes()
                    .values()
                    .forEach(type -> addBindings(type.attributes().values()));
            module.functions()
                    .values()
                    .forEach(function -> addBindings(function.locals().values()));
        }
    }

    boolean contains(String name) {
        return texts.contains(name);
    }

    private void addBindings(Collection<List<Binding>> bindings) {
        bindings.forEach(each -> each.forEach(binding -> add(binding.value())));
    }

    private void add(Expr expr) {
        if (expr instanceof Expr.Text text) {
            texts.add(text.value());
        } else if (expr instanceof Expr.Display display) {
            display.elements().forEach(this::add);
        }
    }
}
