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
package dev.asyncpersistence.report;

import dev.asyncpersistence.plan.Decision;
import dev.asyncpersistence.plan.change.ArgumentChange;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.Need;
import dev.asyncpersistence.plan.change.ParameterChange;
import dev.asyncpersistence.plan.change.StatementChange;
import java.util.stream.Collectors;

/** Says in words what is added to the code so that a call site reaches the async layer. */
final class Additions {
    private Additions() {}

    /** Parameters, attributes and variables with the places where they are added; empty where nothing has to be. */
    static String of(Decision decision) {
        return decision.needs().stream()
                .map(need -> text(need.change(), need))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String text(Change change, Need need) {
        if (change instanceof ParameterChange parameter) {
            return "parameter " + parameter.name() + " of " + need.scope();
        }
        if (change instanceof StatementChange statement) {
            return statement.target().display() + " in " + need.scope();
        }
        return change instanceof ArgumentChange argument
                ? "argument " + argument.keyword() + " in " + need.scope()
                : "";
    }
}
