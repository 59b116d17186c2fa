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
package dev.asyncpersistence.plan.methods;

import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ImportGraph;
import dev.asyncpersistence.model.ImportPaths;
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.SignatureName;
import dev.asyncpersistence.model.StandardLibrary;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.ImportChange;
import dev.asyncpersistence.plan.change.PlainImport;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has to be imported so that the names of a copied signature, and those of the body, mean in the new file what they mean in the old one. */
final class NameImports {
    private final Resolver resolver;
    private final ImportPaths paths;
    private final ImportGraph graph;
    private final List<Change> changes = new ArrayList<>();
    private @Nullable Refusal refusal;
    private String detail = "";

    NameImports(Resolver resolver, ImportPaths paths, ImportGraph graph) {
        this.resolver = resolver;
        this.paths = paths;
        this.graph = graph;
    }

    /** The imports, without duplicates. */
    List<Change> changes() {
        return changes.stream().distinct().toList();
    }

    /** Why a name can't be had; null if all can. */
    @Nullable
    Refusal refusal() {
        return refusal;
    }

    /** The name that is meant by that. */
    String detail() {
        return detail;
    }

    private void refuse(Refusal why, String what) {
        if (refusal == null) {
            refusal = why;
            detail = what;
        }
    }

    // --- the body

    /** {@code asyncio}, which every body needs. */
    void addAsyncio(ModuleModel file) {
        Meaning meaning = Meaning.of("asyncio", file);
        boolean other = meaning.defined()
                || meaning.imports().stream()
                        .anyMatch(i -> i.symbol() != null || !i.module().startsWith("asyncio"));
        if (other) {
            refuse(Refusal.ASYNCIO_SHADOWED, file.path());
        } else {
            changes.add(new PlainImport("asyncio"));
        }
    }

    /** A function of the program that the body calls: at the top of the file, or inside the body where that would be a cycle. */
    void addFunction(FunctionModel function, ModuleModel file, UUID body) {
        ModuleModel home = resolver.program().moduleOf(function.qualifiedName());
        Meaning there = Meaning.of(function.name(), file);
        if (there.isThereAtRunTime() && there.isSameAs(Meaning.of(function.name(), home), resolver)) {
            return;
        }
        String from = paths.from(file, home, function.name());
        if (!there.isUnbound() || from == null) {
            refuse(Refusal.NAME_NOT_AVAILABLE, function.name());
            return;
        }
        UUID place = graph.wouldMakeCycle(file, home) ? body : null;
        changes.add(new ImportChange(from, function.name(), false, place));
    }

    // --- the signature

    /** The names of a signature that is copied into a class. */
    void addSignature(FunctionModel sync, @Nullable ClassModel owner, ModuleModel file) {
        ModuleModel from = resolver.program().moduleOf(sync.qualifiedName());
        boolean sameClass = owner != null && owner.qualifiedName().equals(sync.className());
        if (sameClass || (owner == null && from.equals(file))) {
            return;
        }
        if (from.postponesAnnotations()
                && !file.postponesAnnotations()
                && sync.signatureNames().stream().anyMatch(n -> isNoBuiltin(n, from))) {
            refuse(Refusal.EVALUATED_ANNOTATIONS, file.path());
        }
        ClassModel type = sync.className() == null ? null : resolver.program().classNamed(sync.className());
        for (SignatureName name : sync.signatureNames()) {
            if (Stream.of(type, owner).anyMatch(each -> each != null && binds(each, name.name()))) {
                refuse(Refusal.NAME_NOT_AVAILABLE, name.name());
            } else {
                add(name, from, file, type, owner);
            }
        }
    }

    private static boolean isNoBuiltin(SignatureName name, ModuleModel module) {
        return name.kind() != SignatureName.Kind.DEFAULT_VALUE
                && !Meaning.of(name.name(), module).isBuiltin();
    }

