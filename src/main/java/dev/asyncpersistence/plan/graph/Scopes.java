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

import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says which scope a name belongs to (language reference, section 4.2.2). */
public final class Scopes {
    private Scopes() {}

    /** The function whose parameter or variable a name is; null if it is a name of the module, imported or builtin. */
    public static @Nullable FunctionModel binding(String name, String scope, Program program) {
        for (String each = scope; ; ) {
            FunctionModel function = program.function(each);
            ClassModel type = program.classNamed(each);
            if (function != null && function.locals().containsKey(name)) {
                return function;
            }
            if (function != null) {
                each = function.enclosingScope();
            } else if (type != null) {
                each = type.enclosingScope();
            } else {
                return null;
            }
        }
    }

    /** Whether a function, or one inside it, uses a name in any way. */
    public static boolean isUsed(String name, FunctionModel function, Program program) {
        ModuleModel module = program.moduleOf(function.qualifiedName());
        return module.functions().values().stream()
                .filter(f -> function.encloses(f.qualifiedName()))
                .anyMatch(f -> f.locals().containsKey(name)
                        || f.imports().stream().anyMatch(i -> i.localName().equals(name))
                        || reads(f).anyMatch(e -> new Expr.Name(name).equals(e.start())));
    }

    private static Stream<Expr> reads(FunctionModel function) {
        return Stream.concat(
                function.references().stream().map(r -> r.expr()),
                function.calls().stream().map(c -> c.call().callee()));
    }
}
