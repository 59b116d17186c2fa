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

import dev.asyncpersistence.plan.methods.MethodDecision;
import dev.asyncpersistence.plan.methods.Profile;
import dev.asyncpersistence.plan.methods.Refusal;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Column;
import org.openrewrite.DataTable;
import org.openrewrite.Recipe;

/** The blocking methods that have no async version, most called first. */
public class MissingAsyncMethods extends DataTable<MissingAsyncMethods.Row> {
    public MissingAsyncMethods(Recipe recipe) {
        super(
                recipe,
                "Missing async methods",
                "The blocking methods of the persistence layers that have no async version of their own, most called first.");
    }

    @Value
    public static class Row {
        @Column(displayName = "Layer", description = "The class or module; empty for a profile's entry that fits none.")
        String layer;

        @Column(displayName = "Method", description = "The method.")
        String method;

        @Column(
                displayName = "Rank",
                description = "Its place in the ranking, 1 for the most called; 0 for what isn't ranked.")
        int rank;

        @Column(
                displayName = "Score",
                description =
                        "One for each call site, ten more for one on a critical path, five more for one in a loop.")
        int score;

        @Column(displayName = "Call sites", description = "How many blocking calls there are.")
        int callSites;

        @Column(displayName = "Calls in loops", description = "How many of them are repeated by a loop.")
        int callsInLoops;

        @Column(
                displayName = "Critical calls",
                description = "How many of them a request, a message or a periodic task waits for.")
        int criticalCalls;

        @Column(
                displayName = "Profile calls",
                description = "How often the profile counts it; empty without a profile.")
        @Nullable
        Long profileCalls;

        @Column(
                displayName = "Action",
                description = "`WRITE`, `WRITTEN_BEFORE`, `RANK` (can be written on request), `REFUSE`, or `UNKNOWN`.")
        String action;

        @Column(displayName = "Reason", description = "Why it isn't written, as a code; empty if it can be.")
        String reason;

        @Column(
                displayName = "Explanation",
                description = "What the reason refers to, or what the coroutine runs on a thread.")
        String explanation;

        @Column(displayName = "Advice", description = "What a person can do.")
        String advice;

        @Column(displayName = "Blocks on", description = "The chain of calls from the method to the one that blocks.")
        String blocksOn;

        static Row of(MethodDecision decision) {
            return new Row(
                    decision.layer().qualifiedName(),
                    decision.method().name(),
                    decision.rank(),
                    decision.usage().score(),
                    decision.usage().sites(),
                    decision.usage().inLoops(),
                    decision.usage().critical(),
                    decision.usage().measured(),
                    decision.action().name(),
                    decision.refusal() == null ? "" : decision.refusal().name(),
                    explanation(decision),
                    advice(decision),
                    decision.method().evidence() == null
                            ? ""
                            : decision.method().evidence().display());
        }

        private static String explanation(MethodDecision decision) {
            Refusal refusal = decision.refusal();
            if (refusal == null) {
                return decision.detail();
            }
            return decision.detail().isEmpty() ? refusal.text() : refusal.text() + ": " + decision.detail();
        }

        private static String advice(MethodDecision decision) {
            if (decision.refusal() != null) {
                return decision.refusal().advice();
            }
            return decision.action() == MethodDecision.Action.RANK
                    ? "have it written by the option top or methods"
                    : "replace its body by a real query";
        }

        static Row unknown(Profile.Entry entry) {
            return new Row(
                    "",
                    entry.method().toString(),
                    0,
                    0,
                    0,
                    0,
                    0,
                    entry.calls(),
                    "UNKNOWN",
                    "",
                    "line " + entry.line() + " of the profile names a method that no layer has",
                    "look for a misspelt or removed method",
                    "");
        }
    }
}
