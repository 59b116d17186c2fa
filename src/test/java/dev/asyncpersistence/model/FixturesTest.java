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
package dev.asyncpersistence.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.asyncpersistence.PythonForTests;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who asks for {@code layer} in {@code tests/unit/test_rooms.py}, and what it gets. */
@ExtendWith(PythonForTests.class)
class FixturesTest {
    private static final String TESTS = "tests/unit/test_rooms.py";
    private static final String MODULE = "tests.unit.test_rooms";
    private static final String FIXTURE = "import pytest\n@pytest.fixture\ndef layer(): return 1\n";
    private static final String TEST = "def test_look(layer): pass\n";

    // --- the nearest

    @Test
    void classComesFirst() {
        String text = FIXTURE + """
                class TestRooms:
                    @pytest.fixture
                    def layer(self): return 2
                    def test_look(self, layer): pass
                class TestDoors:
                    def test_look(self, layer): pass
                """;
        assertThat(asked(MODULE + ".TestRooms.test_look", TESTS, text)).isEqualTo(MODULE + ".TestRooms.layer");
        assertThat(asked(MODULE + ".TestDoors.test_look", TESTS, text)).isEqualTo(MODULE + ".layer");
    }

    @Test
    void inheritedFromABaseClass() {
        String base = """
                import pytest
                class Base:
                    @pytest.fixture
                    def layer(self): return 2
                class Other(Base):
                    def layer(self): return 3
                """;
        String text = """
                from tests.base import Base, Other
                class TestRooms(Base):
                    def test_look(self, layer): pass
                class TestDoors(TestRooms):
                    @pytest.fixture
                    def layer(self, layer): return 4
                    def test_open(self, layer): pass
                    class TestLocked:
                        def test_open(self, layer): pass
                class TestWalls(Other):
                    def test_look(self, layer): pass
                """;
        String[] files = {TESTS, FIXTURE + text, "tests/base.py", base};

        assertThat(asked(MODULE + ".TestRooms.test_look", files)).isEqualTo("tests.base.Base.layer");
        assertThat(asked(MODULE + ".TestDoors.test_open", files)).isEqualTo(MODULE + ".TestDoors.layer");
        assertThat(asked(MODULE + ".TestDoors.TestLocked.test_open", files)).isEqualTo(MODULE + ".TestDoors.layer");
        // What is overridden can't be asked for, by what overrides it or by others.
        assertThat(asked(MODULE + ".TestDoors.layer", files)).isEqualTo(MODULE + ".layer");
        assertThat(asked(MODULE + ".TestWalls.test_look", files)).isEqualTo(MODULE + ".layer");
    }

    @Test
    void moduleComesBeforeConftest() {
        assertThat(asked(MODULE + ".test_look", TESTS, FIXTURE + TEST, "tests/unit/conftest.py", FIXTURE))
                .isEqualTo(MODULE + ".layer");
    }

    @ParameterizedTest
    @MethodSource("conftests")
    void conftestsOfTheFoldersAround(String paths, @Nullable String expected) {
        String[] conftests = paths.split(" ", -1);
        String[] files = new String[2 + 2 * conftests.length];
        files[0] = TESTS;
        files[1] = TEST;
        for (int i = 0; i < conftests.length; i++) {
            files[2 + 2 * i] = conftests[i];
            files[3 + 2 * i] = FIXTURE;
        }
        assertThat(asked(MODULE + ".test_look", files)).isEqualTo(expected);
    }

    static Stream<Arguments> conftests() {
        return Stream.of(
                arguments("tests/unit/conftest.py", "tests.unit.conftest.layer"),
                arguments("tests/conftest.py", "tests.conftest.layer"),
                arguments("conftest.py", "conftest.layer"),
                arguments("conftest.py tests/conftest.py", "tests.conftest.layer"),
                arguments("tests/conftest.py tests/unit/conftest.py", "tests.unit.conftest.layer"),
                arguments("tests/other/conftest.py", null),
                arguments("tests/unit/deep/conftest.py", null),
                arguments("tests/unit/no_conftest.py", null),
                arguments("tests/unit/test_doors.py", null));
    }

    @Test
    void overrideAsksForTheOneThatItStandsInFor() {
        String override = "import pytest\n@pytest.fixture\ndef layer(layer): return [layer]\n";
        String inClass = """
                class TestRooms:
                    @pytest.fixture
                    def layer(self, layer): return {layer}
                """;
        String[] files = {TESTS, override + inClass + TEST, "tests/conftest.py", FIXTURE};

        assertThat(asked(MODULE + ".test_look", files)).isEqualTo(MODULE + ".layer");
        assertThat(asked(MODULE + ".layer", files)).isEqualTo("tests.conftest.layer");
        assertThat(asked(MODULE + ".TestRooms.layer", files)).isEqualTo(MODULE + ".layer");
    }

    // --- names

