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

import dev.asyncpersistence.plan.methods.MethodDecision;
import dev.asyncpersistence.plan.methods.MethodsPlan;
import dev.asyncpersistence.plan.methods.Profile;
import java.util.ArrayList;
import java.util.List;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;

/** What is reported of methods that the async layers lack. */
public final class MethodTables {
    private final MissingAsyncMethods methods;

    public MethodTables(Recipe recipe) {
        methods = new MissingAsyncMethods(recipe);
    }

    /** Writes the rows of a plan. */
    public void insert(MethodsPlan plan, ExecutionContext ctx) {
        plan.methods().forEach(each -> methods.insertRow(ctx, MissingAsyncMethods.Row.of(each)));
        plan.unknown().forEach(each -> methods.insertRow(ctx, MissingAsyncMethods.Row.unknown(each)));
    }

    /** The plan as lines of plain text, for the log. */
    public static List<String> summary(MethodsPlan plan) {
        long ranked = plan.methods().stream().filter(m -> m.rank() > 0).count();
        long written = plan.methods().stream()
                .filter(m -> m.action() == MethodDecision.Action.WRITE)
                .count();
        List<String> lines = new ArrayList<>();
        lines.add("Blocking methods without an async version of their own: " + ranked + ", of which " + written
                + (written == 1 ? " is" : " are") + " written now");
        TextTable table =
                new TextTable("Rank", "Score", "Sites", "Loops", "Critical", "Profile", "Action", "Method", "");
        for (MethodDecision each : plan.methods()) {
            Long measured = each.usage().measured();
            table.add(
                    String.valueOf(each.rank()),
                    String.valueOf(each.usage().score()),
                    String.valueOf(each.usage().sites()),
                    String.valueOf(each.usage().inLoops()),
                    String.valueOf(each.usage().critical()),
                    measured == null ? "" : measured.toString(),
                    each.action().name(),
                    each.layer().simpleName() + "." + each.method().name(),
                    each.refusal() == null ? "" : each.refusal().name());
        }
        lines.addAll(table.lines());
        for (Profile.Entry entry : plan.unknown()) {
            lines.add("Line " + entry.line() + " of the profile names `" + entry.method() + "`, which no layer has.");
        }
        return lines;
    }
}
