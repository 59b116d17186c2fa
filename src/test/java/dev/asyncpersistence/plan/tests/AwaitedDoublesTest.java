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
package dev.asyncpersistence.plan.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Doubles of which tests say nothing: {@code save_one} is awaited, three calls away from {@code far}, two from {@code near}. */
@ExtendWith(PythonForTests.class)
class AwaitedDoublesTest {
    private static final String APP = """
            class PersistenceLayer:
                def save(self, key): open(key)
            class Shelf:
                def __init__(self, layer: PersistenceLayer): self.layer = layer
                def save_one(self, key): self.layer.save(key)
                def size(self): return 1
            class Request:
                def __init__(self, shelf: Shelf): self.shelf = shelf
            async def handle(request: Request): request.shelf.save_one(1)
            async def near(request: Request): await handle(request)
            async def inner(request: Request): await near(request)
            async def far(request: Request): await inner(request)
            """;

    private static List<String> edits(String test) {
        String head = "from unittest.mock import AsyncMock, Mock\nfrom app.m import far, near, inner\n";
        Planned planned = Planned.of("app/m.py", APP, "tests/test_m.py", head + test);
        assertThat(planned.problems()).isEmpty();
        return planned.editsOfDoubles();
    }

    /** What comes into being by itself can be met near a test only. */
    @ParameterizedTest
    @ValueSource(strings = {"near", "inner"})
    void areAwaitedNearTheirTests(String called) {
        assertThat(edits("async def test():\n    request = Mock()\n    await " + called + "(request)\n"))
                .isNotEmpty();
    }

    @Test
    void areNotTouchedFarFromTheirTests() {
        assertThat(edits("async def test():\n    request = Mock()\n    await far(request)\n"))
                .isEmpty();
    }

    /** Who makes a mock for something, or says what it does, wants it to be used. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "request = Mock(shelf=Mock())",
                "request = Mock(); request.shelf = Mock()",
                "request = Mock(); request.shelf.size.return_value = 2",
                "request = Mock(); request.shelf.save_one.return_value = 2",
            })
    void areAwaitedWhereATestSpeaksOfThem(String made) {
        assertThat(edits("async def test():\n    " + made + "\n    await far(request)\n"))
                .isNotEmpty();
    }
}
