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
package dev.asyncpersistence.plan.doubles;

import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import java.util.ArrayList;
import java.util.List;

/** Something that stands in for a function or object while a test runs (Meszaros, «xUnit Test Patterns», 2007). */
public sealed interface TestDouble {
    /**
     * A mock, or a part of one.
     *
     * @param path the attributes that lead to it from the mock that was made; what a call of one returns is {@link #RESULT}
     */
    record Part(Mock mock, List<String> path) implements TestDouble {
        /** {@code return_value}. */
        public static final String RESULT = "()";

        /** Longer paths are not met in practice; the limit is for loops. */
        private static final int MAX_DEPTH = 6;

        public boolean isDeep() {
            return path.size() >= MAX_DEPTH;
        }

        /** Whether it is what {@code patch.multiple} gives, with a mock that it has made for a keyword. */
        boolean isDictWith(String keyword) {
            return path.isEmpty() && mock.makesForKeyword(keyword);
        }

        /** An attribute of it. */
        public Part part(String name) {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            return new Part(mock, List.copyOf(longer));
        }
    }

    /** An object of a class of the tests that is made to stand in for another. */
    record Fake(ClassModel type) implements TestDouble {}

    /** A function of the tests that takes the place of another. */
    record Function(FunctionModel function) implements TestDouble {}

    /** A {@code lambda} that takes the place of a function. */
    record Lambda(Expr.Lambda lambda, String scope) implements TestDouble {}
}
