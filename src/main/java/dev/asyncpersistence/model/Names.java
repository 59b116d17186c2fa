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

import dev.asyncpersistence.model.Resolved.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks names up as Python does: function, enclosing functions, module, builtins (language reference, section 4.2.2). */
final class Names {
    private final Program program;
    private final Resolver resolver;
    /** Members being looked up; modules may import from each other. */
    private final Set<Member> open = new HashSet<>();

    private record Member(ModuleModel module, String name) {}

    Names(Program program, Resolver resolver) {
        this.program = program;
        this.resolver = resolver;
    }

    List<Resolved> lookUp(String name, String scope) {
        FunctionModel function = program.function(scope);
        if (function != null) {
            List<Resolved> local = inFunction(function, name);
            return local != null ? local : lookUp(name, beyondClasses(function.enclosingScope()));
        }
        ClassModel type = program.classNamed(scope);
        if (type != null) {
            List<Binding> own = type.attributes().getOrDefault(name, List.of()).stream()
                    .filter(b -> b.scope().equals(scope))
                    .toList();
            List<Resolved> defined = definedIn(scope, name);
            if (own.isEmpty() && defined != null) {
                return defined;
            }
            // In `save = staticmethod(save)` the name on the right is the outer one.
            List<Resolved> outer = lookUp(name, beyondClasses(type.enclosingScope()));
            return own.isEmpty() ? outer : Resolver.merge(resolver.bound(own), outer);
        }
        ModuleModel module = program.moduleOf(scope);
        List<Resolved> global = inModule(module, name);
        if (global != null) {
            return global;
        }
        return StandardLibrary.isBuiltin(name)
                ? List.of(new Resolved(new Value.External("builtins." + name), Evidence.DECLARED))
                : List.of();
    }

    /** Names of a class body are not visible in the functions inside it. */
    private String beyondClasses(String scope) {
        ClassModel type = program.classNamed(scope);
        return type == null ? scope : beyondClasses(type.enclosingScope());
    }

    private @Nullable List<Resolved> inFunction(FunctionModel function, String name) {
        boolean isParameter =
                function.parameters().stream().anyMatch(p -> p.name().equals(name));
        if (isParameter) {
            return parameter(function, name);
        }
        if (function.locals().containsKey(name)) {
            return resolver.bound(function.locals().get(name));
        }
        List<Resolved> imported = imported(function.imports(), name, program.moduleOf(function.qualifiedName()));
        return imported != null ? imported : definedIn(function.qualifiedName(), name);
    }

    private List<Resolved> parameter(FunctionModel function, String name) {
        boolean first = function.hasImplicitFirstParameter()
                && function.parameters().get(0).name().equals(name);
        ClassModel type = function.className() == null ? null : program.classNamed(function.className());
        if (first && type != null) {
            boolean classItself =
                    function.hasDecorator("classmethod") || function.name().equals("__new__");
            Value self = classItself ? new Value.ClassObject(type) : new Value.Instance(type);
            return List.of(new Resolved(self, Evidence.DECLARED));
        }
        return resolver.parameter(function, name);
    }

    /** Functions and classes defined under a name. Redefinitions count, overload declarations only where there is nothing else. */
    private @Nullable List<Resolved> definedIn(String scope, String name) {
        String first = scope + "." + name;
        List<FunctionModel> functions = new ArrayList<>();
        List<ClassModel> classes = new ArrayList<>();
        for (int n = 1; ; n++) {
            String qualifiedName = n == 1 ? first : first + "#" + n;
            FunctionModel function = program.function(qualifiedName);
            ClassModel type = program.classNamed(qualifiedName);
            if (function == null && type == null) {
                break;
            }
            if (function != null) {
                functions.add(function);
            }
            if (type != null) {
                classes.add(type);
            }
        }
        if (functions.stream().anyMatch(f -> !f.hasDecorator("overload"))) {
            functions.removeIf(f -> f.hasDecorator("overload"));
        }
        List<Resolved> result = new ArrayList<>();
        functions.forEach(f -> result.add(new Resolved(new Value.FunctionObject(f, null), Evidence.DECLARED)));
        classes.forEach(c -> result.add(new Resolved(new Value.ClassObject(c), Evidence.DECLARED)));
        return result.isEmpty() ? null : result;
    }

