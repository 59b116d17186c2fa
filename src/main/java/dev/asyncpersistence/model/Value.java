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

import org.jspecify.annotations.Nullable;

/** What an expression can evaluate to, as far as the sources tell. */
public sealed interface Value {

    /** An instance of a project class. */
    record Instance(ClassModel type) implements Value {}

    /** A project class itself. */
    record ClassObject(ClassModel type) implements Value {}

    /**
     * A project function.
     *
     * @param receiver the class of the object that a bound method was taken from
     */
    record FunctionObject(FunctionModel function, @Nullable ClassModel receiver) implements Value {}

    record ModuleObject(ModuleModel module) implements Value {}

    /** A name imported from outside the project, {@code sqlite3.connect}; builtins are {@code builtins.open}. */
    record External(String name) implements Value {}

    /** What a call of an external name returns, or an attribute of such a thing. */
    record ExternalResult(String name) implements Value {
        /** So many calls in a row tell what a thing is. */
        private static final int MAX_CALLS = 4;

        private static final String CALLED = "()";

        /**
         * An attribute of it. A builder that a loop or an {@code if} calls again, {@code query = query.where(...)}, stays what it is: with the names of all
         * that may have been called before, there would be no end of them.
         */
        ExternalResult attribute(String attr) {
            String longer = name + "." + attr;
            boolean again = name.contains("." + attr + CALLED);
            return again || name.split("\\(\\)", -1).length > MAX_CALLS ? this : new ExternalResult(longer);
        }

        /** What a call of it gives. */
        ExternalResult called() {
            return name.endsWith(CALLED) ? this : new ExternalResult(name + CALLED);
        }
    }
}
