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
package dev.asyncpersistence.plan;

import dev.asyncpersistence.model.Resolver;
import java.util.List;

/**
 * A plan, with the ways by which its blocking calls are reached.
 *
 * @param chains one for each decision on a call that blocks, in the plan's order
 */
public record TracedPlan(MigrationPlan plan, List<CallChain> chains) {
    /** Traces each blocking call of a plan that was made for the same program. */
    public static TracedPlan of(MigrationPlan plan, Resolver resolver) {
        return new TracedPlan(plan, new CallChains(resolver).of(plan.decisions()));
    }
}
