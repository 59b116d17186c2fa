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
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Reference;
import java.util.List;
import java.util.Set;

/** What runs while the function around it does, and what only later, where a generator or a function object is used. */
final class EagerCalls {
    /** Callees that run through a generator, or call the function they are given, before they return. */
    private static final Set<String> EAGER = Set.of(
            "any",
            "all",
            "next",
            "sum",
            "list",
            "tuple",
            "set",
            "frozenset",
            "sorted",
            "sort",
            "max",
            "min",
            "dict",
            "join",
            "reduce");

    private EagerCalls() {}

    /** Whether a call stands in a lambda or generator expression that outlives the function around it, as far as one sees. */
    static boolean runsLater(CallSite site) {
        if (site.place() == CallSite.Place.GENERATOR_EXPRESSION) {
            return site.generator() == null
                    || site.generator().consumer() == null
                    || !isEager(site.generator().consumer());
        }
        return site.place() == CallSite.Place.LAMBDA
                && site.enclosingCalls().stream().noneMatch(EagerCalls::isEager);
    }

    /** Whether a function object is passed to something that doesn't call it at once: {@code map} and {@code filter} are lazy. */
    static boolean handsOnForLater(Reference reference) {
        List<Expr> calls = reference.enclosingCalls();
        boolean atOnce = calls.stream().anyMatch(EagerCalls::isEager);
        return !calls.isEmpty() && !atOnce;
    }

    private static boolean isEager(Expr callee) {
        String name = Program.lastName(callee);
        return name != null && EAGER.contains(name);
    }
}
