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

/**
 * A name that the signature of a function uses: whoever copies the signature elsewhere needs it there, too.
 *
 * @param name the first part of a dotted name
 */
public record SignatureName(String name, Kind kind) {
    public enum Kind {
        /** In a default value, which is evaluated when the function is defined. */
        DEFAULT_VALUE,
        /** In an annotation, which is evaluated as well, unless the module says otherwise (PEP 563). */
        ANNOTATION,
        /** In a string inside an annotation, which nobody has to evaluate. */
        QUOTED
    }
}
