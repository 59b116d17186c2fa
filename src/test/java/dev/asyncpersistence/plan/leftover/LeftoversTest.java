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
package dev.asyncpersistence.plan.leftover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.change.ArgumentRemoval;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.ImportRemoval;
import dev.asyncpersistence.plan.change.ParameterRemoval;
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.FunctionUses;
import dev.asyncpersistence.plan.graph.ParameterPassing;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is left over when every call of {@code load} moves to the async layer, as {@code what in scope}. */
@ExtendWith(PythonForTests.class)
class LeftoversTest {
    private static final String LAYER = """
            class PersistenceLayer:
                def load(self, key): return open(key)
                def save(self, key): open(key)
            _sync = PersistenceLayer()
            def get_db() -> PersistenceLayer: return _sync
            """;

    private static final String IMPORTS = "from app.db import PersistenceLayer, get_db\n";

    private static final List<String> IMPORTS_GO =
            List.of("import PersistenceLayer in service", "import get_db in service");

    @Nested
    class Variables {
        private static final String USER = """
                async def f():
                    db = get_db()
                    db.load(1)
                """;

        @Test
        void goesWithItsLastUse() {
            assertThat(leftovers(USER)).contains("assignment in service.f");
            assertThat(leftovers(USER + "    def g(): db.load(2)\n")).contains("assignment in service.f");
        }

        @Test
        void staysWithAnotherUse() {
            assertThat(leftovers(USER + "    db.save(1)\n")).isEqualTo(IMPORTS_GO);
            assertThat(leftovers(USER + "    return db\n")).isEqualTo(IMPORTS_GO);
            assertThat(leftovers(USER + "    def g(): return db\n")).isEqualTo(IMPORTS_GO);
        }

        @Test
        void staysWhereItsValueDoesSomething() {
            assertThat(leftovers(USER.replace("get_db()", "get_db(1)"))).isEqualTo(IMPORTS_GO);
        }

        @Test
        void staysUnderACondition() {
            assertThat(leftovers(USER.replace("db = get_db()", "if x:\n        db = get_db()")))
                    .isEqualTo(IMPORTS_GO);
        }
    }

    @Nested
    class Attributes {
        private static final String USER = """
                class A:
                    def __init__(self):
                        self.db = get_db()
                        self.x = 1
                    async def f(self): self.db.load(1)
                """;

        @Test
        void goesWithItsLastUse() {
            assertThat(leftovers(USER)).contains("assignment in service.A.__init__");
            assertThat(leftovers(USER + "def g(box): return box.other\n")).contains("assignment in service.A.__init__");
        }

        @Test
        void staysWithAnotherUse() {
            assertStays(USER + "    def g(self): self.db.save(1)\n");
            assertStays(USER + "def g(a: A): return a.db\n");
            assertStays(USER + "class B(A):\n    def g(self): return self.db\n");
        }

        @Test
        void staysWhereItMayBeUsed() {
            assertStays(USER + "def g(box): return box.db\n");
            assertStays(USER + "def g(a: A): return vars(a)\n");
            assertStays(USER + "def g(a: A): return a.__dict__\n");
            assertStays(USER + "def g(a: A, name): return getattr(a, name)\n");
            assertStays(USER + "def g(a: A): return getattr(a, 'db')\n");
            assertThat(leftovers(USER + "def g(a: A): return getattr(a, 'x')\n"))
                    .contains("assignment in service.A.__init__");
        }

        @Test
        void staysWhereAnotherSetsIt() {
            assertStays(USER + "def g(a: A): a.db = None\n");
            assertStays(USER + "class B(A):\n    def __init__(self):\n        self.db = get_db()\n");
        }

        @Test
        void staysInAClassOfWhichNotAllIsKnown() {
            assertStays(USER.replace("class A:", "class A(Unknown):"));
            assertThat(leftovers(USER.replace("class A:", "class A(object):")))
                    .contains("assignment in service.A.__init__");
        }

        @Test
        void staysWhereAnUnreadFileNamesIt() {
            assertThat(leftovers(USER, text("x.db = 1"))).doesNotContain("assignment in service.A.__init__");
            assertThat(leftovers(USER, text("getattr(x, 'db')"))).doesNotContain("assignment in service.A.__init__");
            assertThat(leftovers(USER, text("db = 1"))).contains("assignment in service.A.__init__");
        }

