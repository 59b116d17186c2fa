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

import static dev.asyncpersistence.plan.doubles.Rooms.APP;
import static dev.asyncpersistence.plan.doubles.Rooms.inApp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The doubles that tests pass into the code under test, as they arrive at {@code probe(...)} there. */
@ExtendWith(PythonForTests.class)
class PassedDoublesTest {
    /** From the tests into the code under test. */
    @Nested
    class CodeUnderTest {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Service(Mock('a')) | Mock a",
                    "Service(store=Mock('a')) | Mock a",
                    "m = Mock('a'); Service(m) | Mock a",
                    "Service(FakeStore()) | fake FakeStore",
                    "Service(1, other=Mock('a')) | ''",
                    "Config(Mock('a')) | Mock a",
                    "Config(other=1, store=Mock('a')) | Mock a",
                    "Config(Store(), Mock('a')) | ''",
                    "s = Service(1); s.store = Mock('a') | Mock a",
                    "s = Service(1); s.other = Mock('a') | ''",
                    "s = Service(1); monkeypatch.setattr(s, 'store', Mock('a')) | Mock a",
                    "Service.store = Mock('a') | Mock a",
                    "with patch.object(Service, 'store'): pass | patch.object store",
                    "with patch('app.rooms.Service.store', Mock('a')): pass | Mock a",
                    "with patch.object(Service, 'other'): pass | ''",
                    "with patch('app.rooms.load'): pass | patch app.rooms.load",
                    "monkeypatch.setattr(rooms, 'load', lambda key: 1) | lambda",
                    "monkeypatch.setattr('app.rooms.load', fake_load) | def fake_load",
                    "rooms.load = Mock('a') | Mock a",
                    "with patch('app.doors.load'): pass | ''",
                    "Mock('a') | ''",
                })
        void isGivenDoubles(String code, String expected) {
            String fakes = "class FakeStore: pass\ndef fake_load(key): pass\n";
            assertThat(inApp(APP, fakes + "def test(monkeypatch):\n    " + code))
                    .isEqualTo(expected);
        }

        @Test
        void throughItsOwnFunctions() {
            String app = """
                    def start(store): run(store, 1)
                    def run(store, key): probe(store)
                    """;
            assertThat(inApp(app, "def test(): rooms.start(Mock('a'))")).isEqualTo("Mock a");
            assertThat(inApp(app, "def test(): rooms.run(1, Mock('a'))")).isEmpty();
        }

        @Test
        void throughItsObjects() {
            String app = APP + """
                    class App:
                        def __init__(self, service: Service): self.service = service
                        def go(self): probe(self.service.store.load)
                    """;
            assertThat(inApp(app.replace("probe(self.store)", "pass"), "def test(): Service(Mock('a'))"))
                    .isEqualTo("Mock a load");
        }

        /** {@code request.app.state.store}: only the name agrees. */
        @Test
        void throughWhatNobodyKnows() {
            String app = APP.replace("probe", "ignored") + "def go(request): probe(request.app.state.store)\n";
            assertThat(inApp(app, "def test(client): client.app.state.store = Mock('a')"))
                    .isEqualTo("Mock a");
            assertThat(inApp(app, "def test(client): client.app.state.other = Mock('a')"))
                    .isEmpty();
            assertThat(inApp(app, "def test(client): Service(1).store = Mock('a')"))
                    .isEmpty();
        }

        @Test
        void fromOtherModulesOfItsOwn() {
            assertThat(Followed.toProbes(
                            "app/db.py",
                            "store = object()\n",
                            "app/rooms.py",
                            "from app.db import store\ndef run(): probe(store)\n",
                            "tests/test_rooms.py",
                            "from unittest.mock import patch\n@patch('app.rooms.store')\ndef test(m): pass\n"))
                    .isEqualTo("patch app.rooms.store");
        }

        /** Its own functions are no doubles, whatever they take the place of. */
        @Test
        void itsFunctionsAreNone() {
            assertThat(inApp(APP, "def test(): rooms.load = rooms.run")).isEmpty();
        }
    }

    /** Calls of functions that are taken from tables. */
    @Nested
    class Tables {
        private static final String HANDLERS = """
                def look(request, user): probe(request)
                def drop(request, user, key): pass
                HANDLERS = {"look": look, "drop": drop}
                def handle(name, request, user): HANDLERS[name](request, user)
                """;

        @Test
        void passTheirArguments() {
            assertThat(inApp(HANDLERS, "def test(): rooms.handle('look', Mock('a'), 1)"))
                    .isEqualTo("Mock a");
            assertThat(inApp(HANDLERS, "def test(): rooms.handle('look', 1, Mock('a'))"))
                    .isEmpty();
        }

        @Test
        void passThemToFunctionsThatTakeAsMany() {
            String app =
                    HANDLERS.replace("pass", "probe(request)").replace("probe(request)\ndef drop", "pass\ndef drop");
            assertThat(inApp(app, "def test(): rooms.handle('drop', Mock('a'), 1)"))
                    .isEmpty();
            assertThat(inApp(app.replace("key)", "key=1)"), "def test(): rooms.handle('drop', Mock('a'), 1)"))
                    .isEqualTo("Mock a");
        }

        @Test
        void passNothingToOthers() {
            String app = HANDLERS.replace("\"look\": look, ", "");
            assertThat(inApp(app, "def test(): rooms.handle('look', Mock('a'), 1)"))
                    .isEmpty();
        }

        @Test
        void withOneArgumentTooManyLookAlike() {
            String app = """
                    def look(request): probe(request)
                    HANDLERS = {"look": look}
                    def handle(name, request): HANDLERS[name](request)
                    """;
            assertThat(inApp(app, "def test(): rooms.handle('look', Mock('a'))"))
                    .isEmpty();
        }

        /** Doubles travel in objects of the code under test. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "probe(request.store)",
                    "probe(getattr(request, 'store', None))",
                    "r = request; probe(r.store)",
                    "r = request if user else None; probe(r.store)",
                    "show(request)",
                    "probe(request.around.store)",
                })
        void passObjects(String use) {
            String app = """
                    class Around:
                        def __init__(self, store): self.store = store
                    class Request:
                        def __init__(self, store):
                            self.store = store
                            self.around = Around(store)
                    def show(request): probe(request.store)
                    """ + HANDLERS.replace("pass", "request.store.load()").replace("probe(request)", use);
            String other = "def test_other(): rooms.drop(Mock('b'), 1, 2)\n";
            assertThat(inApp(app, other + "def test(): rooms.handle('look', rooms.Request(Mock('a')), 1)"))
                    .isEqualTo("Mock a");
        }

        /** What a table is passed is no business of functions that are in none. */
        @Test
        void passObjectsToTheirFunctionsOnly() {
            String app = """
                    class Request:
                        def __init__(self, store): self.store = store
                    """
                    + HANDLERS.replace("probe(request)", "pass")
                    + "def other(request, user): probe(request.store)\n";
            assertThat(inApp(app, "def test(): rooms.handle('look', rooms.Request(Mock('a')), 1)"))
                    .isEmpty();
        }
    }
}
