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
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.FunctionModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether {@code test} leads to the call of {@code probe}. */
@ExtendWith(PythonForTests.class)
class ReachedSitesTest {
    private static final String APP = """
            def one(): probe()
            def two(): one()
            def three(): pass
            class Service:
                def __init__(self): pass
                def run(self): one()
                @property
                def first(self): return one()
                def stay(self): pass
            class Derived(Service):
                def run(self): pass
            class Starting:
                def __init__(self): one()
                def stay(self): pass
            HANDLERS = {"two": two, "three": three}
            def handle(name): HANDLERS[name]()
            IDLE = {"three": three}
            def idle(name): IDLE[name]()
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one()",
                "two()",
                "Service().run()",
                // An override may be called in its place.
                "Derived().run()",
                "s = Service(); s.first",
                "Starting()",
                "Starting().stay()",
                "call(two)",
                "f = two; f()",
                "handle('two')",
            })
    void reaches(String code) {
        assertThat(isReached(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pass", "three()", "Service().stay()", "call(three)", "idle('three')", "Service()"})
    void doesNotReach(String code) {
        assertThat(isReached(code)).isFalse();
    }

    @Test
    void oneOfSeveral() {
        Suite suite = suite("two()");
        ReachedSites reached = new ReachedSites(suite.program(), suite.uses(), suite.families());
        List<CallSite> probes = suite.calls("probe");
        List<CallSite> others = suite.calls("three");
        assertThat(reached.isReached(probes, List.of(suite.function("app.m.two"))))
                .isTrue();
        assertThat(reached.isReached(probes, List.of(suite.function("app.m.three"))))
                .isFalse();
        assertThat(reached.isReached(others, List.of(suite.function("app.m.two"))))
                .isFalse();
        assertThat(reached.isReached(List.of(), List.of(suite.function("app.m.two"))))
                .isFalse();
    }

    /** What stands in no function is run when its module is imported. */
    @Test
    void nothingLeadsToTheBodyOfAModule() {
        Suite suite = Suite.of("app/m.py", "probe()\ndef f(): pass\n");
        ReachedSites reached = new ReachedSites(suite.program(), suite.uses(), suite.families());
        assertThat(reached.reaches(
                        suite.function("app.m.f"), suite.calls("probe").get(0)))
                .isFalse();
    }

    /** A test calls what leads to a call by a few others. */
    @Test
    void isNear() {
        Suite suite = Suite.of("app/m.py", """
                def zero(): probe()
                def one(): zero()
                def two(): one()
                def three(): two()
                def four(): three(); one_more()
                def one_more(): four()
                """);
        ReachedSites reached = new ReachedSites(suite.program(), suite.uses(), suite.families());
        CallSite probe = suite.calls("probe").get(0);
        assertThat(reached.near(probe)).extracting(FunctionModel::name).containsExactly("zero", "one", "two");
        assertThat(reached.isNear(List.of(probe), List.of(suite.function("app.m.three"))))
                .isTrue();
        assertThat(reached.isNear(List.of(probe), List.of(suite.function("app.m.four"))))
                .isFalse();
        assertThat(reached.reaches(suite.function("app.m.one_more"), probe)).isTrue();
    }

    private static boolean isReached(String code) {
        Suite suite = suite(code);
        return new ReachedSites(suite.program(), suite.uses(), suite.families())
                .reaches(
                        suite.function("tests.test_m.test"),
                        suite.calls("probe").get(0));
    }

    private static Suite suite(String code) {
        return Suite.of("app/m.py", APP, "tests/test_m.py", "from app.m import *\ndef test(): " + code + "\n");
    }
}
