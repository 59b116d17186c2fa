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

import static dev.asyncpersistence.PersistenceSources.LAYER;
import static dev.asyncpersistence.PersistenceSources.LAYER_PATH;
import static dev.asyncpersistence.PersistenceSources.SERVICE_PATH;
import static dev.asyncpersistence.PersistenceSources.handler;
import static dev.asyncpersistence.PersistenceSources.layer;
import static dev.asyncpersistence.PersistenceSources.layerPair;
import static dev.asyncpersistence.PersistenceSources.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.python.Assertions.python;
import static org.openrewrite.test.SourceSpecs.text;

import dev.asyncpersistence.report.PersistenceCallSites;
import dev.asyncpersistence.report.PersistenceLayerMethods;
import dev.asyncpersistence.report.UnreadFiles;
import dev.asyncpersistence.report.UnresolvedReceivers;
import dev.asyncpersistence.source.TestInterpreter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Validated;
import org.openrewrite.config.Environment;
import org.openrewrite.config.OptionDescriptor;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.marker.Markup;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.text.PlainText;

class FindBlockingPersistenceCallsTest implements PythonRecipeTest {

    @Override
    public void defaults(RecipeSpec spec) {
        PythonRecipeTest.super.defaults(spec);
        spec.recipe(new FindBlockingPersistenceCalls(null, null, null, null, null, null, null, null));
    }

    @DocumentExample
    @Test
    void listsCallsAndChangesNothing() {
        rewriteRun(
                spec -> spec.dataTable(
                        PersistenceCallSites.Row.class,
                        rows -> assertThat(rows)
                                .extracting(r ->
                                        r.getLine() + " " + r.getMethod() + " " + r.getAction() + " " + r.getReason())
                                .containsExactly(
                                        "9 load TO_THREAD NO_ASYNC_METHOD",
                                        "12 peek KEEP IN_MEMORY",
                                        "15 save KEEP NOT_REACHED")),
                layer(),
                python(
                        service(
                                handler("return self.db.load(key)"),
                                "async def cached(self, key):\n    return self.db.peek(key)",
                                "def store(self, key):\n    self.db.save(key)"),
                        spec -> spec.path(SERVICE_PATH)));
    }

    @Test
    void listsMethodsOfTheLayers() {
        rewriteRun(
                spec -> spec.dataTable(
                        PersistenceLayerMethods.Row.class,
                        rows -> assertThat(rows)
                                .extracting(r -> r.getMethod() + " " + r.getKind() + " " + r.getCounterpart() + " "
                                        + r.getMismatch() + " " + r.getCallSites())
                                .containsExactly(
                                        "delete BLOCKING   0",
                                        "load BLOCKING load  1",
                                        "purge BLOCKING   0",
                                        "save BLOCKING save `save` takes `key` at another position 0")),
                layerPair(),
                python(service(handler("return self.db.load(key)")), spec -> spec.path(SERVICE_PATH)));
    }

    @Test
    void listsReceiversThatCouldNotBeResolved() {
        rewriteRun(
                spec -> spec.dataTable(
                        UnresolvedReceivers.Row.class,
                        rows -> assertThat(rows)
                                .extracting(r -> r.getSourcePath() + ":" + r.getLine() + " " + r.getCall())
                                .containsExactly("app/service.py:10 thing.load")),
                layer(),
                python(
                        service(handler("self.db.load(key)\nfor thing in keys: thing.load(key)")),
                        spec -> spec.path(SERVICE_PATH)));
    }

    @Test
    void keepsAndReportsFileThatCannotBeParsed() {
        rewriteRun(
                spec -> spec.recipe(
                                withPython(TestInterpreter.get().executable().toString()))
                        .dataTable(
                                UnreadFiles.Row.class,
                                rows -> assertThat(rows)
                                        .extracting(r -> r.getSourcePath() + ":" + r.getLine())
                                        .containsExactly("app/broken.py:4")),
                text(LAYER, spec -> spec.path(LAYER_PATH)),
                text("""
                        from app.persistence import PersistenceLayer


                        async def handle(db: PersistenceLayer key):
                            db.load(key)
                        """, spec -> spec.path("app/broken.py")),
                text(service(handler("self.db.load(key)")), spec -> spec.path(SERVICE_PATH)));
    }

    /** What makes the whole run void is pinned to one file, which fails the build. */
    @Nested
    class Errors {
        @Test
        void noLayer() {
            assertThat(error(
                            withPython(TestInterpreter.get().executable().toString()),
                            "import sqlite3\n\n\nclass Books:\n    def find(self):\n        sqlite3.connect('x')\n"))
                    .contains("No persistence layer found");
        }

        @Test
        void syncLayerThatIsNotThere() {
            assertThat(error(
                            new FindBlockingPersistenceCalls(
                                    "app.Missing", null, null, null, null, null, interpreter(), null),
                            LAYER))
                    .contains("syncLayer", "`app.Missing`");
        }

