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
package dev.asyncpersistence.model.read;

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.Reference;
import dev.asyncpersistence.model.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what is seen inside one module, class or function body while it is being read. */
final class ScopeBuilder {
    enum Kind {
        MODULE,
        CLASS,
        FUNCTION
    }

    final Kind kind;
    final String qualifiedName;
    final @Nullable ScopeBuilder parent;
    final Map<String, List<Binding>> bindings = new LinkedHashMap<>();
    final List<ImportedName> imports = new ArrayList<>();
    final List<CallSite> calls = new ArrayList<>();
    final List<Reference> references = new ArrayList<>();
    final List<Write> writes = new ArrayList<>();
    final List<Expr> returned = new ArrayList<>();
    final Map<String, FunctionModel> methods = new LinkedHashMap<>();
    /** Names declared {@code global} or {@code nonlocal}, and the scope that owns them. */
    final Map<String, ScopeBuilder> declaredElsewhere = new HashMap<>();

    @Nullable
    String selfName;

    boolean yielded;
    boolean loopsForever;

    ScopeBuilder(Kind kind, String qualifiedName, @Nullable ScopeBuilder parent) {
        this.kind = kind;
        this.qualifiedName = qualifiedName;
        this.parent = parent;
    }

    void bind(String name, Binding binding) {
        declaredElsewhere
                .getOrDefault(name, this)
                .bindings
                .computeIfAbsent(name, n -> new ArrayList<>())
                .add(binding);
    }

    ScopeBuilder module() {
        ScopeBuilder scope = this;
        while (scope.parent != null) {
            scope = scope.parent;
        }
        return scope;
    }

    /** The nearest enclosing function that binds the name, or the nearest one at all. */
    ScopeBuilder ownerOfNonlocal(String name) {
        ScopeBuilder nearest = null;
        for (ScopeBuilder each = parent; each != null; each = each.parent) {
            if (each.kind == Kind.FUNCTION) {
                if (each.bindings.containsKey(name)) {
                    return each;
                }
                nearest = nearest == null ? each : nearest;
            }
        }
        return nearest == null ? module() : nearest;
    }

    /** The class whose method this function scope is, or null. */
    @Nullable
    ScopeBuilder owningClass() {
        return kind == Kind.FUNCTION && parent != null && parent.kind == Kind.CLASS ? parent : null;
    }

    Map<String, List<Binding>> frozenBindings() {
        Map<String, List<Binding>> result = new LinkedHashMap<>();
        bindings.forEach((name, values) -> result.put(name, List.copyOf(values)));
        return result;
    }
}
