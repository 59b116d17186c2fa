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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class CallCatalogueTest {
    private final CallCatalogue standard = CallCatalogue.standard();

    @ParameterizedTest
    @CsvSource({
        "sqlite3.connect, synchronous database driver",
        "sqlite3.connect().execute, synchronous database driver",
        "sqlalchemy.orm.Session().query, synchronous ORM or engine",
        "redis.Redis, synchronous client of a data store",
        "requests.get, synchronous network client",
        "builtins.open, file system",
        "os.path.exists, file system",
        "time.sleep, waits",
        "subprocess.run, waits for a process",
        "asyncio.run, waits for another event loop"
    })
    void knowsFunctionsThatBlock(String name, String reason) {
        assertThat(standard.blockingFunction(name)).isEqualTo(reason);
        assertThat(standard.isMemoryFunction(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "os.path.join",
                "time.monotonic",
                "sqlalchemy.select",
                "sqlalchemy.orm.relationship",
                "sqlite3.Row",
                "psycopg2.sql.SQL().format",
                "builtins.len",
                "builtins.str.format",
                "json.loads",
                "collections.defaultdict"
            })
    void knowsFunctionsThatStayInMemory(String name) {
        assertThat(standard.isMemoryFunction(name)).isTrue();
        assertThat(standard.blockingFunction(name)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis.asyncio.Redis", "json.load", "builtins.fetch_everything", "aiosqlite.connect"})
    void saysNothingOfOthers(String name) {
        assertThat(standard.isMemoryFunction(name)).isFalse();
        assertThat(standard.blockingFunction(name)).isNull();
    }

    @Test
    void knowsMethodsByTheirNames() {
        assertThat(standard.blockingMethod("fetchall")).isEqualTo("database cursor or connection");
        assertThat(standard.blockingMethod("setdefault")).isNull();
        assertThat(standard.isMemoryMethod("setdefault")).isTrue();
        assertThat(standard.isMemoryMethod("fetchall")).isFalse();
    }

    @Test
    void knowsWhatThreadsCanNotShare() {
        assertThat(standard.isConnection("sqlite3.connect")).isTrue();
        assertThat(standard.isConnection("aiosqlite.connect")).isFalse();
        assertThat(standard.threadBound("sqlite3.connect")).isEqualTo("check_same_thread");
        assertThat(standard.threadBound("psycopg2.connect")).isNull();
        assertThat(standard.isLock("threading.RLock")).isTrue();
        assertThat(standard.isLock("asyncio.Lock")).isFalse();
        assertThat(standard.isLoopFunction("asyncio.create_task")).isTrue();
        assertThat(standard.isLoopFunction("asyncio.run")).isFalse();
        assertThat(standard.isLazyMethod("cursor")).isTrue();
        assertThat(standard.isLazyMethod("fetchall")).isFalse();
    }

    @Test
    void takesEveryKeyFromAnExtension() {
        CallCatalogue extended = standard.extendedBy("""
                blocking:
                  functions:
                    - names: [vault.read, "slow.*"]
                      reason: secrets
                  methods:
                    - names: [flush_all]
                      reason: flushes
                threads:
                  bound:
                    - names: [olddb.open]
                      argument: single_thread
                  connections: [olddb.open]
                  locks: [ours.Lock]
                  loop: [ours.spawn]
                  lazy: [stream_rows]
                memory:
                  functions: [slow.but.fine, [ours.cached]]
                  methods: [peek]
                """);

        assertThat(extended.blockingFunction("vault.read")).isEqualTo("secrets");
        assertThat(extended.blockingFunction("slow.thing")).isEqualTo("secrets");
        assertThat(extended.blockingMethod("flush_all")).isEqualTo("flushes");
        assertThat(extended.threadBound("olddb.open")).isEqualTo("single_thread");
        assertThat(extended.isConnection("olddb.open")).isTrue();
        assertThat(extended.isLock("ours.Lock")).isTrue();
        assertThat(extended.isLoopFunction("ours.spawn")).isTrue();
        assertThat(extended.isLazyMethod("stream_rows")).isTrue();
        assertThat(extended.isMemoryFunction("slow.but.fine")).isTrue();
        assertThat(extended.isMemoryFunction("ours.cached")).isTrue();
        assertThat(extended.isMemoryMethod("peek")).isTrue();
        assertThat(extended.blockingFunction("time.sleep")).isEqualTo("waits");
    }

    @Test
    void letsAnExtensionOverruleWhatComesWithTheRecipes() {
        CallCatalogue extended = standard.extendedBy("""
                blocking:
                  functions: [{names: [json.dumps], reason: huge documents}]
                  methods: [{names: [update], reason: our ORM}]
                memory:
                  functions: [time.sleep, "requests.*"]
                  methods: [execute]
                """);

        assertThat(extended.blockingFunction("json.dumps")).isEqualTo("huge documents");
        assertThat(extended.blockingMethod("update")).isEqualTo("our ORM");
        assertThat(extended.isMemoryMethod("update")).isFalse();
        assertThat(extended.blockingFunction("time.sleep")).isNull();
        assertThat(extended.isMemoryFunction("requests.get")).isTrue();
        assertThat(extended.blockingMethod("execute")).isNull();
        assertThat(extended.isMemoryMethod("execute")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "blockin: {} | catalogue |  blockin",
                "blocking: {function: []} | blocking | function",
                "blocking: {functions: [{name: [a], reason: b}]} | blocking.functions | name",
                "blocking: {functions: [{names: [a]}]} | blocking.functions | reason",
                "blocking: {functions: [{reason: b}]} | blocking.functions | names",
                "blocking: {functions: [a.b]} | blocking.functions | map",
                "blocking: {functions: [{names: a.b, reason: c}]} | blocking.functions.names | list",
                "blocking: {functions: {names: [a]}} | blocking.functions | list",
                "blocking: {methods: [{names: [a, on], reason: b}]} | blocking.methods.names | true",
                "blocking: {methods: [{names: [a], reason: }]} | blocking.methods.reason | missing",
                "blocking: {methods: [null]} | blocking.methods | reason",
                "threads: {bounds: []} | threads | bounds",
                "threads: {bound: [{names: [a]}]} | threads.bound | argument",
                "threads: {locks: a.Lock} | threads.locks | list",
                "memory: {functions: [1.5]} | memory.functions | 1.5",
                "memory: {methods: [null]} | memory.methods | missing",
                "memory: [a] | memory | map",
                "- a | catalogue | map",
                "'blocking: [' | catalogue | YAML",
            })
    void rejectsWhatHasAnotherFormAndSaysWhere(String yaml, String place, String problem) {
        assertThatThrownBy(() -> standard.extendedBy(yaml.replace("'", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(place.strip())
                .hasMessageContaining(problem.strip());
    }

    @Test
    void comesWithEntriesThatDoNotContradictEachOther() throws IOException {
        Map<String, List<String>> places = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(
                CallCatalogue.class.getResourceAsStream("/dev/asyncpersistence/layer/calls.yml"))) {
            Map<String, Map<String, List<Object>>> document = new Yaml().load(in);
            for (String section : List.of("blocking", "memory")) {
                for (String kind : List.of("functions", "methods")) {
                    for (Object each : document.get(section).get(kind)) {
                        names(each)
                                .forEach(name -> places.computeIfAbsent(kind + " " + name, n -> new ArrayList<>())
                                        .add(section));
                    }
                }
            }
        }

        assertThat(places)
                .hasSizeGreaterThan(300)
                .allSatisfy((name, where) -> assertThat(where).as(name).hasSize(1));
        assertThat(places.keySet()).allMatch(name -> name.matches("\\w+ \\w+(\\.\\w+)*(\\.\\*)?"));
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(Object entry) {
        if (entry instanceof Map<?, ?> group) {
            return (List<String>) group.get("names");
        }
        return entry instanceof List<?> list ? (List<String>) list : List.of(entry.toString());
    }
}
