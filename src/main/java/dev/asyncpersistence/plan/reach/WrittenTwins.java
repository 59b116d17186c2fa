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

import dev.asyncpersistence.model.AttributeWrite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.plan.change.StatementChange;
import java.util.List;
import java.util.function.Consumer;

/** Sets an async attribute wherever code sets a sync one on an object that it has at hand: {@code app.state.persistence = ...}. */
record WrittenTwins(Surroundings surroundings, Twins twins) {

    /**
     * Adds an assignment behind each of the others; false if one of them can't have any.
     *
     * @param inCompany is told of an assignment that does something else as well
     */
    boolean add(List<AttributeWrite> writes, String async, Consumer<AttributeWrite> inCompany, Search search) {
        for (AttributeWrite write : writes) {
            if (write.statement() == null) {
                inCompany.accept(write);
                return false;
            }
            Expr value =
                    twins.of(write.value(), write.scope(), write.statement().location(), search);
            if (value == null) {
                return false;
            }
            Expr target = new Expr.Attribute(write.target(), async);
            search.need(surroundings.need(
                    write.scope(),
                    new StatementChange(write.statement().id(), StatementChange.Place.BEHIND, target, null, value)));
        }
        return true;
    }
}
