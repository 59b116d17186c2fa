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
package dev.asyncpersistence.plan.phase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Calls, in whatever form, by the phase that migrates them. A file that several phases have belongs to the first.
 *
 * @param byPhase each phase, in order; one without calls has an empty list
 * @param others calls in files that no phase has
 */
public record Shares<T>(Map<Phase, List<T>> byPhase, List<T> others) {
    /**
     * Gives each call to the phase that owns its file.
     *
     * @param path of the file that a call is in
     */
    public static <T> Shares<T> of(List<Phase> phases, Collection<T> calls, Function<T, String> path) {
        Map<Phase, List<T>> byPhase = new LinkedHashMap<>();
        phases.forEach(phase -> byPhase.put(phase, new ArrayList<>()));
        List<T> others = new ArrayList<>();
        for (T call : calls) {
            Phase.owner(phases, path.apply(call))
                    .map(byPhase::get)
                    .orElse(others)
                    .add(call);
        }
        return new Shares<>(Collections.unmodifiableMap(byPhase), List.copyOf(others));
    }

    /** The calls of one of the phases. */
    public List<T> of(Phase phase) {
        return List.copyOf(byPhase.getOrDefault(phase, List.of()));
    }
}
