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

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.Result;
import org.openrewrite.SourceFile;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.marker.Markup;
import org.openrewrite.quark.Quark;
import org.openrewrite.text.PlainText;

@ExtendWith(PythonForTests.class)
class ReportMigrationTest {
    private static final String DEFAULT = "target/rewrite/async-persistence-report.html";

    private static final Map<String, String> PROGRAM = Map.of(
            "server/app/db.py",
            """
            import sqlite3
            class RoomRepository:
                def load(self): return sqlite3.connect('x')
            """,
            "server/app/web.py",
            """
            from fastapi import APIRouter
            from app.db import RoomRepository
            router = APIRouter()
            @router.get("/")
            async def show(rooms: RoomRepository): return rooms.load()
            """,
            "server/pom.xml",
            "<project/>",
            "server/app/old.py",
            "print 'two'\n");

    @Test
    void writesThePageBesideThePomAndChangesNothingElse() {
        Map<String, String> written = written(null, sources(PROGRAM));

        assertThat(written).containsOnlyKeys("server/" + DEFAULT);
        assertThat(written.get("server/" + DEFAULT))
                .startsWith("<!DOCTYPE html>\n")
                .contains("4 March 2026, 05:06", "db.<wbr>RoomRepository</code>")
                .contains("server/<wbr>app/<wbr>web.<wbr>py");
    }

    @Test
    void writesThePageWhereItIsAskedTo() {
        assertThat(written("docs/state.html", sources(PROGRAM))).containsOnlyKeys("server/docs/state.html");
    }

    @Test
    void withoutAPomThePathIsTakenAsItIs() {
        Map<String, String> files = new TreeMap<>(PROGRAM);
        files.remove("server/pom.xml");
        assertThat(written(null, sources(files))).containsOnlyKeys(DEFAULT);
    }

    @Test
    void anEarlierPageIsReplaced() {
        List<SourceFile> sources = sources(PROGRAM);
        SourceFile earlier = text("server/docs/state.html", "earlier");
        sources.add(earlier);
        sources.add(text("docs/state.html", "of another project"));

        Map<String, String> written = written("docs/state.html", sources);

        assertThat(written).containsOnlyKeys("server/docs/state.html");
        assertThat(written.get("server/docs/state.html"))
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n");
    }

    /** The Maven plugin doesn't read HTML as text. */
    @Test
    void anEarlierPageIsReplacedWhateverItWasReadAs() {
        List<SourceFile> sources = sources(PROGRAM);
        sources.add(new Quark(
                org.openrewrite.Tree.randomId(),
                Path.of("server/docs/state.html"),
                org.openrewrite.marker.Markers.EMPTY,
                null,
                null));
        assertThat(written("docs/state.html", sources).get("server/docs/state.html"))
                .startsWith("<!DOCTYPE html>");
    }

    @Test
    void thePhasesThatAPersonHasPlannedAreShown() {
        Map<String, String> files = new TreeMap<>(PROGRAM);
        files.put("server/rewrite.yml", """
                ---
                type: specs.openrewrite.org/v1beta/recipe
                name: dev.asyncpersistence.phases.Phase1
                displayName: 'Phase 1: what I want first'
                description: Mine.
                recipeList:
                  - dev.asyncpersistence.MigratePersistenceCalls:
                      files: [app/web.py]
                """);
        assertThat(written(null, sources(files)).get("server/" + DEFAULT)).contains("1. what I want first");
        assertThat(written(null, sources(PROGRAM)).get("server/" + DEFAULT)).contains("1. web");
    }

    @Test
    void theTrackerTellsWhatIsDone() {
        Map<String, String> planned = new TreeMap<>(PROGRAM);
        planned.putAll(
                changed(new PlanMigration(null, null, null, null, null, null, null, null, null), sources(PROGRAM)));
        assertThat(planned).containsKey("server/async-persistence.md");
        assertThat(written(null, sources(planned)).get("server/" + DEFAULT)).contains("0 of 1 calls that blocked");

        planned.computeIfPresent("server/app/web.py", (path, text) -> text.replace("rooms.load()", "None"));
        assertThat(written(null, sources(planned)).get("server/" + DEFAULT))
                .contains("1 of 1 calls that blocked when they were first seen no longer do: 100 %.");
    }

    @Test
    void aDamagedTrackerFailsTheRun() {
        Map<String, String> files = new TreeMap<>(PROGRAM);
        files.put("plan.md", "<!-- async-persistence:status -->\n");

        assertThat(recipe(null)
                        .run(new InMemoryLargeSourceSet(sources(files)), new InMemoryExecutionContext())
                        .getChangeset()
                        .getAllResults())
                .singleElement()
                .satisfies(result -> assertThat(result.getAfter()
                                .getMarkers()
                                .findFirst(Markup.Error.class)
                                .orElseThrow()
                                .getMessage())
                        .startsWith("plan.md:2: "));
    }

    @Test
    void sourcesOfTheSampleStayAsTheyAre() {
        Map<String, String> files = ProgramFiles.texts(
                Path.of("examples/before"), file -> file.toString().endsWith(".py"));
        Map<String, String> written = written(null, sources(files));
        assertThat(written).containsOnlyKeys(DEFAULT);
        assertThat(written.get(DEFAULT)).contains("<dt>Blocking calls</dt><dd>48</dd>");
    }

    private static Map<String, String> written(String report, List<SourceFile> sources) {
        return changed(recipe(report), sources);
    }

    private static ReportMigration recipe(String report) {
        return new ReportMigration(null, null, null, null, null, null, null, null, report);
    }

    private static Map<String, String> changed(Recipe recipe, List<SourceFile> sources) {
        ExecutionContext ctx = new InMemoryExecutionContext(e -> {
            throw new AssertionError(e);
        });
        ctx.putMessage(ReportMigration.CLOCK, Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC));
        return recipe.run(new InMemoryLargeSourceSet(sources), ctx).getChangeset().getAllResults().stream()
                .map(Result::getAfter)
                .map(Objects::requireNonNull)
                .collect(Collectors.toMap(
                        file -> file.getSourcePath().toString().replace('\\', '/'), SourceFile::printAll));
    }

    private static List<SourceFile> sources(Map<String, String> files) {
        List<SourceFile> result = new ArrayList<>();
        files.forEach((path, text) -> result.add(text(path, text)));
        return result;
    }

    private static SourceFile text(String path, String text) {
        return PlainText.builder().sourcePath(Path.of(path)).text(text).build();
    }
}
