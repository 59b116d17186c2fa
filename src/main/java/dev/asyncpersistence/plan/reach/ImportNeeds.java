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

import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.ImportChange;
import dev.asyncpersistence.plan.Need;
import java.util.List;

/** Makes names of the project known where they are needed. */
final class ImportNeeds {
    private final Resolver resolver;
    private final Program program;

    ImportNeeds(Resolver resolver) {
        this.resolver = resolver;
        this.program = resolver.program();
    }

    /** Makes a top-level name of a module known to the code of a scope; false if it can't be. */
    boolean make(String name, ModuleModel definedIn, String scope, boolean typeCheckingOnly, Search search) {
        ModuleModel file = program.moduleOf(scope);
        if (file.equals(definedIn)) {
            return true;
        }
        if (isTaken(name, definedIn, file)) {
            search.refuse("`" + name + "` is another name in " + file.path());
            return false;
        }
        search.need(new Need(file.path(), file.name(), new ImportChange(definedIn.name(), name, typeCheckingOnly)));
        return true;
    }

    /** Whether a file knows something else by the name. */
    private boolean isTaken(String name, ModuleModel definedIn, ModuleModel file) {
        boolean bound = file.globals().containsKey(name)
                || file.imports().stream().anyMatch(i -> i.localName().equals(name))
                || program.function(file.name() + "." + name) != null
                || program.classNamed(file.name() + "." + name) != null;
        if (!bound) {
            return false;
        }
        List<Resolved> here = resolver.resolve(new dev.asyncpersistence.model.Expr.Name(name), file.name());
        List<Resolved> there = resolver.resolve(new dev.asyncpersistence.model.Expr.Name(name), definedIn.name());
        return here.isEmpty() || !values(here).equals(values(there));
    }

    private static List<Value> values(List<Resolved> resolved) {
        return resolved.stream().map(Resolved::value).toList();
    }

    /** Makes a function known. */
    boolean make(FunctionModel function, String scope, Search search) {
        return make(function.name(), program.moduleOf(function.qualifiedName()), scope, false, search);
    }
}
