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

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says whether a sync and an async layer work on the same data, as far as the sources tell how each was come by. */
final class Kinship {
    private final Resolver resolver;
    private final LayerTypes types;
    private final Accessors accessors;

    Kinship(Resolver resolver, LayerTypes types, Accessors accessors) {
        this.resolver = resolver;
        this.types = types;
        this.accessors = accessors;
    }

    enum Degree {
        /** They come from twin accessors, or are made alike. */
        PROVEN,
        /** Nothing is known against it; the names have to tell. */
        POSSIBLE,
        /** They are made differently. */
        NONE
    }

    /** The weakest degree over all ways in which the two names get their values. */
    Degree of(List<Binding> sync, List<Binding> async, Search search) {
        return sync.stream()
                .flatMap(one ->
                        async.stream().map(other -> of(one.value(), one.scope(), other.value(), other.scope(), search)))
                .max(Comparator.naturalOrder())
                .orElse(Degree.POSSIBLE);
    }

    Degree of(Expr sync, String syncScope, Expr async, String asyncScope, Search search) {
        Making syncMade = types.madeInPlace(sync, syncScope);
        Making asyncMade = types.madeInPlace(async, asyncScope);
        if (syncMade != null && asyncMade != null) {
            return Making.compare(syncMade, asyncMade);
        }
        FunctionModel one = accessor(sync, syncScope);
        FunctionModel other = accessor(async, asyncScope);
        boolean twins = one != null && other != null && other.equals(accessors.twin(one, search.asyncType()));
        return twins ? Degree.PROVEN : Degree.POSSIBLE;
    }

    private @Nullable FunctionModel accessor(Expr value, String scope) {
        Expr plain = value instanceof Expr.Await await ? await.value() : value;
        return plain instanceof Expr.Call call
                ? resolver.resolve(Handoffs.plain(call).callee(), scope).stream()
                        .map(each -> each.value())
                        .filter(Value.FunctionObject.class::isInstance)
                        .map(each -> ((Value.FunctionObject) each).function())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /**
     * The one of several async things that belongs to a sync one: the only one of which that is proven, otherwise what the names say.
     *
     * @param sync how many sync things there are to choose for
     */
    static @Nullable String choose(String name, Map<String, Degree> candidates, int sync) {
        List<String> proven = names(candidates, Degree.PROVEN);
        if (proven.size() == 1) {
            return proven.get(0);
        }
        return AsyncNames.choose(name, proven.isEmpty() ? names(candidates, Degree.POSSIBLE) : proven, sync);
    }

    /** The same among things that don't belong together, such as a function's parameters: there, the names have to agree. */
    static @Nullable String chooseByName(String name, Map<String, Degree> candidates) {
        return choose(name, candidates, Integer.MAX_VALUE);
    }

    private static List<String> names(Map<String, Degree> candidates, Degree degree) {
        return candidates.entrySet().stream()
                .filter(each -> each.getValue() == degree)
                .map(Map.Entry::getKey)
                .toList();
    }
}
