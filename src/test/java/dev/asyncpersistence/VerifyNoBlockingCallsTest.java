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
import static dev.asyncpersistence.PersistenceSources.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.python.Assertions.python;

import dev.asyncpersistence.report.LoopViolations;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeRun;
import org.openrewrite.Result;
import org.openrewrite.SourceFile;
import org.openrewrite.config.OptionDescriptor;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.marker.Markup;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.yaml.YamlParser;

class VerifyNoBlockingCallsTest implements PythonRecipeTest {
    private static final String BASELINE = "async-persistence-baseline.yml";
    private static final String BLOCKING = service(handler("return self.db.load(key)"));
    private static final String CLEAN =
            "import asyncio\n" + service(handler("return await asyncio.to_thread(self.db.load, key)"));

    @Override
    public void defaults(RecipeSpec spec) {
        PythonRecipeTest.super.defaults(spec);
        spec.recipe(gate(null, false));
    }

    @DocumentExample
    @Test
    void passesWhatAwaitsAndListsWhatACommentAllows() {
        rewriteRun(
                spec -> spec.dataTable(
                        LoopViolations.Row.class,
                        rows -> assertThat(rows)
                                .extracting(
                                        r -> r.getStatus() + " " + r.getLine() + " " + r.getCall() + " " + r.getNote())
                                .containsExactly("ALLOWED 9 self.db.load once, before anybody is served")),
                layer(),
                python(
                        service(handler(
                                "self.db.load(key)  # async-persistence: allow once, before anybody is served")),
                        spec -> spec.path(SERVICE_PATH)));
    }

    @Test
    void failsAtTheFileOfTheFirstViolation() {
        RecipeRun run = run(gate(null, false), files(BLOCKING));

        assertThat(error(run))
                .startsWith(SERVICE_PATH)
                .contains("The gate fails: 1 violation.", "# async-persistence: allow <reason>");
        assertThat(rows(run)).containsExactly("FAILS BLOCKING_CALL app/service.py:9");
    }

    @Test
    void passesWhereNothingBlocks() {
        RecipeRun run = run(gate(null, false), files(CLEAN));

        assertThat(run.getChangeset().getAllResults()).isEmpty();
        assertThat(rows(run)).isEmpty();
    }

    @Test
    void testsAreNotLookedAt() {
        Map<String, String> files = files(CLEAN);
        files.put(
                "tests/test_service.py",
                BLOCKING + "\n    def again(self):\n        import asyncio\n        asyncio.run(x())\n");
        assertThat(run(gate(null, false), files).getChangeset().getAllResults()).isEmpty();
    }

    @Test
    void commentWithoutReasonIsNotHonoured() {
        RecipeRun run = run(gate(null, false), files(BLOCKING.replace("(key)", "(key)  # async-persistence: allow")));
        assertThat(table(run))
                .extracting(LoopViolations.Row::getNote)
                .containsExactly("the comment that is to allow it gives no reason");
        assertThat(error(run)).isNotEmpty();
    }

    @Test
    void commentThatAllowsNothingIsListed() {
        RecipeRun run = run(gate(null, false), files(CLEAN + "# async-persistence: allow what was here\n"));
        assertThat(run.getChangeset().getAllResults()).isEmpty();
        assertThat(rows(run)).containsExactly("UNUSED_COMMENT  app/service.py:11");
    }

    /** A team that is through has deleted its sync layer. */
    @Nested
    class WithoutLayer {
        @Test
        void theRestIsChecked() {
            Map<String, String> files = new TreeMap<>();
            files.put("app/m.py", """
                    import asyncio
                    async def work(): return await pool.get()
                    async def handle(): work()
                    def load(): return asyncio.run(work())
                    """);
            assertThat(rows(run(gate(null, false), files)))
                    .containsExactly("FAILS UNAWAITED_COROUTINE app/m.py:3", "FAILS LOOP_IN_LIBRARY app/m.py:4");
        }

