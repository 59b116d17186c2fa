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

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks for. Without {@code top} and {@code methods}, methods are only ranked.
 *
 * @param top how many of the ranking are to be written
 * @param methods those to be written whatever their rank
 * @param profile how often methods are called, if the user knows
 */
public record MethodRequest(
        @Nullable Integer top,
        List<MethodName> methods,
        @Nullable Profile profile) {
    public static final MethodRequest RANK_ONLY = new MethodRequest(null, List.of(), null);

    /** Takes names as users write them. */
    public static MethodRequest of(@Nullable Integer top, List<String> methods, @Nullable Profile profile) {
        return new MethodRequest(top, methods.stream().map(MethodName::of).toList(), profile);
    }
}