    /** Class bodies look names up in the class first: after {@code def list}, {@code list[int]} is no list. */
    private static boolean binds(ClassModel type, String name) {
        return type.method(name) != null
                || type.attributes().getOrDefault(name, List.of()).stream()
                        .anyMatch(b -> b.scope().equals(type.qualifiedName()));
    }

    private void add(
            SignatureName name,
            ModuleModel from,
            ModuleModel file,
            @Nullable ClassModel type,
            @Nullable ClassModel owner) {
        Meaning wanted = Meaning.of(name.name(), from);
        Meaning there = Meaning.of(name.name(), file);
        boolean evaluated = name.kind() == SignatureName.Kind.DEFAULT_VALUE
                || (name.kind() == SignatureName.Kind.ANNOTATION && !file.postponesAnnotations());
        if (wanted.isUnbound()) {
            boolean harmless = wanted.isBuiltin() ? there.isUnbound() : name.kind() == SignatureName.Kind.QUOTED;
            if (!harmless || (wanted.perhaps() && !wanted.isBuiltin())) {
                refuse(Refusal.NAME_NOT_AVAILABLE, name.name());
            }
        } else if (from.equals(file)) {
            // The class may stand above what the other one uses.
            boolean above = owner != null
                    && type != null
                    && owner.location().compareTo(type.location()) < 0
                    && wanted.defined();
            if (evaluated && above) {
                refuse(Refusal.NAME_NOT_AVAILABLE, name.name());
            }
        } else if (there.isUnbound() || !there.isSameAs(wanted, resolver)) {
            addImport(wanted, there, file, evaluated);
        } else if (evaluated && !there.isThereAtRunTime()) {
            addImport(wanted, Meaning.of("", file), file, true);
        }
    }

    private void addImport(Meaning wanted, Meaning there, ModuleModel file, boolean evaluated) {
        ImportedName imported = wanted.onlyImport();
        if (!there.isUnbound() || (imported == null && !wanted.imports().isEmpty())) {
            refuse(Refusal.NAME_NOT_AVAILABLE, wanted.name());
        } else if (imported == null) {
            addImport(wanted.name(), wanted.module(), file, evaluated, false);
        } else if (imported.symbol() == null) {
            addModule(imported);
        } else if (!imported.symbol().equals(imported.localName())) {
            refuse(Refusal.NAME_NOT_AVAILABLE, wanted.name());
        } else {
            addImported(imported, wanted.module(), file, evaluated);
        }
    }

    private void addModule(ImportedName imported) {
        boolean plain = imported.localName().equals(imported.module())
                && !imported.module().contains(".");
        if (plain && StandardLibrary.contains(imported.module())) {
            changes.add(new PlainImport(imported.module()));
        } else {
            refuse(Refusal.NAME_NOT_AVAILABLE, imported.localName());
        }
    }

    private void addImported(ImportedName imported, ModuleModel from, ModuleModel file, boolean evaluated) {
        ModuleModel target = resolver.program().resolveImport(from, imported.module());
        if (target != null) {
            addImport(imported.localName(), target, file, evaluated, imported.typeCheckingOnly());
        } else if (imported.module().startsWith(".")) {
            refuse(Refusal.NAME_NOT_AVAILABLE, imported.localName());
        } else {
            boolean typeCheckingOnly = imported.typeCheckingOnly() && !evaluated;
            changes.add(new ImportChange(imported.module(), imported.localName(), typeCheckingOnly));
        }
    }

    private void addImport(
            String name, ModuleModel target, ModuleModel file, boolean evaluated, boolean typeCheckingOnly) {
        String from = paths.from(file, target, name);
        boolean cycle = graph.wouldMakeCycle(file, target);
        if (from == null) {
            refuse(Refusal.NAME_NOT_AVAILABLE, name);
        } else if (cycle && evaluated) {
            refuse(Refusal.IMPORT_CYCLE, name);
        } else {
            changes.add(new ImportChange(from, name, !evaluated && (cycle || typeCheckingOnly)));
        }
    }
}
