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
import static dev.asyncpersistence.PersistenceSources.service;
import static dev.asyncpersistence.PersistenceSources.withImport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.test.SourceSpecs.text;

import dev.asyncpersistence.report.BlockingFunctions;
import dev.asyncpersistence.report.UnreadFiles;
import dev.asyncpersistence.source.TestInterpreter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Result;
import org.openrewrite.SourceFile;
import org.openrewrite.config.CompositeRecipe;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.marker.Markers;
import org.openrewrite.marker.Markup;
import org.openrewrite.marker.SearchResult;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.text.FindAndReplace;
import org.openrewrite.text.PlainText;

/** The recipe on sources as the Maven plugin hands them over. */
class MigratePlainTextTest implements PythonRecipeTest {
    private static final String BEFORE = service(handler("value = self.db.load(key)"));
    private static final String AFTER =
            withImport(service(handler("value = await asyncio.to_thread(self.db.load, key)")));

    @Override
    public void defaults(RecipeSpec spec) {
        PythonRecipeTest.super.defaults(spec);
        spec.recipe(recipe());
    }

    private static MigratePersistenceCalls recipe() {
        String python = TestInterpreter.get().executable().toString();
        return new MigratePersistenceCalls(null, null, null, null, null, null, null, python, null, null);
    }

    @Test
    void editsTexts() {
        rewriteRun(
                text(LAYER, spec -> spec.path(LAYER_PATH)),
                text(BEFORE, AFTER, spec -> spec.path(SERVICE_PATH)),
                text("def f():\n    return 1\n", spec -> spec.path("app/other.py")),
                text("self.db.load(key)\n", spec -> spec.path("notes.txt")));
    }

