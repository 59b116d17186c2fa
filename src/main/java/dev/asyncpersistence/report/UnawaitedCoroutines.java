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
import dev.asyncpersistence.plan.CoroutineDecision;
import java.util.stream.Collectors;
import lombok.Value;
import org.openrewrite.Column;
import org.openrewrite.DataTable;
import org.openrewrite.Recipe;

/** Calls of the project's coroutine functions whose coroutine nobody awaits. */
public class UnawaitedCoroutines extends DataTable<UnawaitedCoroutines.Row> {
    public UnawaitedCoroutines(Recipe recipe) {
        super(
                recipe,
                "Unawaited coroutines",
                "Calls of coroutine functions whose coroutine is neither awaited, gathered, scheduled nor returned, and what is done with them.");
    }

    @Value
    public static class Row {
        @Column(displayName = "Source path", description = "The file that the call stands in.")
        String sourcePath;

        @Column(displayName = "Line", description = "The line that the call starts on, counted from 1.")
        int line;

        @Column(displayName = "Function", description = "The function around the call.")
        String function;

        @Column(displayName = "Call", description = "The call as written, without its arguments.")
        String call;

        @Column(displayName = "Targets", description = "The coroutine functions that the call may run.")
        String targets;

        @Column(
                displayName = "Evidence",
                description = "How the targets were found: from `DECLARED` to `SAME_NAME`, where only the name agrees.")
        String evidence;

        @Column(
                displayName = "Certain",
                description =
                        "Whether the code can't work as it is; otherwise somebody may await the coroutine in a way that isn't seen.")
        boolean certain;

        @Column(displayName = "What happens", description = "What becomes of the coroutine.")
        String happens;

        @Column(displayName = "Action", description = "`AWAIT`, or `KEEP` where the call stays as it is.")
        String action;

        @Column(displayName = "Reason", description = "The code of the reason.")
        String reason;

        @Column(displayName = "Explanation", description = "The reason in words, with the place it refers to.")
        String explanation;

        static Row of(CoroutineDecision decision) {
            FunctionModel caller = decision.lost().call().caller();
            return new Row(
                    decision.site().location().path(),
                    decision.site().location().line(),
                    caller == null ? "" : caller.qualifiedName(),
                    decision.site().call().callee().display(),
                    decision.lost().call().targets().stream()
                            .map(FunctionModel::qualifiedName)
                            .collect(Collectors.joining(" ")),
                    decision.lost().call().evidence().name(),
                    decision.lost().certain(),
                    decision.lost().why(),
                    decision.action().name(),
                    decision.reason().name(),
                    Explanations.of(decision.reason(), decision.detail()));
        }
    }
}
