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
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import java.util.Collection;
import java.util.regex.Pattern;

/** What lets pytest run coroutine functions. */
enum AsyncioPlugin {
    /** pytest-asyncio in its mode {@code auto}: every coroutine function is run. */
    AUTO,
    /** pytest-asyncio in its mode {@code strict}: tests are marked, fixtures are pytest-asyncio's. */
    STRICT,
    /** anyio's own plugin: tests are marked, fixtures need no marker. */
    ANYIO,
    /** None: an event loop has to be run by the tests themselves. */
    NONE;

    private static final Pattern AUTO_MODE = Pattern.compile("asyncio[_-]mode\\s*=\\s*[\"']?auto\\b");
    private static final Pattern INSTALLED = Pattern.compile("\\bpytest[_-]asyncio\\b|\\basyncio_mode\\b");

    /**
     * Finds out which one a project uses.
     *
     * @param settings the texts of files that configure tests or name what they require
     */
    static AsyncioPlugin of(Collection<String> settings, Collection<ModuleModel> tests) {
        if (settings.stream().anyMatch(text -> AUTO_MODE.matcher(text).find())) {
            return AUTO;
        }
        if (isMarked(tests, "asyncio")
                || tests.stream()
                        .flatMap(module -> module.imports().stream())
                        .anyMatch(each -> each.module().equals("pytest_asyncio"))
                || (settings.stream().anyMatch(text -> INSTALLED.matcher(text).find()) && !isMarked(tests, "anyio"))) {
            return STRICT;
        }
        return isMarked(tests, "anyio") ? ANYIO : NONE;
    }

    private static boolean isMarked(Collection<ModuleModel> tests, String mark) {
        return tests.stream().anyMatch(module -> Marks.inModule(module).anyMatch(each -> isMark(each, mark)));
    }

    /** {@code pytest.mark.asyncio}, called or not. */
    static boolean isMark(Expr decorator, String mark) {
        Expr plain = decorator.callee();
        return plain instanceof Expr.Attribute attribute
                && attribute.attr().equals(mark)
                && "mark".equals(Program.lastName(attribute.value()));
    }

    /** The mark that makes it run a coroutine function; empty if none is needed. */
    String mark() {
        return switch (this) {
            case STRICT -> "asyncio";
            case ANYIO -> "anyio";
            case AUTO, NONE -> "";
        };
    }
}
