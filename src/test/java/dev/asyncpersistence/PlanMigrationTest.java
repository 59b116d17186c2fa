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

import dev.asyncpersistence.plan.phase.Phase;
import dev.asyncpersistence.plan.phase.PhaseRecipes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Result;
import org.openrewrite.SourceFile;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.marker.Markup;
import org.openrewrite.text.PlainText;
import org.openrewrite.yaml.YamlParser;

@ExtendWith(PythonForTests.class)
class PlanMigrationTest {
    private static final Map<String, String> PROGRAM =
            Map.of("app/db.py", """
            import sqlite3
            class RoomRepository:
                def load(self): return sqlite3.connect('x')
            """, "app/web.py", """
            from fastapi import APIRouter
            from app.db import RoomRepository
            from app.titles import Titles
            router = APIRouter()
            @router.get("/")
            async def show(rooms: RoomRepository):
                return Titles(rooms).title(), rooms.load()
            """, "app/titles.py", """
            from app.db import RoomRepository
            class Titles:
                def __init__(self, rooms: RoomRepository): self.rooms = rooms
                def title(self): return self.rooms.load()
            """, "app/jobs.py", """
            from app.db import RoomRepository
            async def clean(rooms: RoomRepository): return rooms.load()
            """, "app/tools.py", """
            from app.db import RoomRepository
            def count(rooms: RoomRepository): return rooms.load()
            """);

    @Test
    void filesThatChangeTogetherAndRequestsFirst() {
        List<Phase> phases = PhaseRecipes.read(planned(PROGRAM));

        assertThat(phases).extracting(Phase::name).containsExactly("Phase1", "Phase2");
        assertThat(phases.get(0).files()).containsExactly("app/titles.py", "app/web.py");
        assertThat(phases.get(0).reason())
                .isEqualTo(
                        "Requests wait for it: 2 calls, 1 in coroutines. Together because `Titles.title` and `web.show` change together.");
        // What nothing reaches is left as it is, and is in no phase.
        assertThat(phases.get(1).files()).containsExactly("app/jobs.py");
    }

    @Test
    void startupComesLastInTheSample() {
        List<Phase> phases = PhaseRecipes.read(planned(ProgramFiles.texts(
                Path.of("examples/before"),
                file -> file.toString().endsWith(".py") || file.endsWith("pyproject.toml"))));

        assertThat(phases.get(0).files()).containsExactly("game/services/container_service.py");
        assertThat(phases.get(0).reason()).startsWith("Requests wait for it: 15 calls");
        assertThat(phases.subList(phases.size() - 2, phases.size()))
                .extracting(Phase::reason)
                .allMatch(reason -> reason.startsWith("Only the start of the server waits for it"));
    }

    @Test
    void phasesThatAPersonHasChangedStay() {
        String mine = """
                ---
                type: specs.openrewrite.org/v1beta/recipe
                name: dev.asyncpersistence.phases.Phase1
                displayName: 'Phase 1: jobs'
                description: Mine.
                recipeList:
                  - dev.asyncpersistence.MigratePersistenceCalls:
                      files: [app/jobs.py]  # first
                """;
        Map<String, String> files = new TreeMap<>(PROGRAM);
        files.put("rewrite.yml", mine);

        String planned = planned(files);

        assertThat(planned).startsWith(mine);
        assertThat(PhaseRecipes.read(planned))
                .extracting(Phase::files)
                .containsExactly(List.of("app/jobs.py"), List.of("app/titles.py", "app/web.py"));
        files.put("rewrite.yml", planned);
        assertThat(planned(files)).isEqualTo(planned);
    }

    @Test
    void recipesAreWrittenBesideThePom() {
        Map<String, String> files = new TreeMap<>();
        PROGRAM.forEach((path, text) -> files.put("server/" + path, text));
        files.put("server/pom.xml", "<project/>");
        assertThat(MigratedTexts.by(recipe(null, null), files).after()).containsKey("server/rewrite.yml");
    }

    @Test
    void optionsGoAlong() {
        assertThat(MigratedTexts.by(recipe("app.db.RoomRepository", null), PROGRAM)
                        .after()
                        .get("rewrite.yml"))
                .contains("      syncLayer: app.db.RoomRepository\n      files:\n        - app/jobs.py\n");
    }

