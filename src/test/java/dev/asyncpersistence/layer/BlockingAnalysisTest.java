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
package dev.asyncpersistence.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.layer.BlockingEvidence.Kind;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each sample's question is its function or method {@code asked}. */
@ExtendWith(PythonForTests.class)
class BlockingAnalysisTest {
    private static final String IMPORTS = """
            import asyncio, dataclasses, datetime, json, logging, os, sqlite3, subprocess, threading, time
            import psycopg2, requests
            from pathlib import Path
            from sqlalchemy import create_engine, select
            from sqlalchemy.orm import Session, sessionmaker
            from unheard_of import mystery, Thing
            logger = logging.getLogger(__name__)

            """;

    @Test
    void seesCallsThatBlock() {
        assertThat(kinds(
                        "def asked(x, url, a, b, loop):",
                        List.of(
                                "sqlite3.connect('x')",
                                "sqlite3.connect('x').execute('SELECT 1').fetchall()",
                                "connection = psycopg2.connect(url); connection.cursor()",
                                "requests.get(url)",
                                "requests.Session().post(url)",
                                "open('x')",
                                "Path('x').read_text()",
                                "os.path.exists('x')",
                                "time.sleep(1)",
                                "subprocess.run(['x'])",
                                "Session(create_engine('x'))",
                                "with Session() as session: session.scalars(select(x))",
                                "maker = sessionmaker(); maker().get(x, y)",
                                "x.execute('SELECT 1')",
                                "x[0].fetchone()",
                                "asyncio.run(x())",
                                "loop.run_until_complete(x())",
                                "return sorted(x, key=lambda row: row.execute())",
                                "return [r for r in x.execute()]",
                                "return (a or b).commit()",
                                "if x: time.sleep(1)",
                                "f'{time.sleep(1)}'",
                                "lambda: logger.info(open(x))")))
                .allSatisfy((statement, kind) -> assertThat(kind).as(statement).isEqualTo(Kind.SINK));
    }

    @Test
    void takesMemoryForWhatItIs() {
        assertThat(kinds(
                        "def asked(x, url, a, b, loop):",
                        List.of(
                                "x.get('a'); x.setdefault('a', []).append(1)",
                                "logger.info('x %s', x)",
                                "datetime.datetime.now(datetime.timezone.utc).isoformat()",
                                "time.monotonic()",
                                "os.path.join('a', 'b')",
                                "json.dumps({}).encode()",
                                "raise KeyError(x)",
                                "raise sqlite3.IntegrityError('x')",
                                "return dataclasses.replace(x)",
                                "return sorted(x.values(), key=len)",
                                "with threading.Lock(): return {}",
                                "return select(x)",
                                "return len(x), str(x), {**x}",
                                "query = lambda: time.sleep(1)",
                                "return asyncio.to_thread(time.sleep, 1)",
                                "return asyncio.to_thread(lambda: time.sleep(1))",
                                "return loop.run_in_executor(None, x.execute)",
                                "x.a = x.b[1].strip()")))
                .allSatisfy((statement, kind) -> assertThat(kind).as(statement).isNull());
    }

    @Test
    void doesNotTrustWhatItDoesNotKnow() {
        assertThat(kinds(
                        "def asked(x, url, a, b, loop):",
                        List.of(
                                "mystery()",
                                "Thing().load()",
                                "x()",
                                "x.load(1)",
                                "never_defined()",
                                "return mystery.client.load()")))
                .allSatisfy((statement, kind) -> assertThat(kind).as(statement).isEqualTo(Kind.UNKNOWN));
    }

    @Test
    void seesThatAwaitedCallsWait() {
        assertThat(kinds(
                        "async def asked(x, url):",
                        List.of(
                                "await x.execute('SELECT 1')",
                                "rows = await x.execute('SELECT 1')\nreturn rows.fetchall()",
                                "return (await x.execute('SELECT 1')).fetchone()",
                                "async with x.cursor() as cursor: await cursor.execute('x')",
                                "async for row in x.execute('SELECT 1'): pass",
                                "await asyncio.to_thread(time.sleep, 1)")))
                .allSatisfy((statement, kind) -> assertThat(kind).as(statement).isNull());
    }

    @Test
    void seesWhatBlocksBetweenAwaits() {
        assertThat(kinds(
                        "async def asked(x, url):",
                        List.of(
                                "await x.go()\nrows = x.execute('SELECT 1')\nreturn rows.fetchall()",
                                "async with x: time.sleep(1)",
                                "await x.send(requests.get(url))")))
                .allSatisfy((statement, kind) -> assertThat(kind).as(statement).isEqualTo(Kind.SINK));
    }

