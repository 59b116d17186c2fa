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

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Fixtures;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.Fate;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.SiteDecision;
import dev.asyncpersistence.plan.tests.ReachedSites;
import dev.asyncpersistence.plan.tests.TestPlan;
import dev.asyncpersistence.plan.tests.TestPlanner;
import dev.asyncpersistence.source.ParserPool;
import dev.asyncpersistence.source.PythonText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the tests that may have to change with the code that they test, and decides on them. */
final class TestRounds {
    private static final Logger LOG = LoggerFactory.getLogger(TestRounds.class);

    private final Project project;

    TestRounds(Project project) {
        this.project = project;
    }

    /** What becomes of the tests; those that are concerned are part of the project from now on. */
    TestPlan plan(MigrationPlan plan, @Nullable ParserPool pool) {
        Set<String> names = names(plan);
        ImportedFiles files =
                new ImportedFiles(project.tests().stream().map(PythonText::path).toList());
        List<ModuleModel> read = new ArrayList<>();
        Set<Path> wanted = new TreeSet<>(project.testsMentioning(names));
        while (!wanted.isEmpty()) {
            addConftests(wanted);
            LOG.info(
                    "Reading {} of {} test files",
                    wanted.size(),
                    project.tests().size());
            Collection<ModuleModel> models = project.readTests(wanted, pool);
            wanted = new TreeSet<>();
            for (ModuleModel model : models) {
                files.of(model).forEach(wanted::add);
            }
            read.addAll(models);
            addHelpers(read, names);
            wanted.addAll(project.testsMentioning(names));
            wanted.removeIf(path -> !project.isUnreadTest(path));
        }
        readImported(read, pool);
        Resolver resolver = new Resolver(new Program(project.models()));
        return new TestPlanner(resolver, plan, path -> TestFiles.isTest(Path.of(path)), project.settings()).plan();
    }

    /** Doubles get to the calls through all that tests import, though nothing else makes these files interesting. */
    private void readImported(Collection<ModuleModel> tests, @Nullable ParserPool pool) {
        ImportedFiles files =
                new ImportedFiles(project.texts().stream().map(PythonText::path).toList());
        Set<Path> known = new HashSet<>();
        Collection<ModuleModel> next = tests;
        while (!next.isEmpty()) {
            Set<Path> imported =
                    next.stream().flatMap(files::of).filter(known::add).collect(Collectors.toCollection(TreeSet::new));
            project.read(imported, pool);
            next = project.models(imported);
        }
    }

    /** A file may call a helper that only one read later shows to be concerned. */
    private static void addHelpers(List<ModuleModel> models, Set<String> names) {
        int count;
        do {
            count = names.size();
            models.forEach(model -> names.addAll(helpers(model, names)));
        } while (names.size() > count);
    }

    /** What tests know fakes, fixtures and helpers by that have to do with something of the given names. */
    private static Set<String> helpers(ModuleModel model, Set<String> names) {
        Set<String> result = new TreeSet<>();
        model.imports().stream()
                .filter(each -> each.symbol() != null && names.contains(each.symbol()))
                .map(ImportedName::localName)
                .forEach(result::add);
        for (FunctionModel function : model.functions().values()) {
            boolean concerned = names.contains(function.name())
                    || function.calls().stream()
                            .map(site -> Program.lastName(site.call().callee()))
                            .anyMatch(name -> name != null && names.contains(name));
            if (concerned && !Fixtures.isTest(function)) {
                result.add(Fixtures.isFixture(function) ? Fixtures.name(function) : function.name());
                int dot =
                        function.className() == null ? -1 : function.className().lastIndexOf('.');
                if (dot >= 0) {
                    result.add(String.valueOf(function.className()).substring(dot + 1));
                }
            }
        }
        return result;
    }

    /** What the names of changed functions and called methods are in the tests, too. */
    private Set<String> names(MigrationPlan plan) {
        Set<String> result = new TreeSet<>();
        ReachedSites reached = ReachedSites.of(new Resolver(new Program(project.models())));
        plan.functions().stream()
                .filter(each -> each.fate() == Fate.ASYNC)
                .forEach(each -> result.add(each.function().name()));
        Stream.of(plan.decisions(), plan.calls())
                .flatMap(Collection::stream)
                .filter(each -> each.action().isEdit())
                .forEach(each -> {
                    addNames(each, result);
                    reached.near(each.site()).forEach(function -> addNames(function, result));
                });
        return result;
    }

    private static void addNames(FunctionModel function, Set<String> result) {
        String className = function.className();
        if (className != null) {
            result.add(className.substring(className.lastIndexOf('.') + 1));
        }
        if (!function.name().startsWith("__")) {
            result.add(function.name());
        }
    }

    private static void addNames(SiteDecision decision, Set<String> result) {
        CallSite site = decision.site();
        String method = Program.lastName(site.call().callee());
        if (method != null) {
            result.add(method);
        }
        if (site.function() != null) {
            // Its class, or else its module: an application is tested without a word of its handlers.
            String[] path = site.function().split("\\.", -1);
            result.add(path[path.length - 2]);
        }
        String target = decision.target();
        if (!target.isEmpty()) {
            result.add(target.substring(target.lastIndexOf('.') + 1));
        }
    }

    /** Fixtures may stand in the {@code conftest.py} of every folder around. */
    private void addConftests(Set<Path> wanted) {
        for (Path path : Set.copyOf(wanted)) {
            for (Path folder = path.getParent(); ; folder = folder.getParent()) {
                Path conftest = folder == null ? Path.of("conftest.py") : folder.resolve("conftest.py");
                if (project.isUnreadTest(conftest)) {
                    wanted.add(conftest);
                }
                if (folder == null) {
                    break;
                }
            }
        }
    }
}
