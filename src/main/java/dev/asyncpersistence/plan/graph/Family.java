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

import dev.asyncpersistence.model.FunctionModel;
import java.util.List;

/** Functions that a call can reach in each other's place, so that they are all coroutines or none is. */
public record Family(List<FunctionModel> members) {
    public String name() {
        return members.get(0).name();
    }

    /** Families are distinct where their members are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Family that && members.get(0).equals(that.members.get(0));
    }

    @Override
    public int hashCode() {
        return members.get(0).hashCode();
    }
}
