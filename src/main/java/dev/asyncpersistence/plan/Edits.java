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
package dev.asyncpersistence.plan;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.plan.change.CallChange;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.Edit;
import dev.asyncpersistence.plan.change.Need;
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.UnionFind;
import dev.asyncpersistence.plan.leftover.Leftover;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Turns decisions into edits and groups them: a function becomes async together with its overrides, the calls that await it and, where those stand
 * in functions that become async for it, with these.
 */
final class Edits {
    private final Families families;
    private final Map<String, FunctionModel> functions = new HashMap<>();
    private final UnionFind<Object> groups = new UnionFind<>();
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();

    private record Draft(String path, String scope, Change change, Object key) {}

    Edits(Families families, Collection<FunctionDecision> functions) {
        this.families = families;
        for (FunctionDecision decision : functions) {
            if (decision.fate() == Fate.ASYNC) {
                this.functions.put(decision.function().qualifiedName(), decision.function());
            }
        }
    }

    List<Edit> of(Collection<? extends SiteDecision> decisions) {
        return of(decisions, List.of());
    }

    List<Edit> of(Collection<? extends SiteDecision> decisions, List<Leftover> leftovers) {
        functions.values().forEach(this::addFunction);
        decisions.stream().filter(d -> d.action().isEdit()).forEach(this::addSite);
        for (Leftover leftover : leftovers) {
            leftover.sites().forEach(site -> addNeed(leftover.removal(), site));
        }
        Map<Object, Edit> result = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            int group = numbers.computeIfAbsent(groups.find(draft.key()), key -> numbers.size() + 1);
            Object subject =
                    draft.change() instanceof CallChange call ? call.node() : List.of(draft.path(), draft.change());
            result.putIfAbsent(subject, new Edit(draft.path(), draft.scope(), draft.change(), group));
        }
        return List.copyOf(result.values());
    }

    private void addFunction(FunctionModel function) {
        drafts.add(new Draft(
                function.location().path(),
                function.qualifiedName(),
                new CallChange(function.id(), CallChange.Kind.MAKE_ASYNC, ""),
                families.of(function)));
    }

    private void addSite(SiteDecision decision) {
        CallSite site = decision.site();
        Object key = site.id();
        FunctionModel around = site.function() == null ? null : functions.get(site.function());
        if (around != null) {
            groups.union(key, families.of(around));
        }
        if (decision instanceof CallDecision call && call.action() == Action.AWAIT) {
            call.call().targets().forEach(target -> groups.union(key, families.of(target)));
        }
        add(site, new CallChange(site.id(), kind(decision.action()), decision.target(), decision.keywords()), key);
        if (decision instanceof Decision onLayer) {
            onLayer.needs().forEach(need -> addNeed(need, key));
        }
        if (site.place() == CallSite.Place.GENERATOR_EXPRESSION) {
            // Only such calls are edited there as may stand in a list comprehension as well; several may share one.
            UUID generator = Objects.requireNonNull(site.generator()).id();
            groups.union(key, generator);
            add(site, new CallChange(generator, CallChange.Kind.MAKE_LIST, ""), key);
        }
    }

    /** Several calls may depend on the same. */
    private void addNeed(Need need, Object key) {
        groups.union(key, need);
        drafts.add(new Draft(need.path(), need.scope(), need.change(), need));
    }

    private void add(CallSite site, CallChange change, Object key) {
        drafts.add(new Draft(site.location().path(), site.scope(), change, key));
    }

    private static CallChange.Kind kind(Action action) {
        return switch (action) {
            case AWAIT -> CallChange.Kind.AWAIT;
            case AWAIT_ASYNC_LAYER -> CallChange.Kind.AWAIT_TARGET;
            case AWAIT_VARIANT -> CallChange.Kind.AWAIT_METHOD;
            case TO_THREAD -> CallChange.Kind.TO_THREAD;
            case AWAIT_ARGUMENT -> CallChange.Kind.AWAIT_ARGUMENT;
            case ON_THREAD, KEEP -> throw new IllegalArgumentException("not an edit: " + action);
        };
    }
}
