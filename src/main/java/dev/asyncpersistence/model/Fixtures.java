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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * pytest's fixtures: functions whose results tests and other fixtures get by naming a parameter like them. The nearest one counts: that of the
 * class, of the module, of the {@code conftest.py} files in the folders around it (pytest documentation, «How to use fixtures», availability).
 */
public final class Fixtures {
    private final Program program;
    private final Map<String, ModuleModel> conftests = new HashMap<>();
    private final Map<String, List<FunctionModel>> byName = new HashMap<>();

    Fixtures(Program program) {
        this.program = program;
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
    }

    public static boolean isFixture(FunctionModel function) {
        return function.hasDecorator("fixture");
    }

    /** Whether pytest or unittest runs a function as a test, going by its name. */
    public static boolean isTest(FunctionModel function) {
        return function.name().startsWith("test") && !isFixture(function);
    }

    /** The name that a fixture is asked for by: {@code @pytest.fixture(name="layer")} gives it another than its own. */
    public static String name(FunctionModel fixture) {
        for (Expr decorator : fixture.decorators()) {
            if (decorator instanceof Expr.Call call) {
                for (Expr.Argument argument : call.arguments()) {
                    if ("name".equals(argument.keyword()) && argument.value() instanceof Expr.Text text) {
                        return text.value();
                    }
                }
            }
        }
        return fixture.name();
    }

    /** The fixture that a parameter of a test or fixture asks for; null if there is none, or the function is called by others. */
    public @Nullable FunctionModel askedFor(FunctionModel function, String parameter) {
        return isTest(function) || isFixture(function) ? visibleFrom(function, parameter) : null;
    }

    /** The fixture of a name that a function may ask for; null if there is none. */
    public @Nullable FunctionModel visibleFrom(FunctionModel function, String name) {
        List<FunctionModel> named = byName.getOrDefault(name, List.of());
        if (named.isEmpty()) {
            return null;
        }
        ModuleModel module = program.moduleOf(function.qualifiedName());
        FunctionModel own = in(named, function.enclosingScope(), function);
        own = own == null ? in(named, module.name(), function) : own;
        own = own == null ? imported(named, module) : own;
        for (String folder = folder(module.path()); own == null; folder = folder(folder)) {
            ModuleModel conftest = conftests.get(folder);
            own = conftest == null ? null : in(named, conftest.name(), function);
            own = own == null && conftest != null ? imported(named, conftest) : own;
            if (folder.isEmpty()) {
                return own;
            }
        }
        return own;
    }

    /** A fixture may ask for the one that it stands in for, which has the same name. */
    private static @Nullable FunctionModel in(List<FunctionModel> named, String scope, FunctionModel asking) {
        return named.stream()
                .filter(each -> each.enclosingScope().equals(scope) && !each.equals(asking))
                .findFirst()
                .orElse(null);
    }

    private @Nullable FunctionModel imported(List<FunctionModel> named, ModuleModel module) {
        for (ImportedName each : module.imports()) {
            ModuleModel source = program.resolveImport(module, each.module());
            for (FunctionModel fixture : named) {
                boolean imports = each.localName().equals("*") || fixture.name().equals(each.symbol());
                if (source != null && imports && fixture.enclosingScope().equals(source.name())) {
                    return fixture;
                }
            }
        }
        return null;
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
