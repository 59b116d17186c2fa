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
package dev.asyncpersistence.plan.doubles;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Test doubles of small programs, of which {@code tests/} has the tests. */
final class Followed {
    private Followed() {}

    static Doubles doubles(String... pathsAndTexts) {
        Resolver resolver = new Resolver(Programs.of(pathsAndTexts));
        return new Doubles(
                resolver, new FunctionUses(resolver, new Families(resolver)), path -> path.startsWith("tests/"));
    }

    /** The doubles that arrive at the calls of {@code probe}, sorted. */
    static String toProbes(String... pathsAndTexts) {
        Resolver resolver = new Resolver(Programs.of(pathsAndTexts));
        Doubles doubles = doubles(pathsAndTexts);
        return resolver.program().callsNamed("probe").stream()
                .sorted(Comparator.comparing(CallSite::location))
                .flatMap(site -> doubles.of(site.call().arguments().get(0).value(), site.scope()).stream())
                .map(Followed::text)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** A part of a mock as {@code Mock one load ()}: what makes it, its first text, the way to it. */
    static String text(TestDouble each) {
        if (each instanceof TestDouble.Part part) {
            String name = part.mock().call().arguments().stream()
                    .map(Expr.Argument::value)
                    .filter(Expr.Text.class::isInstance)
                    .map(value -> " " + ((Expr.Text) value).value())
                    .findFirst()
                    .orElse("");
            List<String> path = part.path();
            return part.mock().call().callee().display() + name + (path.isEmpty() ? "" : " ") + String.join(" ", path);
        }
        if (each instanceof TestDouble.Fake fake) {
            return "fake " + fake.type().name();
        }
        return each instanceof TestDouble.Function function
                ? "def " + function.function().name()
                : "lambda";
    }
}
