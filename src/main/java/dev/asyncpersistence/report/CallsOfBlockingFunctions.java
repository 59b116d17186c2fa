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
import dev.asyncpersistence.plan.CallDecision;
import java.util.stream.Collectors;
import lombok.Value;
import org.openrewrite.Column;
import org.openrewrite.DataTable;
import org.openrewrite.Recipe;

/** Every call, in a coroutine, of a function from which a blocking persistence call is reached. */
public class CallsOfBlockingFunctions extends DataTable<CallsOfBlockingFunctions.Row> {
    public CallsOfBlockingFunctions(Recipe recipe) {
        super(
                recipe,
                "Calls of blocking functions",
                "Every call in a coroutine of a sync function from which a blocking persistence call is reached, and what is done with it.");
    }

    @Value
    public static class Row {
        @Column(displayName = "Source path", description = "The file that the call stands in.")
        String sourcePath;

        @Column(displayName = "Line", description = "The line that the call starts on, counted from 1.")
        int line;

        @Column(displayName = "Function", description = "The function around the call.")
        String function;

        @Column(displayName = "Callee", description = "What is called, as written.")
        String callee;

        @Column(displayName = "Targets", description = "The functions that the call may run.")
        String targets;

        @Column(
                displayName = "Evidence",
                description = "How the targets were found: from `DECLARED` to `SAME_NAME`, where only the name agrees.")
        String evidence;

        @Column(
                displayName = "Action",
                description = "`AWAIT`, `TO_THREAD`, or `KEEP` where the call goes on blocking the event loop.")
        String action;

        @Column(displayName = "Reason", description = "The code of the reason.")
        String reason;

        @Column(displayName = "Explanation", description = "The reason in words, with the place it refers to.")
        String explanation;

        static Row of(CallDecision decision) {
            FunctionModel caller = decision.call().caller();
            return new Row(
                    decision.site().location().path(),
                    decision.site().location().line(),
                    caller == null ? "" : caller.qualifiedName(),
                    decision.site().call().callee().display(),
                    decision.call().targets().stream()
                            .map(FunctionModel::qualifiedName)
                            .collect(Collectors.joining(" ")),
                    decision.call().evidence().name(),
                    decision.action().name(),
                    decision.reason().name(),
                    Explanations.of(decision.reason(), decision.detail()));
        }
    }
}
