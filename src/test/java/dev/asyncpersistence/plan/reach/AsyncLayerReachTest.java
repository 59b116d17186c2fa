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
package dev.asyncpersistence.plan.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is reached for the one call of {@code load} in a program, with what has to be added for it, or why nothing is. */
@ExtendWith(PythonForTests.class)
class AsyncLayerReachTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void reached(String title, String program, String expected) {
        assertThat(Reached.in(program).replace("; ", "\n")).as(title).isEqualTo(expected);
    }

    static Stream<Arguments> reached() {
        return table("reached.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String title, String program, String expected) {
        assertThat(Reached.in(program)).as(title).isEqualTo("not: " + expected);
    }

    static Stream<Arguments> refused() {
        return table("refused.txt");
    }

    /** Programs below a title, each followed by what comes of it. */
    private static Stream<Arguments> table(String file) {
        try (InputStream in = Objects.requireNonNull(AsyncLayerReachTest.class.getResourceAsStream(file))) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(^|\\n)# ", -1))
                    .filter(each -> !each.isBlank())
                    .map(AsyncLayerReachTest::row);
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    private static Arguments row(String text) {
        String title = text.lines().findFirst().orElseThrow();
        String program =
                text.lines().skip(1).filter(line -> !line.startsWith("=> ")).collect(Collectors.joining("\n"));
        String expected = text.lines()
                .filter(line -> line.startsWith("=> "))
                .map(line -> line.substring("=> ".length()))
                .collect(Collectors.joining("\n"));
        return Arguments.of(title, program.strip(), expected);
    }

    @Test
    void withoutAnAccessorNothingStandsInForWhatIsNotPassed() {
        assertThat(Reached.withoutAccessor("async def f(): get_db().load(1)"))
                .isEqualTo("not: app/db.py:7: no function gives the async layer as `get_db` gives the sync one");
        assertThat(Reached.withoutAccessor("async def f(db: PersistenceLayer): db.load(1)"))
                .isEqualTo("not: app/service.py:2: no function gives the async layer to calls of `f` that pass none");
    }

    @Test
    void classesThatHaveItUnderDifferentNames() {
        String classes = """
                class A:
                    def __init__(self):
                        self.db = PersistenceLayer()
                        self.asink = AsyncPersistenceLayer()
                class B:
                    def __init__(self):
                        self.db = PersistenceLayer()
                        self.asink = AsyncPersistenceLayer()
                async def f(box: A | B): box.db.load(1)
                """;
        assertThat(Reached.in(classes)).isEqualTo("box.asink");
        assertThat(Reached.in(classes.replaceFirst("asink", "aio")))
                .isEqualTo("not: app/service.py:10: not every class that `box` may be of has the async layer");
    }

    @Test
    void filesThatAreNotPartOfTheProgram() {
        UnreadFiles unread = name -> name.equals("f") ? "app/broken.py" : null;
        String program = "async def f(db: PersistenceLayer): db.load(1)\n";

        assertThat(Reached.in(program, unread)).isEqualTo("not: app/service.py:2: not every call of `f` is known");
        assertThat(Reached.in(program.replace("f(", "g("), unread)).startsWith("async_db;");
    }

    @Test
    void importsThatWouldBeACycle() {
        String layers = """
                class PersistenceLayer:
                    def load(self, key): return open(key)
                class AsyncPersistenceLayer:
                    async def load(self, key): return await pool.load(key)
                """;
        String access = """
                from app.db import AsyncPersistenceLayer
                from app.service import handle
                _async = AsyncPersistenceLayer()
                def get_async_db() -> AsyncPersistenceLayer: return _async
                """;
        String sync = """
                from app.db import PersistenceLayer
                _sync = PersistenceLayer()
                def get_db() -> PersistenceLayer: return _sync
                """;
        String inside = "from app.sync import get_db\nasync def handle(): get_db().load(1)\n";
        String outside = "from app.sync import get_db\ndb = get_db()\nasync def handle(): db.load(1)\n";

        assertThat(reached(layers, access, sync, inside))
                .isEqualTo("get_async_db(); import app.access.get_async_db inside in service.handle");
        assertThat(reached(layers, access, sync, outside))
                .isEqualTo("not: to import app/access.py in app/service.py would be a cycle");
    }

    private static String reached(String layers, String access, String sync, String service) {
        return Reached.in(
                UnreadFiles.NONE,
                "app/db.py",
                layers,
                "app/access.py",
                access,
                "app/sync.py",
                sync,
                "app/service.py",
                service);
    }
}
