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
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.Need;
import dev.asyncpersistence.plan.graph.FunctionUses;
import dev.asyncpersistence.plan.graph.ParameterPassing;
import dev.asyncpersistence.plan.graph.UnreadFiles;

/** What a search looks at. */
record Surroundings(
        Resolver resolver,
        FunctionUses uses,
        ParameterPassing passing,
        LayerTypes types,
        Accessors accessors,
        Kinship kinship,
        AsyncAttributes attributes,
        ImportNeeds imports,
        OutsideWrites outsideWrites,
        AnnotationForms annotations) {

    static Surroundings of(
            Resolver resolver, FunctionUses uses, ParameterPassing passing, UnreadFiles unread, ReachOptions options) {
        LayerTypes types = new LayerTypes(resolver);
        Accessors accessors = new Accessors(resolver, types, options);
        Kinship kinship = new Kinship(resolver, types, accessors);
        ImportNeeds imports = new ImportNeeds(resolver, unread);
        return new Surroundings(
                resolver,
                uses,
                passing,
                types,
                accessors,
                kinship,
                new AsyncAttributes(resolver, types, kinship),
                imports,
                new OutsideWrites(resolver),
                new AnnotationForms(resolver, imports));
    }

    Program program() {
        return resolver.program();
    }

    /** The path of the file that a scope is in. */
    String path(String scope) {
        return program().moduleOf(scope).path();
    }

    /** A change in a scope's file. */
    Need need(String scope, Change change) {
        return new Need(path(scope), scope, change);
    }

    ModuleModel moduleOf(FunctionModel function) {
        return program().moduleOf(function.qualifiedName());
    }
}