        @Test
        void andWithNothingElseItPasses() {
            assertThat(run(gate(null, false), Map.of("app/m.py", "async def work(): return 1\n"))
                            .getChangeset()
                            .getAllResults())
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void baselineWithBlockingCallsFailsAndStays(boolean update) {
            Map<String, String> files = new TreeMap<>(Map.of("app/m.py", "async def work(): return 1\n"));
            files.put(BASELINE, WithBaseline.ONE);
            RecipeRun run = run(gate(null, update), files);
            assertThat(error(run))
                    .endsWith(
                            "The gate fails: the baseline accepts 1 blocking call, and no layer is found; the layer is"
                                    + " gone or renamed: name it with syncLayer, or delete the baseline.");
            assertThat(rows(run)).isEmpty();
        }

        @Test
        void baselineWithoutThemPasses() {
            Map<String, String> files = new TreeMap<>(Map.of("app/m.py", "async def work(): return 1\n"));
            files.put(BASELINE, WithBaseline.ONE.replace("BLOCKING_CALL", "UNAWAITED_COROUTINE"));
            RecipeRun run = run(gate(null, false), files);
            assertThat(run.getChangeset().getAllResults()).isEmpty();
            assertThat(rows(run)).containsExactly("STALE_ENTRY UNAWAITED_COROUTINE app/service.py:0");
        }

        @Test
        void oneThatIsNamedHasToBeThere() {
            VerifyNoBlockingCalls recipe = new VerifyNoBlockingCalls("app.db.Gone", null, null, null, null, null, null);
            assertThat(error(run(recipe, files(CLEAN)))).contains("syncLayer", "app.db.Gone");
            VerifyNoBlockingCalls renames = new VerifyNoBlockingCalls(null, null, "a=b", null, null, null, null);
            assertThat(error(run(renames, files(CLEAN)))).contains("renames");
        }
    }

    @Nested
    class WithBaseline {
        private static final String ONE = """
                app/service.py:
                  - {function: Service.handle, call: self.db.load, kind: BLOCKING_CALL, count: 1}
                """;

        @Test
        void firstUpdateWritesItAndThenTheGatePasses() {
            Map<String, String> files = files(BLOCKING);
            String written = Objects.requireNonNull(written(files));
            assertThat(written).startsWith("# ").endsWith(ONE);

            files.put(BASELINE, written);
            RecipeRun run = run(gate(null, false), files);
            assertThat(run.getChangeset().getAllResults()).isEmpty();
            assertThat(rows(run)).containsExactly("BASELINE BLOCKING_CALL app/service.py:9");
            assertThat(written(files)).isNull();
        }

        @Test
        void moreThanItAcceptsFailsAndIsNotWritten() {
            Map<String, String> files = files(service(handler("self.db.load(key)\nself.db.load(1)")));
            files.put(BASELINE, ONE);
            assertThat(error(run(gate(null, false), files))).contains("1 violation");
            assertThat(error(run(gate(null, true), files)))
                    .contains("only gets shorter, and was not written", "delete " + BASELINE);
        }

        @Test
        void whatIsSolvedIsStaleUntilItIsTakenOut() {
            Map<String, String> files = files(CLEAN);
            files.put(BASELINE, ONE);
            RecipeRun run = run(gate(null, false), files);
            assertThat(run.getChangeset().getAllResults()).isEmpty();
            assertThat(rows(run)).containsExactly("STALE_ENTRY BLOCKING_CALL app/service.py:0");
            assertThat(written(files)).startsWith("# ").endsWith("\n{}\n");
        }

        @Test
        void whereNothingIsToBeAcceptedNoneIsWritten() {
            assertThat(written(files(CLEAN))).isNull();
        }

        /** The Maven plugin hands the file over as YAML. */
        @Test
        void yamlIsWrittenAnew() {
            Map<String, String> files = files(CLEAN);
            SourceFile yaml = yaml(ONE);
            List<SourceFile> sources = Stream.concat(MigratedTexts.sources(files).stream(), Stream.of(yaml))
                    .toList();
            List<Result> results = gate(null, true)
                    .run(new InMemoryLargeSourceSet(sources), new InMemoryExecutionContext())
                    .getChangeset()
                    .getAllResults();
            assertThat(results).hasSize(1);
            assertThat(results.get(0).getAfter().printAll())
                    .startsWith("# What the gate")
                    .endsWith("\n{}\n");
        }

