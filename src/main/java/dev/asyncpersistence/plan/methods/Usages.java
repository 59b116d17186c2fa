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

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.layer.LayerMethod;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.plan.Decision;
import dev.asyncpersistence.plan.LayerCall;
import dev.asyncpersistence.plan.Priority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts how much methods are called. */
final class Usages {
    private final List<Decision> decisions;
    private final @Nullable Profile profile;

    Usages(List<Decision> decisions, @Nullable Profile profile) {
        this.decisions = decisions;
        this.profile = profile;
    }

    /**
     * The usage of a method.
     *
     * @param delegate the coroutine that runs it on a thread: who awaits that still waits for the method
     */
    Usage of(Layer layer, LayerMethod method, @Nullable FunctionModel delegate) {
        List<Decision> sites = decisions.stream()
                .filter(d -> d.call().layer().qualifiedName().equals(layer.qualifiedName()))
                .filter(d -> isBlockingCall(d, method) || (delegate != null && delegate.equals(called(d.call()))))
                .toList();
        return new Usage(
                sites.size(),
                (int) sites.stream().filter(d -> d.site().inLoop()).count(),
                (int) sites.stream().filter(d -> d.priority() == Priority.HIGH).count(),
                profile == null ? null : measured(profile, layer, method));
    }

    private static boolean isBlockingCall(Decision decision, LayerMethod method) {
        return decision.blocks() && method.function().equals(called(decision.call()));
    }

    private static @Nullable FunctionModel called(LayerCall call) {
        return call.method() != null ? call.method().function() : call.asyncMethod();
    }

    private static long measured(Profile profile, Layer layer, LayerMethod method) {
        return profile.entries().stream()
                .filter(entry -> entry.method().means(layer, method))
                .mapToLong(Profile.Entry::calls)
                .sum();
    }
}