    /** The kind of evidence in a function of each statement alone. */
    private static Map<String, @Nullable Kind> kinds(String header, List<String> statements) {
        StringBuilder text = new StringBuilder(IMPORTS);
        for (int i = 0; i < statements.size(); i++) {
            text.append(header.replace("asked", "asked" + i)).append('\n');
            text.append(statements.get(i).indent(4));
        }
        Program program = Programs.of("app/m.py", text.toString());
        BlockingAnalysis analysis = new BlockingAnalysis(new Resolver(program), CallCatalogue.standard());
        Map<String, @Nullable Kind> result = new LinkedHashMap<>();
        for (int i = 0; i < statements.size(); i++) {
            FunctionModel asked = Objects.requireNonNull(program.function("app.m.asked" + i));
            BlockingEvidence evidence = analysis.blocks(asked);
            result.put(statements.get(i), evidence == null ? null : evidence.kind());
        }
        return result;
    }

    @Test
    void followsPrivateHelpersAndContextManagers() {
        assertThat(display("""
                from contextlib import contextmanager
                class Layer:
                    def asked(self, key):
                        return self._row(key)
                    def _row(self, key):
                        with self._connection() as connection:
                            return connection
                    @contextmanager
                    def _connection(self):
                        yield sqlite3.connect(self.path)
                """))
                .isEqualTo(
                        "asked -> _row -> _connection -> sqlite3.connect (synchronous database driver, app/m.py:18)");
    }

    @Test
    void followsFunctionsOfOtherFiles() {
        Program program = Programs.of(
                "app/m.py",
                        "from app import low\nfrom app.low import fetch\ndef asked():\n    fetch()\n    low.other()\n",
                "app/low.py", "import time\ndef fetch(): pass\ndef other(): time.sleep(1)\n");

        assertThat(evidence(program))
                .extracting(BlockingEvidence::display)
                .isEqualTo("asked -> other -> time.sleep (waits, app/low.py:3)");
    }

    @Test
    void findsTheNearestSinkAndPrefersItToWhatIsUnknown() {
        BlockingEvidence evidence = evidence("""
                def asked():
                    mystery()
                    far()
                    near()
                def far(): farther()
                def farther(): open('x')
                def near(): time.sleep(1)
                """);

        assertThat(evidence).isNotNull();
        assertThat(evidence.chain()).containsExactly("asked", "near", "time.sleep");
        assertThat(evidence.location().line()).isEqualTo(15);
    }

    @Test
    void findsItsWayOutOfRecursion() {
        String recursive = """
                def asked(n): return helper(n)
                def helper(n): return asked(n - 1) if n else END
                """;
        assertThat(evidence(recursive.replace("END", "len([])"))).isNull();
        assertThat(kind(recursive.replace("END", "mystery()"))).isEqualTo(Kind.UNKNOWN);
        assertThat(kind(recursive.replace("END", "open('x')"))).isEqualTo(Kind.SINK);
    }

    @Test
    void doesNotForgetASinkThatIsReachedThroughACircle() {
        Program program = Programs.of("app/m.py", IMPORTS + """
                def first():
                    second()
                    time.sleep(1)
                def second():
                    mystery()
                    first()
                """);
        BlockingAnalysis analysis = new BlockingAnalysis(new Resolver(program), CallCatalogue.standard());

        assertThat(program.functions())
                .extracting(f -> analysis.blocks(f))
                .extracting(e -> e == null ? null : e.kind())
                .containsExactly(Kind.SINK, Kind.SINK);
    }

