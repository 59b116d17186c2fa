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
package dev.asyncpersistence.layer;

import dev.asyncpersistence.model.StandardLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** What calls that leave the project do to the event loop: a catalogue, read from {@code calls.yml} and the user's own of the same form. */
public final class CallCatalogue {
    private final NamePatterns blockingFunctions = new NamePatterns();
    private final Map<String, String> blockingMethods = new HashMap<>();
    private final Map<String, String> threadBound = new HashMap<>();
    private final Set<String> connections = new HashSet<>();
    private final Set<String> pools = new TreeSet<>();
    private final Set<String> locks = new HashSet<>();
    private final Set<String> loopFunctions = new HashSet<>();
    private final Set<String> lazyMethods = new HashSet<>();
    private final NamePatterns memoryFunctions = new NamePatterns();
    private final Set<String> memoryMethods = new HashSet<>();

    /** The catalogue that comes with the recipes. */
    public static CallCatalogue standard() {
        try (InputStream in = Objects.requireNonNull(
                CallCatalogue.class.getResourceAsStream("/dev/asyncpersistence/layer/calls.yml"))) {
            CallCatalogue catalogue = new CallCatalogue();
            catalogue.add(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
            return catalogue;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds the entries of a YAML document in the form of {@code calls.yml}. They win over those that are there already.
     *
     * @throws IllegalArgumentException when it has another form; the message says where
     */
    public CallCatalogue extendedBy(String yaml) {
        Object document;
        try {
            document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        } catch (YAMLException e) {
            throw new IllegalArgumentException("the catalogue is not valid YAML: " + e.getMessage(), e);
        }
        if (!(document instanceof Map<?, ?>)) {
            throw new IllegalArgumentException(
                    "a catalogue is a YAML map with the keys `blocking`, `threads` and `memory`");
        }
        add(document);
        return this;
    }

    private void add(Object document) {
        Map<?, ?> root = map(document, "catalogue", Set.of("blocking", "threads", "memory"));
        Map<?, ?> blocking = map(root.get("blocking"), "blocking", Set.of("functions", "methods"));
        for (Object group : list(blocking.get("functions"), "blocking.functions")) {
            String reason = reason(group, "blocking.functions");
            for (String name : names(group, "blocking.functions", Set.of("names", "reason"))) {
                blockingFunctions.add(name, reason);
                memoryFunctions.remove(name);
            }
        }
        for (Object group : list(blocking.get("methods"), "blocking.methods")) {
            String reason = reason(group, "blocking.methods");
            for (String name : names(group, "blocking.methods", Set.of("names", "reason"))) {
                blockingMethods.put(name, reason);
                memoryMethods.remove(name);
            }
        }
        addThreads(
                map(root.get("threads"), "threads", Set.of("bound", "connections", "locks", "loop", "lazy", "pools")));
        Map<?, ?> memory = map(root.get("memory"), "memory", Set.of("functions", "methods"));
        for (String name : strings(memory.get("functions"), "memory.functions")) {
            memoryFunctions.add(name, "in memory");
            blockingFunctions.remove(name);
        }
        for (String name : strings(memory.get("methods"), "memory.methods")) {
            memoryMethods.add(name);
            blockingMethods.remove(name);
        }
    }

    private void addThreads(Map<?, ?> threads) {
        for (Object group : list(threads.get("bound"), "threads.bound")) {
            Map<?, ?> entry = map(group, "threads.bound", Set.of("names", "argument"));
            String argument = string(entry.get("argument"), "threads.bound.argument");
            names(entry, "threads.bound", Set.of("names", "argument")).forEach(name -> threadBound.put(name, argument));
        }
        connections.addAll(strings(threads.get("connections"), "threads.connections"));
        locks.addAll(strings(threads.get("locks"), "threads.locks"));
        loopFunctions.addAll(strings(threads.get("loop"), "threads.loop"));
        lazyMethods.addAll(strings(threads.get("lazy"), "threads.lazy"));
        pools.addAll(strings(threads.get("pools"), "threads.pools"));
    }

    /** Top-level names of the modules whose calls block and which are no part of the standard library, and of its data stores. */
    public Set<String> dataModules() {
        Set<String> result = blockingFunctions.topLevelNames();
        result.removeIf(StandardLibrary::contains);
        result.addAll(List.of("sqlite3", "dbm", "shelve"));
        return result;
    }

    /** Whether an imported function makes a connection that several threads may not use at the same time. */
    public boolean isConnection(String qualifiedName) {
        return connections.contains(qualifiedName);
    }

    /** The keyword argument that, given as {@code False}, lets other threads use what the function makes; null if any thread may. */
    public @Nullable String threadBound(String qualifiedName) {
        return threadBound.get(qualifiedName);
    }

    public boolean isLock(String qualifiedName) {
        return locks.contains(qualifiedName);
    }

    /** Whether an imported function works on the event loop's thread only. */
    public boolean isLoopFunction(String qualifiedName) {
        return loopFunctions.contains(qualifiedName);
    }

    /** Imported functions that make a pool of connections, each of which belongs to the event loop that opened it. */
    public Set<String> pools() {
        return Collections.unmodifiableSet(pools);
    }

    /** Whether what a method of this name returns goes on reading where it is consumed, as a cursor does. */
    public boolean isLazyMethod(String name) {
        return lazyMethods.contains(name);
    }

    /** Why a call of an imported name, or of something reached from it, blocks; null if it isn't known to. */
    public @Nullable String blockingFunction(String qualifiedName) {
        NamePatterns.Match blocking = blockingFunctions.longestMatch(qualifiedName);
        NamePatterns.Match memory = memoryFunctions.longestMatch(qualifiedName);
        return blocking == null || (memory != null && memory.length() > blocking.length()) ? null : blocking.reason();
    }

    /** Why a call of a method of this name blocks, when nothing is known of its receiver. */
    public @Nullable String blockingMethod(String name) {
        return blockingMethods.get(name);
    }

    public boolean isMemoryFunction(String qualifiedName) {
        return memoryFunctions.longestMatch(qualifiedName) != null && blockingFunction(qualifiedName) == null;
    }

    public boolean isMemoryMethod(String name) {
        return memoryMethods.contains(name);
    }

    // --- YAML

    private static Map<?, ?> map(@Nullable Object value, String place, Set<String> keys) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("`" + place + "` must be a map with the keys " + keys);
        }
        for (Object key : map.keySet()) {
            if (!keys.contains(String.valueOf(key))) {
                throw new IllegalArgumentException(
                        "`" + place + "` has an unknown key `" + key + "`; known are " + keys);
            }
        }
        return map;
    }

    private static List<?> list(@Nullable Object value, String place) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException("`" + place + "` must be a list");
        }
        return list;
    }

    private static String reason(@Nullable Object group, String place) {
        return string(map(group, place, Set.of("names", "reason")).get("reason"), place + ".reason");
    }

    private static List<String> names(@Nullable Object group, String place, Set<String> keys) {
        List<String> names = strings(map(group, place, keys).get("names"), place + ".names");
        if (names.isEmpty()) {
            throw new IllegalArgumentException("an entry of `" + place + "` has no `names`");
        }
        return names;
    }

    private static List<String> strings(@Nullable Object value, String place) {
        List<String> result = new ArrayList<>();
        for (Object each : list(value, place)) {
            if (each instanceof List<?> nested) {
                nested.forEach(name -> result.add(string(name, place)));
            } else {
                result.add(string(each, place));
            }
        }
        return result;
    }

    /** YAML reads a bare {@code on}, {@code no} or {@code 1.5} as something else than text. */
    private static String string(@Nullable Object value, String place) {
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(
                value == null
                        ? "`" + place + "` is missing or empty"
                        : "`" + place + "` must be text, not `" + value + "`");
    }
}
