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

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.TestPython;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.plan.change.CallChange;
import dev.asyncpersistence.plan.change.Edit;
import dev.asyncpersistence.source.ParserPool;
import dev.asyncpersistence.source.PythonSources;
import dev.asyncpersistence.source.PythonText;
import dev.asyncpersistence.source.TestInterpreter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openrewrite.text.PlainText;

/** Plans whose edits are wrong on purpose: {@code load} becomes async, and not everybody awaits it. */
@ExtendWith(PythonForTests.class)
class EditRoundsTest {
    private static final ParserPool POOL = new ParserPool(TestInterpreter.get(), 1, progress -> {});

    private static final String STORE = """
            def load(key):
                return open(key)


            def save(key):
                return open(key)
            """;

    private static final String SERVICE = """
            from app.store import load, save


            async def first(key):
                if load(key):
                    return 1


            async def second(key):
                if load(key):
                    return 2


            async def third(key):
                if save(key):
                    return 3
            """;

    @AfterAll
    static void close() {
        POOL.close();
    }

    @Test
    void makesEditsThatPass() {
        Texts project = texts("app/store.py", STORE, "app/service.py", SERVICE);
        Outcome<String> outcome = project.make(
                project.async("load", 1), project.await("first", "load", 1), project.await("second", "load", 1));

        assertThat(outcome.undone()).isEmpty();
        assertThat(outcome.edits()).hasSize(3);
        assertThat(outcome.plan()).isEqualTo("the plan");
        assertThat(outcome.texts())
                .containsOnlyKeys(Path.of("app/store.py"), Path.of("app/service.py"))
                .containsEntry(Path.of("app/store.py"), STORE.replace("def load", "async def load"))
                .containsEntry(Path.of("app/service.py"), SERVICE.replace("if load", "if await load"));
    }

    @Test
    void takesBackAGroupOfWhichACallerIsMissing() {
        Texts project = texts("app/store.py", STORE, "app/service.py", SERVICE);
        Outcome<String> outcome = project.make(
                project.async("load", 1),
                project.await("first", "load", 1),
                project.async("save", 2),
                project.await("third", "save", 2));

        assertThat(outcome.undone()).singleElement().satisfies(undone -> {
            assertThat(undone.path()).isEqualTo(Path.of("app/store.py"));
            assertThat(undone.functions()).containsExactly("app.service.first", "app.store.load");
            assertThat(undone.cause())
                    .isEqualTo(
                            "app/service.py:10: a coroutine that nobody awaits: tested for its truth, and always true");
        });
        assertThat(outcome.edits()).extracting(Edit::group).containsExactly(2, 2);
        assertThat(outcome.texts())
                .containsOnlyKeys(Path.of("app/store.py"), Path.of("app/service.py"))
                .containsEntry(Path.of("app/store.py"), STORE.replace("def save", "async def save"))
                .containsEntry(Path.of("app/service.py"), SERVICE.replace("if save", "if await save"));
    }

    /** Nobody awaits {@code load}, which shows at two places; the file's other edits have nothing to do with it. */
    @Test
    void twoFindingsOfOneGroupLeaveTheRestOfTheFile() {
        Texts project = texts("app/store.py", STORE, "app/service.py", SERVICE);
        Outcome<String> outcome =
                project.make(project.async("load", 1), project.async("save", 2), project.await("third", "save", 2));

        assertThat(outcome.undone()).extracting(UndoneEdits::functions).containsExactly(List.of("app.store.load"));
        assertThat(outcome.edits()).extracting(Edit::group).containsExactly(2, 2);
        assertThat(outcome.texts())
                .containsEntry(Path.of("app/service.py"), SERVICE.replace("if save", "if await save"));
    }

