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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncpersistence.layer.CallCatalogue;
import dev.asyncpersistence.layer.LayerNotFoundException;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.Reason;
import dev.asyncpersistence.source.ParserPool;
import dev.asyncpersistence.source.PythonSources;
import dev.asyncpersistence.source.TestInterpreter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openrewrite.text.PlainText;

class ReadingRoundsTest {
    private static final ParserPool POOL = new ParserPool(TestInterpreter.get(), 1, progress -> {});

    private static final String[] PROJECT = {
        "app/layers/base.py", "class Connector:\n    def _open(self): return open('x')\n",
        "app/layers/persistence.py", """
                from app.layers.base import Connector
                class PersistenceLayer(Connector):
                    def load(self): return self._open()
                """,
        "app/service.py", """
                from app.layers.persistence import PersistenceLayer
                class RoomService:
                    def __init__(self, db: PersistenceLayer): self.rooms_db = db
                    def room_of(self): return self.rooms_db.load()
                """,
        "app/manager.py", "def arrange(service): return service.room_of()\n",
        "app/commands.py", "from app.manager import arrange\ndef look(ctx): return arrange(ctx.service)\n",
        "app/api.py", "from app import commands\nasync def index(ctx): return commands.look(ctx)\n",
        "app/holder.py", "async def handle(ctx): return ctx.rooms_db.load()\n",
        "app/holds_only.py", "def keep(ctx): return ctx.rooms_db\n",
        "app/unrelated.py", "def load(): return 'nothing of the kind'\n",
        "app/colours.py", "RED = 1\n",
        "tests/test_service.py", "from app.service import RoomService\ndef test(): RoomService(None).room_of()\n",
    };

    @AfterAll
    static void close() {
        POOL.close();
    }

    @Test
    void readsTheLayerWhatItNeedsAndAllWhoReachIt() {
        Project project = project(PROJECT);
        MigrationPlan plan = read(project, null);

        assertThat(paths(project))
                .containsExactlyInAnyOrder(
                        "app/layers/base.py",
                        "app/layers/persistence.py",
                        "app/service.py",
                        "app/manager.py",
                        "app/commands.py",
                        "app/api.py",
                        "app/holder.py");
        assertThat(plan.decisions())
                .extracting(d -> d.site().location() + " " + d.reason())
                .containsExactly("app/holder.py:1 NO_ASYNC_METHOD", "app/service.py:4 NO_ASYNC_METHOD");
    }

    /** A property blocks whoever reads it, so that the readers' callers matter, too. */
    @Test
    void readsTheCallersOfWhoReadsABlockingProperty() {
        Project project = project(
                "app/db.py", "class PersistenceLayer:\n    def load(self): return open('x')\n",
                "app/service.py", """
                        from app.db import PersistenceLayer
                        class RoomService:
                            def __init__(self, db: PersistenceLayer): self.db = db
                            @property
                            def first_room(self): return self.db.load()
                        """,
                "app/titles.py", """
                        from app.service import RoomService
                        def title_of(service: RoomService): return service.first_room
                        """,
                "app/far.py", "from app.titles import title_of\ndef far(service): return title_of(service)\n",
                "app/unrelated.py", "def near(service): return service.title\n");
        read(project, null);
        assertThat(paths(project)).contains("app/titles.py", "app/far.py").doesNotContain("app/unrelated.py");
    }

    /** Whoever gets a layer's object may pass it on, and whoever is passed one may call it by any name. */
    @Test
    void readsWhoPassesTheLayerOnAndWhoIsPassedIt() {
        Project project = project(
                "app/db.py",
                "import sqlite3\nclass Rooms:\n    def load(self): return sqlite3.connect('x')\ndef rooms(): return Rooms()\n",
                "app/main.py",
                "from app.db import rooms\nfrom app.commands import run\nasync def main(): run(rooms())\n",
                "app/commands.py",
                "def run(store): return store.load()\n",
                "app/forms.py",
                "def show(form): return form.load()\n");
        read(project, "app.db.Rooms");

        assertThat(paths(project)).containsExactlyInAnyOrder("app/db.py", "app/main.py", "app/commands.py");
    }

