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

import dev.asyncpersistence.plan.UnresolvedReceiver;
import lombok.Value;
import org.openrewrite.Column;
import org.openrewrite.DataTable;
import org.openrewrite.Recipe;

/** Calls of layer methods on receivers of which nobody could say what they are. */
public class UnresolvedReceivers extends DataTable<UnresolvedReceivers.Row> {
    public UnresolvedReceivers(Recipe recipe) {
        super(
                recipe,
                "Unresolved receivers",
                "Calls of a method that only a persistence layer has, on something that could not be resolved. They are left as they are.");
    }

    @Value
    public static class Row {
        @Column(displayName = "Source path", description = "The file that the call stands in.")
        String sourcePath;

        @Column(displayName = "Line", description = "The line that the call starts on, counted from 1.")
        int line;

        @Column(displayName = "Call", description = "The call as written, without its arguments.")
        String call;

        static Row of(UnresolvedReceiver unresolved) {
            return new Row(
                    unresolved.site().location().path(),
                    unresolved.site().location().line(),
                    unresolved.site().call().callee().display());
        }
    }
}
