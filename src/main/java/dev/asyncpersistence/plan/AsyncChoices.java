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
import dev.asyncpersistence.layer.LayerMethod.Counterpart;
import dev.asyncpersistence.layer.signature.CallFit;
import dev.asyncpersistence.plan.reach.AsyncLayerReach;
import dev.asyncpersistence.plan.reach.AsyncLayerReach.Reach;
import java.util.List;

/** Chooses the coroutine that takes the place of a blocking call: on the same object, otherwise on the async layer. */
final class AsyncChoices {
    private final AsyncLayerReach reach;

    AsyncChoices(AsyncLayerReach reach) {
        this.reach = reach;
    }

    AsyncChoice of(LayerCall call, LayerMethod method) {
        Counterpart variant = method.variant();
        Counterpart counterpart = method.counterpart();
        Counterpart first = variant == null ? counterpart : variant;
        if (first == null) {
            return AsyncChoice.none(Reason.NO_ASYNC_METHOD, perhaps(method));
        }
        if (!call.direct()) {
            return AsyncChoice.none(Reason.INDIRECT_CALL, first.name());
        }
        CallFit fit = first.fit(call.site());
        if (variant != null && fit.possible()) {
            return AsyncChoice.awaited(Action.AWAIT_VARIANT, variant.name(), fit.keywords(), List.of());
        }
        return counterpart == null
                ? AsyncChoice.none(Reason.SIGNATURE_MISMATCH, String.valueOf(fit.mismatch()))
                : onAsyncLayer(call, counterpart);
    }

    private AsyncChoice onAsyncLayer(LayerCall call, Counterpart counterpart) {
        CallFit fit = counterpart.fit(call.site());
        if (!fit.possible()) {
            return AsyncChoice.none(Reason.SIGNATURE_MISMATCH, String.valueOf(fit.mismatch()));
        }
        Reach reached = reach.from(call.layer(), call.site());
        return reached.source() == null
                ? AsyncChoice.none(Reason.ASYNC_LAYER_NOT_REACHABLE, counterpart.name() + ": " + reached.obstacle())
                : AsyncChoice.awaited(
                        Action.AWAIT_ASYNC_LAYER,
                        reached.source() + "." + counterpart.name(),
                        fit.keywords(),
                        reached.needs());
    }

    /** Names what a person may have meant, and how to say so. */
    private static String perhaps(LayerMethod method) {
        List<String> names = method.candidates();
        if (names.isEmpty()) {
            return "";
        }
        String all = String.join("`, `", names).replaceFirst(", (?=`[^`]+$)", " or ");
        String how = names.size() == 1 ? "" : "name it, as in ";
        return "perhaps `" + all + "`: if so, " + how + "renames=" + method.name() + "=" + names.get(0);
    }
}
