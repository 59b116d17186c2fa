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

/** Files that were left out. */
public class UnreadFiles extends DataTable<UnreadFiles.Row> {
    public UnreadFiles(Recipe recipe) {
        super(
                recipe,
                "Unread files",
                "Python files that could not be parsed, or whose edit was taken back; they stay as they are.");
    }

    @Value
    public static class Row {
        @Column(displayName = "Source path", description = "The file.")
        String sourcePath;

        @Column(displayName = "Line", description = "Where parsing stopped, counted from 1; 0 if it is not known.")
        int line;

        @Column(displayName = "Cause", description = "Why the file was left.")
        String cause;
    }
}
