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
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All modules that were read, indexed. */
public final class Program {
    private final Map<String, ModuleModel> modulesByPath = new TreeMap<>();
    private final Map<String, ModuleModel> moduleOfScope = new HashMap<>();
    private final Map<String, FunctionModel> functions = new LinkedHashMap<>();
    private final Map<String, ClassModel> classes = new LinkedHashMap<>();
    private final Map<String, List<AttributeWrite>> attributeWrites = new HashMap<>();
    private final Map<String, List<CallSite>> callsByName = new HashMap<>();
    private final ImportResolver imports;

    public Program(Collection<ModuleModel> modules) {
        for (ModuleModel module : modules) {
            modulesByPath.put(module.path(), module);
        }
        modulesByPath.values().forEach(this::index);
        imports = new ImportResolver(modulesByPath.values());
    }

    private void index(ModuleModel module) {
        moduleOfScope.put(module.name(), module);
        module.functions().forEach((name, function) -> {
            functions.put(name, function);
            moduleOfScope.put(name, module);
        });
        module.classes().forEach((name, type) -> {
            classes.put(name, type);
            moduleOfScope.put(name, module);
        });
        for (AttributeWrite write : module.attributeWrites()) {
            attributeWrites
                    .computeIfAbsent(write.attr(), a -> new ArrayList<>())
                    .add(write);
        }
        for (CallSite call : module.allCalls()) {
            String name = lastName(call.call().callee());
            if (name != null) {
                callsByName.computeIfAbsent(name, n -> new ArrayList<>()).add(call);
            }
        }
    }

    /** The last name of a callee: {@code m} of {@code a.b.m}. */
    public static @Nullable String lastName(Expr callee) {
        if (callee instanceof Expr.Attribute attribute) {
            return attribute.attr();
        }
        return callee instanceof Expr.Name name ? name.id() : null;
    }

    public Collection<ModuleModel> modules() {
        return Collections.unmodifiableCollection(modulesByPath.values());
    }

    public Collection<FunctionModel> functions() {
        return Collections.unmodifiableCollection(functions.values());
    }

    public Collection<ClassModel> classes() {
        return Collections.unmodifiableCollection(classes.values());
    }

    public @Nullable FunctionModel function(String qualifiedName) {
        return functions.get(qualifiedName);
    }

    public @Nullable ClassModel classNamed(String qualifiedName) {
        return classes.get(qualifiedName);
    }

    /** Whether a function is defined right in a module. */
    public boolean isTopLevel(FunctionModel function) {
        return moduleOf(function.qualifiedName()).name().equals(function.enclosingScope());
    }

    /** The module that a scope (module, class or function) belongs to. */
    public ModuleModel moduleOf(String scope) {
        ModuleModel module = moduleOfScope.get(scope);
        if (module == null) {
            throw new IllegalArgumentException("no scope named " + scope);
        }
        return module;
    }

    public @Nullable ModuleModel resolveImport(ModuleModel from, String module) {
        return imports.resolve(from, module);
    }

    @Nullable
    ModuleModel moduleNamed(String name) {
        return imports.absolute("", name);
    }

    /** A module file that has the same dotted name as a package: {@code x/persistence.py} beside {@code x/persistence/__init__.py}. */
    public @Nullable ModuleModel moduleBeside(ModuleModel packageModule) {
        String suffix = "/__init__.py";
        return packageModule.path().endsWith(suffix)
                ? modulesByPath.get(
                        packageModule.path().substring(0, packageModule.path().length() - suffix.length()) + ".py")
                : null;
    }

    public List<AttributeWrite> attributeWrites(String attr) {
        return attributeWrites.getOrDefault(attr, List.of());
    }

    /** Calls whose callee ends in a name. */
    public List<CallSite> callsNamed(String name) {
        return callsByName.getOrDefault(name, List.of());
    }
}
