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
package dev.asyncpersistence.plan.progress;

import dev.asyncpersistence.plan.Decision;
import dev.asyncpersistence.plan.MigrationPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells which of the calls that an earlier run has seen still block, and adds those that it has not seen. */
public final class CallHistory {
    private static final Pattern LINE = Pattern.compile("(\\.py):\\d+");

    private final Map<Key, Calls> calls = new LinkedHashMap<>();

    /** What a call is known by. Two equal calls of one function are told apart by their order. */
    private record Key(String path, String function, String call) {}

    /** Equal calls: as an earlier run has left them, as this one has found them, and those that it leaves. */
    private record Calls(List<TrackedCall> earlier, List<TrackedCall> found, List<TrackedCall> open) {
        Calls() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        /** The calls that were done come first, so that their places stay when others follow. */
        List<TrackedCall> now() {
            int total = Math.max(earlier.size(), Math.max(found.size(), open.size()));
            int done = total - open.size();
            List<TrackedCall> result = new ArrayList<>();
            for (int index = 0; index < total; index++) {
                result.add(index < done ? decided(index).asDone() : open.get(index - done));
            }
            return result;
        }

        /** A call that is done, with the decision that it was done by; one that went in another way, with the last that was known. */
        private TrackedCall decided(int index) {
            boolean known = index < earlier.size();
            if ((known && earlier.get(index).done()) || found.isEmpty()) {
                return earlier.get(Math.min(index, earlier.size() - 1));
            }
            return found.get(Math.min(index, found.size() - 1));
        }
    }

    private CallHistory() {}

    /**
     * The calls by path; in a file, those seen earlier first, and others in the order of the source. Of files that were not read, all stay as they were.
     *
     * @param earlier what an earlier run has left
     */
    public static List<TrackedCall> of(Collection<TrackedCall> earlier, Audits audits) {
        CallHistory history = new CallHistory();
        List<TrackedCall> seen = new ArrayList<>();
        List<TrackedCall> result = new ArrayList<>();
        for (TrackedCall call : earlier) {
            (audits.unread().contains(call.path()) ? result : seen).add(call);
        }
        List<TrackedCall> found = blocking(audits.found());
        List<TrackedCall> left = blocking(audits.left());
        seen.forEach(call -> history.of(call).earlier().add(call));
        found.forEach(call -> history.of(call).found().add(call));
        left.forEach(call -> history.of(call).open().add(call));
        Map<Key, Integer> sizes = new LinkedHashMap<>();
        Stream.of(seen, found, left).flatMap(List::stream).forEach(call -> {
            List<TrackedCall> now = history.of(call).now();
            int next = sizes.merge(key(call), 1, Integer::sum) - 1;
            if (next < now.size()) {
                result.add(now.get(next));
            }
        });
        result.sort(Comparator.comparing(TrackedCall::path));
        return List.copyOf(result);
    }

    private Calls of(TrackedCall call) {
        return calls.computeIfAbsent(key(call), key -> new Calls());
    }

    private static Key key(TrackedCall call) {
        return new Key(call.path(), call.function(), call.call());
    }

    private static List<TrackedCall> blocking(MigrationPlan plan) {
        return plan.blockingByFile().values().stream()
                .flatMap(List::stream)
                .map(CallHistory::tracked)
                .toList();
    }

    private static TrackedCall tracked(Decision decision) {
        return new TrackedCall(
                decision.site().location().path(),
                function(decision),
                decision.site().call().callee().display(),
                decision.priority(),
                text(decision),
                false);
    }

    private static String function(Decision decision) {
        String name = decision.site().function();
        if (name == null) {
            return "";
        }
        // The module is named as imports name it: by the path from one of the folders above.
        String module =
                decision.site().location().path().replaceFirst("\\.py$", "").replace('/', '.');
        while (!name.startsWith(module + ".")) {
            int dot = module.indexOf('.');
            if (dot < 0) {
                return name;
            }
            module = module.substring(dot + 1);
        }
        return name.substring(module.length() + 1);
    }

    private static String text(Decision decision) {
        // Lines move whenever something is written above them; the data tables have them.
        String detail = LINE.matcher(decision.detail()).replaceAll("$1");
        String why = decision.reason().text() + (detail.isEmpty() ? "" : ": " + detail);
        return switch (decision.action()) {
            case AWAIT_ASYNC_LAYER, AWAIT_VARIANT, AWAIT, AWAIT_ARGUMENT -> "await `" + decision.target() + "`";
            case TO_THREAD -> "thread, since " + why;
            case ON_THREAD -> "thread, with the function around it";
            case KEEP -> TrackedCall.LEFT + why;
        };
    }
}
