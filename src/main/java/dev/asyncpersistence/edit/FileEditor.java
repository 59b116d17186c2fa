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
package dev.asyncpersistence.edit;

import dev.asyncpersistence.plan.change.ArgumentChange;
import dev.asyncpersistence.plan.change.ArgumentSharing;
import dev.asyncpersistence.plan.change.CallChange;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.ImportChange;
import dev.asyncpersistence.plan.change.ImportRemoval;
import dev.asyncpersistence.plan.change.MethodChange;
import dev.asyncpersistence.plan.change.NameChange;
import dev.asyncpersistence.plan.change.ParameterChange;
import dev.asyncpersistence.plan.change.PlainImport;
import dev.asyncpersistence.plan.change.RequestChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openrewrite.internal.RecipeRunException;
import org.openrewrite.python.tree.Py;

/** Carries out the changes of one file. */
public final class FileEditor {
    private FileEditor() {}

    /** The same for changes that copy no function. */
    public static Py.CompilationUnit edit(Py.CompilationUnit tree, List<Change> changes) {
        return edit(tree, changes, FunctionTrees.NONE, Py.CompilationUnit::printAll);
    }

    /**
     * The tree with every change made, and what they need imported; the same tree if there is none.
     *
     * @param copied the functions that new methods are copies of
     * @param printer prints the tree, for the length of its lines
     * @throws IllegalArgumentException if something that is to be changed is not there
     */
    public static Py.CompilationUnit edit(
            Py.CompilationUnit tree,
            List<Change> changes,
            FunctionTrees copied,
            Function<Py.CompilationUnit, String> printer) {
        try {
            return edited(tree, changes, copied, printer);
        } catch (RecipeRunException e) {
            // Visitors wrap what is thrown in them.
            if (e.getCause() instanceof IllegalArgumentException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static Py.CompilationUnit edited(
            Py.CompilationUnit tree,
            List<Change> changes,
            FunctionTrees copied,
            Function<Py.CompilationUnit, String> printer) {
        Py.CompilationUnit removed = RemovalEditor.edit(AdditionEditor.edit(tree, changes), changes);
        Py.CompilationUnit named = TextEditor.edit(ChainEditor.edit(removed, changes), changes);
        Py.CompilationUnit made = MockEditor.edit(named, changes);
        Py.CompilationUnit declared = YieldEditor.edit(DeclarationEditor.edit(made, changes), changes);
        Py.CompilationUnit edited = CallEditor.edit(RaisesEditor.edit(declared, changes), callChanges(changes));
        edited = LongLists.broken(edited, grown(changes), printer);
        edited = MethodWriter.write(edited, only(MethodChange.class, changes), copied);
        for (PlainImport each : only(PlainImport.class, changes)) {
            edited = ModuleImports.withImport(edited, each.module());
        }
        return withImports(edited, changes);
    }

    /** A name that comes from another module now is taken out first; others go last, so that a new name can take their place in a statement. */
    private static Py.CompilationUnit withImports(Py.CompilationUnit tree, List<Change> changes) {
        List<ImportChange> needed = only(ImportChange.class, changes);
        List<ImportRemoval> removals = only(ImportRemoval.class, changes);
        Set<String> names = needed.stream().map(ImportChange::name).collect(Collectors.toSet());
        Py.CompilationUnit edited = tree;
        for (ImportRemoval each : removals) {
            edited = names.contains(each.localName()) ? ImportRemover.without(edited, each.localName()) : edited;
        }
        for (ImportChange each : needed) {
            edited = ModuleImports.withName(edited, each);
        }
        for (ImportRemoval each : removals) {
            boolean needless = !names.contains(each.localName()) && !Mentions.isMentioned(each.localName(), edited);
            edited = needless ? ImportRemover.without(edited, each.localName()) : edited;
        }
        return edited;
    }

    /** The functions and calls that something is added to. */
    private static Set<UUID> grown(List<Change> changes) {
        return Stream.of(
                        only(ParameterChange.class, changes).stream().map(ParameterChange::function),
                        only(RequestChange.class, changes).stream().map(RequestChange::function),
                        only(NameChange.class, changes).stream().map(NameChange::node),
                        only(ArgumentChange.class, changes).stream().map(ArgumentChange::call),
                        only(ArgumentSharing.class, changes).stream().map(ArgumentSharing::call))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    private static <T extends Change> List<T> only(Class<T> type, List<Change> changes) {
        return changes.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Map<UUID, CallChange> callChanges(List<Change> changes) {
        Map<UUID, CallChange> result = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof CallChange call) {
                result.put(call.node(), call);
            }
        }
        return result;
    }
}
