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
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.plan.change.KeywordChange;
import dev.asyncpersistence.plan.change.TextChange;
import dev.asyncpersistence.plan.doubles.Mock;

/** Names of methods where a mock is made: keywords, keys of unpacked dicts, the names that a spec lists. */
final class MockTexts {
    private MockTexts() {}

    static void renamed(Mock mock, Move move, TestEdits edits, Program program) {
        String path = program.moduleOf(mock.scope()).path();
        for (Expr.Argument argument : mock.call().arguments()) {
            if (move.method().equals(argument.keyword())) {
                edits.add(path, mock.scope(), new KeywordChange(mock.id(), move.method(), move.newMethod()), mock);
            }
            if (argument.value() instanceof Expr.Display display) {
                display.keys().forEach(key -> text(key, mock, move, edits, path));
                display.elements().forEach(element -> text(element, mock, move, edits, path));
            }
        }
    }

    /** Whether a mock without a spec is made with something for a method: {@code Mock(load=...)}, {@code Mock(**{"load.return_value": 1})}. */
    static boolean names(Mock mock, String method) {
        boolean free = (mock.kind() == Mock.Kind.MOCK || mock.kind() == Mock.Kind.MAGIC_MOCK)
                && mock.keyword("spec") == null
                && mock.keyword("spec_set") == null
                && mock.keyword("wraps") == null;
        return free
                && mock.call().arguments().stream()
                        .anyMatch(each -> method.equals(each.keyword())
                                || (each.stars() == 2
                                        && each.value() instanceof Expr.Display dict
                                        && dict.keys().stream().anyMatch(key -> names(key, method))));
    }

    private static boolean names(Expr key, String method) {
        return key instanceof Expr.Text text
                && (text.value().equals(method) || text.value().startsWith(method + "."));
    }

    private static void text(Expr expr, Mock mock, Move move, TestEdits edits, String path) {
        if (expr instanceof Expr.Text text) {
            String value = text.value();
            boolean named = value.equals(move.method()) || value.startsWith(move.method() + ".");
            if (named) {
                String renamed =
                        move.newMethod() + value.substring(move.method().length());
                edits.add(path, mock.scope(), new TextChange(mock.id(), value, renamed), mock);
            }
        }
    }
}
