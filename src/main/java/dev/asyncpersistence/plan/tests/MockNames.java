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

import dev.asyncpersistence.model.DottedNames;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.plan.change.ImportChange;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a test file writes the classes of {@code unittest.mock}. */
final class MockNames {
    static final String ASYNC_MOCK = "AsyncMock";
    private static final Set<String> PACKAGES = Set.of("unittest.mock", "mock");

    private final Program program;
    private final TestEdits edits;

    MockNames(Program program, TestEdits edits) {
        this.program = program;
        this.edits = edits;
    }

    /**
     * {@code AsyncMock}, or {@code mock.AsyncMock} where the file says {@code mock.Mock}; imported if it has to be.
     *
     * @param key of the edits that need it
     */
    Expr asyncMock(String scope, Object key) {
        ModuleModel module = program.moduleOf(scope);
        for (ImportedName each : module.imports()) {
            if (ASYNC_MOCK.equals(each.symbol()) && PACKAGES.contains(each.module())) {
                return new Expr.Name(each.localName());
            }
        }
        for (ImportedName each : module.imports()) {
            Expr mock = mockModule(each);
            if (mock != null) {
                return new Expr.Attribute(mock, ASYNC_MOCK);
            }
        }
        importAsyncMock(module, key);
        return new Expr.Name(ASYNC_MOCK);
    }

    /** How an import makes the module {@code unittest.mock} known; null if it doesn't. */
    private static @Nullable Expr mockModule(ImportedName each) {
        if ("mock".equals(each.symbol()) && each.module().equals("unittest")) {
            return new Expr.Name(each.localName());
        }
        if (each.symbol() != null || !PACKAGES.contains(each.module())) {
            return null;
        }
        boolean whole = each.module().startsWith(each.localName() + ".");
        return DottedNames.parse(whole ? each.module() : each.localName());
    }

    /** Sees to it that the plain name can be used. */
    void imported(String scope, Object key) {
        ModuleModel module = program.moduleOf(scope);
        boolean known = module.imports().stream()
                .anyMatch(each -> ASYNC_MOCK.equals(each.localName()) && PACKAGES.contains(each.module()));
        if (!known) {
            importAsyncMock(module, key);
        }
    }

    private void importAsyncMock(ModuleModel module, Object key) {
        boolean backport =
                module.imports().stream().anyMatch(each -> each.module().equals("mock"));
        String from = backport ? "mock" : "unittest.mock";
        edits.add(module.path(), module.name(), new ImportChange(from, ASYNC_MOCK, false), key);
    }
}
