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
package dev.asyncpersistence.layer.signature;

import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.Program;
import org.jspecify.annotations.Nullable;

/** Compares default values: literals by their values, names by where they are bound. */
final class Defaults {
    /** Names that are imported from each other in a circle are found nowhere. */
    private static final int LONGEST_CHAIN_OF_IMPORTS = 10;

    private final Program program;

    Defaults(Program program) {
        this.program = program;
    }

    /** Whether the two are surely the same. */
    boolean equal(Parameter one, FunctionModel function, Parameter other, FunctionModel otherFunction) {
        if (one.defaultLiteral() != null) {
            return one.defaultLiteral().equals(other.defaultLiteral());
        }
        String origin = origin(one.defaultValue(), function.enclosingScope());
        return origin != null && origin.equals(origin(other.defaultValue(), otherFunction.enclosingScope()));
    }

    /** Where the name that an expression starts with is bound once and for all, and what is taken from it. */
    private @Nullable String origin(@Nullable Expr value, String scope) {
        if (value == null || value.dotted() == null) {
            return null;
        }
        String dotted = value.dotted();
        String first = value.start().display();
        ClassModel type = program.classNamed(scope);
        if (type != null && type.attributes().containsKey(first)) {
            return scope + "." + dotted;
        }
        String start = origin(first, program.moduleOf(scope), LONGEST_CHAIN_OF_IMPORTS);
        return start == null ? null : start + dotted.substring(first.length());
    }

    private @Nullable String origin(String name, ModuleModel module, int steps) {
        ImportedName imported = module.imports().stream()
                .filter(each -> each.localName().equals(name))
                .findFirst()
                .orElse(null);
        int bindings =
                module.globals().containsKey(name) ? module.globals().get(name).size() : 0;
        if (imported == null) {
            boolean defined = program.classNamed(module.name() + "." + name) != null;
            return bindings == 1 || (defined && bindings == 0) ? module.name() + ":" + name : null;
        }
        if (bindings > 0 || steps == 0) {
            return null;
        }
        String symbol = imported.symbol();
        ModuleModel source = program.resolveImport(module, imported.module());
        return source != null && symbol != null
                ? origin(symbol, source, steps - 1)
                : imported.module() + ":" + (symbol == null ? "" : symbol);
    }
}
