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

import com.samskivert.mustache.Mustache;
import dev.asyncpersistence.plan.Decision;
import dev.asyncpersistence.plan.TracedPlan;
import dev.asyncpersistence.report.html.Milestones.Milestone;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes a plan as a page: one file, which loads nothing. */
public final class HtmlReport {
    private static final DateTimeFormatter FOR_PEOPLE =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    /** What the charts show. */
    private record Charts(List<Bar> priorities, List<Bar> phases, Flow flow) {}

    /** A bar of a chart. */
    private record Bar(String label, String title, int done, int awaited, int threaded, int left) {
        static Bar of(String label, String title, int done, Counts counts) {
            return new Bar(label, title, done, counts.awaited(), counts.threaded(), counts.left());
        }
    }

    private HtmlReport() {}

    /** The text of the page. */
    public static String of(TracedPlan traced, RunFacts facts) {
        return Mustache.compiler()
                .emptyStringIsFalse(true)
                .zeroIsFalse(true)
                .compile(Assets.own("report.html"))
                .execute(page(traced, facts));
    }

    private static Page page(TracedPlan traced, RunFacts facts) {
        List<Decision> blocking =
                traced.plan().decisions().stream().filter(Decision::blocks).toList();
        List<Trunk> trunks = Trunk.of(traced.chains());
        List<Trunk> shown = Trunk.heaviest(trunks, Chains.SHOWN);
        Milestones milestones = Milestones.of(facts, blocking);
        String library = Assets.echarts();
        String script = Assets.own("report.js");
        return new Page(
                facts.project(),
                facts.made().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                facts.made().format(FOR_PEOPLE),
                Sections.layers(traced.plan()),
                facts.pythonFiles(),
                facts.parsedFiles(),
                Counts.of(blocking),
                traced.plan().decisions().size(),
                Sections.uncounted(traced.plan()),
                milestones,
                Sections.priorities(blocking),
                Sections.files(traced.plan()),
                Chains.of(traced.chains(), trunks, shown),
                traced.plan().hazards().size(),
                Sections.hazards(traced.plan()),
                Sections.left(blocking),
                traced.plan().unresolved().size(),
                facts.unread(),
                Assets.hash(library) + " " + Assets.hash(script),
                Assets.own("report.css"),
                library,
                script,
                Json.of(charts(blocking, milestones, shown)));
    }

    private static Charts charts(List<Decision> blocking, Milestones milestones, List<Trunk> shown) {
        return new Charts(
                Sections.priorities(blocking).stream()
                        .map(row -> Bar.of(row.priority().name(), row.meaning(), 0, row.counts()))
                        .toList(),
                milestones.phases().stream().map(HtmlReport::bar).toList(),
                FlowBuilder.of(
                        shown.stream().flatMap(trunk -> trunk.routes().stream()).toList()));
    }

    private static Bar bar(Milestone phase) {
        return Bar.of("Phase " + phase.number(), phase.title(), phase.done(), phase.open());
    }
}
