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
package dev.asyncpersistence.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The question is always what {@code asked} reaches. */
@ExtendWith(PythonForTests.class)
class CallGraphTest {

    @Test
    void followsCallsThroughFilesAndCircles() {
        assertThat(reached(
                        "app/a.py",
                        "from app.b import first\ndef asked(): first()\ndef unrelated(): pass\n",
                        "app/b.py",
                        "def first(): second()\ndef second(): first(); third()\ndef third(): pass\n"))
                .containsExactlyInAnyOrder("asked", "first", "second", "third");
    }

    @Test
    void followsConstructorsAndFunctionsHandedOver() {
        assertThat(reached("app/a.py", """
                import asyncio
                class Base:
                    def __init__(self): made()
                class Derived(Base): pass
                def made(): pass
                def worker(): pass
                def keyword(): pass
                def returned(): pass
                async def asked():
                    Derived()
                    await asyncio.to_thread(worker, 1)
                    run(callback=keyword)
                    return returned
                """))
                .containsExactlyInAnyOrder("asked", "__init__", "made", "worker", "keyword");
    }

    @Test
    void followsOverridingMethods() {
        assertThat(reached("app/a.py", """
                class Base:
                    def work(self): pass
                class Derived(Base):
                    def work(self): derived()
                class Other:
                    def work(self): other()
                def derived(): pass
                def other(): pass
                def asked(x: Base): x.work()
                """)).containsExactlyInAnyOrder("asked", "work", "work", "derived");
    }

    @Test
    void takesAFewNamesakesWhereTheReceiverIsUnknown() {
        String text = "def asked(x): x.work()\n";
        String type = "class A%d:\n    def work(self): pass\n";
        assertThat(reached("app/a.py", text + type.formatted(1) + type.formatted(2)))
                .hasSize(3);
        assertThat(reached(
                        "app/a.py",
                        text + type.formatted(1) + type.formatted(2) + type.formatted(3) + type.formatted(4)))
                .hasSize(5);
        assertThat(reached(
                        "app/a.py",
                        text
                                + type.formatted(1)
                                + type.formatted(2)
                                + type.formatted(3)
                                + type.formatted(4)
                                + type.formatted(5)))
                .containsExactly("asked");
    }

    private static List<String> reached(String... pathsAndTexts) {
        Program program = Programs.of(pathsAndTexts);
        List<FunctionModel> roots = program.functions().stream()
                .filter(f -> f.name().equals("asked"))
                .toList();
        return new CallGraph(new Resolver(program))
                .reachableFrom(roots).stream().map(FunctionModel::name).toList();
    }
}
