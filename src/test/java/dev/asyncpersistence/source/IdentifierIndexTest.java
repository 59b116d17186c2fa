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
package dev.asyncpersistence.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdentifierIndexTest {

    private static boolean mentions(String text, String identifier) {
        return !new IdentifierIndex(List.of(Texts.text("a.py", text)))
                .filesMentioning(List.of(identifier))
                .isEmpty();
    }

    @Test
    void findsTheFilesOfAnyOfTheIdentifiersSorted() {
        IdentifierIndex index = new IdentifierIndex(List.of(
                Texts.text("c.py", "self.persistence.get_room(1)"),
                Texts.text("a.py", "get_player()"),
                Texts.text("b.py", "get_players()")));
        assertThat(index.filesMentioning(List.of("get_room", "get_player", "unknown")))
                .containsExactly(Path.of("a.py"), Path.of("c.py"));
        assertThat(index.filesMentioning(List.of())).isEmpty();
    }

    @Test
    void findsMentionsInStringsAndComments() {
        assertThat(mentions("getattr(x, 'get_room')", "get_room")).isTrue();
        assertThat(mentions("f'{x.get_room()}'", "get_room")).isTrue();
        assertThat(mentions("# see get_room.", "get_room")).isTrue();
    }

    @Test
    void findsWholeIdentifiersOnly() {
        assertThat(mentions("get_rooms", "get_room")).isFalse();
        assertThat(mentions("_get_room", "get_room")).isFalse();
        assertThat(mentions("get_room2", "get_room")).isFalse();
        assertThat(mentions("x = 1e5 + 0xab", "e5")).isFalse();
        assertThat(mentions("x = 0xab", "xab")).isFalse();
    }

    @Test
    void knowsUnicodeIdentifiers() {
        assertThat(mentions("größe = 1", "größe")).isTrue();
        assertThat(mentions("größe = 1", "gr")).isFalse();
        assertThat(mentions("x = 名前()", "名前")).isTrue();
        assertThat(mentions("𝓍 = 1", "x")).as("Python reads it in NFKC form").isTrue();
        assertThat(mentions("'🎲get_room🎲'", "get_room")).isTrue();
    }

    @Test
    void readsALargeCodeBaseInNoTime() {
        String text = "        result = await self.persistence.get_player_by_name(name, limit=10)  # why\n".repeat(400);
        List<PythonText> texts = IntStream.range(0, 600)
                .mapToObj(i -> Texts.text("a" + i + ".py", text))
                .toList();
        long start = System.nanoTime();
        assertThat(new IdentifierIndex(texts).filesMentioning(List.of("limit"))).hasSize(600);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }
}
