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

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import org.jspecify.annotations.Nullable;

/** Looks through methods and properties that only pass something on: {@code return self._container.persistence}. */
final class Substitution {
    private Substitution() {}

    /** The twin of what a method returns, with its object in the place of {@code self}. */
    static @Nullable Expr through(FunctionModel method, Expr object, Twins twins, Search search) {
        if (method.returned().size() != 1 || method.parameters().size() != 1 || method.async() || method.yielded()) {
            return search.refuse(method.location(), "`" + method.name() + "` does more than to return a layer");
        }
        Expr twin = twins.of(method.returned().get(0), method.qualifiedName(), method.location(), search);
        Expr self = new Expr.Name(method.parameters().get(0).name());
        if (twin == null || !(twin instanceof Expr.Attribute) || !twin.start().equals(self)) {
            return search.refuse(
                    method.location(), "`" + method.name() + "` returns a layer that is not its object's own");
        }
        return replaced(twin, self, object);
    }

    private static Expr replaced(Expr expr, Expr self, Expr object) {
        if (expr.equals(self)) {
            return object;
        }
        return expr instanceof Expr.Attribute attribute
                ? new Expr.Attribute(replaced(attribute.value(), self, object), attribute.attr())
                : expr;
    }
}