    @Test
    void takesBackAwaitsOfWhatIsNoCoroutine() {
        Texts project = texts(
                "app/store.py",
                STORE + "\n\ndef size(): return 1\n\n\nasync def handle(): return size()\n",
                "app/service.py",
                SERVICE);
        Outcome<String> outcome = project.make(
                project.await("handle", "size", 1), project.async("save", 2), project.await("third", "save", 2));

        assertThat(outcome.undone())
                .containsExactly(new UndoneEdits(
                        Path.of("app/store.py"),
                        List.of("app.store.handle"),
                        "app/store.py:12: an await of a plain value"));
        assertThat(outcome.texts())
                .containsEntry(
                        Path.of("app/store.py"), project.text("app/store.py").replace("def save", "async def save"))
                .containsEntry(Path.of("app/service.py"), SERVICE.replace("if save", "if await save"));
    }

    /** One failure after the other: the second round sees what the first has hidden. */
    @Test
    void goesOnUntilNothingFails() {
        Texts project = texts("app/store.py", """
                def low(key): return key + 1
                def high(key): return not low(key)
                async def handle(key): return not high(key)
                async def other(key): return not low(key)
                async def right(key): return not save(key)
                def save(key): return open(key)
                """);
        Outcome<String> outcome = project.make(
                project.async("low", 1),
                project.await("other", "low", 1),
                project.async("high", 2),
                project.await("high", "low", 2),
                project.await("handle", "high", 2),
                project.async("save", 3),
                project.await("right", "save", 3));
        assertThat(outcome.undone()).isEmpty();

        Outcome<String> broken = project.make(
                project.async("low", 1),
                project.async("high", 2),
                project.await("high", "low", 2),
                project.await("handle", "high", 2),
                project.async("save", 3),
                project.await("right", "save", 3));
        // `other` doesn't await `low`, which takes group 1 back; then `high` awaits what a sync function returns.
        assertThat(broken.undone())
                .extracting(each -> each.functions() + " " + each.cause())
                .containsExactly(
                        "[app.store.low] app/store.py:4: a coroutine that nobody awaits: tested for its truth, and always true",
                        "[app.store.handle, app.store.high] app/store.py:2: an await of a plain value");
        assertThat(broken.edits()).extracting(Edit::group).containsExactly(3, 3);
        assertThat(broken.texts())
                .containsEntry(
                        Path.of("app/store.py"),
                        project.text("app/store.py")
                                .replace("not save", "not await save")
                                .replace("def save", "async def save"));
    }

    @Test
    void whatFollowsIsTakenBackToo() {
        Texts project = texts("app/store.py", STORE, "app/service.py", SERVICE);
        // Nobody awaits `load` in `first`; what `third` does is right, but made for the sake of `load` alone.
        Outcome<String> outcome = project.make(
                project.async("load", 1),
                project.await("second", "load", 1),
                Texts.following(project.async("save", 2), 1),
                Texts.following(project.await("third", "save", 2), 1));

        assertThat(outcome.undone())
                .extracting(UndoneEdits::functions)
                .containsExactlyInAnyOrder(
                        List.of("app.service.second", "app.store.load"),
                        List.of("app.service.third", "app.store.save"));
        assertThat(outcome.undone())
                .extracting(UndoneEdits::cause)
                .containsOnly(
                        "app/service.py:5: a coroutine that nobody awaits: tested for its truth, and always true");
        assertThat(outcome.edits()).isEmpty();
        assertThat(outcome.texts()).isEmpty();
    }

    @Test
    void whatIsFollowedStays() {
        Texts project = texts("app/store.py", STORE, "app/service.py", SERVICE);
        Outcome<String> outcome = project.make(
                Texts.following(project.async("load", 1), 2),
                Texts.following(project.await("second", "load", 1), 2),
                project.async("save", 2),
                project.await("third", "save", 2));

        assertThat(outcome.undone())
                .extracting(UndoneEdits::functions)
                .containsExactly(List.of("app.service.second", "app.store.load"));
        assertThat(outcome.edits()).extracting(Edit::group).containsExactly(2, 2);
        assertThat(outcome.texts())
                .containsEntry(Path.of("app/store.py"), STORE.replace("def save", "async def save"))
                .containsEntry(Path.of("app/service.py"), SERVICE.replace("if save", "if await save"));
    }

