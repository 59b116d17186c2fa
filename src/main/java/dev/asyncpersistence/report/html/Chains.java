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

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.asyncpersistence.layer.BlockingEvidence;
import dev.asyncpersistence.layer.LayerMethod;
import dev.asyncpersistence.plan.CallChain;
import dev.asyncpersistence.plan.EntryPoint;
import dev.asyncpersistence.plan.Priority;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The heaviest call chains.
 *
 * @param trunks those that are shown
 * @param shownCalls the calls at their ends
 * @param moreCalls how many calls come over chains that are not shown
 * @param moreRoutes how many such chains there are
 * @param outside calls in module and class bodies, which nothing leads to
 */
record Chains(List<TrunkLine> trunks, int shownCalls, int moreCalls, int moreRoutes, int outside) {
    /** As many chains as a page can show. */
    static final int SHOWN = 20;

    /**
     * What begins at one function.
     *
     * @param entry what calls it
     * @param repeated how many of the calls a loop on the way repeats
     */
    record TrunkLine(
            int number,
            String name,
            String title,
            String place,
            String entry,
            Priority priority,
            int calls,
            int repeated,
            List<RouteLine> routes) {
        boolean several() {
            return calls > 1;
        }
    }

    /**
     * A way to calls.
     *
     * @param steps the functions on it, but for the first
     */
    record RouteLine(List<StepLine> steps, List<End> ends) {}

    /** A function on the way. */
    record StepLine(String name, String title, String place) {}

    /**
     * What the calls of a route come to.
     *
     * @param chain the layer's own functions down to the call that blocks
     * @param place where that call stands
     */
    record End(String method, int calls, boolean repeated, Treatment treatment, List<String> chain, String place) {
        boolean several() {
            return calls > 1;
        }

        /** The style class. */
        String style() {
            return treatment.name().toLowerCase(Locale.ROOT);
        }

        String words() {
            return switch (treatment) {
                case AWAIT -> "await";
                case THREAD -> "thread";
                case LEFT -> "left";
            };
        }
    }

    boolean oneMore() {
        return moreRoutes == 1;
    }

    /** The chains of all calls, of which some are shown. */
    static Chains of(List<CallChain> all, List<Trunk> trunks, List<Trunk> shown) {
        int shownCalls = calls(shown);
        int inFunctions = calls(trunks);
        List<TrunkLine> lines = new ArrayList<>();
        shown.forEach(trunk -> lines.add(line(lines.size() + 1, trunk)));
        return new Chains(
                List.copyOf(lines),
                shownCalls,
                inFunctions - shownCalls,
                routes(trunks) - routes(shown),
                all.size() - inFunctions);
    }

    private static int calls(List<Trunk> trunks) {
        return (int) trunks.stream().flatMap(Trunk::chains).count();
    }

    private static int routes(List<Trunk> trunks) {
        return trunks.stream().mapToInt(trunk -> trunk.routes().size()).sum();
    }

    private static TrunkLine line(int number, Trunk trunk) {
        List<CallChain> chains = trunk.chains().toList();
        return new TrunkLine(
                number,
                Names.brief(trunk.entry()),
                trunk.entry().qualifiedName(),
                trunk.entry().location().toString(),
                entry(chains.get(0).entry()),
                chains.stream()
                        .map(each -> each.decision().priority())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                chains.size(),
                trunk.repeated(),
                trunk.routes().stream().map(Chains::line).toList());
    }

    private static RouteLine line(Route route) {
        List<StepLine> steps = route.functions().stream()
                .skip(1)
                .map(each -> new StepLine(
                        Names.brief(each), each.qualifiedName(), each.location().toString()))
                .toList();
        List<End> ends =
                route.chains().stream()
                        .collect(groupingBy(Chains::alike, LinkedHashMap::new, toList()))
                        .values()
                        .stream()
                        .map(Chains::end)
                        .toList();
        return new RouteLine(steps, ends);
    }

    private static Object alike(CallChain chain) {
        return List.of(
                Names.layerMethod(chain.decision()),
                Treatment.of(chain.decision().action()),
                chain.isRepeated());
    }

    private static String entry(EntryPoint.@Nullable Kind kind) {
        if (kind == null) {
            return "No entry point is seen to reach it";
        }
        return switch (kind) {
            case REQUEST -> "Request";
            case MESSAGE -> "Message";
            case PERIODIC -> "Periodic task";
            case STARTUP -> "Startup";
        };
    }

    private static End end(List<CallChain> alike) {
        CallChain first = alike.get(0);
        LayerMethod method = first.decision().call().method();
        BlockingEvidence evidence = method == null ? null : method.evidence();
        return new End(
                Names.layerMethod(first.decision()),
                alike.size(),
                first.isRepeated(),
                Treatment.of(first.decision().action()),
                evidence == null
                        ? List.of()
                        : evidence.chain().subList(1, evidence.chain().size()),
                evidence == null ? "" : evidence.reason() + ", " + evidence.location());
    }
}
