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
package dev.asyncpersistence.layer.signature;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a call can be made of another function, and how.
 *
 * @param keywords the keywords that arguments get, by the argument's index: instead of another, or instead of a position
 * @param mismatch why it can't be made; null if it can
 */
public record CallFit(
        Map<Integer, String> keywords, @Nullable String mismatch) {
    static final CallFit AS_IT_IS = new CallFit(Map.of(), null);

    static CallFit adapted(Map<Integer, String> keywords) {
        return keywords.isEmpty() ? AS_IT_IS : new CallFit(Map.copyOf(keywords), null);
    }

    static CallFit mismatch(String why) {
        return new CallFit(Map.of(), why);
    }

    public boolean possible() {
        return mismatch == null;
    }
}
