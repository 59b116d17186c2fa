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
package dev.asyncpersistence.plan.methods;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How much a method is called. Measured calls count before everything else; without them, the call sites do.
 *
 * @param sites blocking call sites, and those that await a coroutine which only runs the method on a thread
 * @param inLoops how many of them a loop repeats
 * @param critical how many of them a request, a message or a periodic task waits for
 * @param measured calls in the user's profile; null without a profile
 */
public record Usage(
        int sites, int inLoops, int critical, @Nullable Long measured) {
    /** More than any loop adds: what users wait for comes first. */
    private static final int CRITICAL_WEIGHT = 10;

    private static final int LOOP_WEIGHT = 5;

    /** Most called first. */
    static final Comparator<Usage> MOST_CALLED_FIRST = Comparator.comparingLong(
                    (Usage usage) -> usage.measured == null ? 0 : usage.measured)
            .thenComparingInt(Usage::score)
            .reversed();

    /** One for each site, ten more for one on a critical path, five more for one in a loop. */
    public int score() {
        return sites + CRITICAL_WEIGHT * critical + LOOP_WEIGHT * inLoops;
    }
}
