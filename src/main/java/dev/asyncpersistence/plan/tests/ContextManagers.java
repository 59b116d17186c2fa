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

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Fixtures;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.plan.change.DecoratorNameChange;
import dev.asyncpersistence.plan.change.ImportChange;
import dev.asyncpersistence.plan.change.ImportRemoval;
import java.util.Set;

/** Helpers of tests that are context managers: generators that {@code contextlib} makes async ones of, for {@code async with}. */
final class ContextManagers {
    private static final String SYNC = "contextmanager";
    private static final String ASYNC = "asynccontextmanager";
    private static final String MODULE = "contextlib";
    private static final Set<String> DECORATORS = Set.of(SYNC, MODULE + "." + SYNC);
    private static final Set<String> OF_METHODS = Set.of("staticmethod", "classmethod");

    private ContextManagers() {}

    /** Whether a function is one, and nothing else: a fixture gives tests the manager, which they enter otherwise. */
    static boolean has(FunctionModel function) {
        return function.yielded()
                && !Fixtures.isFixture(function)
                && function.hasDecorator(SYNC)
                && function.decorators().stream()
                        .map(Expr::dotted)
                        .allMatch(each -> each != null && (DECORATORS.contains(each) || OF_METHODS.contains(each)));
    }

    /** Whether {@code async with} may stand where a call of one does. */
    static boolean canEnter(CallSite site) {
        return site.use() == Use.ENTERED && site.place() == CallSite.Place.BODY;
    }

    /** Changes the decorator, and what it needs imported. */
    static void makeAsync(FunctionModel function, Program program, TestEdits edits) {
        ModuleModel module = program.moduleOf(function.qualifiedName());
        for (Expr decorator : function.decorators()) {
            String name = decorator.dotted();
            if (name != null && DECORATORS.contains(name)) {
                String async = name.substring(0, name.length() - SYNC.length()) + ASYNC;
                edits.add(
                        module.path(),
                        function.qualifiedName(),
                        new DecoratorNameChange(function.id(), name, async),
                        function);
                if (name.equals(SYNC)) {
                    edits.add(module.path(), module.name(), new ImportChange(MODULE, ASYNC, false), function);
                    edits.add(module.path(), module.name(), new ImportRemoval(SYNC), function);
                }
            }
        }
    }
}