    @Test
    void keepsWhatWasWrongBefore() {
        String text = """
                async def load(key): return await pool.load(key)
                def size(): return 1
                async def handle(key):
                    load(key)
                    await size()
                    return save(key)
                def save(key): return open(key)
                """;
        Texts project = texts("app/store.py", text);
        Outcome<String> outcome = project.make(project.async("save", 1), project.await("handle", "save", 1));

        assertThat(outcome.undone()).isEmpty();
        assertThat(outcome.texts())
                .containsEntry(
                        Path.of("app/store.py"),
                        text.replace("return save", "return await save").replace("def save", "async def save"));
    }

    @Test
    void takesBackAFileThatNoLongerParses() {
        Texts project = texts("app/store.py", STORE, "app/service.py", SERVICE);
        Outcome<String> outcome = project.make(
                project.await("first", "load", 1, CallChange.Kind.AWAIT_TARGET, "self.1st.load"),
                project.async("save", 2),
                project.await("third", "save", 3));

        // The third group is in the same file; without it, the second is wrong.
        assertThat(outcome.undone())
                .extracting(each -> each.path() + " " + each.functions())
                .containsExactlyInAnyOrder(
                        "app/service.py [app.service.first]",
                        "app/service.py [app.service.third]",
                        "app/store.py [app.store.save]");
        assertThat(outcome.undone().get(0).cause()).contains("invalid");
        assertThat(outcome.edits()).isEmpty();
        assertThat(outcome.texts()).isEmpty();
    }

    @Test
    void takesBackAFileThatNoLongerParsesAndLeavesOthers() {
        Texts project = texts("app/store.py", STORE, "app/service.py", SERVICE, "app/other.py", """
                async def fetch(key): return await pool.load(key)
                async def handle(key): fetch(key)
                """);
        Outcome<String> outcome = project.make(
                project.await("first", "load", 1, CallChange.Kind.AWAIT_TARGET, "self.1st.load"),
                project.await("handle", "fetch", 2));

        assertThat(outcome.undone()).extracting(UndoneEdits::functions).containsExactly(List.of("app.service.first"));
        assertThat(outcome.texts())
                .containsOnlyKeys(Path.of("app/other.py"))
                .allSatisfy((path, text) -> assertThat(text).contains(": await fetch(key)"));
    }

    @Test
    void takesBackAFileThatCanNotBeEdited() {
        Texts project = texts("app/store.py", STORE, "app/service.py", SERVICE);
        Outcome<String> outcome = project.make(
                project.await("first", "load", 1, CallChange.Kind.MAKE_ASYNC, ""),
                project.await("third", "save", 2),
                project.async("save", 2));

        // Which of the file's edits it was isn't known.
        assertThat(outcome.undone())
                .extracting(UndoneEdits::functions)
                .containsExactlyInAnyOrder(
                        List.of("app.service.first"), List.of("app.service.third", "app.store.save"));
        assertThat(outcome.undone())
                .allSatisfy(undone -> assertThat(undone.cause()).contains("no edit of a call"));
        assertThat(outcome.texts()).isEmpty();
    }

    @Test
    void doNotChangeForAnEmptyPlan() {
        Texts project = texts("app/store.py", STORE, "app/service.py", SERVICE);
        assertThat(project.make().texts()).isEmpty();
        assertThat(project.make().edits()).isEmpty();
        assertThat(project.make().undone()).isEmpty();
        assertThat(project.make().pythonFiles()).isEqualTo(2);
        assertThat(project.make().parsedFiles()).isEqualTo(2);
    }

