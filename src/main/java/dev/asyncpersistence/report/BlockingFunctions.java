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

import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.plan.FunctionDecision;
import lombok.Value;
import org.openrewrite.Column;
import org.openrewrite.DataTable;
import org.openrewrite.Recipe;

/** Every sync function from which a blocking persistence call is reached, and what becomes of it. */
public class BlockingFunctions extends DataTable<BlockingFunctions.Row> {
    public BlockingFunctions(Recipe recipe) {
        super(
                recipe,
                "Blocking functions",
                "Every sync function from which a blocking persistence call is reached, what becomes of it, and why.");
    }

    @Value
    public static class Row {
        @Column(displayName = "Source path", description = "The file that defines the function.")
        String sourcePath;

        @Column(displayName = "Line", description = "The line that the definition starts on, counted from 1.")
        int line;

        @Column(displayName = "Function", description = "The function, with its module and class.")
        String function;

        @Column(
                displayName = "Fate",
                description =
                        "`ASYNC` if it becomes a coroutine function, `THREAD` if coroutines run it on a thread, `SYNC` if it stays.")
        String fate;

        @Column(displayName = "Reason", description = "The code of the reason.")
        String reason;

        @Column(displayName = "Explanation", description = "The reason in words, with the place it refers to.")
        String explanation;

        @Column(
                displayName = "What to do",
                description = "What a person can do where the function stays sync; empty if nothing needs to be done.")
        String advice;

        static Row of(FunctionDecision decision) {
            FunctionModel function = decision.function();
            return new Row(
                    function.location().path(),
                    function.location().line(),
                    function.qualifiedName(),
                    decision.fate().name(),
                    decision.reason().name(),
                    Explanations.of(decision.reason(), decision.detail()),
                    decision.reason().advice());
        }
    }
}
