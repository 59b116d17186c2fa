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

/** Edits that were taken back because what came of them did not pass the check. */
public class UndoneEdits extends DataTable<UndoneEdits.Row> {
    public UndoneEdits(Recipe recipe) {
        super(
                recipe,
                "Undone edits",
                "Groups of edits that were taken back as a whole, because the changed files did not pass the check after them.");
    }

    @Value
    public static class Row {
        @Column(displayName = "Source path", description = "A file that the edits would have changed.")
        String sourcePath;

        @Column(displayName = "Functions", description = "The functions that the edits would have changed.")
        String functions;

        @Column(displayName = "Cause", description = "What the check found, with its place in the changed file.")
        String cause;
    }
}
