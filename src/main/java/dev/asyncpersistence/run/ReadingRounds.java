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

import dev.asyncpersistence.layer.CallCatalogue;
import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.layer.LayerNotFoundException;
import dev.asyncpersistence.layer.LayerReader;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.Planner;
import dev.asyncpersistence.source.IdentifierIndex;
import dev.asyncpersistence.source.ParserPool;
import dev.asyncpersistence.source.PythonText;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads as much of a project as the plan depends on, and no more: parsing is what takes time. Starts at the layers and the files that mention
 * them; each round adds what the last one showed to matter, until nothing new does: modules that the layers import, files that use the names by
 * which a layer is held, and files that mention a function through which a layer is reached.
 */
final class ReadingRounds {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingRounds.class);

    /** How far from a layer its imports are followed to see what its methods do. */
    private static final int IMPORT_DISTANCE = 2;

    private final Project project;
    private final Settings settings;
    private final CallCatalogue catalogue;
    private final IdentifierIndex index;
    private final Set<Path> layerFiles;
    private final Set<String> mentions;
    private final ImportedFiles files;

    ReadingRounds(Project project, Settings settings, CallCatalogue catalogue) {
        this.project = project;
        this.settings = settings;
        this.catalogue = catalogue;
        this.index = new IdentifierIndex(project.texts());
        LayerSearch search = LayerSearch.in(project.texts(), settings.layers());
        // With nothing named as a layer, files that use a driver hold the candidates which the message then names.
        this.layerFiles = search.files().isEmpty() ? index.filesMentioning(catalogue.dataModules()) : search.files();
        this.mentions = search.names();
        this.files =
                new ImportedFiles(project.texts().stream().map(PythonText::path).toList());
    }

    MigrationPlan read(@Nullable ParserPool pool) {
        Set<Path> wanted = new TreeSet<>(layerFiles);
        wanted.addAll(index.filesMentioning(mentions));
        for (int round = 1; ; round++) {
            if (!wanted.isEmpty()) {
                LOG.info(
                        "Reading {} of {} Python files (round {})",
                        wanted.size(),
                        project.texts().size(),
                        round);
                project.read(wanted, pool);
            }
            Program program = new Program(project.models());
            Resolver resolver = new Resolver(program);
            wanted = new TreeSet<>(importedByLayers(program));
            wanted.removeIf(path -> !project.isUnread(path));
            if (!wanted.isEmpty()) {
                continue;
            }
            MigrationPlan plan = plan(resolver, settings::isInPhase);
            wanted = new TreeSet<>(showingUp(plan, resolver));
            wanted.removeIf(path -> !project.isUnread(path));
            if (wanted.isEmpty()) {
                return plan;
            }
        }
    }

    /** The plan for what is left after edits, whatever the phase. */
    MigrationPlan again(Collection<ModuleModel> models) {
        Resolver resolver = new Resolver(new Program(models.stream()
                .filter(model -> !TestFiles.isTest(Path.of(model.path())))
                .toList()));
        return plan(resolver, path -> true);
    }

    private MigrationPlan plan(Resolver resolver, Predicate<String> files) {
        List<Layer> layers = new LayerReader(resolver, catalogue, settings.layers()).read();
        if (layers.isEmpty()) {
            throw new LayerNotFoundException("No persistence layer found.");
        }
        return new Planner(resolver, layers, catalogue, project, settings.reach(), files).plan();
    }

    // --- what to read next

    private Set<Path> importedByLayers(Program program) {
        Set<Path> result = new TreeSet<>();
        Set<ModuleModel> near = new HashSet<>();
        program.modules().stream()
                .filter(m -> layerFiles.contains(Path.of(m.path())))
                .forEach(near::add);
        for (int distance = 0; distance < IMPORT_DISTANCE; distance++) {
            Set<ModuleModel> next = new HashSet<>();
            for (ModuleModel module : near) {
                module.allImports().forEach(imported -> {
                    ModuleModel known = program.resolveImport(module, imported.module());
                    if (known != null) {
                        next.add(known);
                    }
                    result.addAll(files.of(module, imported));
                });
            }
            near = next;
        }
        return result;
    }

    /** What files import that hold calls inside {@code with} statements: only the context manager's own source tells whether it is a lock. */
    private Set<Path> behindManagers(MigrationPlan plan, Program program) {
        return Stream.of(plan.decisions(), plan.calls())
                .flatMap(Collection::stream)
                .filter(each ->
                        each.action().isEdit() && !each.site().managers().isEmpty())
                .map(each -> program.moduleOf(each.site().scope()))
                .distinct()
                .flatMap(files::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is imported from a package may stand in another file, and only the package's own file tells in which. */
    private Set<Path> packages(Program program) {
        return program.modules().stream()
                .flatMap(files::of)
                .filter(path -> path.endsWith("__init__.py"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Path> showingUp(MigrationPlan plan, Resolver resolver) {
        NamesToFollow names = NamesToFollow.of(plan, resolver);
        Set<Path> result = new TreeSet<>(index.filesMentioning(names.callers()));
        result.addAll(packages(resolver.program()));
        result.addAll(index.filesMentioning(names.givers()));
        result.addAll(behindManagers(plan, resolver.program()));
        Set<Path> holders = new TreeSet<>(index.filesMentioning(names.holders()));
        holders.retainAll(index.filesMentioning(names.methods()));
        result.addAll(holders);
        return result;
    }
}
