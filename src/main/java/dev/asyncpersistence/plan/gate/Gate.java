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
package dev.asyncpersistence.plan.gate;

import dev.asyncpersistence.plan.gate.Baseline.Entry;
import dev.asyncpersistence.plan.gate.Baseline.Stale;
import dev.asyncpersistence.plan.gate.Finding.Status;
import dev.asyncpersistence.plan.gate.GateReport.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds violations against what is allowed by comments and accepted by the baseline. */
public final class Gate {
    private static final String NO_REASON = "the comment that is to allow it gives no reason";

    private final Accepted accepted;
    private final List<Allowance> allowances;
    private final Collection<String> unread;
    private final Set<Allowance> used = new HashSet<>();
    private final Map<Entry, Integer> found = new HashMap<>();

    /**
     * What is accepted.
     *
     * @param baseline null if there is none
     * @param folder the project's folder as source paths begin with it: empty, or with a slash at the end
     * @param create whether everything is accepted that is there now, if there is no baseline
     */
    public record Accepted(@Nullable Baseline baseline, String folder, boolean create) {
        Entry entry(Violation violation) {
            String path = violation.location().path();
            return new Entry(
                    path.startsWith(folder) ? path.substring(folder.length()) : path,
                    violation.function(),
                    violation.call(),
                    violation.kind());
        }
    }

    /**
     * Prepares the judgement.
     *
     * @param unread paths of files that could not be parsed: what the baseline accepts in them may still be there
     */
    public Gate(Accepted accepted, List<Allowance> allowances, Collection<String> unread) {
        this.accepted = accepted;
        this.allowances = allowances;
        this.unread = unread;
    }

    /** Judges all violations of a program. */
    public GateReport judge(Scope scope, List<Violation> violations) {
        Baseline baseline = baseline(violations);
        List<Finding> findings = new ArrayList<>();
        violations.forEach(each -> findings.add(judge(each, baseline)));
        List<Stale> stale = stale(baseline, scope);
        return new GateReport(
                scope,
                List.copyOf(findings),
                baseline.without(stale),
                stale,
                allowances.stream().filter(each -> !used.contains(each)).toList());
    }

    private Baseline baseline(List<Violation> violations) {
        if (accepted.baseline() != null) {
            return accepted.baseline();
        }
        return accepted.create()
                ? Baseline.of(violations.stream()
                        .filter(each -> each.certain() && allowance(each, true) == null)
                        .map(accepted::entry)
                        .toList())
                : Baseline.EMPTY;
    }

    private Finding judge(Violation violation, Baseline baseline) {
        Allowance allowance = allowance(violation, true);
        if (allowance != null) {
            used.add(allowance);
            return new Finding(violation, Status.ALLOWED, allowance.reason());
        }
        Allowance bare = allowance(violation, false);
        if (bare != null) {
            used.add(bare);
        }
        String note = bare == null ? "" : NO_REASON;
        if (!violation.certain()) {
            return new Finding(violation, Status.UNCERTAIN, note);
        }
        Entry entry = accepted.entry(violation);
        int count = found.merge(entry, 1, Integer::sum);
        int limit = baseline.accepted(entry);
        if (count <= limit) {
            return new Finding(violation, Status.BASELINE, note);
        }
        return new Finding(
                violation, Status.FAILS, limit == 0 ? note : "the baseline accepts " + limit + " of its like");
    }

    private @Nullable Allowance allowance(Violation violation, boolean withReason) {
        return allowances.stream()
                .filter(each ->
                        each.covers(violation.location()) && each.reason().isEmpty() != withReason)
                .findFirst()
                .orElse(null);
    }

    /** Where no layer is found, nobody has looked for blocking calls. */
    private List<Stale> stale(Baseline baseline, Scope scope) {
        return baseline.counts().entrySet().stream()
                .map(counted -> Stale.of(counted, found.getOrDefault(counted.getKey(), 0)))
                .filter(stale -> stale.found() < stale.accepted()
                        && !(scope.layers().isEmpty() && stale.entry().kind() == Violation.Kind.BLOCKING_CALL)
                        && !unread.contains(accepted.folder() + stale.entry().file()))
                .toList();
    }
}
