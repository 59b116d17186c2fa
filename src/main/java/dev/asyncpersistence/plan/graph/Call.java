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
package dev.asyncpersistence.plan.graph;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolved.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call site with the project's functions that it may run.
 *
 * @param caller the function around it, null in module and class bodies
 * @param targets functions that it may run; of a class, the constructor
 * @param constructs whether it makes an object of a class
 * @param stranger something else that it may run, too, which is not part of the project; empty if nothing of the sort is known
 * @param evidence the weakest link on the way to the targets
 */
public record Call(
        CallSite site,
        @Nullable FunctionModel caller,
        List<FunctionModel> targets,
        boolean constructs,
        String stranger,
        Evidence evidence) {

    /** Calls are the same where their sites are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Call that && site.equals(that.site);
    }

    @Override
    public int hashCode() {
        return site.hashCode();
    }
}
