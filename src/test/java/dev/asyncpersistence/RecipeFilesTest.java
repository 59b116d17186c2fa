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
package dev.asyncpersistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.report.MissingAsyncMethods;
import dev.asyncpersistence.report.PersistenceCallSites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeRun;
import org.openrewrite.config.Environment;
import org.openrewrite.config.OptionDescriptor;
import org.openrewrite.marker.Markup;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The YAML of the project names recipes and options that exist: a misspelt one would be passed over in silence. */
@ExtendWith(PythonForTests.class)
class RecipeFilesTest {
    private static final Path WORKFLOW = Path.of("examples/github-actions/async-persistence.yml");
    private static final Environment ENVIRONMENT = environment();
    private static final Set<String> KEYS = Set.of(
            "type", "name", "displayName", "description", "tags", "recipeList", "preconditions", "causesAnotherCycle");

    static Stream<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("examples/before/rewrite.yml")));
        try (Stream<Path> recipes = Files.list(Path.of("recipes"))) {
            recipes.sorted().forEach(files::add);
        }
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void namesRecipesAndOptionsThatExist(Path file) throws IOException {
        for (Object document : documents(file)) {
            Map<?, ?> recipe = (Map<?, ?>) document;
            assertThat(KEYS)
                    .containsAll(recipe.keySet().stream().map(String::valueOf).toList());
            for (Object step : (List<?>) recipe.get("recipeList")) {
                if (step instanceof Map<?, ?> configured) {
                    configured.forEach((name, options) -> assertThat(options(String.valueOf(name)))
                            .containsAll(((Map<?, ?>) options)
                                    .keySet().stream().map(String::valueOf).toList()));
                } else {
                    options(String.valueOf(step));
                }
            }
        }
    }

    private static final Map<String, String> PROGRAM = Map.of("app/db.py", """
            import time
            class RoomRepository:
                def load(self): time.sleep(1)
            """, "app/web.py", """
            from app.db import RoomRepository
            async def show(rooms: RoomRepository):
                return rooms.load()
            """);

    @Test
    void auditFillsItsTablesAndChangesNothing() {
        RecipeRun run = run("AuditAsyncPersistence", PROGRAM);
        assertThat(run.getChangeset().getAllResults()).isEmpty();
        assertThat(run.<PersistenceCallSites.Row>getDataTableRows(PersistenceCallSites.class.getName()))
                .extracting(PersistenceCallSites.Row::getSourcePath)
                .containsExactly("app/web.py");
        assertThat(run.<MissingAsyncMethods.Row>getDataTableRows(MissingAsyncMethods.class.getName()))
                .extracting(MissingAsyncMethods.Row::getMethod)
                .containsExactly("load");
    }

    @Test
    void planWritesItsDocuments() {
        assertThat(changed("PlanAsyncPersistence", PROGRAM))
                .containsExactlyInAnyOrder(
                        "rewrite.yml", "async-persistence.md", "target/rewrite/async-persistence-report.html");
    }

    /** Later recipes of a run scan what earlier ones generate. */
    @Test
    void planReportsOnTheTrackerThatItHasJustWritten() {
        assertThat(run("PlanAsyncPersistence", PROGRAM).getChangeset().getAllResults())
                .extracting(result -> result.getAfter().printAll())
                .anyMatch(text -> text.contains("0 of 1 calls that blocked when they were first seen"))
                .noneMatch(text -> text.contains("No tracker was there"));
        assertThat(run("ReportMigration", PROGRAM).getChangeset().getAllResults())
                .extracting(result -> result.getAfter().printAll())
                .singleElement()
                .asString()
                .contains("No tracker was there before this run");
    }

    @Test
    void migrationChangesSources() {
        assertThat(changed("MigrateToAsyncPersistence", PROGRAM)).containsExactly("app/web.py");
    }

    @Test
    void gateFailsUntilThen() {
        assertThat(run("HoldTheLine", PROGRAM).getChangeset().getAllResults())
                .singleElement()
                .satisfies(result -> assertThat(result.getAfter().getMarkers().findFirst(Markup.Error.class))
                        .isPresent());
        Map<String, String> migrated =
                MigratedTexts.by(recipe("MigrateToAsyncPersistence"), PROGRAM).after();
        assertThat(run("HoldTheLine", migrated).getChangeset().getAllResults()).isEmpty();
    }

    private static List<String> changed(String recipe, Map<String, String> files) {
        return run(recipe, files).getChangeset().getAllResults().stream()
                .map(result -> result.getAfter().getSourcePath().toString().replace('\\', '/'))
                .toList();
    }

    private static RecipeRun run(String recipe, Map<String, String> files) {
        return MigratedTexts.run(recipe(recipe), files);
    }

    private static Recipe recipe(String name) {
        Recipe recipe = ENVIRONMENT.activateRecipes("dev.asyncpersistence." + name);
        assertThat(recipe.validate().isValid()).isTrue();
        return recipe;
    }

    @Test
    void workflowRunsTheGateWithTheVersionsOfThePom() throws IOException {
        Map<?, ?> workflow = (Map<?, ?>) documents(WORKFLOW).get(0);
        String pom = Files.readString(Path.of("pom.xml"));
        Map<?, ?> env = (Map<?, ?>) workflow.get("env");

        assertThat(env.get("REWRITE_PLUGIN"))
                .isEqualTo(
                        "org.openrewrite.maven:rewrite-maven-plugin:" + between(pom, "<rewrite-maven-plugin.version>"));
        assertThat(env.get("RECIPES"))
                .isEqualTo(between(pom, "<groupId>") + ":" + between(pom, "<artifactId>") + ":"
                        + between(pom, "<version>"));
        String command = command(workflow);
        assertThat(options(between(command, "activeRecipes="))).isEmpty();
        assertThat(command).contains("$REWRITE_PLUGIN:dryRun", "recipeArtifactCoordinates=$RECIPES");
    }

    @Test
    void workflowLeavesOutWhatTheLauncherLeavesOut() throws IOException {
        Map<?, ?> workflow = (Map<?, ?>) documents(WORKFLOW).get(0);
        String launcher = Files.readString(Path.of("migrate"));
        assertThat(between(command(workflow), "'-Drewrite.exclusions="))
                .startsWith("**/")
                .isEqualTo(between(launcher, "readonly NOT_SOURCES='"));
    }

    /** The options of all recipes that have any, with the recipes that have them, as the README's table tells them. */
    @Test
    void readmeTellsWhichRecipesHaveAnOption() throws IOException {
        Map<String, Set<String>> expected = new TreeMap<>();
        Set<String> recipes = new TreeSet<>();
        ENVIRONMENT
                .listRecipes()
                .forEach(recipe -> recipe.getDescriptor().getOptions().forEach(option -> {
                    recipes.add(recipe.getClass().getSimpleName());
                    expected.computeIfAbsent(option.getName(), name -> new TreeSet<>())
                            .add(recipe.getClass().getSimpleName());
                }));

        Map<String, Set<String>> told = new TreeMap<>();
        String table = Files.readString(Path.of("README.md"))
                .split("\\| option \\|", 2)[1]
                .split("\n\n", 2)[0];
        table.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split(" \\| ", 4))
                .forEach(cells -> {
                    Set<String> named = new TreeSet<>(inBackticks(cells[2]));
                    told.put(
                            inBackticks(cells[0]).get(0), cells[2].startsWith("all") ? without(recipes, named) : named);
                });
        assertThat(told).isEqualTo(expected);
    }

    private static List<String> inBackticks(String text) {
        return Pattern.compile("`(\\w+)`")
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        assertThat(all).containsAll(some);
        Set<String> result = new TreeSet<>(all);
        result.removeAll(some);
        return result;
    }

    @Test
    void workflowNamesOptionsOfTheGateInItsComments() throws IOException {
        String comments = Files.readString(WORKFLOW);
        assertThat(comments).contains("dev.asyncpersistence.VerifyNoBlockingCalls");
        String named = between(comments, "-Drewrite.options=");
        assertThat(options(VerifyNoBlockingCalls.class.getName()))
                .containsAll(Stream.of(named.split(",", -1))
                        .map(each -> each.replaceFirst("=.*", ""))
                        .toList());
    }

    /** The options of a recipe, which has to be there. */
    private static List<String> options(String name) {
        List<Recipe> found = ENVIRONMENT.listRecipes().stream()
                .filter(recipe -> recipe.getName().equals(name))
                .toList();
        assertThat(found).as(name).isNotEmpty();
        return found.get(0).getDescriptor().getOptions().stream()
                .map(OptionDescriptor::getName)
                .toList();
    }

    private static Environment environment() {
        return Environment.builder()
                .scanYamlResources()
                .scanRuntimeClasspath("dev.asyncpersistence")
                .build();
    }

    private static String command(Map<?, ?> workflow) {
        Map<?, ?> job = (Map<?, ?>) ((Map<?, ?>) workflow.get("jobs")).get("gate");
        return ((List<?>) job.get("steps"))
                .stream()
                        .map(step -> ((Map<?, ?>) step).get("run"))
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.joining("\n"));
    }

    private static List<Object> documents(Path file) throws IOException {
        List<Object> result = new ArrayList<>();
        new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(Files.readString(file))
                .forEach(result::add);
        return result;
    }

    /** What follows a text, up to a space, a quote or a tag. */
    private static String between(String text, String start) {
        return text.substring(text.indexOf(start) + start.length()).split("[\\s'\"<]", 2)[0];
    }
}
