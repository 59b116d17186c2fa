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
package dev.asyncpersistence.plan;

import dev.asyncpersistence.plan.EntryPoint.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Names by which frameworks mark or register entry points, read from {@code entry-points.yml}. */
final class EntryPointCatalogue {
    private final Map<String, Kind> decorators;
    private final Map<String, Kind> registrations;
    private final Map<String, Kind> keywords;
    private final Map<String, Kind> functions;

    private final List<String> threaded;
    private final List<String> threadedStartup;

    private EntryPointCatalogue(Map<String, Map<String, List<String>>> document) {
        decorators = byName(document, "decorators");
        registrations = byName(document, "registrations");
        keywords = byName(document, "keywords");
        functions = byName(document, "functions");
        Map<String, List<String>> threads = Objects.requireNonNull(document.get("threads"));
        threaded = List.copyOf(Objects.requireNonNull(threads.get("modules")));
        threadedStartup = List.copyOf(Objects.requireNonNull(threads.get("startup")));
    }

    static EntryPointCatalogue standard() {
        try (InputStream in = Objects.requireNonNull(
                EntryPointCatalogue.class.getResourceAsStream("/dev/asyncpersistence/plan/entry-points.yml"))) {
            return new EntryPointCatalogue(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Kind> byName(Map<String, Map<String, List<String>>> document, String section) {
        Map<String, Kind> result = new HashMap<>();
        Objects.requireNonNull(document.get(section))
                .forEach((kind, names) ->
                        names.forEach(name -> result.putIfAbsent(name, Kind.valueOf(kind.toUpperCase(Locale.ROOT)))));
        return result;
    }

    /** By the whole name, otherwise by an entry such as {@code on_*} that it begins with. */
    private static @Nullable Kind find(Map<String, Kind> entries, String name) {
        Kind exact = entries.get(name);
        return exact != null
                ? exact
                : entries.entrySet().stream()
                        .filter(e -> e.getKey().endsWith("*")
                                && name.startsWith(
                                        e.getKey().substring(0, e.getKey().length() - 1)))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    @Nullable
    Kind ofDecorator(String name) {
        return find(decorators, name);
    }

    /**
     * Whether a sync function under a decorator runs on a thread of its framework's, or is a program of its own. Startup handlers of most run on the loop.
     *
     * @param module qualified name of what the decorator is taken from
     */
    boolean runsOnThread(String module, @Nullable String decorator) {
        boolean startup = decorator != null && ofDecorator(decorator) == Kind.STARTUP;
        return (startup ? threadedStartup : threaded)
                .stream().anyMatch(name -> module.equals(name) || module.startsWith(name + "."));
    }

    @Nullable
    Kind ofRegistration(String name) {
        return find(registrations, name);
    }

    @Nullable
    Kind ofKeyword(String name) {
        return keywords.get(name);
    }

    @Nullable
    Kind ofFunction(String name) {
        return find(functions, name.replaceFirst("^_+", ""));
    }
}
