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
package dev.asyncpersistence.plan.gate;

import static dev.asyncpersistence.plan.gate.Violation.Kind.LOOP_IN_LIBRARY;
import static dev.asyncpersistence.plan.gate.Violation.Kind.UNAWAITED_COROUTINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs a loop is written as in {@link Found}. */
@ExtendWith(PythonForTests.class)
class LoopsInLibraryTest {
    private static final String HEAD = """
            import asyncio, threading, click; from django.core.management import BaseCommand
            async def work(): return await pool.get()
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asyncio.run",
                "asyncio.get_event_loop().run_until_complete",
                "asyncio.new_event_loop().run_until_complete"
            })
    void functionThatAnybodyMayCall(String call) {
        assertThat(in("def load(): return " + call + "(work())\n")).containsExactly("3 " + call);
    }

    @Test
    void runnersAndWhatIsImportedByName() {
        assertThat(in("""
                from asyncio import run as start
                def first(): start(work())
                def second():
                    with asyncio.Runner() as runner: runner.run(work())
                def third(run): run(work())
                """)).containsExactly("4 start", "6 asyncio.Runner");
    }

    @Test
    void methodAndCoroutine() {
        assertThat(in("""
                class Service:
                    def load(self): asyncio.run(work())
                async def handle(): asyncio.run(work())
                """)).containsExactly("4 asyncio.run", "5 asyncio.run");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if __name__ == '__main__':\n    asyncio.run(work())\n",
                "asyncio.run(work())\n",
                "def start(): asyncio.run(work())\nif __name__ == '__main__':\n    start()\n",
                "def inner(): asyncio.run(work())\ndef start(): inner()\nstart()\n",
                "def main(): asyncio.run(work())\n",
                "@click.command()\ndef serve(): asyncio.run(work())\n",
                "def job(): asyncio.run(work())\ndef start(): threading.Thread(target=job).start()\n",
                "def inner(): asyncio.run(work())\ndef job(): inner()\nasync def handle(): await asyncio.to_thread(job)\n",
                "def start(): threading.Thread(target=lambda: asyncio.run(work())).start()\n",
                "class Worker(threading.Thread):\n    def run(self): asyncio.run(work())\n",
                "class Command(BaseCommand):\n    def handle(self, *a, **k): asyncio.run(work())\n",
                "class Ours(BaseCommand): pass\nclass Command(Ours):\n    def handle(self, *a, **k): asyncio.run(work())\n",
                "def start(n):\n    asyncio.run(work())\n    start(n - 1)\nstart(3)\n",
            })
    void whereAProgramOrAThreadStartsItMay(String text) {
        assertThat(in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def start(): asyncio.run(work())\nstart()\ndef load(): start()\n",
                "def main(): asyncio.run(work())\nasync def handle(): main()\n",
                "class Service:\n    def main(self): asyncio.run(work())\n",
                "def job(): asyncio.run(work())\ndef start(): threading.Thread(target=job).start()\ndef load(): job()\n",
                "def job(): asyncio.run(work())\ndef start(bus): bus.subscribe(job)\n",
                "class Worker(Runner):\n    def run(self): asyncio.run(work())\n",
                "class Look(Handler):\n    def handle(self, *a): asyncio.run(work())\n",
                "class GameCommand: pass\nclass Look(GameCommand):\n    def handle(self, *a): asyncio.run(work())\n",
                "class Command(BaseCommand):\n    def load(self): asyncio.run(work())\n",
                "def start(n):\n    asyncio.run(work())\n    start(n - 1)\n",
                "def start(n):\n    asyncio.run(work())\n    start(n - 1)\ndef load(): start(3)\n",
                "@property\ndef serve(): asyncio.run(work())\n",
                "def even(): odd()\ndef odd():\n    even()\n    asyncio.run(work())\n",
            })
    void whoeverElseCallsItMayNot(String text) {
        assertThat(in(text)).hasSize(1);
    }

    @Test
    void consoleScriptMay() {
        String text = HEAD + "def serve(): asyncio.run(work())\n";
        assertThat(loops(List.of("[project.scripts]\nlantern = \"app.m:serve\"\n"), text))
                .isEmpty();
        assertThat(loops(List.of("[options.entry_points]\nconsole_scripts =\n    lantern = app.m:serve\n"), text))
                .isEmpty();
        assertThat(loops(List.of("[project.scripts]\nlantern = \"app.m:server\"\n"), text))
                .hasSize(1);
    }

    @Test
    void whoAsksForARunningLoopFirstPerhapsDoesNoHarm() {
        assertThat(in("""
                def load():
                    try: asyncio.get_running_loop().create_task(work())
                    except RuntimeError: asyncio.run(work())
                """)).containsExactly("5 asyncio.run?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asyncio._get_running_loop()",
                "sniffio.current_async_library()",
                "self.loop.is_running()",
                "asyncio.get_event_loop().is_running()",
                "started.is_running()",
            })
    void whoeverAsksInAnotherWayNeither(String question) {
        assertThat(in(asking(question))).containsExactly("6 asyncio.run?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"self.server.is_running()", "is_running()", "asyncio.get_event_loop().is_closed()"})
    void whoAsksForSomethingElseDoes(String question) {
        assertThat(in(asking(question))).containsExactly("6 asyncio.run");
    }

    private static String asking(String question) {
        return """
                def load(self):
                    started = asyncio.get_event_loop()
                    if not (%s):
                        asyncio.run(work())
                """.formatted(question);
    }

    @Test
    void whatHappensIsTold() {
        assertThat(Found.violations(List.of(), "app/store.py", Found.LAYER, "app/m.py", HEAD + """
                def load(): asyncio.run(work())
                def reached(): asyncio.run(work())
                async def handle(): reached()
                """))
                .extracting(Violation::explanation)
                .containsExactly(
                        "runs a loop of its own, so that no coroutine can call the function",
                        "fails, because a loop is running already");
    }

    @Test
    void coroutineThatNobodyAwaits() {
        assertThat(Found.in(UNAWAITED_COROUTINE, HEAD + """
                async def handle():
                    work()
                    print(work())
                    await work()
                """)).containsExactly("4 work", "5 work?");
    }

    private static List<String> loops(List<String> settings, String text) {
        return Found.violations(settings, "app/store.py", Found.LAYER, "app/m.py", text).stream()
                .map(Violation::call)
                .toList();
    }

    private static List<String> in(String text) {
        return Found.in(LOOP_IN_LIBRARY, HEAD + text);
    }
}
