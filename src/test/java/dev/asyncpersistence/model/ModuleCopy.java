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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Copies a module under another name, with its imports led elsewhere: large programs without the time to parse them. */
record ModuleCopy(String name, String newName, String imported, String newImported) {

    ModuleModel of(ModuleModel module) {
        return new ModuleModel(
                module.path().replace(name, newName),
                rename(module.name()),
                module.isPackage(),
                imports(module.imports()),
                values(module.classes(), this::type),
                values(module.functions(), this::function),
                values(module.globals(), bindings -> each(bindings, this::binding)),
                each(
                        module.attributeWrites(),
                        w -> new AttributeWrite(
                                UUID.randomUUID(), w.target(), w.attr(), w.value(), rename(w.scope()), w.statement())),
                each(module.calls(), this::call),
                each(module.references(), this::reference));
    }

    private ClassModel type(ClassModel type) {
        return new ClassModel(
                UUID.randomUUID(),
                rename(type.qualifiedName()),
                type.name(),
                type.location(),
                type.bases(),
                type.decorators(),
                rename(type.enclosingScope()),
                values(type.methods(), this::function),
                values(type.attributes(), bindings -> each(bindings, this::binding)));
    }

    private FunctionModel function(FunctionModel function) {
        return new FunctionModel(
                UUID.randomUUID(),
                rename(function.qualifiedName()),
                function.name(),
                function.location(),
                function.async(),
                function.parameters(),
                function.decorators(),
                function.returnAnnotation(),
                rename(function.enclosingScope()),
                renameOrNull(function.className()),
                function.overloadStub(),
                values(function.locals(), bindings -> each(bindings, this::binding)),
                imports(function.imports()),
                function.returned(),
                function.yielded(),
                function.loopsForever(),
                each(function.calls(), this::call),
                each(function.references(), this::reference),
                function.writes(),
                function.signatureNames());
    }

    private CallSite call(CallSite site) {
        return new CallSite(
                UUID.randomUUID(),
                site.location(),
                site.call(),
                renameOrNull(site.function()),
                rename(site.scope()),
                site.place(),
                site.use(),
                site.inLoop(),
                site.enclosingCalls(),
                site.generator(),
                site.managers(),
                site.caught());
    }

    private Reference reference(Reference reference) {
        return new Reference(
                UUID.randomUUID(),
                reference.location(),
                reference.expr(),
                renameOrNull(reference.function()),
                rename(reference.scope()),
                reference.place(),
                reference.use(),
                reference.enclosingCalls());
    }

    private Binding binding(Binding binding) {
        return new Binding(
                binding.kind(), binding.value(), binding.annotation(), rename(binding.scope()), binding.statement());
    }

    private List<ImportedName> imports(List<ImportedName> imports) {
        return each(
                imports,
                i -> new ImportedName(
                        i.localName(),
                        i.module().replace(imported, newImported),
                        i.symbol(),
                        i.typeCheckingOnly(),
                        i.line()));
    }

    private String rename(String scope) {
        return scope.replace(name, newName);
    }

    private @Nullable String renameOrNull(@Nullable String scope) {
        return scope == null ? null : rename(scope);
    }

    private <T> Map<String, T> values(Map<String, T> map, UnaryOperator<T> copy) {
        Map<String, T> result = new LinkedHashMap<>();
        map.forEach((key, value) -> result.put(rename(key), copy.apply(value)));
        return result;
    }

    private static <T> List<T> each(List<T> list, Function<T, T> copy) {
        return list.stream().map(copy).toList();
    }
}