    @Test
    void nameOfItsOwn() {
        String text = """
                import pytest
                @pytest.fixture(scope="module", name="layer")
                def make_layer(): return 1
                def test_look(layer): pass
                def test_make(make_layer): pass
                """;
        assertThat(asked(MODULE + ".test_look", TESTS, text)).isEqualTo(MODULE + ".make_layer");
        assertThat(askedFor(Programs.of(TESTS, text), MODULE + ".test_make", "make_layer"))
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("imports")
    void importedFixtures(String statement, @Nullable String expected) {
        String more = """
                import pytest
                @pytest.fixture
                def store(): return 1
                @pytest.fixture(name="layer")
                def level(): return 2
                """;
        String[] sources = {
            "tests/fixtures.py",
            FIXTURE,
            "tests/other.py",
            FIXTURE,
            "tests/more.py",
            more,
            "tests/reexports.py",
            "from tests.fixtures import layer\n"
        };
        assertThat(asked(MODULE + ".test_look", with(sources, TESTS, statement + "\n" + TEST)))
                .isEqualTo(expected);
        assertThat(asked(MODULE + ".test_look", with(sources, TESTS, TEST, "tests/conftest.py", statement + "\n")))
                .isEqualTo(expected);
    }

    private static String[] with(String[] files, String... more) {
        return Stream.concat(Stream.of(files), Stream.of(more)).toArray(String[]::new);
    }

    static Stream<Arguments> imports() {
        return Stream.of(
                arguments("from tests.fixtures import layer", "tests.fixtures.layer"),
                arguments("from tests.fixtures import *", "tests.fixtures.layer"),
                arguments("from tests.fixtures import other", null),
                arguments("from tests.fixtures import layer as other", null),
                arguments("from tests.fixtures import other as layer", null),
                arguments("from tests.more import store as layer", "tests.more.store"),
                arguments("from tests.more import level", "tests.more.level"),
                arguments("from tests.more import level as other", "tests.more.level"),
                arguments("from tests.more import *", "tests.more.level"),
                arguments("from tests.reexports import layer", "tests.fixtures.layer"),
                arguments("from tests.reexports import *", "tests.fixtures.layer"),
                arguments("import tests.fixtures", null),
                arguments("from elsewhere import layer", null));
    }

    @ParameterizedTest
    @CsvSource({
        "from tests.fixtures import layer, layer",
        "from tests.fixtures import layer as other, other",
        "from tests.more import store, layer",
        "from tests.more import store as other, layer",
        "from tests.more import other,",
    })
    void namesByWhichTheyAreKnownToAFile(String statement, @Nullable String expected) {
        String text = statement + "\n" + "def test_look(): pass\n";
        String more = "import pytest\n@pytest.fixture(name='layer')\ndef store(): return 1\n";
        Program program = Programs.of(TESTS, text, "tests/fixtures.py", FIXTURE, "tests/more.py", more);
        FunctionModel fixture = requireNonNull(
                program.function(statement.contains("more") ? "tests.more.store" : "tests.fixtures.layer"));
        FunctionModel test = requireNonNull(program.function(MODULE + ".test_look"));

        assertThat(new Resolver(program).fixtures().nameFrom(test, fixture)).isEqualTo(expected);
    }

    // --- who asks

    @Test
    void parametersOfHelpersAreNoRequests() {
        String text = FIXTURE + TEST + "def look(layer): pass\n@pytest.fixture\ndef rooms(layer): pass\n";
        assertThat(asked(MODULE + ".test_look", TESTS, text)).isEqualTo(MODULE + ".layer");
        assertThat(asked(MODULE + ".rooms", TESTS, text)).isEqualTo(MODULE + ".layer");
        assertThat(asked(MODULE + ".look", TESTS, text)).isNull();
    }

    @Test
    void plainFunctionsAreNoFixtures() {
        assertThat(asked(MODULE + ".test_look", TESTS, "def layer(): return 1\n" + TEST))
                .isNull();
    }

    @Test
    void fixturesAreNoTests() {
        String text = """
                import pytest
                @pytest.fixture
                def test_client(): return 1
                def test_look(test_client): pass
                def look(): pass
                """;
        Program program = Programs.of(TESTS, text);
        assertThat(program.functions().stream().filter(Fixtures::isTest).map(FunctionModel::name))
                .containsExactly("test_look");
        assertThat(program.functions().stream().filter(Fixtures::isFixture).map(FunctionModel::name))
                .containsExactly("test_client");
    }

    /** pytest runs an inherited test with the fixtures of each class that inherits it. */
    @Test
    void ofDerivedClasses() {
        String text = """
                import pytest
                class Base:
                    def test_look(self, layer): pass
                    def look(self, layer): pass
                class TestOne(Base):
                    @pytest.fixture
                    def layer(self): return 1
                class TestTwo(Base):
                    @pytest.fixture(name="layer")
                    def made(self): return 2
                    @pytest.fixture
                    def other(self): return 3
                class TestThree(TestOne): pass
                class TestFour:
                    @pytest.fixture
                    def layer(self): return 4
                    def test_other(self, layer): pass
                """;
        assertThat(allAsked(text, "Base.test_look"))
                .containsExactlyInAnyOrder(MODULE + ".TestOne.layer", MODULE + ".TestTwo.made");
        assertThat(allAsked(text, "Base.look")).isEmpty();
        assertThat(allAsked(text, "TestFour.test_other")).containsExactly(MODULE + ".TestFour.layer");
        String own = text.replace("    def look(", "    @pytest.fixture\n    def layer(self): return 0\n    def look(");
        assertThat(allAsked(own, "Base.test_look"))
                .containsExactlyInAnyOrder(MODULE + ".Base.layer", MODULE + ".TestOne.layer", MODULE + ".TestTwo.made");
    }

    private static List<String> allAsked(String text, String function) {
        Program program = Programs.of(TESTS, text);
        return new Resolver(program)
                .fixtures().allAskedFor(requireNonNull(program.function(MODULE + "." + function)), "layer").stream()
                        .map(FunctionModel::qualifiedName)
                        .toList();
    }

    private static @Nullable String asked(String function, String... pathsAndTexts) {
        Program program = Programs.of(pathsAndTexts);
        return askedFor(program, function, "layer");
    }

    private static @Nullable String askedFor(Program program, String function, String parameter) {
        FunctionModel fixture = new Resolver(program)
                .fixtures()
                .askedFor(requireNonNull(program.function(function), function), parameter);
        return fixture == null ? null : fixture.qualifiedName();
    }
}
