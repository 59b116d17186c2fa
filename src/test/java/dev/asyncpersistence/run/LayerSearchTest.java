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

import dev.asyncpersistence.layer.LayerOptions;
import dev.asyncpersistence.source.PythonText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openrewrite.text.PlainText;

class LayerSearchTest {
    private final List<PythonText> texts = texts(
            "src/app/db.py",
            "class GameLayer(Base):\n    pass\n",
            "src/app/adb.py",
            "class AsyncGameLayer: pass\n",
            "src/app/rooms.py",
            "class RoomRepository:\n    class Inner: pass\n",
            "src/app/other.py",
            "class Other: pass\n# class AsyncOther\n",
            "src/app/store/__init__.py",
            "def get(): pass\n");

    @Test
    void findsPairsAndPersistentNames() {
        LayerSearch search = LayerSearch.in(texts, LayerOptions.FOUND);

        assertThat(paths(search)).containsExactly("src/app/adb.py", "src/app/db.py", "src/app/rooms.py");
        assertThat(search.names())
                .containsExactlyInAnyOrder(
                        "GameLayer",
                        "game_layer",
                        "game",
                        "AsyncGameLayer",
                        "async_game_layer",
                        "async_game",
                        "RoomRepository",
                        "room_repository");
    }

    @Test
    void findsWhatOptionsName() {
        assertThat(paths(LayerSearch.in(texts, options("app.rooms.Inner", "")))).containsExactly("src/app/rooms.py");
        assertThat(paths(LayerSearch.in(texts, options("app.store", "")))).containsExactly("src/app/store/__init__.py");
        assertThat(paths(LayerSearch.in(texts, options("app.other", "AsyncGameLayer"))))
                .containsExactly("src/app/adb.py", "src/app/other.py");
        assertThat(paths(LayerSearch.in(texts, options("pp.other", "")))).isEmpty();
    }

    private static LayerOptions options(String syncLayer, String asyncLayer) {
        return new LayerOptions(List.of(syncLayer), asyncLayer, Map.of());
    }

    private static List<String> paths(LayerSearch search) {
        return search.files().stream()
                .map(path -> path.toString().replace('\\', '/'))
                .toList();
    }

    private static List<PythonText> texts(String... pathsAndTexts) {
        List<PythonText> result = new ArrayList<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            Path path = Path.of(pathsAndTexts[i]);
            String text = pathsAndTexts[i + 1];
            result.add(new PythonText(
                    path, text, PlainText.builder().sourcePath(path).text(text).build()));
        }
        return result;
    }
}
