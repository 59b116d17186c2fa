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
package dev.asyncpersistence.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value and how it was found. */
public record Resolved(Value value, Evidence evidence) {

    /** How a value was found, the strongest first. */
    public enum Evidence {
        /** A definition, an import or a type annotation says so. */
        DECLARED,
        /** An assignment leads to it. */
        ASSIGNED,
        /** A caller passes it as an argument. */
        PASSED,
        /** An attribute of this name is assigned it, on an object whose class is not known. */
        SAME_ATTRIBUTE,
        /** Only the name agrees. */
        SAME_NAME;

        public Evidence weaker(Evidence other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    Resolved atMost(Evidence limit) {
        return new Resolved(value, evidence.weaker(limit));
    }

    /** One entry a value, with its strongest evidence. */
    public static List<Resolved> distinct(List<Resolved> values) {
        Map<Value, Resolved> result = new LinkedHashMap<>();
        for (Resolved each : values) {
            result.merge(each.value(), each, (a, b) -> a.evidence().weaker(b.evidence()) == a.evidence() ? b : a);
        }
        return List.copyOf(result.values());
    }
}
