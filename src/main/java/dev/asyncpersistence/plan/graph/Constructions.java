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

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Reference;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where objects of a class are made, and where the class itself is handed on, or kept, so that somebody may make some. */
public final class Constructions {
    /** They look at a class and make nothing of it. */
    private static final Set<String> HARMLESS =
            Set.of("isinstance", "issubclass", "cast", "super", "TypeVar", "getLogger", "repr", "str", "hasattr");

    private final Resolver resolver;
    private @Nullable Map<ClassModel, List<CallSite>> calls;
    private @Nullable Map<ClassModel, SourceLocation> handedOver;

    public Constructions(Resolver resolver) {
        this.resolver = resolver;
    }

    /** The calls that make objects of a class, not of one derived from it. */
    public List<CallSite> of(ClassModel type) {
        if (calls == null) {
            calls = new HashMap<>();
            for (ModuleModel module : resolver.program().modules()) {
                for (CallSite site : module.allCalls()) {
                    addCall(site, calls);
                }
            }
        }
        return calls.getOrDefault(type, List.of());
    }

    private void addCall(CallSite site, Map<ClassModel, List<CallSite>> result) {
        for (ClassModel type : classes(site.call().callee(), site.scope())) {
            result.computeIfAbsent(type, t -> new ArrayList<>()).add(site);
        }
    }

    /** Where a class is handed over, so that objects may be made of it out of sight; null if that isn't done. */
    public @Nullable SourceLocation handedOver(ClassModel type) {
        if (handedOver == null) {
            handedOver = new HashMap<>();
            for (ModuleModel module : resolver.program().modules()) {
                for (Reference reference : module.allReferences()) {
                    addReference(reference, handedOver);
                }
            }
        }
        return handedOver.get(type);
    }

    private void addReference(Reference reference, Map<ClassModel, SourceLocation> result) {
        String taker = reference.enclosingCalls().isEmpty()
                ? null
                : Program.lastName(reference.enclosingCalls().get(0));
        if (taker == null || !HARMLESS.contains(taker)) {
            for (ClassModel type : classes(reference.expr(), reference.scope())) {
                result.putIfAbsent(type, reference.location());
            }
        }
    }

    private List<ClassModel> classes(Expr expr, String scope) {
        return resolver.resolve(expr, scope).stream()
                .map(Resolved::value)
                .filter(Value.ClassObject.class::isInstance)
                .map(value -> ((Value.ClassObject) value).type())
                .distinct()
                .toList();
    }
}
