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
package dev.asyncpersistence.report.html;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.plan.Decision;
import dev.asyncpersistence.plan.Hazard;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.Priority;
import dev.asyncpersistence.plan.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The parts of the report that list what the plan says. */
final class Sections {
    private Sections() {}

    /**
     * A layer.
     *
     * @param methods how many of its methods do what
     */
    record LayerLine(String name, String asyncName, String methods) {}

    record PriorityRow(Priority priority, String meaning, Counts counts) {}

    /**
     * A file with calls that block.
     *
     * @param width of its bar, of a hundred
     */
    record File(String path, Counts counts, int width) {}

    /** Hazards of one kind. */
    record HazardGroup(Hazard.Kind kind, List<Hazard> places) {
        String name() {
            return words(kind);
        }
    }

    /** Calls that are left for one reason. */
    record LeftGroup(Reason reason, List<Site> sites) {}

    /**
     * A call that is left.
     *
     * @param detail what the reason refers to
     */
    record Site(String place, String function, String call, Priority priority, String detail) {}

    /** Calls on the layers that aren't counted as blocking, for one reason: they don't block, block another thread, or nobody knows. */
    record Uncounted(Reason reason, long calls) {}

    static List<LayerLine> layers(MigrationPlan plan) {
        return plan.layers().stream().map(Sections::line).toList();
    }

    private static LayerLine line(Layer layer) {
        Map<String, Long> kinds = layer.methods().values().stream()
                .collect(groupingBy(method -> words(method.kind()), TreeMap::new, counting()));
        return new LayerLine(
                layer.qualifiedName(),
                layer.asyncType() == null ? "" : layer.asyncType().qualifiedName(),
                kinds.entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey())
                        .collect(joining(", ")));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static List<PriorityRow> priorities(List<Decision> blocking) {
        return Stream.of(Priority.values())
                .map(priority -> new PriorityRow(
                        priority,
                        meaning(priority),
                        Counts.of(blocking.stream()
                                .filter(each -> each.priority() == priority)
                                .toList())))
                .toList();
    }

    private static String meaning(Priority priority) {
        return switch (priority) {
            case HIGH -> "A request, a message or a periodic task waits for it";
            case MEDIUM -> "Not known to be reached from an entry point";
            case LOW -> "Reached only while the server starts";
        };
    }

    static List<File> files(MigrationPlan plan) {
        int most = plan.blockingByFile().values().stream()
                .mapToInt(List::size)
                .max()
                .orElse(1);
        return plan.blockingByFile().entrySet().stream()
                .map(each -> new File(
                        each.getKey(),
                        Counts.of(each.getValue()),
                        100 * each.getValue().size() / most))
                .sorted(comparing((File file) -> file.counts().calls(), Comparator.reverseOrder())
                        .thenComparing(File::path))
                .toList();
    }

    static List<HazardGroup> hazards(MigrationPlan plan) {
        return plan.hazards().stream().collect(groupingBy(Hazard::kind, TreeMap::new, toList())).entrySet().stream()
                .map(each -> new HazardGroup(each.getKey(), each.getValue()))
                .toList();
    }

    static List<LeftGroup> left(List<Decision> blocking) {
        return blocking.stream()
                .filter(each -> Treatment.of(each.action()) == Treatment.LEFT)
                .collect(groupingBy(Decision::reason, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(each -> new LeftGroup(
                        each.getKey(),
                        each.getValue().stream().map(Sections::site).toList()))
                .sorted(comparing((LeftGroup group) -> group.sites().size(), Comparator.reverseOrder()))
                .toList();
    }

    private static Site site(Decision decision) {
        return new Site(
                decision.site().location().toString(),
                Names.brief(Objects.requireNonNullElse(
                        decision.site().function(), decision.site().scope())),
                decision.site().call().callee().display(),
                decision.priority(),
                decision.detail());
    }

    /** Why the other calls on the layers aren't counted as blocking. */
    static List<Uncounted> uncounted(MigrationPlan plan) {
        return plan.decisions().stream()
                .filter(each -> !each.blocks())
                .collect(groupingBy(Decision::reason, TreeMap::new, counting()))
                .entrySet()
                .stream()
                .map(each -> new Uncounted(each.getKey(), each.getValue()))
                .toList();
    }
}
