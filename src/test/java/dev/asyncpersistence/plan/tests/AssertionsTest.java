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

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.Programs;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PythonForTests.class)
class AssertionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m.load.assert_called() | m.load 0 assert_awaited",
                "m.load.assert_called_once() | m.load 0 assert_awaited_once",
                "m.load.assert_called_with(1) | m.load 0 assert_awaited_with",
                "m.load.assert_called_once_with(1) | m.load 0 assert_awaited_once_with",
                "m.load.assert_any_call(1) | m.load 0 assert_any_await",
                "m.load.assert_has_calls([]) | m.load 0 assert_has_awaits",
                "m.assert_called_once() | m 0 assert_awaited_once",
                "m.load.return_value.save.assert_called() | m.load.return_value.save 0 assert_awaited",
                "x = m.load.call_count | m.load 0 await_count",
                "x = m.load.call_args | m.load 0 await_args",
                "x = m.load.call_args_list | m.load 0 await_args_list",
                "x = m.load.mock_calls | m.load 0 await_args_list",
                "assert m.load.call_count == 1 | m.load 0 await_count",
                "x = m.load.call_args.kwargs | m.load 1 await_args",
                "x = m.load.call_args.kwargs.values() | m.load 2 await_args",
                "x = m.load.call_args[0] | m.load 0 await_args",
                "m.load.call_args_list.index(1) | m.load 1 await_args_list",
            })
    void areMadeOfAwaits(String code, String expected) {
        assertThat(asked(code)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Stricter than its counterpart.
                "m.load.assert_not_called()",
                // Has no counterpart.
                "assert m.load.called",
                "m.load.reset_mock()",
                "m.load.assert_awaited_once()",
                "x = m.load.await_count",
                "m.load.return_value = 1",
                "m.load(1)",
                "m.load",
                "call_count()",
                "x = call_args",
                // Handed on, not called.
                "check(m.load.assert_called_once)",
                // A method of what was asked for.
                "m.assert_called_once.other()",
            })
    void stay(String code) {
        assertThat(asked(code)).isEmpty();
    }

    @Test
    void changeTheNameThatTheChainHas() {
        Chain chain = chains("x = m.load.call_args.kwargs").stream()
                .filter(each -> Assertions.asked(each) != null)
                .findFirst()
                .orElseThrow();
        Assertions.Question question = Objects.requireNonNull(Assertions.asked(chain));
        assertThat(question.change(chain).node()).isEqualTo(chain.node());
        assertThat(question.change(chain).behind()).isEqualTo(1);
        assertThat(question.change(chain).name()).isEqualTo("await_args");
    }

    private static List<String> asked(String code) {
        return chains(code).stream()
                .map(Assertions::asked)
                .filter(Objects::nonNull)
                .map(question -> Objects.requireNonNull(question))
                .map(question -> question.mock().display() + " " + question.behind() + " " + question.name())
                .toList();
    }

    private static List<Chain> chains(String code) {
        return Chains.in(List.of(Programs.module("tests/test_it.py", "def test(m):\n    " + code + "\n")));
    }
}
