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
package dev.asyncpersistence.plan.doubles;

/** A small program, and tests of it. */
final class Rooms {
    static final String APP = """
            from dataclasses import dataclass
            class Store:
                def load(self, key): return key
            class Service:
                size = 1
                def __init__(self, store, *, other=None):
                    self.store = store
                    self.other = other
                def run(self): probe(self.store)
            @dataclass
            class Config:
                store: Store
                other: Store = None
                def run(self): probe(self.store)
            def load(key): return key
            def run(): probe(load)
            """;

    static final String HEAD = """
            import pytest
            from types import SimpleNamespace
            from unittest.mock import DEFAULT, AsyncMock, MagicMock, Mock, patch
            from app import rooms
            from app.rooms import Config, Service, Store
            """;

    private Rooms() {}

    /** What arrives at probes in the tests. */
    static String inTest(String code) {
        return Followed.toProbes(
                "app/rooms.py",
                APP.replace("probe", "ignored"),
                "tests/test_rooms.py",
                HEAD + code.replace("\\n", "\n") + "\n");
    }

    /** What arrives at probes in the code under test. */
    static String inApp(String app, String test) {
        return Followed.toProbes("app/rooms.py", app, "tests/test_rooms.py", HEAD + test.replace("\\n", "\n") + "\n");
    }
}
