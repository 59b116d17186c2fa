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

import dev.asyncpersistence.plan.change.CallChange;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.Edit;
import dev.asyncpersistence.plan.tests.TestPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What becomes of the tests, as lines of plain text. */
public final class TestSummary {
    private TestSummary() {}

    public static List<String> of(TestPlan plan) {
        List<String> lines = new ArrayList<>();
        if (!plan.edits().isEmpty()) {
            long files = plan.edits().stream().map(Edit::path).distinct().count();
            long async = count(plan, change -> is(change, CallChange.Kind.MAKE_ASYNC));
            long awaited = count(plan, change -> is(change, CallChange.Kind.AWAIT));
            long others = plan.edits().size() - async - awaited;
            lines.add("Tests: " + files + (files == 1 ? " file follows; " : " files follow; ") + async
                    + " functions become async, " + awaited + " calls are awaited, " + others
                    + " other changes of doubles, assertions and imports");
        }
        if (!plan.problems().isEmpty()) {
            lines.add("Tests to look at: " + plan.problems().size());
        }
        return lines;
    }

    private static long count(TestPlan plan, Predicate<Change> which) {
        return plan.edits().stream().map(Edit::change).filter(which).count();
    }

    private static boolean is(Change change, CallChange.Kind kind) {
        return change instanceof CallChange call && call.kind() == kind;
    }
}
