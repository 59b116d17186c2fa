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
package dev.asyncpersistence.plan.graph;

import dev.asyncpersistence.model.FunctionModel;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Which functions run when others run. */
public final class Reach {
    private final FunctionUses uses;
    private final Families families;

    public Reach(FunctionUses uses, Families families) {
        this.uses = uses;
        this.families = families;
    }

    /**
     * The sync functions that are reached from the given ones, which are not among them unless they are reached, too. A call of a method may run any of
     * its overrides.
     *
     * @param follow which calls count
     */
    public Set<FunctionModel> syncFunctionsFrom(Collection<FunctionModel> roots, Predicate<Call> follow) {
        Set<FunctionModel> reached = new LinkedHashSet<>();
        Deque<FunctionModel> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            FunctionModel function = open.pop();
            for (Call call : uses.callsIn(function)) {
                if (follow.test(call) && !Handover.runsOnThread(call.site())) {
                    addFunctions(call.targets(), reached, open);
                }
            }
            addFunctions(uses.propertiesReadIn(function), reached, open);
        }
        return reached;
    }

    private void addFunctions(
            Collection<FunctionModel> targets, Set<FunctionModel> reached, Deque<FunctionModel> open) {
        for (FunctionModel target : targets) {
            for (FunctionModel member : families.of(target).members()) {
                if (!member.async() && reached.add(member)) {
                    open.push(member);
                }
            }
        }
    }
}
