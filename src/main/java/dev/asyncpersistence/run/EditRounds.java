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
package dev.asyncpersistence.run;

import dev.asyncpersistence.edit.FileEditor;
import dev.asyncpersistence.edit.FunctionTrees;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.read.ModuleReader;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.Edit;
import dev.asyncpersistence.plan.tests.TestPlan;
import dev.asyncpersistence.source.Parsed;
import dev.asyncpersistence.source.ParserPool;
import dev.asyncpersistence.source.PythonText;
import dev.asyncpersistence.source.Unparsable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openrewrite.python.tree.Py;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries edits out and looks at what came of them: every changed file is parsed and audited again, together with the rest of the program. A group
 * of edits that fails is taken back as a whole, and the others are made without it, until nothing fails.
 */
final class EditRounds {
    private static final Logger LOG = LoggerFactory.getLogger(EditRounds.class);

    private final Project project;
    private final @Nullable ParserPool pool;
    private final List<UndoneEdits> undone = new ArrayList<>();
    private final FunctionTrees copied;
    private List<Edit> edits;
    private Collection<ModuleModel> models;

    private EditRounds(Project project, @Nullable ParserPool pool, List<Edit> edits) {
        this.project = project;
        this.pool = pool;
        this.edits = edits;
        this.models = project.models();
        this.copied = FunctionTrees.copiedBy(edits.stream().map(Edit::change), project.trees());
    }

    /** The outcome for a plan whose edits are made. */
    static <P> Outcome<P> make(P plan, List<Edit> edits, Project project, @Nullable ParserPool pool) {
        return make(plan, edits, project, pool, models -> plan);
    }

    /**
     * The same.
     *
     * @param again makes a plan of what the code says afterwards
     */
    static <P> Outcome<P> make(
            P plan,
            List<Edit> edits,
            Project project,
            @Nullable ParserPool pool,
            Function<Collection<ModuleModel>, P> again) {
        EditRounds rounds = new EditRounds(project, pool, edits);
        Map<Path, String> texts = rounds.run();
        return rounds.outcome(plan, () -> again.apply(rounds.models), texts);
    }

    /** The outcome for a plan that is only looked at. */
    static <P> Outcome<P> leave(P plan, Project project) {
        return new EditRounds(project, null, List.of()).outcome(plan, () -> plan, Map.of());
    }

    private <P> Outcome<P> outcome(P plan, Supplier<P> left, Map<Path, String> texts) {
        return new Outcome<>(
                plan,
                left,
                edits,
                texts,
                List.copyOf(undone),
                List.copyOf(project.failures()),
                project.pythonFiles(),
                project.parsedFiles(),
                copied,
                TestPlan.NONE);
    }

