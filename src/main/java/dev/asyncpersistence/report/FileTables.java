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

import dev.asyncpersistence.plan.tests.Problem;
import dev.asyncpersistence.plan.tests.TestPlan;
import java.nio.file.Path;
import java.util.List;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;

/** The data tables that every recipe fills which reads and edits files. */
public final class FileTables {
    private final UnreadFiles unread;
    private final UndoneEdits undone;
    private final TestProblems tests;

    public FileTables(Recipe recipe) {
        unread = new UnreadFiles(recipe);
        undone = new UndoneEdits(recipe);
        tests = new TestProblems(recipe);
    }

    /** Writes a row for a file that was left out. */
    public void insertUnread(Path path, int line, String cause, ExecutionContext ctx) {
        unread.insertRow(ctx, new UnreadFiles.Row(path.toString(), line, cause));
    }

    /** Writes the rows for what a person has to look at in the tests. */
    public void insertTests(TestPlan plan, ExecutionContext ctx) {
        for (Problem each : plan.problems()) {
            tests.insertRow(
                    ctx,
                    new TestProblems.Row(each.location().path(), each.location().line(), each.text()));
        }
    }

    /** Writes a row for edits that were taken back. */
    public void insertUndone(Path path, List<String> functions, String cause, ExecutionContext ctx) {
        undone.insertRow(ctx, new UndoneEdits.Row(path.toString(), String.join(" ", functions), cause));
    }
}
