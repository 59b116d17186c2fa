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

import dev.asyncpersistence.plan.CoroutineDecision;
import dev.asyncpersistence.plan.CoroutinePlan;
import dev.asyncpersistence.plan.RunDecision;
import java.util.ArrayList;
import java.util.List;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;

/** What is reported of coroutines that nobody awaits. */
public final class CoroutineTables {
    private final UnawaitedCoroutines coroutines;
    private final BlockingFunctions functions;

    public CoroutineTables(Recipe recipe) {
        coroutines = new UnawaitedCoroutines(recipe);
        functions = new BlockingFunctions(recipe);
    }

    /** Writes the rows of a plan. */
    public void insert(CoroutinePlan plan, ExecutionContext ctx) {
        plan.coroutines().forEach(each -> coroutines.insertRow(ctx, UnawaitedCoroutines.Row.of(each)));
        plan.functions().forEach(each -> functions.insertRow(ctx, BlockingFunctions.Row.of(each)));
    }

    /** The plan as lines of plain text, for the log. */
    public static List<String> summary(CoroutinePlan plan) {
        long awaited =
                plan.coroutines().stream().filter(d -> d.action().isEdit()).count();
        List<String> lines = new ArrayList<>();
        lines.add("Coroutines that nobody awaits: " + plan.coroutines().size() + ", of which " + awaited
                + " are awaited now");
        TextTable table = new TextTable("Action", "Reason", "Call", "What happens", "Place");
        for (CoroutineDecision decision : plan.coroutines()) {
            table.add(
                    decision.action().name(),
                    decision.reason().name(),
                    decision.site().call().callee().display(),
                    decision.lost().why(),
                    decision.site().location().toString());
        }
        for (RunDecision run : plan.runs()) {
            table.add(
                    run.action().name(),
                    run.reason().name(),
                    run.site().call().callee().display(),
                    "runs a loop inside a loop",
                    run.site().location().toString());
        }
        lines.addAll(table.lines());
        return lines;
    }
}
