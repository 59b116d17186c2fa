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
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.plan.doubles.Mock;
import dev.asyncpersistence.plan.doubles.Replacement;
import dev.asyncpersistence.plan.doubles.TestDouble;
import java.util.function.Predicate;

/** Where doubles are made, for who has to look at them. */
final class DoublePlaces {
    private final Program program;

    DoublePlaces(Program program) {
        this.program = program;
    }

    /** The call that makes a mock. */
    SourceLocation of(Mock mock) {
        return of(site -> site.id().equals(mock.id()), mock.scope());
    }

    /** The call that takes a lambda as an argument; of one that is assigned, the function around it. */
    SourceLocation of(TestDouble.Lambda lambda) {
        return of(
                site -> site.call().arguments().stream()
                        .anyMatch(each -> each.value() instanceof Expr.Opaque opaque
                                && lambda.lambda().equals(opaque.lambda())),
                lambda.scope());
    }

    /** The call that puts something in another's place; of an assignment, the function around it. */
    SourceLocation of(Replacement replacement) {
        Expr.Call call = replacement.call();
        return of(site -> call != null && site.id().equals(call.id()), replacement.scope());
    }

    private SourceLocation of(Predicate<CallSite> wanted, String scope) {
        return program.moduleOf(scope).allCalls().stream()
                .filter(wanted)
                .map(CallSite::location)
                .findFirst()
                .orElseGet(() -> around(scope));
    }

    private SourceLocation around(String scope) {
        FunctionModel function = program.function(scope);
        return function == null ? new SourceLocation(program.moduleOf(scope).path(), 0) : function.location();
    }
}
