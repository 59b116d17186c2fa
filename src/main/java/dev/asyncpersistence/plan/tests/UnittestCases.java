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

import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.change.BaseChange;
import dev.asyncpersistence.plan.change.FunctionNameChange;
import dev.asyncpersistence.plan.change.ImportChange;
import dev.asyncpersistence.plan.change.NameChange;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.List;
import java.util.Map;

/** What unittest runs: methods of test cases, which have another base class and other names if they are async. */
final class UnittestCases {
    /** What unittest runs around tests, and what it runs instead if that is async. */
    private static final Map<String, String> UNITTEST = Map.of("setUp", "asyncSetUp", "tearDown", "asyncTearDown");

    private final Resolver resolver;
    private final Program program;
    private final FunctionUses uses;
    private final TestEdits edits;

    UnittestCases(Resolver resolver, FunctionUses uses, TestEdits edits) {
        this.resolver = resolver;
        this.program = resolver.program();
        this.uses = uses;
        this.edits = edits;
    }

    /** Whether a function is a method of a test case, or of what test cases are made with. */
    boolean has(FunctionModel function) {
        return !bases(function).isEmpty();
    }

    /** Changes what is around a method that becomes async. */
    void makeAsync(FunctionModel function) {
        makeIsolated(function);
        rename(function);
    }

    /** Has a method's class run an event loop for its tests. */
    void makeIsolated(FunctionModel function) {
        bases(function).forEach(base -> changeBase(function, base));
    }

    private void changeBase(FunctionModel function, ClassModel base) {
        for (Expr each : base.bases()) {
            String name = each.dotted();
            if (name != null && name.endsWith("TestCase") && !name.endsWith("IsolatedAsyncioTestCase")) {
                String async = name.substring(0, name.length() - "TestCase".length()) + "IsolatedAsyncioTestCase";
                edits.add(base.location().path(), base.qualifiedName(), new BaseChange(base.id(), name, async), base);
                if (!name.contains(".")) {
                    ModuleModel module = program.moduleOf(base.qualifiedName());
                    edits.add(module.path(), module.name(), new ImportChange("unittest", async, false), base);
                }
                edits.join(function, base);
            }
        }
    }

    private void rename(FunctionModel function) {
        String renamed = UNITTEST.get(function.name());
        if (renamed != null) {
            edits.add(
                    function.location().path(),
                    function.qualifiedName(),
                    new FunctionNameChange(function.id(), renamed),
                    function);
            for (Call call : uses.callsOf(function)) {
                edits.add(
                        call.site().location().path(),
                        call.site().scope(),
                        new NameChange(call.site().id(), 0, renamed),
                        function);
            }
        }
    }

    /** The classes, among a method's class with its bases, that are derived from one of unittest's; of a mixin, those that use it. */
    private List<ClassModel> bases(FunctionModel function) {
        ClassModel own = function.className() == null ? null : program.classNamed(function.className());
        if (own == null) {
            return List.of();
        }
        List<ClassModel> around = resolver.hierarchy().lookupOrder(own).stream()
                .filter(UnittestCases::isTestCase)
                .toList();
        return around.isEmpty()
                ? resolver.hierarchy().withSubclasses(own).stream()
                        .filter(UnittestCases::isTestCase)
                        .toList()
                : around.subList(0, 1);
    }

    private static boolean isTestCase(ClassModel type) {
        return type.bases().stream()
                .map(Expr::dotted)
                .anyMatch(name -> name != null
                        && (name.equals("TestCase")
                                || name.equals("unittest.TestCase")
                                || name.endsWith("IsolatedAsyncioTestCase")));
    }
}
