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

import dev.asyncpersistence.layer.LayerMethod;
import dev.asyncpersistence.layer.LayerMethod.Kind;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.plan.change.Need;
import java.util.List;
import java.util.Map;

/**
 * What is done with one call on a layer, and why.
 *
 * @param detail what the reason refers to: the missing parameter, the chain to the driver; may be empty
 * @param target what to await: the async layer's method with the expression that reaches it ({@code self.async_persistence.get_player_by_id}), or
 *     the name of the same object's coroutine; empty for other actions
 * @param keywords the keywords that arguments get there, by the argument's index: instead of another, or instead of a position
 * @param needs what has to be added so that the target is there
 */
public record Decision(
        LayerCall call,
        Action action,
        Reason reason,
        String detail,
        String target,
        Map<Integer, String> keywords,
        List<Need> needs,
        Priority priority)
        implements SiteDecision {
    /** A decision that changes no argument and needs nothing. */
    Decision(LayerCall call, Action action, Reason reason, String detail, Priority priority) {
        this(call, action, reason, detail, "", Map.of(), List.of(), priority);
    }

    @Override
    public CallSite site() {
        return call.site();
    }

    /** Whether the call blocks the thread that makes it; a coroutine that blocks does so, too. */
    public boolean blocks() {
        LayerMethod method = call.method();
        return method != null
                && (method.kind() == Kind.BLOCKING || method.kind() == Kind.FAKE_ASYNC)
                && reason != Reason.OFF_LOOP;
    }
}