        @Test
        void candidatesAreNamed() {
            assertThat(error(
                            new FindBlockingPersistenceCalls(
                                    "app.Missing.PersistenceLayer2;PersistenceLayer",
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    interpreter(),
                                    null),
                            LAYER))
                    .contains("app.persistence.PersistenceLayer");
        }

        @Test
        void asyncLayerThatIsNotThere() {
            assertThat(error(
                            new FindBlockingPersistenceCalls(
                                    "PersistenceLayer", "app.Missing", null, null, null, null, interpreter(), null),
                            LAYER))
                    .contains("asyncLayer", "`app.Missing`");
        }

        @Test
        void pythonThatIsNotThere() {
            assertThat(error(withPython("/no/such/python"), LAYER)).contains("/no/such/python");
        }

        private static String interpreter() {
            return TestInterpreter.get().executable().toString();
        }

        private static String error(Recipe recipe, String text) {
            SourceFile source = PlainText.builder()
                    .sourcePath(Path.of(LAYER_PATH))
                    .text(text)
                    .build();
            var results = recipe.run(new InMemoryLargeSourceSet(List.of(source)), new InMemoryExecutionContext())
                    .getChangeset()
                    .getAllResults();
            assertThat(results).hasSize(1);
            SourceFile after = results.get(0).getAfter();
            assertThat(after).isNotNull();
            return after.getMarkers()
                    .findFirst(Markup.Error.class)
                    .map(Markup.Error::getDetail)
                    .orElseThrow();
        }
    }

    @Nested
    class Options {
        @Test
        void everyRecipeCanBeConfigured() {
            Environment environment = Environment.builder()
                    .scanYamlResources()
                    .scanRuntimeClasspath("dev.asyncpersistence")
                    .build();
            List<Recipe> recipes = environment.listRecipes().stream()
                    .filter(r -> r.getName().startsWith("dev.asyncpersistence"))
                    .toList();
            assertThat(recipes)
                    .extracting(Recipe::getName)
                    .contains(MigratePersistenceCalls.class.getName(), FindBlockingPersistenceCalls.class.getName());
            assertThat(recipes)
                    .allSatisfy(r -> assertThat(r.validate().isValid()).isTrue());
            assertRecipesConfigure("dev.asyncpersistence");
        }

        @Test
        void recipesOfferTheSame() {
            List<OptionDescriptor> audit = withPython(null).getDescriptor().getOptions();
            List<OptionDescriptor> migration =
                    MigratePersistenceCallsTest.recipe(null).getDescriptor().getOptions();
            List<OptionDescriptor> plan = new PlanMigration(null, null, null, null, null, null, null, null, null)
                    .getDescriptor()
                    .getOptions();
            List<String> expected = shared(audit);
            assertThat(shared(migration)).isEqualTo(expected);
            assertThat(shared(plan)).isEqualTo(expected);
        }

        /** An audit is of all files, and writes no document. */
        private static List<String> shared(List<OptionDescriptor> options) {
            return options.stream()
                    .filter(option -> !List.of("files", "tracker").contains(option.getName()))
                    .map(Options::comparable)
                    .toList();
        }

        /** The audit looks for what the migration replaces. */
        private static String comparable(OptionDescriptor option) {
            return option.toString().replace("are looked for", "are replaced");
        }

        @Test
        void malformedRenamesAreRejected() {
            assertThat(withPython(null).validate().isValid()).isTrue();
            assertThat(failure(new FindBlockingPersistenceCalls(null, null, "a=b;c", null, null, null, null, null)))
                    .contains("renames", "get_player=get_player_by_id");
            assertThat(failure(MigratePersistenceCallsTest.recipe("=b"))).contains("renames");
            assertThat(MigratePersistenceCallsTest.recipe("a=b; c=d;")
                            .validate()
                            .isValid())
                    .isTrue();
        }

        @Test
        void catalogueThatIsNotThereIsRejected() {
            assertThat(failure(
                            new FindBlockingPersistenceCalls(null, null, null, null, null, null, null, "no/such.yml")))
                    .contains("catalogue", "YAML file that exists");
            assertThat(new FindBlockingPersistenceCalls(null, null, null, null, null, null, null, "pom.xml")
                            .validate()
                            .isValid())
                    .isTrue();
        }

        private static String failure(Recipe recipe) {
            return recipe.validate().failures().stream()
                    .map(f -> ((Validated.Invalid<?>) f).getProperty() + ": " + f.getMessage())
                    .collect(Collectors.joining("\n"));
        }
    }

    private static FindBlockingPersistenceCalls withPython(@Nullable String python) {
        return new FindBlockingPersistenceCalls(null, null, null, null, null, null, python, null);
    }
}
