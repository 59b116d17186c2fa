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
package dev.asyncpersistence.plan.tests;

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.plan.change.NameChange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a mock that is awaited now. {@code assert_not_called} stays, which is stricter than {@code assert_not_awaited}, and so does
 * {@code called}, which has no counterpart.
 */
final class Assertions {
    private static final Map<String, String> METHODS = Map.of(
            "assert_called", "assert_awaited",
            "assert_called_once", "assert_awaited_once",
            "assert_called_with", "assert_awaited_with",
            "assert_called_once_with", "assert_awaited_once_with",
            "assert_any_call", "assert_any_await",
            "assert_has_calls", "assert_has_awaits");
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "call_count", "await_count",
            "call_args", "await_args",
            "call_args_list", "await_args_list",
            "mock_calls", "await_args_list");

    private Assertions() {}

    /**
     * What is asked otherwise once the mock is awaited.
     *
     * @param mock what is asked
     * @param behind how many attributes follow the name that changes
     */
    record Question(Expr mock, int behind, String name) {
        NameChange change(Chain chain) {
            return new NameChange(chain.node(), behind, name);
        }
    }

    /** What a chain asks; null if that is nothing of the sort. */
    static @Nullable Question asked(Chain chain) {
        List<Expr.Attribute> attributes = chain.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            String attr = attributes.get(i).attr();
            String name = i == 0 && chain.use() == Use.CALLED ? METHODS.get(attr) : ATTRIBUTES.get(attr);
            if (name != null) {
                return new Question(attributes.get(i).value(), i, name);
            }
        }
        return null;
    }
}
