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
package dev.asyncpersistence.plan.methods;

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.layer.LayerMethod;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.Edit;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import dev.asyncpersistence.plan.methods.MethodDecision.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ranks the blocking methods without an async version by use, and plans those that are asked for. */
public final class MethodsPlanner {
    private final Resolver resolver;
    private final MigrationPlan migration;
    private final MethodRequest request;
    private final AsyncVersions versions;
    private final Usages usages;
    private final Drafts drafts;

    /**
     * Prepares a plan.
     *
     * @param migration the decisions on all calls
     */
    public MethodsPlanner(Resolver resolver, UnreadFiles unread, MigrationPlan migration, MethodRequest request) {
        this.resolver = resolver;
        this.migration = migration;
        this.request = request;
        this.versions = new AsyncVersions(resolver);
        this.usages = new Usages(migration.decisions(), request.profile());
        this.drafts = new Drafts(resolver, unread);
    }

    private record Candidate(Layer layer, LayerMethod method, Usage usage, boolean missing) {}

    /**
     * Decides on every method.
     *
     * @throws IllegalArgumentException when a method is asked for that no layer has
     */
    public MethodsPlan plan() {
        List<Candidate> all = candidates();
        request.methods().forEach(name -> check(name, all));
        List<Candidate> ranking = all.stream()
                .filter(Candidate::missing)
                .sorted(Comparator.comparing(Candidate::usage, Usage.MOST_CALLED_FIRST)
                        .thenComparing(c -> c.layer().qualifiedName())
                        .thenComparing(c -> c.method().name()))
                .toList();
        Map<Candidate, Draft.Written> written = new LinkedHashMap<>();
        List<MethodDecision> decisions = new ArrayList<>();
        int possible = 0;
        for (Candidate candidate : ranking) {
            MethodDecision decision = decide(candidate, decisions.size() + 1, possible, written);
            possible += decision.action() == Action.REFUSE ? 0 : 1;
            decisions.add(decision);
        }
        all.stream()
                .filter(c -> !c.missing() && isNamed(c))
                .forEach(c -> decisions.add(decide(c, 0, Integer.MAX_VALUE, written)));
        return new MethodsPlan(List.copyOf(decisions), unknown(all), edits(all, written));
    }

    private List<Candidate> candidates() {
        Placement placement = new Placement(resolver);
        List<Candidate> result = new ArrayList<>();
        for (Layer layer : migration.layers()) {
            for (LayerMethod method : placement.inOrder(layer)) {
                Usage usage = usages.of(layer, method, versions.delegate(method));
                result.add(new Candidate(layer, method, usage, versions.isMissing(method)));
            }
        }
        return result;
    }

    private static void check(MethodName name, List<Candidate> all) {
        if (all.stream().noneMatch(c -> name.means(c.layer(), c.method()))) {
            throw new IllegalArgumentException(
                    "Option methods names `" + name
                            + "`, but no layer has a public method of that name; properties and private methods are left alone.");
        }
    }

    private boolean isNamed(Candidate candidate) {
        return request.methods().stream().anyMatch(name -> name.means(candidate.layer(), candidate.method()));
    }

    /** Methods that can't be written don't count among the first N; those written before do, so that the same request stays the same. */
    private MethodDecision decide(Candidate candidate, int rank, int possible, Map<Candidate, Draft.Written> written) {
        if (candidate.missing() && versions.delegate(candidate.method()) != null) {
            return decision(candidate, rank, Action.WRITTEN_BEFORE, null, "");
        }
        List<String> otherNames = candidate.method().candidates();
        if (candidate.missing() && !otherNames.isEmpty() && !isNamed(candidate)) {
            return decision(candidate, rank, Action.REFUSE, Refusal.PERHAPS_RENAMED, String.join(", ", otherNames));
        }
        Draft draft = drafts.of(NewMethod.of(candidate.layer(), candidate.method(), resolver.program()));
        if (draft instanceof Draft.Refused refused) {
            return decision(candidate, rank, Action.REFUSE, refused.refusal(), refused.detail());
        }
        Draft.Written text = (Draft.Written) draft;
        boolean wanted = isNamed(candidate) || (request.top() != null && possible < request.top());
        if (wanted) {
            written.put(candidate, text);
        }
        return decision(candidate, rank, wanted ? Action.WRITE : Action.RANK, null, text.way());
    }

    private static MethodDecision decision(
            Candidate candidate, int rank, Action action, @Nullable Refusal refusal, String detail) {
        return new MethodDecision(
                candidate.layer(), candidate.method(), candidate.usage(), rank, action, refusal, detail);
    }

    private List<Profile.Entry> unknown(List<Candidate> all) {
        return request.profile() == null
                ? List.of()
                : request.profile().entries().stream()
                        .filter(e -> all.stream().noneMatch(c -> e.method().means(c.layer(), c.method())))
                        .toList();
    }

    /** In the order of the sync layer, so that methods put beside the same definition keep it. A base of several layers gets a method once. */
    private List<Edit> edits(List<Candidate> all, Map<Candidate, Draft.Written> written) {
        Map<String, Draft.Written> byName = new LinkedHashMap<>();
        for (Candidate candidate : all) {
            Draft.Written draft = written.get(candidate);
            if (draft != null) {
                byName.putIfAbsent(draft.function(), draft);
            }
        }
        List<Edit> result = new ArrayList<>();
        int group = 0;
        for (Draft.Written draft : byName.values()) {
            group++;
            for (Change change : draft.changes()) {
                result.add(new Edit(draft.path(), draft.function(), change, group));
            }
        }
        return List.copyOf(result);
    }
}
