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

import dev.asyncpersistence.plan.Hazard;
import lombok.Value;
import org.openrewrite.Column;
import org.openrewrite.DataTable;
import org.openrewrite.Recipe;

/** What awaits and threads make possible, or keep from being used safely. */
public class MigrationHazards extends DataTable<MigrationHazards.Row> {
    public MigrationHazards(Recipe recipe) {
        super(
                recipe,
                "Migration hazards",
                "Places where an await or a thread lets things happen that could not happen before, or where one would not be safe.");
    }

    @Value
    public static class Row {
        @Column(displayName = "Source path", description = "The file.")
        String sourcePath;

        @Column(displayName = "Line", description = "The line of the call that awaits, counted from 1.")
        int line;

        @Column(displayName = "Function", description = "The function that it lies in.")
        String function;

        @Column(displayName = "Hazard", description = "The code of the hazard.")
        String hazard;

        @Column(displayName = "Detail", description = "What is concerned.")
        String detail;

        @Column(displayName = "Explanation", description = "What can go wrong.")
        String explanation;

        static Row of(Hazard hazard) {
            return new Row(
                    hazard.location().path(),
                    hazard.location().line(),
                    hazard.function(),
                    hazard.kind().name(),
                    hazard.detail(),
                    hazard.kind().text());
        }
    }
}
