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
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.plan.change.RaisesChange;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tests that hand a function to what expects an exception of it: {@code pytest.raises(Error, load, 1)}. One that is async has to be awaited there. */
final class ExpectedExceptions {
    /** By their names, where the function stands among the arguments: behind the type of the exception, and what its text has to be. */
    private static final Map<String, Integer> FUNCTION = Map.of("raises", 1, "assertRaises", 1, "assertRaisesRegex", 2);

    private final Program program;
    private final FunctionUses uses;
    private final AsyncTests asyncTests;
    private final TestFunctions functions;
    private final TestEdits edits;
    private final List<Problem> problems;

    ExpectedExceptions(
            Program program,
            FunctionUses uses,
            AsyncTests asyncTests,
            TestFunctions functions,
            TestEdits edits,
            List<Problem> problems) {
        this.program = program;
        this.uses = uses;
        this.asyncTests = asyncTests;
        this.functions = functions;
        this.edits = edits;
        this.problems = problems;
    }

    void change(Collection<ModuleModel> tests) {
        for (ModuleModel module : tests) {
            module.allCalls().forEach(this::change);
        }
    }

    private void change(CallSite site) {
        List<Expr.Argument> arguments = site.call().arguments();
        Integer index = FUNCTION.get(String.valueOf(Program.lastName(site.call().callee())));
        if (index == null || arguments.size() <= index || arguments.get(index).keyword() != null) {
            return;
        }
        for (FunctionModel function : uses.targetsOf(arguments.get(index).value(), site.scope())) {
            if (asyncTests.async().contains(function)) {
                change(site, index, function);
            }
        }
    }

    private void change(CallSite site, int index, FunctionModel function) {
        FunctionModel test = site.function() == null ? null : program.function(site.function());
        boolean statement = site.use() == Use.DISCARDED || site.use() == Use.ASSIGNED;
        if (test == null || !statement || !(test.async() || functions.canBeAsync(test))) {
            problems.add(new Problem(
                    site.location(),
                    "`" + function.name() + "` is a coroutine function now, and can't be awaited here"));
            return;
        }
        edits.add(site.location().path(), test.qualifiedName(), new RaisesChange(site.id(), index), test);
        edits.follow(test, function);
        asyncTests.makeAsync(test);
    }
}
