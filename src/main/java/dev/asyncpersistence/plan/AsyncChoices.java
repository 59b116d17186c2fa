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
import dev.asyncpersistence.model.Resolver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the coroutine that takes the place of a blocking call: on the same object, otherwise on the async layer. */
final class AsyncChoices {
    private final AsyncLayerReach reach;

    AsyncChoices(Resolver resolver) {
        this.reach = new AsyncLayerReach(resolver);
    }

    AsyncChoice of(LayerCall call, LayerMethod method) {
        Counterpart variant = method.variant();
        CallFit fit = variant == null ? null : variant.fit(call.site());
        if (variant == null || fit == null || !fit.possible()) {
            return onAsyncLayer(call, method, fit);
        }
        return call.direct()
                ? AsyncChoice.awaited(Action.AWAIT_VARIANT, variant.name(), fit.keywords())
                : AsyncChoice.none(Reason.INDIRECT_CALL, variant.name());
    }

    private AsyncChoice onAsyncLayer(LayerCall call, LayerMethod method, @Nullable CallFit ofVariant) {
        Counterpart counterpart = method.counterpart();
        if (counterpart == null) {
            return ofVariant == null
                    ? AsyncChoice.none(Reason.NO_ASYNC_METHOD, perhaps(method))
                    : AsyncChoice.none(Reason.SIGNATURE_MISMATCH, String.valueOf(ofVariant.mismatch()));
        }
        CallFit fit = counterpart.fit(call.site());
        if (!fit.possible()) {
            return AsyncChoice.none(Reason.SIGNATURE_MISMATCH, String.valueOf(fit.mismatch()));
        }
        if (!call.direct()) {
            return AsyncChoice.none(Reason.INDIRECT_CALL, counterpart.name());
        }
        String target = reach.from(call);
        return target == null
                ? AsyncChoice.none(Reason.ASYNC_LAYER_NOT_REACHABLE, counterpart.name())
                : AsyncChoice.awaited(Action.AWAIT_ASYNC_LAYER, target + "." + counterpart.name(), fit.keywords());
    }

    /** Names what a person may have meant, and how to say so. */
    private static String perhaps(LayerMethod method) {
        List<String> names = method.candidates();
        if (names.isEmpty()) {
            return "";
        }
        String last = "`" + names.get(names.size() - 1) + "`";
        String others = String.join("`, `", names.subList(0, names.size() - 1));
        String all = others.isEmpty() ? last : "`" + others + "` or " + last;
        String example = "renames=" + method.name() + "=" + names.get(0);
        return "perhaps " + all + (others.isEmpty() ? ": if so, " + example : ": if so, name it, as in " + example);
    }
}
