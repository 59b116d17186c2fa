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
package dev.asyncpersistence.plan.reach;

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ImportGraph;
import dev.asyncpersistence.model.ImportPaths;
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.change.ImportChange;
import dev.asyncpersistence.plan.change.Need;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes names of the project known where they are needed. */
final class ImportNeeds {
    private final Resolver resolver;
    private final Program program;
    private final ImportPaths paths;
    private final ImportGraph graph;

    ImportNeeds(Resolver resolver, UnreadFiles unread) {
        this.resolver = resolver;
        this.program = resolver.program();
        this.paths = new ImportPaths(program);
        this.graph = new ImportGraph(program, unread::text);
    }

    /** Makes a function known to the code of a scope; false if it can't be. */
    boolean make(FunctionModel function, String scope, Search search) {
        return make(function.name(), program.moduleOf(function.qualifiedName()), scope, false, search);
    }

    /** Makes a top-level name of a module known to the code of a scope; false if it can't be. */
    boolean make(String name, ModuleModel definedIn, String scope, boolean typeCheckingOnly, Search search) {
        ModuleModel file = program.moduleOf(scope);
        if (file.equals(definedIn)) {
            return true;
        }
        if (isTaken(name, definedIn, file)) {
            search.refuse("`" + name + "` is another name in " + file.path());
            return false;
        }
        String path = paths.from(file, definedIn, name, sibling(file, search.layer()));
        if (path == null) {
            search.refuse("no import in " + file.path() + " would certainly mean " + definedIn.path());
            return false;
        }
        boolean cycle = !typeCheckingOnly && graph.wouldMakeCycle(file, definedIn);
        UUID function = cycle ? function(scope) : null;
        if (cycle && function == null) {
            search.refuse("to import " + definedIn.path() + " in " + file.path() + " would be a cycle");
            return false;
        }
        search.need(new Need(
                file.path(), cycle ? scope : file.name(), new ImportChange(path, name, typeCheckingOnly, function)));
        return true;
    }

    private @Nullable UUID function(String scope) {
        FunctionModel function = program.function(scope);
        return function == null ? null : function.id();
    }

    /** The module text by which a file knows something of the sync layer. */
    private @Nullable String sibling(ModuleModel file, Layer layer) {
        return file.imports().stream()
                .filter(each -> each.symbol() != null && isOfLayer(each, file, layer))
                .map(ImportedName::module)
                .findFirst()
                .orElse(null);
    }

    private boolean isOfLayer(ImportedName imported, ModuleModel file, Layer layer) {
        return resolver.resolve(new Expr.Name(imported.localName()), file.name()).stream()
                .map(Resolved::value)
                .anyMatch(value -> isOfLayer(value, layer));
    }

    private boolean isOfLayer(Value value, Layer layer) {
        if (value instanceof Value.FunctionObject accessor) {
            return resolver.result(accessor.function()).stream()
                    .anyMatch(made -> made.value() instanceof Value.Instance instance
                            && instance.type().equals(layer.type()));
        }
        return (value instanceof Value.ClassObject type && type.type().equals(layer.type()))
                || (value instanceof Value.Instance instance && instance.type().equals(layer.type()));
    }

    /** Whether a file knows something else by the name. */
    private boolean isTaken(String name, ModuleModel definedIn, ModuleModel file) {
        boolean bound = file.globals().containsKey(name)
                || file.imports().stream().anyMatch(i -> i.localName().equals(name))
                || program.function(file.name() + "." + name) != null
                || program.classNamed(file.name() + "." + name) != null;
        if (!bound) {
            return false;
        }
        List<Value> here = values(name, file);
        return here.isEmpty() || !here.equals(values(name, definedIn));
    }

    private List<Value> values(String name, ModuleModel module) {
        return resolver.resolve(new Expr.Name(name), module.name()).stream()
                .map(Resolved::value)
                .toList();
    }
}