        private static void assertStays(String program) {
            assertThat(leftovers(program)).as(program).noneMatch(each -> each.startsWith("assignment"));
        }
    }

    @Nested
    class Parameters {
        private static final String USER = """
                class A:
                    def __init__(self, db: PersistenceLayer, x=1):
                        self.db = db
                        self.x = x
                    async def f(self): self.db.load(1)
                """;

        @Test
        void goesWithTheAttributeAndWithWhatCallsPass() {
            assertThat(leftovers(USER + "A(get_db(), 2)\nA(db=get_db())\n"))
                    .contains(
                            "assignment in service.A.__init__",
                            "parameter db in service.A.__init__",
                            "argument 0 in service");
        }

        @Test
        void staysWithTheAttributeWhereACallPassesWhatDoesSomething() {
            assertStays(USER + "A(make(1))\n");
            assertStays(USER + "A(*everything)\n");
        }

        @Test
        void staysWhereItIsReadOnceMore() {
            assertThat(leftovers(USER.replace("self.x = x", "self.x = db") + "A(get_db())\n"))
                    .noneMatch(each -> each.startsWith("parameter"));
        }

        @Test
        void staysWhereNotEveryCallIsKnown() {
            assertStays(USER + "register(A)\n");
            assertThat(leftovers(USER + "A(get_db())\n", text("A(1)"))).noneMatch(each -> each.startsWith("parameter"));
        }

        @Test
        void ofAFunction() {
            String program = "async def f(key, db): db.load(key)\nasync def g(): await f(1, get_db())\n";
            assertThat(leftovers(program)).contains("parameter db in service.f", "argument 1 in service.g");
            assertThat(leftovers(program + "subscribe(f)\n")).noneMatch(each -> each.startsWith("parameter"));
            assertThat(leftovers(program.replace("load(key)", "load(key); db.save(key)")))
                    .noneMatch(each -> each.startsWith("parameter"));
        }

        private static void assertStays(String program) {
            assertThat(leftovers(program))
                    .as(program)
                    .noneMatch(each -> each.startsWith("parameter") || each.startsWith("assignment"));
        }
    }

    @Nested
    class Imports {
        private static final String USER = "async def f(): get_db().load(1)\n";

        @Test
        void ofWhatGivesTheLayerGo() {
            assertThat(leftovers(USER)).isEqualTo(IMPORTS_GO);
        }

        @Test
        void ofOtherThingsStay() {
            assertThat(leftovers("from os import path\n" + USER)).isEqualTo(IMPORTS_GO);
        }

        @Test
        void stayWhereOtherFilesTakeThemFromHere() {
            assertThat(leftovers(USER + "__all__ = ['f']\n")).isEmpty();
            assertThat(leftovers(USER, text("from app.service import get_db"))).containsExactly(IMPORTS_GO.get(0));
            assertThat(leftovers(USER, text("patch('app.service.get_db')"))).containsExactly(IMPORTS_GO.get(0));
            assertThat(leftovers(USER, text("patch('app.services.get_db')"))).isEqualTo(IMPORTS_GO);
        }
    }

    // --- plumbing

    private static UnreadFiles text(String text) {
        return new UnreadFiles() {
            @Override
            public @Nullable String pathMentioning(String name) {
                return null;
            }

            @Override
            public boolean mentions(Pattern pattern) {
                return pattern.matcher(text).find();
            }
        };
    }

    private static List<String> leftovers(String program) {
        return leftovers(program, UnreadFiles.NONE);
    }

    private static List<String> leftovers(String program, UnreadFiles unread) {
        Resolver resolver = new Resolver(Programs.of("app/db.py", LAYER, "app/service.py", IMPORTS + program));
        Families families = new Families(resolver);
        FunctionUses uses = new FunctionUses(resolver, families);
        families.join(uses);
        Set<CallSite> moved = Set.copyOf(resolver.program().callsNamed("load"));
        return Leftovers.of(resolver, uses, new ParameterPassing(resolver, uses, families, unread), unread, moved)
                .stream()
                .map(each -> text(each.removal().change()) + " in "
                        + each.removal().scope().substring("app.".length()))
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    private static String text(Change change) {
        if (change instanceof ParameterRemoval parameter) {
            return "parameter " + parameter.name();
        }
        if (change instanceof ArgumentRemoval argument) {
            return "argument " + argument.index();
        }
        return change instanceof ImportRemoval imported ? "import " + imported.localName() : "assignment";
    }
}