    /** The Maven plugin hands the file over as YAML. */
    @Test
    void recipesAreAddedToYaml() {
        SourceFile yaml = YamlParser.builder()
                .build()
                .parse("---\ntype: specs.openrewrite.org/v1beta/style\nname: mine\n")
                .findFirst()
                .orElseThrow()
                .withSourcePath(Path.of("rewrite.yml"));
        List<SourceFile> sources = new java.util.ArrayList<>(List.of(yaml));
        PROGRAM.forEach((path, text) -> sources.add(
                PlainText.builder().sourcePath(Path.of(path)).text(text).build()));

        String after = recipe(null, null)
                .run(new InMemoryLargeSourceSet(sources), new InMemoryExecutionContext())
                .getChangeset()
                .getAllResults()
                .get(0)
                .getAfter()
                .printAll();

        assertThat(after).startsWith("---\ntype: specs.openrewrite.org/v1beta/style\nname: mine\n---\ntype: ");
        assertThat(PhaseRecipes.read(after)).hasSize(2);
    }

    @Test
    void aTrackerIsWrittenBesideTheRecipes() {
        Map<String, String> files = new TreeMap<>();
        PROGRAM.forEach((path, text) -> files.put("server/" + path, text));
        files.put("server/pom.xml", "<project/>");

        Map<String, String> after = MigratedTexts.by(recipe(null, null), files).after();
        assertThat(after.get("server/async-persistence.md")).contains("**0/4 calls done (0 %), 0 of 4 files.**");
        assertThat(MigratedTexts.by(recipe(null, null), after).after()).isEqualTo(after);

        assertThat(MigratedTexts.by(recipe(null, "docs/tracker.md"), files).after())
                .containsKey("server/docs/tracker.md")
                .doesNotContainKey("server/async-persistence.md")
                .hasEntrySatisfying(
                        "server/rewrite.yml", text -> assertThat(text).contains("      tracker: docs/tracker.md\n"));
    }

    @Test
    void theTrackerThatIsThereIsFoundWhereverItIs() {
        Map<String, String> files = new TreeMap<>(PROGRAM);
        files.put("README.md", "# Server\n");
        files.put(
                "docs/plan.md",
                "# Mine\n\n<!-- async-persistence:status -->\n<!-- /async-persistence:status -->\nMore of mine.\n");

        Map<String, String> after = MigratedTexts.by(recipe(null, null), files).after();

        assertThat(after).containsEntry("README.md", "# Server\n").doesNotContainKey("async-persistence.md");
        assertThat(after.get("docs/plan.md"))
                .startsWith("# Mine\n\n<!-- async-persistence:status -->\n**0/4 calls done")
                .contains("\nMore of mine.\n");
    }

    @Test
    void theRecipesOfAnotherProjectStay() {
        Map<String, String> files = new TreeMap<>(PROGRAM);
        files.put("examples/other/rewrite.yml", "---\ntype: specs.openrewrite.org/v1beta/style\nname: mine\n");

        assertThat(MigratedTexts.by(recipe(null, null), files).after())
                .containsKey("rewrite.yml")
                .containsEntry("examples/other/rewrite.yml", files.get("examples/other/rewrite.yml"));
    }

    @Test
    void lineEndsOfTheRecipesStay() {
        Map<String, String> files = new TreeMap<>(PROGRAM);
        files.put("rewrite.yml", "---\r\ntype: specs.openrewrite.org/v1beta/style\r\nname: mine");

        assertThat(planned(files))
                .startsWith(files.get("rewrite.yml") + "\r\n---\r\n")
                .doesNotContainPattern("[^\r]\n");
    }

    @Test
    void theTrackerLiesInTheProject() {
        assertThat(recipe(null, "docs/plan.md").validate().isValid()).isTrue();
        for (String wrong : List.of("/tmp/plan.md", "../plan.md", "plan.txt")) {
            assertThat(recipe(null, wrong).validate().isValid()).as(wrong).isFalse();
        }
    }

    @Test
    void aDamagedTrackerFailsTheRun() {
        Map<String, String> files = new TreeMap<>(PROGRAM);
        files.put("plan.md", "<!-- async-persistence:status -->\n");

        List<Result> results =
                MigratedTexts.run(recipe(null, null), files).getChangeset().getAllResults();

        // Nothing is written: the plugin fails when a file has this marker.
        assertThat(results)
                .singleElement()
                .satisfies(result -> assertThat(result.getAfter()
                                .getMarkers()
                                .findFirst(Markup.Error.class)
                                .orElseThrow()
                                .getMessage())
                        .isEqualTo("plan.md:2: `<!-- /async-persistence:status -->` is missing."
                                + " Put the comments back around the section, or delete the section with both."));
    }

    private static String planned(Map<String, String> files) {
        return MigratedTexts.by(recipe(null, null), files).after().getOrDefault("rewrite.yml", "");
    }

    static PlanMigration recipe(String syncLayer, String tracker) {
        return new PlanMigration(syncLayer, null, null, null, null, null, null, null, tracker);
    }
}
