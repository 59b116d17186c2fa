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
import java.util.Set;

/** {@code self.addCleanup(close)} of unittest, where {@code close} is a coroutine function now. */
final class AsyncCleanups {
    private final FunctionUses uses;
    private final Set<FunctionModel> async;
    private final TestEdits edits;

    AsyncCleanups(FunctionUses uses, Set<FunctionModel> async, TestEdits edits) {
        this.uses = uses;
        this.async = async;
        this.edits = edits;
    }

    void change(Collection<ModuleModel> tests) {
        for (ModuleModel module : tests) {
            module.allCalls().stream()
                    .filter(site ->
                            "addCleanup".equals(Program.lastName(site.call().callee()))
                                    && !site.call().arguments().isEmpty())
                    .forEach(this::change);
        }
    }

    private void change(CallSite site) {
        for (FunctionModel function :
                uses.targetsOf(site.call().arguments().get(0).value(), site.scope())) {
            if (async.contains(function)) {
                edits.add(
                        site.location().path(),
                        site.scope(),
                        new NameChange(site.id(), 0, "addAsyncCleanup"),
                        site.id());
                edits.follow(site.id(), function);
            }
        }
    }
}