    /** Files import a class from the package that has it in another file. */
    @Test
    void readsThePackagesThatPassNamesOn() {
        Project project = project(
                "app/db.py",
                "import sqlite3\nclass RoomDB:\n    def load(self): return sqlite3.connect('x')\n",
                "app/checks/room.py",
                """
                from app.db import RoomDB
                class Check:
                    def __init__(self, rooms: RoomDB): self.rooms = rooms
                    def check(self): return self.rooms.load()
                """,
                "app/checks/__init__.py",
                "from .room import *\n",
                "app/other/__init__.py",
                "RED = 1\n",
                "app/main.py",
                "from app.checks import Check\nasync def main(check: Check): return check.check()\n");
        read(project, null);

        assertThat(paths(project))
                .containsExactlyInAnyOrder("app/db.py", "app/checks/room.py", "app/checks/__init__.py", "app/main.py");
    }

    /** Whether a lock is held over a call is told by the file that has the context manager. */
    @Test
    void readsTheContextManagersAroundCalls() {
        Project project = project(
                "app/db.py",
                "import sqlite3\nclass Rooms:\n    def load(self): return sqlite3.connect('x')\n",
                "app/main.py",
                """
                from app.db import Rooms
                from app.guards import Guard
                from app.titles import title
                async def show(rooms: Rooms, guard: Guard):
                    with guard.entered():
                        return rooms.load()
                async def look(rooms: Rooms):
                    return title(rooms.load())
                """,
                "app/guards.py",
                """
                import contextlib, threading
                class Guard:
                    def __init__(self): self.busy = threading.Lock()
                    @contextlib.contextmanager
                    def entered(self):
                        self.busy.acquire()
                        yield
                        self.busy.release()
                """,
                "app/other.py",
                "from app.guards import Guard\n");
        MigrationPlan plan = read(project, "app.db.Rooms");

        assertThat(paths(project)).containsExactlyInAnyOrder("app/db.py", "app/main.py", "app/guards.py");
        assertThat(plan.decisions())
                .extracting(each -> each.reason())
                .containsExactly(Reason.LOCK_HELD, Reason.NO_ASYNC_METHOD);
    }

    @Test
    void leavesAFileThatCanNotBeParsedAndGoesOn() {
        String[] broken = PROJECT.clone();
        broken[Arrays.asList(broken).indexOf("app/manager.py") + 1] = "def arrange(service: return service.room_of()\n";
        Project project = project(broken);
        read(project, null);

        assertThat(paths(project)).contains("app/service.py").doesNotContain("app/manager.py");
        assertThat(project.failures()).extracting(f -> f.path()).containsExactly(Path.of("app/manager.py"));
    }

    @Test
    void namesCandidatesForAnOptionThatNamesNothing() {
        assertThatThrownBy(() -> read(project("app/db.py", """
                        import psycopg2
                        class Rooms:
                            def load(self): return psycopg2.connect('x')
                        """, "app/other.py", "x = 1\n"), "app.db.Room"))
                .isInstanceOf(LayerNotFoundException.class)
                .hasMessageContaining("`app.db.Room`")
                .hasMessageContaining("app.db.Rooms");
    }

    private static MigrationPlan read(Project project, @Nullable String syncLayer) {
        return new ReadingRounds(project, Settings.of(syncLayer, null, null, null, null), CallCatalogue.standard())
                .read(POOL);
    }

    private static Project project(String... pathsAndTexts) {
        PythonSources sources = new PythonSources();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            sources.add(PlainText.builder()
                    .sourcePath(Path.of(pathsAndTexts[i]))
                    .text(pathsAndTexts[i + 1])
                    .build());
        }
        return new Project(sources);
    }

    private static List<String> paths(Project project) {
        List<String> result = new ArrayList<>();
        for (ModuleModel module : project.models()) {
            result.add(module.path());
        }
        return result;
    }
}
