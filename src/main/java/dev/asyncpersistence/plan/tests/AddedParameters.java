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
package dev.asyncpersistence.plan.tests;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.change.Edit;
import dev.asyncpersistence.plan.change.ParameterChange;
import dev.asyncpersistence.plan.change.StatementChange;
import dev.asyncpersistence.plan.graph.Constructions;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The parameters that functions, and the fields that dataclasses, of the code under test get. */
final class AddedParameters {
    private final Resolver resolver;
    private final FunctionUses uses;
    private final Map<UUID, List<String>> parameters = new HashMap<>();
    private final Map<ClassModel, List<String>> fields = new LinkedHashMap<>();

    AddedParameters(List<Edit> edits, Resolver resolver, FunctionUses uses) {
        this.resolver = resolver;
        this.uses = uses;
        for (Edit edit : edits) {
            if (edit.change() instanceof ParameterChange each) {
                parameters
                        .computeIfAbsent(each.function(), f -> new ArrayList<>())
                        .add(each.name());
            } else if (edit.change() instanceof StatementChange each && each.target() instanceof Expr.Name name) {
                ClassModel type = resolver.program().classNamed(edit.scope());
                if (type != null && type.dataclass() && each.annotation() != null) {
                    fields.computeIfAbsent(type, t -> new ArrayList<>()).add(name.id());
                }
            }
        }
    }

    /** The calls that may pass them. */
    Map<CallSite, List<String>> calls() {
        Map<CallSite, List<String>> result = new LinkedHashMap<>();
        for (FunctionModel function : resolver.program().functions()) {
            List<String> names = parameters.getOrDefault(function.id(), List.of());
            if (!names.isEmpty()) {
                uses.callsOf(function).forEach(call -> result.put(call.site(), names));
            }
        }
        Constructions constructions = new Constructions(resolver);
        fields.forEach((type, names) -> constructions.of(type).forEach(site -> result.put(site, names)));
        return result;
    }
}
