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
package dev.asyncpersistence.plan.leftover;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Imports that bring something of a layer to a file, and to that file alone; the editor looks whether the file still uses them. */
final class UnusedImports {
    private final Resolver resolver;
    private final UnreadFiles unread;
    private final Reads reads;
    private final Set<String> layers;

    UnusedImports(Resolver resolver, UnreadFiles unread, Reads reads, Set<CallSite> moved) {
        this.resolver = resolver;
        this.unread = unread;
        this.reads = reads;
        this.layers = moved.stream()
                .flatMap(site -> resolver.resolve(site.call().callee(), site.scope()).stream())
                .map(each -> each.value() instanceof Value.FunctionObject f && f.receiver() != null
                        ? f.receiver().qualifiedName()
                        : "")
                .collect(Collectors.toSet());
    }

    /** The names, as the file knows them. */
    List<String> in(ModuleModel file) {
        return file.imports().stream()
                .filter(each -> each.symbol() != null)
                .map(ImportedName::localName)
                .filter(name -> givesLayer(name, file) && !isPassedOn(name, file))
                .toList();
    }

    private boolean givesLayer(String name, ModuleModel file) {
        return resolver.resolve(new Expr.Name(name), file.name()).stream().anyMatch(each -> givesLayer(each.value()));
    }

    private boolean givesLayer(Value value) {
        if (value instanceof Value.FunctionObject accessor) {
            return resolver.result(accessor.function()).stream()
                    .anyMatch(made -> made.value() instanceof Value.Instance instance
                            && layers.contains(instance.type().qualifiedName()));
        }
        return (value instanceof Value.ClassObject type
                        && layers.contains(type.type().qualifiedName()))
                || (value instanceof Value.Instance instance
                        && layers.contains(instance.type().qualifiedName()));
    }

    /** Whether other files take the name from this one: by an import, {@code __all__}, or a test's {@code patch("file.name")}. */
    private boolean isPassedOn(String name, ModuleModel file) {
        return file.isPackage()
                || file.globals().containsKey("__all__")
                || isImported(name, file)
                || isReadOf(name, file)
                || isMentioned(name, file);
    }

    private boolean isImported(String name, ModuleModel file) {
        return resolver.program().modules().stream()
                .flatMap(module -> module.allImports().stream()
                        .filter(each -> name.equals(each.symbol()) || "*".equals(each.localName()))
                        .map(each -> resolver.program().resolveImport(module, each.module())))
                .anyMatch(file::equals);
    }

    private boolean isReadOf(String name, ModuleModel file) {
        return reads.anyLeft(each -> Reads.attributes(each.expr()).stream()
                .anyMatch(attribute -> attribute.attr().equals(name)
                        && resolver.resolve(attribute.value(), each.scope()).stream()
                                .anyMatch(owner -> owner.value().equals(new Value.ModuleObject(file)))));
    }

    private boolean isMentioned(String name, ModuleModel file) {
        String last = file.name().substring(file.name().lastIndexOf('.') + 1);
        return unread.mentions(Pattern.compile("\\b" + last + "\\.\\s*" + name + "\\b|\\b" + last
                + "\\s+import\\b[^\\n]*(\\([^)]*)?\\b" + name + "\\b|\\b" + last + "\\s+import\\s*\\*"));
    }
}