    private @Nullable List<Resolved> inModule(ModuleModel module, String name) {
        List<Resolved> defined = definedIn(module.name(), name);
        List<Resolved> imported = imported(module.imports(), name, module);
        if (defined != null) {
            // `try: from fast import f`, `except ImportError: def f(): ...`
            return imported == null ? defined : Resolver.merge(defined, imported);
        }
        if (imported != null && !imported.isEmpty()) {
            return imported;
        }
        List<Binding> bindings = module.globals().get(name);
        return bindings != null ? resolver.bound(bindings) : imported;
    }

    private @Nullable List<Resolved> imported(List<ImportedName> imports, String name, ModuleModel module) {
        List<Resolved> result = new ArrayList<>();
        boolean bound = false;
        for (ImportedName each : imports) {
            if (each.localName().equals(name)) {
                bound = true;
                result.addAll(target(each, module));
            } else if (each.localName().equals("*")) {
                ModuleModel source = program.resolveImport(module, each.module());
                List<Resolved> found = source == null || source.equals(module) || !isExported(source, name)
                        ? List.of()
                        : memberOfModule(source, name);
                bound |= !found.isEmpty();
                result.addAll(found);
            }
        }
        return bound ? result : null;
    }

    /** What a star import takes: the names in {@code __all__}, any if it is computed; without it, those that begin with no underscore. */
    private static boolean isExported(ModuleModel source, String name) {
        List<Binding> all = source.globals().getOrDefault("__all__", List.of());
        return all.isEmpty()
                ? !name.startsWith("_")
                : all.stream()
                        .anyMatch(binding -> !(binding.value() instanceof Expr.Display names)
                                || names.elements().contains(new Expr.Text(name)));
    }

    private List<Resolved> target(ImportedName imported, ModuleModel module) {
        if (imported.symbol() == null) {
            return importedModule(imported, module);
        }
        ModuleModel source = program.resolveImport(module, imported.module());
        if (source != null) {
            List<Resolved> member = source.equals(module) ? List.of() : memberOfModule(source, imported.symbol());
            if (!member.isEmpty()) {
                return member;
            }
        }
        String separator = imported.module().endsWith(".") ? "" : ".";
        String fullName = imported.module() + separator + imported.symbol();
        ModuleModel submodule = program.resolveImport(module, fullName);
        return List.of(
                submodule != null
                        ? new Resolved(new Value.ModuleObject(submodule), Evidence.DECLARED)
                        : new Resolved(new Value.External(fullName), Evidence.DECLARED));
    }

    private List<Resolved> importedModule(ImportedName imported, ModuleModel module) {
        boolean bindsTop = imported.module().startsWith(imported.localName() + ".");
        String name = bindsTop ? imported.localName() : imported.module();
        ModuleModel source = program.resolveImport(module, name);
        return List.of(
                source != null
                        ? new Resolved(new Value.ModuleObject(source), Evidence.DECLARED)
                        : new Resolved(new Value.External(name), Evidence.DECLARED));
    }

    List<Resolved> memberOfModule(ModuleModel module, String name) {
        Member asked = new Member(module, name);
        if (!open.add(asked)) {
            return List.of();
        }
        try {
            return findMember(module, name);
        } finally {
            open.remove(asked);
        }
    }

    /** A dotted name that starts with an imported package without a file of its own. */
    Resolved memberOfExternal(Value.External external, String name) {
        String fullName = external.name() + "." + name;
        ModuleModel module = program.moduleNamed(fullName);
        return new Resolved(
                module == null ? new Value.External(fullName) : new Value.ModuleObject(module), Evidence.DECLARED);
    }

    private List<Resolved> findMember(ModuleModel module, String name) {
        List<Resolved> member = inModule(module, name);
        if (member != null && isFollowed(member)) {
            return member;
        }
        ModuleModel submodule = module.isPackage() ? program.resolveImport(module, "." + name) : null;
        if (submodule != null) {
            return List.of(new Resolved(new Value.ModuleObject(submodule), Evidence.DECLARED));
        }
        // Packages that shadow a module file load it by hand and re-export its names; that can't be followed, the file
        // can.
        ModuleModel beside = program.moduleBeside(module);
        List<Resolved> shadowed = beside == null ? List.of() : memberOfModule(beside, name);
        return shadowed.isEmpty() && member != null ? member : shadowed;
    }

    private static boolean isFollowed(List<Resolved> values) {
        return values.stream().anyMatch(v -> !(v.value() instanceof Value.ExternalResult));
    }
}
