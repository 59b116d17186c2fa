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

import dev.asyncpersistence.layer.CallCatalogue;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.change.Edit;
import dev.asyncpersistence.plan.tests.TestPlan;
import dev.asyncpersistence.source.ParserPool;
import dev.asyncpersistence.source.PythonSources;
import dev.asyncpersistence.source.TestInterpreter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.text.PlainText;

/**
 * Which test files are read. {@code room_of} becomes async and {@code index} awaits it, {@code handle} awaits {@code async_store}, and {@code clean} runs
 * {@code purge} on a thread; nothing else of the program is touched.
 */
class TestRoundsTest {
    private static final ParserPool POOL = new ParserPool(TestInterpreter.get(), 1, progress -> {});

    private static final String[] APP = {
        "app/db.py", """
            class PersistenceLayer:
                def load(self, key): return open(key)
                def store(self, key): return open(key)
                async def async_store(self, key): return await pool.put(key)
                def purge(self): open('x')
            """,
        "app/service.py", """
            from app.db import PersistenceLayer
            class RoomService:
                def __init__(self, db: PersistenceLayer): self.db = db
                def room_of(self, key): return self.db.load(key)
                def colour_of(self, key): return "red"
                async def index(self): return self.room_of(1)
                async def handle(self): return self.db.store(2)
                async def clean(self): self.db.purge()
            """,
        "app/web.py", """
            from app.service import RoomService
            service = RoomService(None)
            async def serve(): return await service.index()
            def idle(): return service.colour_of(1)
            class Commands:
                def __init__(self): self.table = {"index": serve}
                async def execute(self, name): return await self.table[name]()
            """,
        "app/context.py", """
            from .state import State
            class Context:
                def __init__(self, store): self.state = State(store)
            """,
        "app/state.py", """
            class State:
                def __init__(self, store): self.store = store
            """,
    };

