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

import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolver;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ranks functions by the entry points they are reached from. */
final class CriticalPaths {
    private final Set<FunctionModel> critical;
    private final Set<FunctionModel> startup;

    CriticalPaths(Resolver resolver) {
        List<EntryPoint> entryPoints = EntryPoints.of(resolver);
        CallGraph graph = new CallGraph(resolver);
        critical = graph.reachableFrom(functions(entryPoints, true));
        startup = graph.reachableFrom(functions(entryPoints, false));
    }

    private static List<FunctionModel> functions(List<EntryPoint> entryPoints, boolean critical) {
        return entryPoints.stream()
                .filter(e -> e.kind().isCritical() == critical)
                .map(EntryPoint::function)
                .toList();
    }

    /** The priority of calls in a function; a module body runs on import, that is at startup. */
    Priority of(@Nullable FunctionModel function) {
        if (function == null) {
            return Priority.LOW;
        }
        if (critical.contains(function)) {
            return Priority.HIGH;
        }
        return startup.contains(function) ? Priority.LOW : Priority.MEDIUM;
    }
}