    @Test
    void staysFastWhereManyFunctionsShareHelpers() {
        StringBuilder text = new StringBuilder("def asked():\n    f0()\n    f0()\n");
        for (int i = 0; i < 40; i++) {
            int next = i + 1;
            text.append("def f")
                    .append(i)
                    .append("():\n    f")
                    .append(next)
                    .append("()\n    f")
                    .append(next)
                    .append("()\n");
        }
        text.append("def f40(): pass\n");
        Program program = Programs.of("app/m.py", text.toString());

        long start = System.nanoTime();
        assertThat(evidence(program)).isNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void looksIntoConstructorsOfTheProject() {
        assertThat(kind("class Reader:\n    def __init__(self): self.f = open('x')\ndef asked(): Reader()\n"))
                .isEqualTo(Kind.SINK);
        assertThat(evidence("class Reader:\n    def __init__(self): self.f = {}\ndef asked(): Reader()\n"))
                .isNull();
        assertThat(evidence("class Reader:\n    size: int = 0\ndef asked(): Reader()\n"))
                .isNull();
    }

    @Test
    void entersContextManagersOfTheProject() {
        String text = """
                class Transaction:
                    def __init__(self, c): self.c = c
                    def __enter__(self): return self
                    def __exit__(self, *error): END
                def asked(c):
                    with Transaction(c): pass
                """;
        assertThat(kind(text.replace("END", "self.c.commit()"))).isEqualTo(Kind.SINK);
        assertThat(evidence(text.replace("END", "self.c = None"))).isNull();
    }

    @Test
    void passesOverTheMakingOfASingletonThatIsKept() {
        String store = """
                class Store:
                    def __init__(self):
                        self.rows = open('x').read()

                    def size(self):
                        return len(self.rows)

                _store = None

                def accessor():
                    global _store
                    if _store is None:
                        _store = Store()
                    return _store

                def maker():
                    store = Store()
                    return store

                """;
        assertThat(kind(store + "def asked():\n    return accessor().size()\n")).isNull();
        assertThat(kind(store + "def asked():\n    return maker().size()\n")).isNotNull();
    }

    @Test
    void readsProperties() {
        String text = """
                class Layer:
                    @property
                    def connection(self): return MADE
                    def asked(self):
                        USE
                """;
        assertThat(kind(text.replace("MADE", "sqlite3.connect('x')").replace("USE", "return self.connection")))
                .isEqualTo(Kind.SINK);
        assertThat(kind(text.replace("MADE", "sqlite3.connect('x')").replace("USE", "c = self.connection.total")))
                .isEqualTo(Kind.SINK);
        assertThat(kind(text.replace("MADE", "sqlite3.connect('x')").replace("USE", "print(self.connection)")))
                .isEqualTo(Kind.SINK);
        assertThat(evidence(text.replace("MADE", "{}").replace("USE", "return self.connection.get('x')")))
                .isNull();
        assertThat(evidence(text.replace("MADE", "sqlite3.connect('x')").replace("USE", "return self.other")))
                .isNull();
    }

    @Test
    void looksIntoOverridingMethods() {
        String text = """
                class Base:
                    def asked(self): return self._run()
                    def _run(self): ...
                class Derived(Base):
                    def _run(self): return END
                """;
        assertThat(kind(text.replace("END", "open('x')"))).isEqualTo(Kind.SINK);
        assertThat(evidence(text.replace("END", "{}"))).isNull();
    }

    @Test
    void followsFunctionsThatAreHandedOver() {
        assertThat(kind("""
                class Layer:
                    def asked(self): return self._retry(self._load)
                    def _retry(self, work): return work()
                    def _load(self): return open('x')
                """)).isEqualTo(Kind.SINK);
        assertThat(kind("def load(x): return open(x)\ndef asked(x): return list(map(load, x))\n"))
                .isEqualTo(Kind.SINK);
        assertThat(evidence("def rank(x): return len(x)\ndef asked(x): return sorted(x, key=rank)\n"))
                .isNull();
    }

    @Test
    void seesThatAwaitingACoroutineRunsIt() {
        String text = "async def work(x): END\nasync def asked(x): CALL\n";
        assertThat(kind(text.replace("END", "time.sleep(1)").replace("CALL", "await work(x)")))
                .isEqualTo(Kind.SINK);
        assertThat(evidence(text.replace("END", "await x.go()").replace("CALL", "await work(x)")))
                .isNull();
        assertThat(evidence(text.replace("END", "time.sleep(1)").replace("CALL", "return work(x)")))
                .isNull();
    }

    @Test
    void leavesNestedFunctionsThatNobodyCalls() {
        String text = "def asked():\n    def inner(): time.sleep(1)\n    return USE\n";
        assertThat(kind(text.replace("USE", "inner()"))).isEqualTo(Kind.SINK);
        assertThat(evidence(text.replace("USE", "inner"))).isNull();
    }

    @Test
    void takesAnAttributeThatStartsAsNothingForWhatItBecomes() {
        assertThat(kind("""
                class Layer:
                    def __init__(self): self.handle = None
                    def asked(self): return self.handle.execute('SELECT 1')
                """)).isEqualTo(Kind.SINK);
    }

    private static @Nullable Kind kind(String text) {
        BlockingEvidence evidence = evidence(text);
        return evidence == null ? null : evidence.kind();
    }

    private static @Nullable String display(String text) {
        BlockingEvidence evidence = evidence(text);
        return evidence == null ? null : evidence.display();
    }

    private static @Nullable BlockingEvidence evidence(String text) {
        return evidence(Programs.of("app/m.py", IMPORTS + text));
    }

    private static @Nullable BlockingEvidence evidence(Program program) {
        FunctionModel asked = program.functions().stream()
                .filter(f -> f.name().equals("asked"))
                .collect(Collectors.toList())
                .get(0);
        return new BlockingAnalysis(new Resolver(program), CallCatalogue.standard()).blocks(asked);
    }
}
