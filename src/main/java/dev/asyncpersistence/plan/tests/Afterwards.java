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
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.plan.Action;
import dev.asyncpersistence.plan.CoroutineConsumers;
import dev.asyncpersistence.plan.Fate;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.SiteDecision;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the code under test does once its migration is made. */
final class Afterwards {
    private final Set<FunctionModel> becomeAsync = new HashSet<>();
    private final Map<UUID, SiteDecision> decisions = new HashMap<>();
    private final boolean migrated;

    /** After a plan is carried out. */
    Afterwards(MigrationPlan plan) {
        this.migrated = false;
        plan.functions().stream()
                .filter(each -> each.fate() == Fate.ASYNC)
                .forEach(each -> becomeAsync.add(each.function()));
        Stream.of(plan.decisions(), plan.calls(), plan.runs())
                .flatMap(List::stream)
                .filter(each -> each.action().isEdit())
                .forEach(each -> decisions.put(each.site().id(), each));
    }

    /** After a migration that was made before, by whomever: the code under test is as it is to be. */
    Afterwards() {
        this.migrated = true;
    }

    /** Whether the migration was made before. */
    boolean isMigrated() {
        return migrated;
    }

    /** The functions that become coroutine functions. */
    Set<FunctionModel> becomeAsync() {
        return becomeAsync;
    }

    boolean isCoroutine(FunctionModel function) {
        return function.async() || becomeAsync.contains(function);
    }

    /** Whether the result of a call's callee, or of what takes its place, is awaited, or given to something that sees to it. */
    boolean isAwaited(CallSite site) {
        SiteDecision decision = decisions.get(site.id());
        return decision == null
                ? site.use() == Use.AWAITED || site.use() == Use.AWAITED_TWICE || CoroutineConsumers.takes(site)
                : decision.action() != Action.TO_THREAD;
    }

    /** Whether a call is awaited only now, or may have been awaited without the tests being told. */
    boolean isChanged(CallSite site) {
        return migrated ? isAwaited(site) : decisions.containsKey(site.id());
    }

    /** Where a call goes instead; null if its callee stays. */
    @Nullable
    Move move(CallSite site) {
        SiteDecision decision = decisions.get(site.id());
        String method = Program.lastName(site.call().callee());
        if (decision == null || method == null || !(site.call().callee() instanceof Expr.Attribute callee)) {
            return null;
        }
        String target = decision.target();
        return switch (decision.action()) {
            case AWAIT_VARIANT -> new Move(site, callee.value(), method, null, target);
            case AWAIT_ASYNC_LAYER ->
                new Move(
                        site,
                        callee.value(),
                        method,
                        target.substring(0, target.lastIndexOf('.')),
                        target.substring(target.lastIndexOf('.') + 1));
            default -> null;
        };
    }
}
