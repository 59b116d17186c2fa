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
package dev.asyncpersistence.plan.methods;

import dev.asyncpersistence.layer.Delegation;
import dev.asyncpersistence.layer.LayerMethod;
import dev.asyncpersistence.layer.LayerMethod.Counterpart;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolver;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The async versions that methods have. */
final class AsyncVersions {
    private final Delegation delegation;

    AsyncVersions(Resolver resolver) {
        this.delegation = new Delegation(resolver);
    }

    /** The coroutine that only runs the method on a thread; null if there is none. */
    @Nullable
    FunctionModel delegate(LayerMethod method) {
        return usable(method)
                .map(Counterpart::function)
                .filter(f -> delegation.runsOnThread(f, method.function()))
                .findFirst()
                .orElse(null);
    }

    /** Whether a blocking method has no async version, or one that only runs it on a thread. */
    boolean isMissing(LayerMethod method) {
        return method.kind() == LayerMethod.Kind.BLOCKING
                && usable(method).allMatch(twin -> delegation.runsOnThread(twin.function(), method.function()));
    }

    private static Stream<Counterpart> usable(LayerMethod method) {
        return Stream.of(method.counterpart(), method.variant())
                .filter(Objects::nonNull)
                .filter(counterpart -> counterpart.difference() == null);
    }
}
