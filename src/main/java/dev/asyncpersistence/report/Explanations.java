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
import dev.asyncpersistence.plan.Reason;

/** Reasons in words, with what they refer to. */
final class Explanations {
    private Explanations() {}

    static String of(Decision decision) {
        String text = decision.reason().text();
        if (!decision.target().isEmpty()) {
            return text + ": " + decision.target();
        }
        return of(decision.reason(), decision.detail());
    }

    static String of(Reason reason, String detail) {
        return detail.isEmpty() ? reason.text() : reason.text() + ": " + detail;
    }
}
