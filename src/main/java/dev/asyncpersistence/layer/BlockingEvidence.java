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
package dev.asyncpersistence.layer;

import dev.asyncpersistence.model.SourceLocation;
import java.util.List;

/**
 * Why a function is taken to block.
 *
 * @param kind how sure it is
 * @param chain functions from the one in question down to the call that blocks, that call last
 * @param reason the catalogue's reason, or what is not known
 * @param location where the call stands that ends the chain
 */
public record BlockingEvidence(Kind kind, List<String> chain, String reason, SourceLocation location) {
    public enum Kind {
        /** A call of the catalogue is reached. */
        SINK,
        /** A call is reached of which nobody knows what it does. */
        UNKNOWN
    }

    public String display() {
        return String.join(" -> ", chain) + " (" + reason + ", " + location + ")";
    }
}
