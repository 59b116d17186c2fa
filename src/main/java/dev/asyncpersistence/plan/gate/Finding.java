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
package dev.asyncpersistence.plan.gate;

/**
 * A violation and what comes of it.
 *
 * @param note why it is allowed, or why it fails although something speaks for it; may be empty
 */
public record Finding(Violation violation, Status status, String note) {

    /** What comes of a violation. The names are part of the reports' format. */
    public enum Status {
        /** The gate fails. */
        FAILS,
        /** A comment allows it. */
        ALLOWED,
        /** The baseline accepts it. */
        BASELINE,
        /** It may do no harm, and is only listed. */
        UNCERTAIN
    }

    /** In one line. */
    public String display() {
        return violation.display() + (note.isEmpty() ? "" : " (" + note + ")");
    }
}