        private static SourceFile yaml(String text) {
            SourceFile parsed =
                    YamlParser.builder().build().parse(text).findFirst().orElseThrow();
            return parsed.withSourcePath(Path.of(BASELINE));
        }

        @Test
        void pathsAreThoseOfTheProject() {
            Map<String, String> files = new TreeMap<>();
            files(BLOCKING).forEach((path, text) -> files.put("server/" + path, text));
            files.put("server/pom.xml", "<project/>");
            MigratedTexts after = MigratedTexts.by(gate("ci/gate.yml", true), files);
            assertThat(after.after().get("server/ci/gate.yml")).endsWith(ONE);

            assertThat(run(gate("ci/gate.yml", false), after.after())
                            .getChangeset()
                            .getAllResults())
                    .isEmpty();
        }

        @Test
        void malformedOneNamesTheLine() {
            Map<String, String> files = files(CLEAN);
            files.put(BASELINE, "app/service.py:\n  - {line: 3}\n");
            assertThat(error(run(gate(null, false), files))).contains(BASELINE + ":2: an entry has no `line`");
        }

        private static @Nullable String written(Map<String, String> files) {
            MigratedTexts after = MigratedTexts.by(gate(null, true), files);
            return after.isChanged(BASELINE) ? after.after().get(BASELINE) : null;
        }
    }

    @Nested
    class Options {
        @Test
        void offersTheOptionsOfTheAuditThatDescribeLayersAndParsing() {
            List<String> audit = new FindBlockingPersistenceCalls(null, null, null, null, null, null, null, null)
                    .getDescriptor().getOptions().stream()
                            .map(OptionDescriptor::getName)
                            .toList();
            assertThat(gate(null, false).getDescriptor().getOptions())
                    .extracting(OptionDescriptor::getName)
                    .containsExactlyElementsOf(Stream.concat(
                                    audit.stream().filter(Options::isOfGate), Stream.of("baseline", "updateBaseline"))
                            .toList());
        }

        private static boolean isOfGate(String option) {
            return !List.of("asyncAccessor", "addAsyncLayer", "removeUnused").contains(option);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/etc/baseline.yml", "../baseline.yml", "ci/../../baseline.yml", "."})
        void baselineOutsideTheProjectIsRejected(String path) {
            assertThat(gate(path, false).validate().isValid()).isFalse();
            assertThat(gate("ci/baseline.yml", false).validate().isValid()).isTrue();
        }
    }

    private static VerifyNoBlockingCalls gate(@Nullable String baseline, boolean update) {
        return new VerifyNoBlockingCalls(null, null, null, null, null, baseline, update);
    }

    private static Map<String, String> files(String service) {
        return new TreeMap<>(Map.of(LAYER_PATH, LAYER, SERVICE_PATH, service));
    }

    private static RecipeRun run(Recipe recipe, Map<String, String> files) {
        return MigratedTexts.run(recipe, files);
    }

    private static List<LoopViolations.Row> table(RecipeRun run) {
        return run.getDataTableRows(LoopViolations.class.getName());
    }

    private static List<String> rows(RecipeRun run) {
        return table(run).stream()
                .map(row -> row.getStatus() + " " + row.getKind() + " " + row.getSourcePath() + ":" + row.getLine())
                .toList();
    }

    /** The message with the file that it is pinned to. */
    private static String error(RecipeRun run) {
        return run.getChangeset().getAllResults().stream()
                .map(result -> Objects.requireNonNull(result.getAfter()))
                .map(file -> file.getSourcePath() + " "
                        + file.getMarkers()
                                .findFirst(Markup.Error.class)
                                .map(Markup.Error::getDetail)
                                .orElseThrow())
                .collect(Collectors.joining("\n"));
    }
}
