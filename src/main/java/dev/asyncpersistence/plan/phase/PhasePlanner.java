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
package dev.asyncpersistence.plan.phase;

import static java.util.Comparator.comparing;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.plan.Action;
import dev.asyncpersistence.plan.CallDecision;
import dev.asyncpersistence.plan.Decision;
import dev.asyncpersistence.plan.Fate;
import dev.asyncpersistence.plan.FunctionDecision;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.Priority;
import dev.asyncpersistence.plan.graph.UnionFind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proposes phases. Files whose functions call each other, and change for it, fall into one, so that no phase touches a function of another.
 * Otherwise each file is a phase of its own. What requests wait for comes first, what only the start of the server waits for last.
 */
public final class PhasePlanner {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}$");

    private final MigrationPlan plan;
    private final Map<String, List<Decision>> migrated = new TreeMap<>();
    private final UnionFind<String> coupled = new UnionFind<>();
    private final Map<String, String> couplings = new LinkedHashMap<>();

    private record Group(List<String> files, Priority priority, int calls, int inCoroutines) {}

    private PhasePlanner(MigrationPlan plan) {
        this.plan = plan;
        plan.blockingByFile().forEach((path, decisions) -> {
            List<Decision> changed =
                    decisions.stream().filter(PhasePlanner::isMigrated).toList();
            if (!changed.isEmpty()) {
                migrated.put(path, changed);
            }
        });
        couple();
    }

    /** What a migration changes, in a call or in what coroutines do with the function around it. */
    private static boolean isMigrated(Decision decision) {
        return decision.action().isEdit() || decision.action() == Action.ON_THREAD;
    }

    /**
     * The phases that there are, and new ones for files that none of them has.
     *
     * @param existing phases of an earlier plan, which a person may have changed
     */
    public static List<Phase> plan(MigrationPlan plan, List<Phase> existing) {
        PhasePlanner planner = new PhasePlanner(plan);
        List<Phase> result = new ArrayList<>(existing);
        Set<String> open = planner.migrated.keySet().stream()
                .filter(path -> Phase.owner(existing, path).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        int number = existing.stream().mapToInt(PhasePlanner::number).max().orElse(0);
        for (Group group : planner.groups(open)) {
            number++;
            result.add(planner.phase(number, group));
        }
        return List.copyOf(result);
    }

    /** The number that a phase is called by; 0 where a person has named it otherwise. */
    private static int number(Phase phase) {
        Matcher number = NUMBER.matcher(phase.name());
        return number.find() ? Integer.parseInt(number.group()) : 0;
    }

    // --- which files belong together

    private void couple() {
        UnionFind<String> functions = new UnionFind<>();
        // Coroutines that hold no call of their own go on as they are, whatever they await.
        Set<String> changed = plan.functions().stream()
                .filter(each -> each.fate() == Fate.ASYNC)
                .map(FunctionDecision::function)
                .map(FunctionModel::qualifiedName)
                .collect(Collectors.toCollection(HashSet::new));
        sites().map(CallSite::function).filter(Objects::nonNull).forEach(changed::add);
        for (CallDecision each : plan.calls()) {
            String caller = each.site().function();
            if (each.action() == Action.AWAIT && caller != null && changed.contains(caller)) {
                each.call().targets().forEach(target -> functions.union(caller, target.qualifiedName()));
            }
        }
        Map<String, CallSite> firsts = new LinkedHashMap<>();
        sites().forEach(site -> {
            if (site.function() != null) {
                CallSite first = firsts.putIfAbsent(functions.find(site.function()), site);
                if (first != null) {
                    join(first, site);
                }
            }
        });
    }

    private Stream<CallSite> sites() {
        return migrated.values().stream().flatMap(List::stream).map(Decision::site);
    }

    private void join(CallSite first, CallSite second) {
        String one = first.location().path();
        String other = second.location().path();
        if (!coupled.find(one).equals(coupled.find(other))) {
            coupled.union(one, other);
            couplings.put(other, "`" + name(first) + "` and `" + name(second) + "` change together");
        }
    }

    private static String name(CallSite site) {
        String function = String.valueOf(site.function());
        return function.substring(function.lastIndexOf('.', function.lastIndexOf('.') - 1) + 1);
    }

    private List<Group> groups(Collection<String> paths) {
        return coupled.sets(paths).stream()
                .map(this::group)
                .sorted(comparing(Group::priority)
                        .thenComparing(Group::inCoroutines, Comparator.reverseOrder())
                        .thenComparing(Group::calls, Comparator.reverseOrder())
                        .thenComparing(each -> each.files().get(0)))
                .toList();
    }

    private Group group(List<String> files) {
        List<Decision> all = files.stream()
                .flatMap(path -> migrated.getOrDefault(path, List.of()).stream())
                .toList();
        Priority priority = all.stream()
                .map(Decision::priority)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        int inCoroutines = (int) all.stream()
                .filter(each -> {
                    FunctionModel function = each.call().function();
                    return function != null && function.async();
                })
                .count();
        return new Group(List.copyOf(files), priority, all.size(), inCoroutines);
    }

    // --- what is told of them

    private Phase phase(int number, Group group) {
        String first = group.files().get(0);
        String stem = first.substring(first.lastIndexOf('/') + 1).replaceFirst("\\.py$", "");
        String more = group.files().size() == 1 ? "" : " and " + (group.files().size() - 1) + " more";
        return new Phase("Phase" + number, stem + more, group.files(), reason(group));
    }

    private String reason(Group group) {
        String when = switch (group.priority()) {
            case HIGH -> "Requests wait for it";
            case MEDIUM -> "Not known to be reached from a request";
            case LOW -> "Only the start of the server waits for it";
        };
        String calls = ": " + group.calls() + (group.calls() == 1 ? " call, " : " calls, ") + group.inCoroutines()
                + " in coroutines.";
        String together = group.files().stream()
                .filter(couplings::containsKey)
                .map(couplings::get)
                .distinct()
                .limit(3)
                .collect(Collectors.joining("; "));
        return when + calls + (together.isEmpty() ? "" : " Together because " + together + ".");
    }
}