    @Test
    void keepsIdentityAndForm() {
        UUID id = UUID.randomUUID();
        Markers markers = Markers.build(List.of(new SearchResult(UUID.randomUUID(), "kept")));
        PlainText source = PlainText.builder()
                .id(id)
                .sourcePath(Path.of(SERVICE_PATH))
                .markers(markers)
                .charsetName("ISO-8859-1")
                .charsetBomMarked(true)
                .text(BEFORE)
                .build();
        PlainText result = migrated(source);
        assertThat(result.getText()).isEqualTo(AFTER);
        assertThat(result.getId()).isEqualTo(id);
        assertThat(result.getMarkers().getMarkers()).containsAll(markers.getMarkers());
        assertThat(result.getCharset()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(result.isCharsetBomMarked()).isTrue();
    }

    @Test
    void keepsCrLf() {
        assertThat(migrated(plain(SERVICE_PATH, BEFORE.replace("\n", "\r\n"))).getText())
                .isEqualTo(AFTER.replace("\n", "\r\n"));
    }

    @Test
    void keepsMixedLineEnds() {
        String rest = "\r\n\r\ndef other():\r\n    return 1\n\n\ntext = '''a\r\nb\nc'''\n";
        String expected = migrated(plain(SERVICE_PATH, BEFORE + rest)).getText();
        assertThat(expected).endsWith(rest).contains("await asyncio.to_thread(self.db.load, key)\n");
        assertThat(expected.replace("\r\n", "\n")).isEqualTo((AFTER + rest).replace("\r\n", "\n"));
    }

    @Test
    void keepsTabsFormFeedsAndTrailingSpace() {
        String rest = "\n\f\n# \t end  \nif 1:\n\treturned =  1 \n\n   \n";
        assertThat(migrated(plain(SERVICE_PATH, BEFORE.replace("    ", "\t") + rest))
                        .getText())
                .isEqualTo(AFTER.replace("    ", "\t") + rest);
    }

    @Test
    void keepsEncodingCookieAndOtherScripts() {
        String cookie = "# -*- coding: latin-1 -*-\n";
        String rest = "\n\nNAME = \"Jürgen Größe\"  # ¿qué?\n";
        PlainText source =
                (PlainText) plain(SERVICE_PATH, cookie + BEFORE + rest).withCharset(StandardCharsets.ISO_8859_1);
        assertThat(migrated(source).getText()).isEqualTo(cookie + AFTER + rest);
    }

    @Test
    void keepsFileWithoutLastLineBreak() {
        assertThat(migrated(plain(SERVICE_PATH, BEFORE.stripTrailing())).getText())
                .isEqualTo(AFTER.stripTrailing());
    }

    /** Upstream's tree has no place for the guard, so that such a file can't be printed: it is left, and reported. */
    @Test
    void doNotChangeFileThatDoesNotPrintBack() {
        rewriteRun(
                spec -> spec.dataTable(
                        UnreadFiles.Row.class,
                        rows -> assertThat(rows).singleElement().satisfies(row -> {
                            assertThat(row.getSourcePath()).isEqualTo("app/guards.py");
                            assertThat(row.getLine()).isEqualTo(6);
                        })),
                text(LAYER, spec -> spec.path(LAYER_PATH)),
                text(BEFORE, AFTER, spec -> spec.path(SERVICE_PATH)),
                text("""
                        from app.persistence import PersistenceLayer

                        async def handle(db: PersistenceLayer, key):
                            db.load(key)
                            match key:
                                case 1 if key:
                                    pass
                        """, spec -> spec.path("app/guards.py").noTrim()));
    }

    @Test
    void makesFunctionsAsyncAcrossFiles() {
        rewriteRun(
                text(LAYER, spec -> spec.path(LAYER_PATH)),
                text("""
                        from app.persistence import PersistenceLayer

                        def gold_of(db: PersistenceLayer, key):
                            return db.load(key)
                        """, """
                        import asyncio

                        from app.persistence import PersistenceLayer

                        async def gold_of(db: PersistenceLayer, key):
                            return await asyncio.to_thread(db.load, key)
                        """, spec -> spec.path("app/gold.py").noTrim()),
                text("""
                        from app.gold import gold_of

                        async def handle(db):
                            return gold_of(db, 1)
                        """, """
                        from app.gold import gold_of

                        async def handle(db):
                            return await gold_of(db, 1)
                        """, spec -> spec.path("app/api.py").noTrim()));
    }

    /** The file that can't be read calls the function, so that it stays sync; who can be read runs it on a thread. */
    @Test
    void doNotMakeAFunctionAsyncThatAFileMentionsWhichCanNotBeRead() {
        rewriteRun(
                spec -> spec.dataTable(
                        BlockingFunctions.Row.class,
                        rows -> assertThat(rows).singleElement().satisfies(row -> {
                            assertThat(row.getReason()).isEqualTo("UNREAD_CALLER");
                            assertThat(row.getExplanation()).endsWith("app/broken.py");
                        })),
                text(LAYER, spec -> spec.path(LAYER_PATH)),
                text("""
                        from app.persistence import PersistenceLayer

                        def gold_of(db: PersistenceLayer, key):
                            return db.load(key)

                        async def handle(db):
                            return gold_of(db, 1)
                        """, """
                        import asyncio

                        from app.persistence import PersistenceLayer

                        def gold_of(db: PersistenceLayer, key):
                            return db.load(key)

                        async def handle(db):
                            return await asyncio.to_thread(gold_of, db, 1)
                        """, spec -> spec.path("app/gold.py").noTrim()),
                text(
                        "print(gold_of(db, 2)\n",
                        spec -> spec.path("app/broken.py").noTrim()));
    }

    /** Two recipes of one run see the same sources: the second would write over what the first has changed. */
    @Test
    void aFileThatAnotherRecipeHasChangedStopsTheRun() {
        CompositeRecipe both = new CompositeRecipe(
                List.of(new FindAndReplace("key", "name", null, null, null, null, null, null), recipe()));
        List<SourceFile> sources = List.of(plain(LAYER_PATH, LAYER), plain(SERVICE_PATH, BEFORE));
        List<SourceFile> changed = both
                .run(new InMemoryLargeSourceSet(sources), new InMemoryExecutionContext())
                .getChangeset()
                .getAllResults()
                .stream()
                .map(Result::getAfter)
                .toList();
        assertThat(changed)
                .filteredOn(
                        file -> file.getMarkers().findFirst(Markup.Error.class).isPresent())
                .singleElement()
                .satisfies(file -> assertThat(file.getSourcePath()).hasToString(SERVICE_PATH));
    }

    private static PlainText plain(String path, String text) {
        return PlainText.builder().sourcePath(Path.of(path)).text(text).build();
    }

    private static PlainText migrated(PlainText source) {
        List<SourceFile> sources = List.of(plain(LAYER_PATH, LAYER), source);
        List<Result> results = recipe().run(new InMemoryLargeSourceSet(sources), new InMemoryExecutionContext())
                .getChangeset()
                .getAllResults();
        assertThat(results).hasSize(1);
        return (PlainText) results.get(0).getAfter();
    }
}
