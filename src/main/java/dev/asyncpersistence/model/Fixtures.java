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
package dev.asyncpersistence.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * pytest's fixtures: functions whose results tests and other fixtures get by naming a parameter like them. The nearest one counts: that of the
 * class, of the module, of the {@code conftest.py} files in the folders around it (pytest documentation, «How to use fixtures», availability).
 * Those of a class or module are what its attributes are, inherited and imported ones included.
 */
public final class Fixtures {
    private final Program program;
    private final Resolver resolver;
    private final Map<String, ModuleModel> conftests = new HashMap<>();

    /** By the names they give themselves or have by their definition. */
    private final Map<String, List<FunctionModel>> byName = new HashMap<>();

    /** By the name of a function, what files call it that import it under another name. */
    private final Map<String, Set<String>> aliases = new HashMap<>();

    /** All names by which any is known somewhere. */
    private final Set<String> names = new HashSet<>();

    Fixtures(Program program, Resolver resolver) {
        this.program = program;
        this.resolver = resolver;
        for (ModuleModel module : program.modules()) {
            String path = module.path();
            if (path.equals("conftest.py") || path.endsWith("/conftest.py")) {
                conftests.put(folder(path), module);
            }
        }
        for (FunctionModel function : program.functions()) {
            if (isFixture(function)) {
                byName.computeIfAbsent(name(function), n -> new ArrayList<>()).add(function);
            }
        }
        program.modules().forEach(this::addAliases);
        names.addAll(byName.keySet());
        byName.values().stream()
                .flatMap(List::stream)
                .map(each -> aliases.getOrDefault(each.name(), Set.of()))
                .forEach(names::addAll);
    }

    private void addAliases(ModuleModel module) {
        for (ImportedName each : module.imports()) {
            String symbol = each.renamed();
            if (symbol != null) {
                aliases.computeIfAbsent(symbol, s -> new TreeSet<>()).add(each.localName());
            }
        }
    }

    public static boolean isFixture(FunctionModel function) {
        return function.hasDecorator("fixture");
    }

    /** Whether pytest or unittest runs a function as a test, going by its name. */
    public static boolean isTest(FunctionModel function) {
        return function.name().startsWith("test") && !isFixture(function);
    }

    /** The name that a fixture is asked for by where it is defined. */
    public static String name(FunctionModel fixture) {
        String given = givenName(fixture);
        return given == null ? fixture.name() : given;
    }

    /** {@code @pytest.fixture(name="layer")} gives it another name than its own, which it keeps wherever it is imported. */
    private static @Nullable String givenName(FunctionModel fixture) {
        for (Expr decorator : fixture.decorators()) {
            if (decorator instanceof Expr.Call call) {
                for (Expr.Argument argument : call.arguments()) {
                    if ("name".equals(argument.keyword()) && argument.value() instanceof Expr.Text text) {
                        return text.value();
                    }
                }
            }
        }
        return null;
    }

    /** The fixture that a parameter of a test or fixture asks for; null if there is none, or the function is called by others. */
    public @Nullable FunctionModel askedFor(FunctionModel function, String parameter) {
        return isTest(function) || isFixture(function) ? visibleFrom(function, parameter) : null;
    }

    /** The same, and, for a test of a class that others are derived from, what they have by the name. */
    public List<FunctionModel> allAskedFor(FunctionModel function, String parameter) {
        FunctionModel own = askedFor(function, parameter);
        return Stream.concat(Stream.ofNullable(own), ofSubclasses(function, parameter))
                .distinct()
                .toList();
    }

    /** pytest runs an inherited test once for each class, with the fixtures of that class. */
    private Stream<FunctionModel> ofSubclasses(FunctionModel function, String name) {
        ClassModel type = function.className() == null ? null : program.classNamed(function.className());
        boolean asks = isTest(function) || isFixture(function);
        return type == null || !asks || !names.contains(name)
                ? Stream.empty()
                : resolver.hierarchy().withSubclasses(type).stream()
                        .filter(each -> !each.equals(type))
                        .map(each -> inClass(name, each, function))
                        .filter(Objects::nonNull);
    }

    /** The name by which a function may ask for a fixture; null if it can't, or gets another by that name. */
    public @Nullable String nameFrom(FunctionModel function, FunctionModel fixture) {
        return Stream.concat(Stream.of(name(fixture)), aliases.getOrDefault(fixture.name(), Set.of()).stream())
                .filter(name -> fixture.equals(visibleFrom(function, name)))
                .findFirst()
                .orElse(null);
    }

    /** The fixture of a name that a function may ask for; null if there is none. */
    private @Nullable FunctionModel visibleFrom(FunctionModel function, String name) {
        if (!names.contains(name)) {
            return null;
        }
        ModuleModel module = program.moduleOf(function.qualifiedName());
        FunctionModel own = inClasses(name, function);
        own = own == null ? inModule(name, module, function) : own;
        for (String folder = folder(module.path()); own == null; folder = folder(folder)) {
            ModuleModel conftest = conftests.get(folder);
            own = conftest == null ? null : inModule(name, conftest, function);
            if (folder.isEmpty()) {
                return own;
            }
        }
        return own;
    }

    // --- of classes

    /** Of the classes around a function, the innermost first. */
    private @Nullable FunctionModel inClasses(String name, FunctionModel asking) {
        FunctionModel result = null;
        for (ClassModel type = program.classNamed(asking.enclosingScope());
                type != null && result == null;
                type = program.classNamed(type.enclosingScope())) {
            result = inClass(name, type, asking);
        }
        return result;
    }

    /** A method that is overridden is no attribute of the class: what overrides it can't ask for it. */
    private @Nullable FunctionModel inClass(String name, ClassModel type, FunctionModel asking) {
        Set<String> overridden = new HashSet<>();
        for (ClassModel each : resolver.hierarchy().lookupOrder(type)) {
            for (FunctionModel method : each.methods().values()) {
                if (!overridden.contains(method.name()) && isKnownAs(name, method, method.name(), asking)) {
                    return method;
                }
            }
            overridden.addAll(each.methods().keySet());
        }
        return null;
    }

    // --- of modules

    private @Nullable FunctionModel inModule(String name, ModuleModel module, FunctionModel asking) {
        return Stream.concat(Stream.of(name), attributesGiven(name, module))
                .flatMap(attr -> resolver.member(new Value.ModuleObject(module), attr).stream()
                        .map(Resolved::value)
                        .filter(Value.FunctionObject.class::isInstance)
                        .map(value -> ((Value.FunctionObject) value).function())
                        .filter(each -> isKnownAs(name, each, attr, asking)))
                .findFirst()
                .orElse(null);
    }

    /** The names that fixtures have in a module which are asked for by another. */
    private Stream<String> attributesGiven(String name, ModuleModel module) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(each -> !each.name().equals(name))
                .flatMap(each -> Stream.concat(
                        Stream.of(each.name()),
                        module.imports().stream()
                                .filter(imported -> each.name().equals(imported.renamed()))
                                .map(ImportedName::localName)));
    }

    /** Whether a function of which an attribute has the value is a fixture of a name; one may ask for the one that it stands in for, which has the same. */
    private static boolean isKnownAs(String name, FunctionModel function, String attr, FunctionModel asking) {
        String given = givenName(function);
        return isFixture(function) && !function.equals(asking) && name.equals(given == null ? attr : given);
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
