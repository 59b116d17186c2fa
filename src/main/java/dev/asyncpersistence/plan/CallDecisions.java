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

import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is done with the calls of project functions that reach a blocking call. */
final class CallDecisions {
    private final FunctionUses uses;
    private final Propagation propagation;
    private final ReachingFunctions reaching;
    private final AsyncioName asyncio;

    CallDecisions(FunctionUses uses, Propagation propagation, ReachingFunctions reaching, AsyncioName asyncio) {
        this.uses = uses;
        this.propagation = propagation;
        this.reaching = reaching;
        this.asyncio = asyncio;
    }

    /** A decision for each call from a coroutine; what stays sync goes on calling as before. */
    List<CallDecision> all() {
        List<CallDecision> result = new ArrayList<>();
        for (Call call : uses.calls()) {
            FunctionModel caller = call.caller();
            boolean concerned = call.targets().stream().anyMatch(reaching::contains);
            if (concerned && caller != null && propagation.isAsync(caller)) {
                result.add(decide(call));
            }
        }
        return result;
    }

    private CallDecision decide(Call call) {
        if (call.targets().stream().anyMatch(propagation::becomesAsync)) {
            return new CallDecision(call, Action.AWAIT, Reason.MUST_AWAIT, "");
        }
        Obstacle obstacle = propagation.liftObstacle(call);
        if (obstacle != null) {
            return new CallDecision(call, Action.KEEP, obstacle.reason(), obstacle.detail());
        }
        if (asyncio.isShadowed(call.site())) {
            return new CallDecision(call, Action.KEEP, Reason.ASYNCIO_SHADOWED, "");
        }
        Obstacle cause = call.targets().stream()
                .map(propagation::cause)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Obstacle.of(Reason.SYNC_CALLER));
        return new CallDecision(call, Action.TO_THREAD, cause.reason(), cause.detail());
    }
}
