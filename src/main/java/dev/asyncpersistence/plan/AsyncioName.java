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

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;

/** Whether the name {@code asyncio} can mean the module at a place. */
final class AsyncioName {
    private final Program program;

    AsyncioName(Program program) {
        this.program = program;
    }

    /** A function that imports or assigns {@code asyncio} itself has no such name before that line. */
    boolean isShadowed(CallSite site) {
        for (FunctionModel f = site.function() == null ? null : program.function(site.function());
                f != null;
                f = program.function(f.enclosingScope())) {
            boolean bound = f.locals().containsKey("asyncio");
            bound |= f.imports().stream().anyMatch(AsyncioName::isOther);
            boolean importedLater = f.imports().stream()
                            .filter(i -> i.localName().equals("asyncio"))
                            .mapToInt(ImportedName::line)
                            .min()
                            .orElse(0)
                    >= site.location().line();
            if (bound || importedLater) {
                return true;
            }
        }
        ModuleModel module = program.moduleOf(site.scope());
        return module.globals().containsKey("asyncio")
                || module.imports().stream().anyMatch(AsyncioName::isOther);
    }

    /** {@code import other as asyncio}. */
    private static boolean isOther(ImportedName imported) {
        return imported.localName().equals("asyncio")
                && (imported.symbol() != null || !imported.module().startsWith("asyncio"));
    }
}
