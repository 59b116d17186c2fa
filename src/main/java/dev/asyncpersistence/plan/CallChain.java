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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a call on a layer comes to run: from the first function that something outside the sources calls, or may call, down to the one that holds the
 * call.
 *
 * @param decision on the call
 * @param entry what calls the first function; null if that is not known
 * @param steps the functions, the one that holds the call last; none for calls in module and class bodies
 */
public record CallChain(Decision decision, EntryPoint.@Nullable Kind entry, List<Step> steps) {
    /**
     * A function on the way.
     *
     * @param repeats whether a loop in it repeats what comes next
     */
    public record Step(FunctionModel function, boolean repeats) {}

    /** The functions on the way. */
    public List<FunctionModel> functions() {
        return steps.stream().map(Step::function).toList();
    }

    /** Whether a loop on the way repeats the call. */
    public boolean isRepeated() {
        return steps.stream().anyMatch(Step::repeats);
    }
}
