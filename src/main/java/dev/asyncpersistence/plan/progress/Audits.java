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
package dev.asyncpersistence.plan.progress;

import dev.asyncpersistence.plan.MigrationPlan;
import java.util.List;
import java.util.Set;

/**
 * What a run knows of the calls.
 *
 * @param found what it has found
 * @param left what a plan of its result says
 * @param unread paths of files that could not be read, of which it knows nothing
 */
public record Audits(MigrationPlan found, MigrationPlan left, Set<String> unread) {
    /** How many calls no longer block since the run. */
    public int done() {
        return blocking(found) - blocking(left);
    }

    private static int blocking(MigrationPlan plan) {
        return plan.blockingByFile().values().stream().mapToInt(List::size).sum();
    }
}
