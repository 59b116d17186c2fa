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

import dev.asyncpersistence.model.ClassHierarchy;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the layers: those that options name, otherwise class pairs, otherwise classes that are named as layers and block. */
public final class LayerFinder {
    private static final int CANDIDATES_NAMED = 8;

    private final Program program;
    private final ClassHierarchy hierarchy;
    private final BlockingAnalysis analysis;

    public LayerFinder(Resolver resolver, BlockingAnalysis analysis) {
        this.program = resolver.program();
        this.hierarchy = resolver.hierarchy();
        this.analysis = analysis;
    }

    /** A sync layer, class or module, and its async twin. */
    record Pair(
            @Nullable ClassModel type,
            @Nullable ModuleModel module,
            @Nullable ClassModel asyncType) {}

    /**
     * Finds the layers.
     *
     * @throws LayerNotFoundException when there is none, or an option names something that isn't there
     */
    List<Pair> find(LayerOptions options) {
        if (!options.syncLayers().isEmpty()) {
            return options.syncLayers().stream()
                    .map(name -> named(name, options))
                    .toList();
        }
        List<Pair> pairs = pairs();
        if (!pairs.isEmpty()) {
            return pairs;
        }
        List<Pair> single = blockingClasses()
                .filter(type -> LayerNames.isPersistent(type.name()))
                .map(type -> new Pair(type, null, null))
                .toList();
        if (single.isEmpty()) {
            throw new LayerNotFoundException(
                    "No persistence layer found: no class pair such as PersistenceLayer and AsyncPersistenceLayer, and no"
                            + " class with a persistence name whose methods block. " + candidates());
        }
        return single;
    }

    // --- by option

    private Pair named(String name, LayerOptions options) {
        ClassModel type = classNamed(name);
        ModuleModel module = type == null ? moduleNamed(name) : null;
        if (type == null && module == null) {
            throw new LayerNotFoundException("Option syncLayer names `" + name
                    + "`, but no class or module of that name was found. " + candidates());
        }
        ClassModel asyncType = options.asyncLayer().isEmpty() ? twin(type) : classNamed(options.asyncLayer());
        if (!options.asyncLayer().isEmpty() && asyncType == null) {
            throw new LayerNotFoundException(
                    "Option asyncLayer names `" + options.asyncLayer() + "`, but no class of that name was found.");
        }
        return new Pair(type, module, asyncType);
    }

    private @Nullable ClassModel classNamed(String name) {
        return one(program.classes(), ClassModel::qualifiedName, name);
    }

    private @Nullable ModuleModel moduleNamed(String name) {
        return one(program.modules(), module -> module.name().replaceFirst("\\.__init__$", ""), name);
    }

    /** The one that an option means: by its whole name, otherwise by the end of it. */
    private static <T> @Nullable T one(Collection<T> all, Function<T, String> qualifiedName, String name) {
        Map<String, T> found = new TreeMap<>();
        for (T each : all) {
            if (matches(qualifiedName.apply(each), name)) {
                found.put(qualifiedName.apply(each), each);
            }
        }
        T exact = found.get(name);
        if (exact == null && found.size() > 1) {
            throw new LayerNotFoundException("The layer option `" + name + "` may mean any of "
                    + String.join(", ", found.keySet()) + ". Write more of the name.");
        }
        return exact != null || found.isEmpty()
                ? exact
                : found.values().iterator().next();
    }

    private static boolean matches(String qualifiedName, String name) {
        return qualifiedName.equals(name) || qualifiedName.endsWith("." + name);
    }

    // --- by themselves

    private List<Pair> pairs() {
        List<Pair> result = new ArrayList<>();
        for (ClassModel type : program.classes()) {
            ClassModel asyncType = twin(type);
            if (asyncType != null && isBlocking(type)) {
                result.add(new Pair(type, null, asyncType));
            }
        }
        // An HTTP client may come in two forms as well: where a pair is named as a layer, the others are none.
        List<Pair> named = result.stream()
                .filter(pair -> pair.type() != null
                        && LayerNames.isPersistent(pair.type().name()))
                .toList();
        return named.isEmpty() ? result : named;
    }

    /** In a class whose name doesn't say that it keeps data, what is not known counts for nothing. */
    private boolean isBlocking(ClassModel type) {
        boolean persistent = LayerNames.isPersistent(type.name());
        return publicMethods(type)
                .filter(m -> !m.async())
                .map(analysis::blocks)
                .anyMatch(e -> e != null && (persistent || e.kind() == BlockingEvidence.Kind.SINK));
    }

    private @Nullable ClassModel twin(@Nullable ClassModel type) {
        if (type == null || ClassHierarchy.isProtocol(type)) {
            return null;
        }
        Set<String> names = LayerNames.asyncClassNames(type.name());
        return program.classes().stream()
                .filter(other -> names.contains(other.name()) && !ClassHierarchy.isProtocol(other))
                .filter(other -> publicMethods(other).anyMatch(FunctionModel::async))
                .max(Comparator.comparingInt(other -> commonMethods(type, other)))
                .orElse(null);
    }

    private int commonMethods(ClassModel a, ClassModel b) {
        return (int) publicMethods(a)
                .filter(m -> publicMethods(b).anyMatch(o -> o.name().equals(m.name())))
                .count();
    }

    private Stream<ClassModel> blockingClasses() {
        return program.classes().stream()
                .filter(type -> !ClassHierarchy.isProtocol(type))
                .filter(type -> publicMethods(type)
                        .map(analysis::blocks)
                        .anyMatch(e -> e != null && e.kind() == BlockingEvidence.Kind.SINK));
    }

    /** A layer may be put together from base classes. */
    private Stream<FunctionModel> publicMethods(ClassModel type) {
        return hierarchy.lookupOrder(type).stream()
                .flatMap(each -> each.methods().values().stream())
                .filter(m -> !m.name().startsWith("_"));
    }

    private String candidates() {
        List<String> names = blockingClasses()
                .map(ClassModel::qualifiedName)
                .sorted()
                .limit(CANDIDATES_NAMED)
                .toList();
        return names.isEmpty()
                ? "Name it with the option syncLayer=package.module.Class (or package.module for a module of functions)."
                : "Classes whose methods block: " + String.join(", ", names)
                        + ". Name one with the option syncLayer=package.module.Class.";
    }
}