    private Map<Path, String> run() {
        CoroutineAudit before = edits.isEmpty() ? null : new CoroutineAudit(project.models());
        while (before != null && !edits.isEmpty()) {
            int count = undone.size();
            Map<Path, Py.CompilationUnit> trees = edited();
            Map<Path, PythonText> printed = undone.size() == count ? printed(trees) : Map.of();
            List<ModuleModel> edited = undone.size() == count ? edited(readAgain(trees, printed)) : List.of();
            if (undone.size() == count) {
                audit(before, edited);
            }
            if (undone.size() == count) {
                models = edited;
                return printed.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().text()));
            }
        }
        return Map.of();
    }

    private Map<Path, Py.CompilationUnit> edited() {
        Map<Path, Py.CompilationUnit> result = new TreeMap<>();
        for (Map.Entry<Path, List<Change>> file : byPath().entrySet()) {
            Py.CompilationUnit tree = project.tree(file.getKey());
            if (tree == null) {
                continue;
            }
            try {
                result.put(file.getKey(), FileEditor.edit(tree, file.getValue(), copied, this::print));
            } catch (RuntimeException e) {
                LOG.warn("An edit of {} failed", file.getKey(), e);
                undoFile(file.getKey(), String.valueOf(e.getMessage()));
            }
        }
        return result;
    }

    /** A tree is printed by the process that has parsed it; one that came as a tree, by the host's. */
    private String print(Py.CompilationUnit tree) {
        return pool == null || project.text(tree.getSourcePath()) == null ? tree.printAll() : pool.print(tree);
    }

    private Map<Path, List<Change>> byPath() {
        Map<Path, List<Change>> result = new TreeMap<>();
        for (Edit edit : edits) {
            result.computeIfAbsent(Path.of(edit.path()), p -> new ArrayList<>()).add(edit.change());
        }
        return result;
    }

    private Map<Path, PythonText> printed(Map<Path, Py.CompilationUnit> trees) {
        Map<Path, PythonText> result = new TreeMap<>();
        trees.forEach((path, tree) -> {
            PythonText text = project.text(path);
            if (text != null && pool != null) {
                try {
                    result.put(path, new PythonText(path, pool.print(tree), text.original()));
                } catch (RuntimeException e) {
                    LOG.warn("{} could not be printed", path, e);
                    undoFile(path, String.valueOf(e.getMessage()));
                }
            }
        });
        return result;
    }

    /** Models of the changed files: of those that came as text, from what was printed. */
    private Map<Path, ModuleModel> readAgain(Map<Path, Py.CompilationUnit> trees, Map<Path, PythonText> printed) {
        Map<Path, ModuleModel> result = new HashMap<>();
        trees.forEach((path, tree) -> {
            if (!printed.containsKey(path)) {
                result.put(path, read(path, tree));
            }
        });
        if (pool != null && !printed.isEmpty()) {
            pool.parse(printed.values()).forEach((path, outcome) -> {
                if (outcome instanceof Unparsable failure) {
                    undoFile(path, failure.cause());
                } else if (outcome instanceof Parsed parsed) {
                    result.put(path, read(path, parsed.tree()));
                }
            });
        }
        return result;
    }

    private static ModuleModel read(Path path, Py.CompilationUnit tree) {
        return ModuleReader.read(tree, path.toString().replace('\\', '/'));
    }

    /** What the program says now. */
    private List<ModuleModel> edited(Map<Path, ModuleModel> changed) {
        return project.models().stream()
                .map(model -> changed.getOrDefault(Path.of(model.path()), model))
                .toList();
    }

    private void audit(CoroutineAudit before, List<ModuleModel> now) {
        // A second finding of a group that the first has taken back is explained by it, too.
        List<Edit> made = edits;
        for (CoroutineAudit.Finding finding : new CoroutineAudit(now).newSince(before)) {
            Set<String> functions = new HashSet<>(finding.targets());
            functions.add(finding.function());
            String cause = finding.location() + ": " + finding.text();
            boolean found = undo(made, edit -> functions.contains(edit.scope()), cause);
            if (!found && !undo(made, in(Path.of(finding.location().path())), cause)) {
                LOG.warn("Seen after the edits, though none of them is near: {}", cause);
            }
        }
    }

    // --- taking back

    private void undoFile(Path path, String cause) {
        undo(edits, in(path), cause);
    }

    private static Predicate<Edit> in(Path path) {
        return edit -> Path.of(edit.path()).equals(path);
    }

    /** Takes back the groups of those among some edits that match, unless they are already; false if none matches. */
    private boolean undo(List<Edit> made, Predicate<Edit> matching, String cause) {
        Set<Integer> groups = made.stream().filter(matching).map(Edit::group).collect(Collectors.toSet());
        // What follows them goes, too; nothing follows what itself follows something.
        made.stream()
                .filter(edit -> edit.follows().stream().anyMatch(groups::contains))
                .map(Edit::group)
                .toList()
                .forEach(groups::add);
        groups.forEach(group -> undoGroup(group, cause));
        return !groups.isEmpty();
    }

    private void undoGroup(int group, String cause) {
        List<Edit> taken = edits.stream().filter(edit -> edit.group() == group).toList();
        if (!taken.isEmpty()) {
            List<String> functions =
                    taken.stream().map(Edit::scope).distinct().sorted().toList();
            undone.add(new UndoneEdits(Path.of(taken.get(0).path()), functions, cause));
            edits = edits.stream().filter(edit -> edit.group() != group).toList();
        }
    }
}