    @Test
    void leavesWhatIsOnlyLookedAt() {
        Texts project = texts("app/store.py", STORE, "app/broken.py", "def f(:\n");
        Outcome<String> outcome = EditRounds.leave("the plan", project.project);

        assertThat(outcome.texts()).isEmpty();
        assertThat(outcome.edits()).isEmpty();
        assertThat(outcome.failures()).hasSize(1);
        assertThat(outcome.pythonFiles()).isEqualTo(2);
        assertThat(outcome.parsedFiles()).isEqualTo(1);
    }

    /** Tests count among the files that are there as among those that were read. */
    @Test
    void countsTestsAlike() {
        Texts project =
                texts("app/store.py", STORE, "tests/test_store.py", "import app.store\n", "tests/test_b.py", "");
        project.project.readTests(List.of(Path.of("tests/test_store.py")), POOL);
        Outcome<String> outcome = EditRounds.leave("the plan", project.project);

        assertThat(outcome.pythonFiles()).isEqualTo(3);
        assertThat(outcome.parsedFiles()).isEqualTo(2);
    }

    /** Trees that the host has parsed are edited by the recipe's visitor; here they are audited only. */
    @Test
    void auditsTreesOfTheHost() {
        PythonSources sources = new PythonSources();
        sources.add(TestPython.parse("app/store.py", STORE));
        sources.add(TestPython.parse("app/service.py", SERVICE));
        Texts project = new Texts(new Project(sources));

        Outcome<String> wrong = EditRounds.make(
                "the plan",
                List.of(project.async("load", 1), project.await("first", "load", 1)),
                project.project,
                null);
        assertThat(wrong.undone()).hasSize(1);
        assertThat(wrong.edits()).isEmpty();

        Outcome<String> right = EditRounds.make(
                "the plan",
                List.of(project.async("save", 1), project.await("third", "save", 1)),
                project.project,
                null);
        assertThat(right.undone()).isEmpty();
        assertThat(right.edits()).hasSize(2);
        assertThat(right.texts()).isEmpty();
    }

    private static Texts texts(String... pathsAndTexts) {
        PythonSources sources = new PythonSources();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            sources.add(PlainText.builder()
                    .sourcePath(Path.of(pathsAndTexts[i]))
                    .text(pathsAndTexts[i + 1])
                    .build());
        }
        Project project = new Project(sources);
        project.read(project.unread().stream().map(PythonText::path).toList(), POOL);
        return new Texts(project);
    }

    /** A project, and edits of what it says. */
    private record Texts(Project project) {
        Outcome<String> make(Edit... edits) {
            return EditRounds.make("the plan", List.of(edits), project, POOL);
        }

        String text(String path) {
            return project.texts().stream()
                    .filter(text -> text.path().equals(Path.of(path)))
                    .findFirst()
                    .orElseThrow()
                    .text();
        }

        Edit async(String function, int group) {
            FunctionModel model = function(function);
            return edit(model.id(), model, CallChange.Kind.MAKE_ASYNC, "", group);
        }

        Edit await(String caller, String callee, int group) {
            return await(caller, callee, group, CallChange.Kind.AWAIT, "");
        }

        Edit await(String caller, String callee, int group, CallChange.Kind kind, String target) {
            FunctionModel around = function(caller);
            CallSite site = around.calls().stream()
                    .filter(call -> call.call().callee().display().equals(callee))
                    .findFirst()
                    .orElseThrow();
            return edit(site.id(), around, kind, target, group);
        }

        static Edit following(Edit edit, int group) {
            return new Edit(edit.path(), edit.scope(), edit.change(), edit.group(), Set.of(group));
        }

        private static Edit edit(UUID node, FunctionModel around, CallChange.Kind kind, String target, int group) {
            return new Edit(
                    around.location().path(), around.qualifiedName(), new CallChange(node, kind, target), group);
        }

        private FunctionModel function(String name) {
            List<FunctionModel> found = new ArrayList<>();
            for (ModuleModel module : project.models()) {
                module.functions().values().stream()
                        .filter(function -> function.name().equals(name))
                        .forEach(found::add);
            }
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}
