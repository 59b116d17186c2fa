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
import dev.asyncpersistence.model.Fixtures;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolved.Evidence;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.plan.CoroutineConsumers;
import dev.asyncpersistence.plan.change.CallChange;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Has tests await what is a coroutine function now: the functions that call one become async in turn, up to the tests and fixtures, which their
 * framework runs. Where one can't, it runs an event loop for the call.
 */
final class AsyncTests {
    private final FunctionUses uses;
    private final TestFunctions functions;
    private final TestContexts contexts;
    private final TestEdits edits;
    private final Predicate<FunctionModel> isTestCode;
    private final Predicate<CallSite> isLost;
    private final List<Problem> problems;
    private final Set<FunctionModel> given = new LinkedHashSet<>();
    private final Set<FunctionModel> async = new LinkedHashSet<>();
    private final Deque<FunctionModel> open = new ArrayDeque<>();

    AsyncTests(
            FunctionUses uses,
            TestFunctions functions,
            TestContexts contexts,
            TestEdits edits,
            Predicate<FunctionModel> isTestCode,
            Predicate<CallSite> isLost,
            List<Problem> problems) {
        this.uses = uses;
        this.functions = functions;
        this.contexts = contexts;
        this.edits = edits;
        this.isTestCode = isTestCode;
        this.isLost = isLost;
        this.problems = problems;
    }

    /** The functions of the tests that become async. */
    Set<FunctionModel> async() {
        return async;
    }

    /**
     * Makes everything await that calls one of some functions.
     *
     * @param coroutines functions that are coroutine functions now
     */
    void await(Collection<FunctionModel> coroutines) {
        given.addAll(coroutines);
        coroutines.forEach(this::add);
        while (!open.isEmpty()) {
            FunctionModel function = open.pop();
            for (Call call : uses.callsOf(function)) {
                if (call.caller() != null ? isTestCode.test(call.caller()) : functions.isTestFile(call.site())) {
                    await(call, function);
                }
            }
        }
    }

    private void add(FunctionModel coroutine) {
        if (async.add(coroutine)) {
            open.push(coroutine);
        }
    }

    /** Makes a function of the tests async. */
    void makeAsync(FunctionModel function) {
        if (!function.async() && async.add(function)) {
            open.push(function);
            functions.makeAsync(function);
            if (functions.needsAsyncTests(function)) {
                contexts.askingFor(function).stream().filter(Fixtures::isTest).forEach(test -> {
                    makeAsync(test);
                    edits.join(test, function);
                });
            }
        }
        add(function);
    }

    private void await(Call call, FunctionModel coroutine) {
        CallSite site = call.site();
        // Only files that mention a function which becomes async have been read for sure.
        boolean guessed = call.evidence() == Evidence.SAME_NAME && !given.contains(coroutine);
        boolean fine = site.awaited() || CoroutineConsumers.takes(site);
        if (fine || guessed || (given.contains(coroutine) && !isLost.test(site))) {
            return;
        }
        FunctionModel caller = call.caller();
        if (caller == null) {
            problems.add(new Problem(
                    site.location(),
                    "`" + coroutine.name() + "` is a coroutine function now, and nothing can await it here"));
            return;
        }
        CallChange.Kind kind = kind(site, caller, coroutine);
        if (kind == null) {
            problems.add(new Problem(
                    site.location(),
                    "`" + coroutine.name() + "` is a coroutine function now, and `" + caller.name()
                            + "` can neither await it nor run it" + why(caller)));
            return;
        }
        edits.add(site.location().path(), caller.qualifiedName(), new CallChange(site.id(), kind, ""), caller);
        edits.follow(caller, coroutine);
        if (isTestCode.test(coroutine)) {
            edits.join(caller, coroutine);
        }
        if (kind != CallChange.Kind.RUN) {
            makeAsync(caller);
        }
    }

    /** Where else than in the caller the reason is to be found. */
    private String why(FunctionModel caller) {
        SourceLocation obstacle = functions.obstacle(caller);
        return obstacle == null || obstacle.equals(caller.location())
                ? ""
                : ": it leads to what can't become async at " + obstacle;
    }

    private CallChange.@org.jspecify.annotations.Nullable Kind kind(
            CallSite site, FunctionModel caller, FunctionModel coroutine) {
        boolean isEntered = ContextManagers.has(coroutine);
        if (TestFunctions.canAwait(site, coroutine)
                && (caller.async() || async.contains(caller) || functions.canBeAsync(caller))) {
            return isEntered ? CallChange.Kind.ENTER : CallChange.Kind.AWAIT;
        }
        boolean loopRuns = caller.async() || async.contains(caller);
        return loopRuns || isEntered || !functions.canRunLoop(caller) ? null : CallChange.Kind.RUN;
    }
}
