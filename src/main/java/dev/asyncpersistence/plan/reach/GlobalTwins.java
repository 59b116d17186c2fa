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
package dev.asyncpersistence.plan.reach;

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.StatementId;
import dev.asyncpersistence.plan.change.Need;
import dev.asyncpersistence.plan.change.StatementChange;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Twins of module-level variables, wherever they are imported. */
final class GlobalTwins {
    private final Surroundings surroundings;
    private final Twins twins;

    GlobalTwins(Surroundings surroundings, Twins twins) {
        this.surroundings = surroundings;
        this.twins = twins;
    }

    private record Global(ModuleModel module, String name) {}

    @Nullable
    Expr of(Expr.Name name, String scope, Search search) {
        Global global = definition(name.id(), scope);
        if (global == null) {
            return search.refuse(
                    "`" + name.id() + "` of " + surroundings.path(scope) + " is not followed to where it is defined");
        }
        String twin = name(global, search);
        return twin != null && surroundings.imports().make(twin, global.module(), scope, false, search)
                ? new Expr.Name(twin)
                : null;
    }

    /** The name of the twin in the module that defines the variable. */
    @Nullable
    String of(ModuleModel module, String name, Search search) {
        return name(new Global(module, name), search);
    }

    private @Nullable String name(Global global, Search search) {
        Expr given = search.given(global);
        if (given instanceof Expr.Name name) {
            return name.id();
        }
        String outside = surroundings.outsideWrites().of(global.module(), global.name());
        if (outside != null) {
            search.refuse("`" + global.name() + "` of " + global.module().path() + " is set by " + outside);
            return null;
        }
        String there = there(global, search);
        return there != null ? there : added(global, search);
    }

    /** A variable of the same module that holds the async layer. */
    private @Nullable String there(Global global, Search search) {
        Map<String, List<Binding>> globals = global.module().globals();
        List<Binding> own = globals.getOrDefault(global.name(), List.of());
        Map<String, Kinship.Degree> candidates = new LinkedHashMap<>();
        globals.forEach((name, values) -> {
            if (values.size() == 1 && own.size() == 1 && holds(name, global.module(), search.asyncType())) {
                candidates.put(name, surroundings.kinship().of(own, values, search));
            }
        });
        int sync = (int) globals.keySet().stream()
                .filter(each -> holds(each, global.module(), search.layer().type()))
                .count();
        return Kinship.choose(global.name(), candidates, sync);
    }

    private boolean holds(String name, ModuleModel module, dev.asyncpersistence.model.@Nullable ClassModel type) {
        return surroundings.types().isInstance(new Expr.Name(name), module.name(), type);
    }

    private @Nullable String added(Global global, Search search) {
        List<Binding> bindings = global.module().globals().getOrDefault(global.name(), List.of());
        Binding binding = bindings.size() == 1 ? bindings.get(0) : null;
        StatementId statement = binding == null ? null : binding.statement();
        if (binding == null
                || statement == null
                || !binding.scope().equals(global.module().name())) {
            search.refuse("`" + global.name() + "` of " + global.module().path() + " is bound in several ways");
            return null;
        }
        String async = AsyncNames.of(global.name());
        if (global.module().globals().containsKey(async)
                || global.module().imports().stream()
                        .anyMatch(i -> i.localName().equals(async))) {
            search.refuse("`" + async + "` is taken in " + global.module().path());
            return null;
        }
        Expr value = twins.of(binding.value(), binding.scope(), statement.location(), search);
        if (value == null) {
            return null;
        }
        search.need(new Need(
                global.module().path(),
                global.module().name(),
                new StatementChange(statement.id(), StatementChange.Place.BEHIND, new Expr.Name(async), null, value)));
        search.give(global, new Expr.Name(async));
        return async;
    }

    /** Where a name that is no variable of a function is defined, through imports. */
    private @Nullable Global definition(String name, String scope) {
        Program program = surroundings.program();
        ModuleModel module = program.moduleOf(scope);
        var function = program.function(scope);
        List<ImportedName> local = function == null ? List.of() : function.imports();
        String wanted = name;
        Set<ModuleModel> seen = new HashSet<>();
        while (seen.add(module)) {
            if (local.isEmpty() && module.globals().containsKey(wanted)) {
                return new Global(module, wanted);
            }
            ImportedName imported = find(wanted, local, module);
            ModuleModel source = imported == null || imported.symbol() == null
                    ? null
                    : program.resolveImport(module, imported.module());
            if (source == null || imported == null) {
                return module.globals().containsKey(wanted) ? new Global(module, wanted) : null;
            }
            wanted = String.valueOf(imported.symbol());
            module = source;
            local = List.of();
        }
        return null;
    }

    private static @Nullable ImportedName find(String name, List<ImportedName> local, ModuleModel module) {
        return Stream.concat(local.stream(), module.imports().stream())
                .filter(i -> i.localName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
