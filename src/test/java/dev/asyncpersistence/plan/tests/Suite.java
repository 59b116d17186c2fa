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

import static java.util.Objects.requireNonNull;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.doubles.Doubles;
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.Comparator;
import java.util.List;

/** A small program with its tests, which stand in {@code tests/}. */
record Suite(Resolver resolver, Families families, FunctionUses uses) {
    static Suite of(String... pathsAndTexts) {
        Resolver resolver = new Resolver(Programs.of(pathsAndTexts));
        Families families = new Families(resolver);
        return new Suite(resolver, families, new FunctionUses(resolver, families));
    }

    Program program() {
        return resolver.program();
    }

    Doubles doubles() {
        return new Doubles(resolver, uses, Suite::isTest);
    }

    static boolean isTest(String path) {
        return path.startsWith("tests/");
    }

    static boolean isTest(FunctionModel function) {
        return isTest(function.location().path());
    }

    FunctionModel function(String qualifiedName) {
        return requireNonNull(program().function(qualifiedName), qualifiedName);
    }

    /** The calls of a name, in the order in which they stand. */
    List<CallSite> calls(String name) {
        return program().callsNamed(name).stream()
                .sorted(Comparator.comparing(CallSite::location))
                .toList();
    }
}
