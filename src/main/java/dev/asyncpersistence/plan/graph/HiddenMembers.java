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
package dev.asyncpersistence.plan.graph;

import dev.asyncpersistence.model.ClassHierarchy;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.StandardLibrary;
import dev.asyncpersistence.model.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells where an attribute that is not found may be one of the project's functions all the same. */
final class HiddenMembers {
    /** Builtins that give back something that they were given, or that it holds. */
    private static final Set<String> PASS_ON =
            Set.of("next", "max", "min", "getattr", "eval", "super", "type", "vars", "iter", "__import__");

    /** Builtins whose methods do. */
    private static final Set<String> CONTAINERS = Set.of(
            "list",
            "dict",
            "set",
            "tuple",
            "frozenset",
            "sorted",
            "reversed",
            "enumerate",
            "zip",
            "filter",
            "map",
            "locals",
            "globals");

    /** Modules of the standard library that give back what they were given. */
    private static final Set<String> PASSING_MODULES = Set.of(
            "asyncio",
            "collections",
            "concurrent",
            "contextlib",
            "contextvars",
            "copy",
            "dataclasses",
            "functools",
            "heapq",
            "importlib",
            "inspect",
            "itertools",
            "multiprocessing",
            "operator",
            "pickle",
            "queue",
            "random",
            "threading",
            "types",
            "typing",
            "unittest",
            "weakref");

    private final Resolver resolver;
    private final Program program;
    private final ClassHierarchy hierarchy;
    /** Classes with a base outside the project, by the base's name. */
    private final Map<String, Set<ClassModel>> derived = new HashMap<>();

    HiddenMembers(Resolver resolver) {
        this.resolver = resolver;
        this.program = resolver.program();
        this.hierarchy = resolver.hierarchy();
        for (ClassModel type : program.classes()) {
            hierarchy.lookupOrder(type).forEach(each -> addBases(each, type));
        }
    }

    private void addBases(ClassModel declared, ClassModel type) {
        for (Expr base : declared.bases()) {
            for (Resolved each : resolver.resolve(base, declared.enclosingScope())) {
                if (each.value() instanceof Value.External external) {
                    derived.computeIfAbsent(external.name(), n -> new LinkedHashSet<>())
                            .add(type);
                }
            }
        }
    }

    /** Whether what an expression gives may have a function of the project as an attribute that was not found. */
    boolean mayHave(Expr owner, String attr, String scope) {
        List<Resolved> values = resolver.resolve(owner, scope);
        return values.isEmpty() || values.stream().anyMatch(value -> mayHave(value.value(), attr));
    }

    private boolean mayHave(Value owner, String attr) {
        if (owner instanceof Value.ExternalResult result) {
            return isHandedOut(result.name())
                    || passesOn(result.name())
                    || derived.getOrDefault(result.name(), Set.of()).stream().anyMatch(type -> has(type, attr));
        }
        if (owner instanceof Value.Instance instance) {
            return !below(instance.type(), attr).isEmpty() || answersAnything(instance.type());
        }
        if (owner instanceof Value.ClassObject type) {
            return !below(type.type(), attr).isEmpty();
        }
        return owner instanceof Value.ModuleObject module
                && program.function(module.module().name() + "." + attr) == null
                && module.module().functions().containsKey(module.module().name() + ".__getattr__");
    }

    private boolean has(ClassModel type, String attr) {
        return hierarchy.method(type, attr) != null;
    }

    private boolean answersAnything(ClassModel type) {
        return has(type, "__getattr__") || has(type, "__getattribute__");
    }

    /** Methods that a class doesn't have, but classes derived from it do. */
    Set<FunctionModel> below(ClassModel type, String attr) {
        Set<FunctionModel> result = new LinkedHashSet<>();
        if (!has(type, attr)) {
            for (ClassModel each : hierarchy.withSubclasses(type)) {
                FunctionModel method = hierarchy.method(each, attr);
                if (method != null) {
                    result.add(method);
                }
            }
        }
        return result;
    }

    /** Whether a name from outside the project is said to come from one of its modules, which don't show it. */
    boolean isLazyExport(Value value, String scope) {
        if (!(value instanceof Value.External external)) {
            return false;
        }
        int dot = external.name().lastIndexOf('.');
        if (dot <= 0) {
            return false;
        }
        ModuleModel module =
                program.resolveImport(program.moduleOf(scope), external.name().substring(0, dot));
        return module != null;
    }

    /** What a library hands out may be an object of the project; an object of the library's own is none. */
    static boolean isHandedOut(String name) {
        String plain = name.endsWith("()") ? name.substring(0, name.length() - 2) : name;
        String last = plain.substring(plain.lastIndexOf('.') + 1);
        String module = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        boolean standard =
                module.equals("builtins") || (StandardLibrary.contains(module) && !PASSING_MODULES.contains(module));
        return !standard && !last.isEmpty() && !Character.isUpperCase(last.charAt(0));
    }

    /** What stands for a type, and what builtins and their containers give. */
    private static boolean passesOn(String name) {
        if (name.startsWith("typing.") || name.startsWith("typing_extensions.")) {
            return true;
        }
        if (!name.startsWith("builtins.")) {
            return false;
        }
        String[] parts = name.replace("()", "").split("\\.", -1);
        return PASS_ON.contains(parts[1]) || (parts.length > 2 && CONTAINERS.contains(parts[1]));
    }
}
