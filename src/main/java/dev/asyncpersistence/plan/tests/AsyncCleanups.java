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
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.plan.change.NameChange;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code self.addCleanup(close)} of unittest, where {@code close} is a coroutine function now. Only an {@code IsolatedAsyncioTestCase} has one that awaits;
 * what is run behind a class, a module or a fixture of pytest is awaited by none.
 */
final class AsyncCleanups {
    private static final String CLEANUP = "addCleanup";
    private static final Set<String> SYNC = Set.of("addClassCleanup", "addModuleCleanup", "addfinalizer");

    private final Program program;
    private final FunctionUses uses;
    private final Set<FunctionModel> async;
    private final UnittestCases unittest;
    private final TestEdits edits;
    private final List<Problem> problems;

    AsyncCleanups(
            Program program,
            FunctionUses uses,
            Set<FunctionModel> async,
            UnittestCases unittest,
            TestEdits edits,
            List<Problem> problems) {
        this.program = program;
        this.uses = uses;
        this.async = async;
        this.unittest = unittest;
        this.edits = edits;
        this.problems = problems;
    }

    void change(Collection<ModuleModel> tests) {
        tests.forEach(module -> module.allCalls().forEach(this::change));
    }

    private void change(CallSite site) {
        String name = String.valueOf(Program.lastName(site.call().callee()));
        boolean concerned = name.equals(CLEANUP) || SYNC.contains(name);
        if (!concerned || site.call().arguments().isEmpty()) {
            return;
        }
        for (FunctionModel function :
                uses.targetsOf(site.call().arguments().get(0).value(), site.scope())) {
            if (async.contains(function)) {
                change(site, name, function);
            }
        }
    }

    private void change(CallSite site, String name, FunctionModel function) {
        FunctionModel method = method(site);
        if (SYNC.contains(name) || method == null) {
            problems.add(new Problem(
                    site.location(),
                    "`" + function.name() + "` is a coroutine function now, and `" + name + "` can't await it"));
            return;
        }
        edits.add(site.location().path(), site.scope(), new NameChange(site.id(), 0, "addAsyncCleanup"), site.id());
        edits.follow(site.id(), function);
        unittest.makeIsolated(method);
        edits.join(site.id(), method);
    }

    /** The method of a test case that a call stands in; null if there is none. */
    private @Nullable FunctionModel method(CallSite site) {
        FunctionModel result = site.function() == null ? null : program.function(site.function());
        while (result != null && !unittest.has(result)) {
            result = program.function(result.enclosingScope());
        }
        return result;
    }
}
