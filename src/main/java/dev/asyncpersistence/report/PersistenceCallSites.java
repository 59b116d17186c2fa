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

import dev.asyncpersistence.plan.Decision;
import lombok.Value;
import org.openrewrite.Column;
import org.openrewrite.DataTable;
import org.openrewrite.Recipe;

/** Every call on a persistence layer, changed or not. */
public class PersistenceCallSites extends DataTable<PersistenceCallSites.Row> {
    public PersistenceCallSites(Recipe recipe) {
        super(recipe, "Persistence call sites", "Every call on a persistence layer, what is done with it, and why.");
    }

    @Value
    public static class Row {
        @Column(displayName = "Source path", description = "The file that the call stands in.")
        String sourcePath;

        @Column(displayName = "Line", description = "The line that the call starts on, counted from 1.")
        int line;

        @Column(
                displayName = "Function",
                description = "The function around the call; empty in module and class bodies.")
        String function;

        @Column(
                displayName = "In async function",
                description = "Whether the innermost function around the call is a coroutine function.")
        boolean inAsyncFunction;

        @Column(displayName = "Receiver", description = "What the method is called on, as written.")
        String receiver;

        @Column(displayName = "Method", description = "The method called.")
        String method;

        @Column(
                displayName = "Evidence",
                description = "How the receiver was found to be a layer: from `DECLARED` to `SAME_NAME`.")
        String evidence;

        @Column(displayName = "Blocks", description = "Whether the call blocks the thread that makes it.")
        boolean blocks;

        @Column(displayName = "Action", description = "What is done with the call.")
        String action;

        @Column(
                displayName = "Awaits",
                description =
                        "What is awaited instead: the async layer's method and how it is reached, or another method of the receiver.")
        String awaits;

        @Column(
                displayName = "Added",
                description = "What is added to the code so that the async layer is reached there.")
        String added;

        @Column(displayName = "Reason", description = "The code of the reason.")
        String reason;

        @Column(displayName = "Explanation", description = "The reason in words.")
        String explanation;

        @Column(
                displayName = "Priority",
                description = "`HIGH` on a path from requests, messages or periodic tasks, `LOW` at startup only.")
        String priority;

        @Column(displayName = "In loop", description = "Whether the function repeats the call in a loop.")
        boolean inLoop;

        @Column(
                displayName = "What to do",
                description = "What a person can do where the call is left; empty if nothing needs to be done.")
        String advice;

        static Row of(Decision decision) {
            return new Row(
                    decision.site().location().path(),
                    decision.site().location().line(),
                    decision.call().function() == null
                            ? ""
                            : decision.call().function().qualifiedName(),
                    decision.call().function() != null
                            && decision.call().function().async(),
                    decision.call().receiver(),
                    decision.call().methodName(),
                    decision.call().evidence().name(),
                    decision.blocks(),
                    decision.action().name(),
                    decision.target(),
                    Additions.of(decision),
                    decision.reason().name(),
                    Explanations.of(decision),
                    decision.priority().name(),
                    decision.site().inLoop(),
                    decision.reason().advice());
        }
    }
}
