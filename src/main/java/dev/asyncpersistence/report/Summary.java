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
package dev.asyncpersistence.report;

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.layer.LayerMethod.Kind;
import dev.asyncpersistence.plan.Action;
import dev.asyncpersistence.plan.Decision;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.Priority;
import dev.asyncpersistence.plan.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The result of a run as lines of plain text, for the log. */
public final class Summary {
    private final MigrationPlan plan;
    private final List<String> lines = new ArrayList<>();

    private Summary(MigrationPlan plan) {
        this.plan = plan;
    }

    /** Layers, files with their blocking calls, each of those calls, and what else was seen. */
    public static List<String> of(MigrationPlan plan) {
        Summary summary = new Summary(plan);
        plan.layers().forEach(summary::addLayer);
        summary.addFiles();
        summary.addCalls();
        summary.addReasons();
        return summary.lines;
    }

    private void addLayer(Layer layer) {
        Map<Kind, Long> kinds = layer.methods().values().stream()
                .collect(Collectors.groupingBy(m -> m.kind(), TreeMap::new, Collectors.counting()));
        String methods = kinds.entrySet().stream()
                .map(e -> e.getValue() + " "
                        + e.getKey().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        String twin = layer.asyncType() == null
                ? "no async layer"
                : "async layer " + layer.asyncType().qualifiedName();
        lines.add("Layer " + layer.qualifiedName() + ", " + twin + "; methods: " + methods);
    }

    private void addFiles() {
        Map<String, List<Decision>> files = plan.blockingByFile();
        int total = files.values().stream().mapToInt(List::size).sum();
        TextTable table = new TextTable("Calls", "in async", "Await", "Thread", "Left", "Priority", "File");
        files.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Decision>> e) ->
                                -e.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .forEach(e -> table.add(row(e.getKey(), e.getValue())));
        table.add(row(
                files.size() + (files.size() == 1 ? " file" : " files"),
                files.values().stream().flatMap(List::stream).toList()));
        lines.add("");
        lines.add("Blocking persistence calls: " + total + " in " + files.size()
                + (files.size() == 1 ? " file" : " files"));
        lines.addAll(table.lines());
    }

    private void addCalls() {
        TextTable table = new TextTable("Priority", "Action", "Reason", "Call", "Place");
        plan.blockingByFile().values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Decision::priority))
                .forEach(d -> table.add(
                        d.priority().name(),
                        d.action().name(),
                        d.reason().name(),
                        d.site().call().callee().display(),
                        d.site().location().toString()));
        lines.add("");
        lines.addAll(table.lines());
    }

    private static String[] row(String name, List<Decision> decisions) {
        long async = decisions.stream()
                .filter(d -> d.call().function() != null && d.call().function().async())
                .count();
        long thread = count(decisions, Action.TO_THREAD) + count(decisions, Action.ON_THREAD);
        long kept = count(decisions, Action.KEEP);
        String priority = decisions.stream()
                .map(Decision::priority)
                .min(Comparator.naturalOrder())
                .map(Priority::name)
                .orElse("");
        return new String[] {
            String.valueOf(decisions.size()),
            String.valueOf(async),
            String.valueOf(decisions.size() - thread - kept),
            String.valueOf(thread),
            String.valueOf(kept),
            priority,
            name
        };
    }

    private static long count(List<Decision> decisions, Action action) {
        return decisions.stream().filter(d -> d.action() == action).count();
    }

    private void addReasons() {
        Map<Reason, Long> reasons = plan.decisions().stream()
                .collect(Collectors.groupingBy(Decision::reason, TreeMap::new, Collectors.counting()));
        TextTable table = new TextTable("Calls", "Action", "Reason", "");
        reasons.forEach((reason, count) ->
                table.add(String.valueOf(count), isEdit(reason) ? "edit" : "keep", reason.name(), reason.text()));
        lines.add("");
        lines.add("All calls on the layers: " + plan.decisions().size());
        lines.addAll(table.lines());
        if (!plan.unresolved().isEmpty()) {
            lines.add(plan.unresolved().size()
                    + (plan.unresolved().size() == 1 ? " more call has" : " more calls have")
                    + " a layer method's name on an unresolved receiver; see the data table.");
        }
    }

    private boolean isEdit(Reason reason) {
        return plan.decisions().stream()
                .anyMatch(d -> d.reason() == reason && d.action().isEdit());
    }
}
