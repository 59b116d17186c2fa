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
package dev.asyncpersistence.plan.reach;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.PassedArgument;
import dev.asyncpersistence.plan.change.ArgumentChange;

/**
 * Makes calls hand over the async layer that belongs to the sync one they hand over.
 *
 * @param async the new parameter or field
 * @param accessor what the new one is set to where nothing is handed over
 */
record Handing(Surroundings surroundings, Twins twins, String async, FunctionModel accessor) {

    /**
     * Looks at one call; false if nobody can say what it has to hand over.
     *
     * @param passed what the call hands over as the sync layer
     */
    boolean at(CallSite site, PassedArgument passed, Search search) {
        if (!passed.known()) {
            search.refuse(site.location(), "nobody can tell what this call passes");
            return false;
        }
        if (passed.value() == null) {
            return true;
        }
        Expr twin = twins.of(passed.value(), site.scope(), site.location(), search);
        if (twin == null || twin instanceof Expr.AnyOf) {
            return false;
        }
        if (!isAccessor(twin) && !twin.equals(Expr.Opaque.NONE)) {
            search.need(surroundings.need(site.scope(), new ArgumentChange(site.id(), async, twin)));
        }
        return true;
    }

    /** What the callee falls back to by itself. */
    private boolean isAccessor(Expr twin) {
        return twin instanceof Expr.Call call && CallTwins.isOf(accessor, call);
    }
}