    @AfterAll
    static void close() {
        POOL.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // What becomes async, who awaits it, and what is called on the layer.
                "def test(service): service.room_of(1)",
                "async def test(service): await service.index()",
                "async def test(service): await service.handle()",
                "def test(layer): layer.store.return_value = 1",
                "def test(layer): layer.async_store.return_value = 1",
                // Who hands something to a thread, and what.
                "async def test(service): await service.clean()",
                "def test(layer): layer.purge.return_value = 1",
                // Whoever makes a service needs a double for it.
                "from app.service import RoomService\ndef make(): return RoomService(None)",
                // Who leads to a call without a call of its own, by calls or by a table.
                "async def test(): await web.serve()",
                "async def test(): await Commands().execute('index')",
                // Names in texts are no less of a mention.
                "@patch('app.service.RoomService.room_of')\ndef test(room_of): pass",
            })
    void filesThatMentionWhatChanges(String text) {
        assertThat(read("tests/test_it.py", text)).containsExactly("tests/test_it.py");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def test(service): service.colour_of(1)",
                "def test(): assert 1 + 1 == 2",
                "def test(service): service.room_of_ann(1)",
                "def test(service): service.rooms()",
                "def test(): web.idle()",
                "from app import service\ndef test(): service.start()",
            })
    void doNotReadOthers(String text) {
        assertThat(read("tests/test_it.py", text)).isEmpty();
    }

    private static final String MENTIONS = "async def test(service): await service.index()\n";

    /** Fixtures may stand there. */
    @ParameterizedTest
    @CsvSource({
        "tests/unit/conftest.py, true",
        "tests/conftest.py, true",
        "conftest.py, true",
        "tests/other/conftest.py, false",
        "tests/unit/deeper/conftest.py, false",
        "tests/unit/helpers.py, false",
    })
    void conftestsAround(String path, boolean expected) {
        List<String> read = read("tests/unit/test_it.py", MENTIONS, path, "NAME = 1\n");
        assertThat(read).contains("tests/unit/test_it.py");
        assertThat(read.contains(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from tests.doubles import room | tests/doubles.py",
                "from tests import doubles | tests/doubles.py",
                "from .doubles import room | tests/doubles.py",
                "def helper():\\n    from tests.doubles import room | tests/doubles.py",
                "import json | ''",
                "from tests.nowhere import room | ''",
            })
    void importedFiles(String statement, String expected) {
        List<String> read = read(
                "tests/test_it.py",
                statement.replace("\\n", "\n") + "\n" + MENTIONS,
                "tests/doubles.py",
                "room = 1\n",
                "tests/unused.py",
                "room = 2\n");
        read.remove("tests/test_it.py");
        assertThat(String.join(" ", read)).isEqualTo(expected);
    }

    @Test
    void filesThatImportedOnesImport() {
        assertThat(read(
                        "tests/test_it.py",
                        "from tests.doubles import room\n" + MENTIONS,
                        "tests/doubles.py",
                        "from tests.more import Room\nroom = Room()\n",
                        "tests/more.py",
                        "class Room: pass\n",
                        "tests/test_other.py",
                        "from tests.doubles import room\ndef test(): assert room\n"))
                .containsExactlyInAnyOrder("tests/test_it.py", "tests/doubles.py", "tests/more.py");
    }

    /** Their users become async with them, and know them by names of their own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "def fetch(service): return service.room_of(1) | def test(service): fetch(service) | true",
                "class Fake:\\n    def room_of(self, key): return 1 | def test(): assert Fake() | true",
                "@pytest.fixture\\ndef fetched(service): return service.room_of(1) | def test(fetched): pass | true",
                "@pytest.fixture(name='first')\\ndef make(service): return service.room_of(1)"
                        + " | def test(first): pass | true",
                "@pytest.fixture(name='first')\\ndef make(service): return service.room_of(1)"
                        + " | def test(make): pass | false",
                // One that has nothing to do with it, a test, and another name.
                "def fetch(service): return 1\\nx.room_of() | def test(service): fetch(service) | false",
                "def test_room(service): service.room_of(1) | NAMES = ['test_room'] | false",
                "def fetch(service): return service.room_of(1) | def test(service): fetches(service) | false",
            })
    void usersOfHelpers(String helper, String user, boolean expected) {
        List<String> read =
                read("tests/helpers.py", helper.replace("\\n", "\n") + "\n", "tests/test_it.py", user + "\n");
        assertThat(read).contains("tests/helpers.py");
        assertThat(read.contains("tests/test_it.py")).isEqualTo(expected);
    }

    @Test
    void usersOfHelpersThatUseHelpers() {
        assertThat(read(
                        "tests/helpers.py",
                        "def fetch(service): return service.room_of(1)\n",
                        "tests/more.py",
                        "def both(service): return fetch(service), fetch(service)\n",
                        "tests/test_it.py",
                        "def test(service): both(service)\n",
                        "tests/test_other.py",
                        "def test(service): neither(service)\n"))
                .containsExactlyInAnyOrder("tests/helpers.py", "tests/more.py", "tests/test_it.py");
    }

    @Test
    void leavesAFileThatCanNotBeParsedAndGoesOn() {
        Project project = project("tests/test_broken.py", "def test(service: room_of(\n", "tests/test_it.py", MENTIONS);
        plan(project);
        assertThat(tests(project)).containsExactly("tests/test_it.py");
        assertThat(project.failures()).extracting(each -> each.path()).containsExactly(Path.of("tests/test_broken.py"));
    }

    @Test
    void doNotReadTestsIfNothingChanges() {
        Project project = project("tests/test_it.py", MENTIONS);
        TestPlan plan = new TestRounds(project).plan(MigrationPlan.EMPTY, POOL);
        assertThat(tests(project)).isEmpty();
        assertThat(plan.edits()).isEmpty();
    }

    /** What is read is decided on. */
    @Test
    void plansTheirEdits() {
        TestPlan plan = plan(project("tests/test_it.py", """
                from app.service import RoomService
                async def test():
                    service = RoomService(None)
                    assert service.room_of(1)
                """, "tests/test_other.py", "def test(): assert 1\n"));
        assertThat(plan.edits()).extracting(Edit::path).containsExactly("tests/test_it.py");
        assertThat(plan.edits()).extracting(Edit::scope).containsExactly("tests.test_it.test");
    }

    // --- files of the code under test

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // All that a test imports, and what that imports.
                "from app.context import Context | true",
                "from app import context | true",
                "def helper():\\n    import app.context | true",
                "import json | false",
            })
    void codeThatTestsImport(String statement, boolean expected) {
        Project project = project("tests/test_it.py", statement.replace("\\n", "\n") + "\n" + MENTIONS);
        plan(project);
        assertThat(project.models(List.of(Path.of("app/context.py"), Path.of("app/state.py"))))
                .hasSize(expected ? 2 : 0);
    }

    /** Of tests that have nothing to do with what changes, nobody needs to know what they import. */
    @Test
    void notWhatOtherTestsImport() {
        Project project =
                project("tests/test_it.py", "from app.context import Context\ndef test(): assert Context(1)\n");
        plan(project);
        assertThat(project.models(List.of(Path.of("app/context.py")))).isEmpty();
    }

    // --- what is read

    private static List<String> read(String... pathsAndTexts) {
        Project project = project(pathsAndTexts);
        plan(project);
        return tests(project);
    }

    private static TestPlan plan(Project project) {
        MigrationPlan plan = new ReadingRounds(
                        project, Settings.of(null, null, null, null, null), CallCatalogue.standard())
                .read(POOL);
        assertThat(tests(project)).as("tests, read before they are planned").isEmpty();
        return new TestRounds(project).plan(plan, POOL);
    }

    private static Project project(String... tests) {
        List<String> all = new ArrayList<>(Arrays.asList(APP));
        all.addAll(Arrays.asList(tests));
        PythonSources sources = new PythonSources();
        for (int i = 0; i < all.size(); i += 2) {
            sources.add(PlainText.builder()
                    .sourcePath(Path.of(all.get(i)))
                    .text(all.get(i + 1))
                    .build());
        }
        return new Project(sources);
    }

    private static List<String> tests(Project project) {
        List<String> result = new ArrayList<>();
        for (ModuleModel module : project.models()) {
            if (TestFiles.isTest(Path.of(module.path()))) {
                result.add(module.path());
            }
        }
        return result;
    }
}
