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

import static dev.asyncpersistence.plan.gate.Violation.Kind.BLOCKING_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sync functions that frameworks call. What blocks is written as in {@link Found}, without lines. */
@ExtendWith(PythonForTests.class)
class BlockingHandlersTest {
    private static final String APP = """
            import asyncio, threading; from app.store import RoomStore
            from fastapi import FastAPI
            from fastapi_utils.tasks import repeat_every
            from quart import Quart
            from starlette.applications import Starlette
            store, app, site = RoomStore(), FastAPI(), Quart("site")
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@app.on_event('startup')\ndef warm(): store.load()\n",
                "def warm(): store.load()\nserver = Starlette(on_startup=[warm])\n",
                "def inner(): store.load()\n@app.on_event('startup')\ndef warm(): inner()\n",
            })
    void startupHandlerDoes(String text) {
        assertThat(in(text)).containsExactly("store.load");
    }

    /** Whose handler it is can't be told, or something that may be a thread is between. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "def install(app):\n    @app.on_event('startup')\n    def warm(): store.load()\n",
                "@app.on_event('startup')\n@retry\ndef warm(): store.load()\n",
                "def on_startup(f): return f\n@on_startup\ndef warm(): store.load()\n",
                "import socketio\nsio = socketio.AsyncServer()\n@sio.event\ndef connect(sid, env): store.load()\n",
                "class Line(asyncio.Protocol):\n    def data_received(self, data): store.load()\n",
            })
    void otherHandlerPerhapsDoes(String text) {
        assertThat(in(text)).containsExactly("store.load?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@app.get('/rooms')\ndef rooms(): return store.load()\n",
                "@app.on_event('startup')\n@repeat_every(seconds=60)\ndef sweep(): store.load()\n",
                "@site.before_serving\ndef warm(): store.load()\n",
                "def main(): store.load()\n",
                "def startup(): store.load()\n",
                "def handle_message(): store.load()\nthreading.Thread(target=handle_message).start()\n",
                "def handle_message(): store.load()\nhandle_message()\n",
            })
    void handlerOnAThreadAndProgramDoNot(String text) {
        assertThat(in(text)).isEmpty();
    }

    private static List<String> in(String text) {
        return Found.in(BLOCKING_CALL, APP + text).stream()
                .map(each -> each.substring(each.indexOf(' ') + 1))
                .toList();
    }
}
