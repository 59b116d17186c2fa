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
package dev.asyncpersistence.plan.progress;

import java.util.List;
import java.util.stream.Stream;

/**
 * How far a migration is.
 *
 * @param phases in the order in which they are run
 * @param others calls in files that no phase has
 */
public record Progress(List<PhaseProgress> phases, List<TrackedCall> others) {
    /** All calls that blocked when they were first seen. */
    public List<TrackedCall> calls() {
        return Stream.concat(phases.stream().flatMap(phase -> phase.calls().stream()), others.stream())
                .toList();
    }

    /** How many calls there are. */
    public int total() {
        return calls().size();
    }

    /** How many of them no longer block. */
    public int done() {
        return (int) calls().stream().filter(TrackedCall::done).count();
    }
}
