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

import lombok.Value;
import org.openrewrite.Column;
import org.openrewrite.DataTable;
import org.openrewrite.Recipe;

/** What a person has to look at in tests of code that becomes async. */
public class TestProblems extends DataTable<TestProblems.Row> {
    public TestProblems(Recipe recipe) {
        super(
                recipe,
                "Tests to look at",
                "Tests, and test doubles, that could not be made to follow the code that they test.");
    }

    @Value
    public static class Row {
        @Column(displayName = "Source path", description = "The file that the problem is about.")
        String sourcePath;

        @Column(displayName = "Line", description = "The line, counted from 1; 0 if it is about the whole file.")
        int line;

        @Column(displayName = "Problem", description = "What could not be done, and why.")
        String problem;
    }
}
