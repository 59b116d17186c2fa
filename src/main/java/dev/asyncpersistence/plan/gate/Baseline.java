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

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Violations that are accepted until somebody solves them: so many of each sort. Lines don't matter, so that code may move.
 *
 * @param counts how many are accepted
 */
public record Baseline(SortedMap<Entry, Integer> counts) {
    /** Nothing is accepted. */
    public static final Baseline EMPTY = new Baseline(new TreeMap<>());

    /**
     * Violations that can't be told apart once lines have moved.
     *
     * @param file path from the project's folder, with forward slashes
     */
    public record Entry(String file, String function, String call, Violation.Kind kind) implements Comparable<Entry> {
        private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::file)
                .thenComparing(Entry::function)
                .thenComparing(Entry::call)
                .thenComparing(Entry::kind);

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }
    }

    /** Accepts what is there, and no more. */
    static Baseline of(Collection<Entry> found) {
        SortedMap<Entry, Integer> counts = new TreeMap<>();
        found.forEach(entry -> counts.merge(entry, 1, Integer::sum));
        return new Baseline(counts);
    }

    int accepted(Entry entry) {
        return counts.getOrDefault(entry, 0);
    }

    /** The same without what is not there any more. */
    Baseline without(Collection<Stale> solved) {
        SortedMap<Entry, Integer> result = new TreeMap<>(counts);
        solved.forEach(stale -> {
            if (stale.found() == 0) {
                result.remove(stale.entry());
            } else {
                result.put(stale.entry(), stale.found());
            }
        });
        return new Baseline(result);
    }

    /** How many violations are accepted in all. */
    public int size() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many violations of one kind are accepted. */
    int size(Violation.Kind kind) {
        return counts.entrySet().stream()
                .filter(counted -> counted.getKey().kind() == kind)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /**
     * An entry that accepts more than there is.
     *
     * @param found how many there are
     */
    public record Stale(Entry entry, int accepted, int found) {
        static Stale of(Map.Entry<Entry, Integer> counted, int found) {
            return new Stale(counted.getKey(), counted.getValue(), found);
        }
    }
}
