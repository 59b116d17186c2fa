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
package dev.asyncpersistence.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.plan.change.AssignmentRemoval;
import dev.asyncpersistence.plan.change.StatementChange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(PythonForTests.class)
class RemovalEditorTest {

    @Nested
    class Parameters {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                db                    | ''
                db=None               | ''
                'db,'                 | ''
                self, db              | self
                db, a                 | a
                self, db, a           | self, a
                'self, db,'           | 'self,'
                self, db: Db = None   | self
                self, *, db           | self
                self, *, db, a        | self, *, a
                self, *, a, db        | self, *, a
                self, *, db, **kw     | self, **kw
                'self, *, db,'        | 'self,'
                *, db                 | ''
                self, *args, db       | self, *args
                db, /, a              | a
                a, db, /              | a, /
                db, /                 | ''
                self, dbs             | self, dbs
                """)
        void inAnyPlace(String before, @Nullable String after) {
            assertThat(Edited.withoutParameter("def f(" + before + ") -> int:\n    return 1\n"))
                    .isEqualTo("def f(" + (after == null ? "" : after) + ") -> int:\n    return 1\n");
        }

        @Test
        void oneALine() {
            assertThat(Edited.withoutParameter("def f(\n    self,\n    db=None,\n    a=1,\n): ...\n"))
                    .isEqualTo("def f(\n    self,\n    a=1,\n): ...\n");
            assertThat(Edited.withoutParameter("def f(\n    self,\n    db=None,\n): ...\n"))
                    .isEqualTo("def f(\n    self,\n): ...\n");
            assertThat(Edited.withoutParameter("def f(\n    self,\n    db=None\n): ...\n"))
                    .isEqualTo("def f(\n    self\n): ...\n");
            assertThat(Edited.withoutParameter("def f(\n    db,\n    a,\n): ...\n"))
                    .isEqualTo("def f(\n    a,\n): ...\n");
            assertThat(Edited.withoutParameter("def f(\n    self,\n    *,\n    db,\n): ...\n"))
                    .isEqualTo("def f(\n    self,\n): ...\n");
            assertThat(Edited.withoutParameter("def f(\n    db,\n): ...\n")).isEqualTo("def f(): ...\n");
            assertThat(Edited.withoutParameter("def f(\r\n\tself,\r\n\tdb,\r\n): ...\r\n"))
                    .isEqualTo("def f(\r\n\tself,\r\n): ...\r\n");
        }

        @Test
        void belowEachOtherBehindTheParenthesis() {
            assertThat(Edited.withoutParameter("def f(self,\n      db,\n      a): ...\n"))
                    .isEqualTo("def f(self,\n      a): ...\n");
            assertThat(Edited.withoutParameter("def f(db,\n      a): ...\n")).isEqualTo("def f(a): ...\n");
            assertThat(Edited.withoutParameter("def f(self,\n      db): ...\n")).isEqualTo("def f(self): ...\n");
        }

        @Test
        void itsCommentGoesAndOthersStay() {
            assertThat(Edited.withoutParameter("""
                    def f(  # noqa
                        self,  # it
                        db,  # the rows
                        a,  # more
                    ): ...
                    """)).isEqualTo("""
                    def f(  # noqa
                        self,  # it
                        a,  # more
                    ): ...
                    """);
            assertThat(Edited.withoutParameter("""
                    def f(
                        self,  # it
                        db,  # the rows
                        # the end
                    ): ...
                    """)).isEqualTo("""
                    def f(
                        self,  # it
                        # the end
                    ): ...
                    """);
            assertThat(Edited.withoutParameter("def f(self,  # it\n      db): ...\n"))
                    .isEqualTo("def f(self  # it\n      ): ...\n");
            assertThat(Edited.withoutParameter("def f(db,  # rows\n      # about a\n      a): ...\n"))
                    .isEqualTo("def f(\n      # about a\n      a): ...\n");
        }
    }

    @Nested
    class Arguments {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                g(db)                 | 0 | g()
                g(db=db)              | 0 | g()
                'g(db,)'              | 0 | g()
                g(db, a)              | 0 | g(a)
                g(a, db)              | 1 | g(a)
                g(a, db, b)           | 1 | g(a, b)
                'g(a, db,)'           | 1 | 'g(a,)'
                g(a, db=db, **kw)     | 1 | g(a, **kw)
                g(a, b=await c, db=1) | 0 | g(b=await c, db=1)
                g(db, ...)            | 0 | g(...)
                g(db, (yield))        | 0 | g((yield))
                """)
        void inAnyPlace(String before, int index, String after) {
            String head = before.contains("await") ? "async def h():\n    x = " : "def h():\n    x = ";
            assertThat(Edited.withoutArgument(head + before + "\n", index)).isEqualTo(head + after + "\n");
        }

        @Test
        void oneALine() {
            assertThat(Edited.withoutArgument("g(\n    a,\n    db,  # rows\n)\n", 1))
                    .isEqualTo("g(\n    a,\n)\n");
            assertThat(Edited.withoutArgument("g(\n    db,\n    a\n)\n", 0)).isEqualTo("g(\n    a\n)\n");
            assertThat(Edited.withoutArgument("g(\n    db,\n)\n", 0)).isEqualTo("g()\n");
            assertThat(Edited.withoutArgument("g(\n    db,\n    # none\n)\n", 0))
                    .isEqualTo("g(\n    # none\n)\n");
        }
    }

    @Nested
    class Statements {

        @ParameterizedTest
        @CsvSource(textBlock = """
                'db = 1|y = 2',                         'y = 2'
                'y = 2|db = 1',                         'y = 2'
                'x = 1|db = 1|y = 2',                   'x = 1|y = 2'
                'x = 1|db = 1  # rows|y = 2',           'x = 1|y = 2'
                'x = 1  # one|db = 1  # rows|y = 2',    'x = 1  # one|y = 2'
                'x = 1  # one|db = 1  # rows',          'x = 1  # one'
                'x = 1|# rows|db = 1|y = 2',            'x = 1|y = 2'
                'x = 1|db = 1|# why|y = 2',             'x = 1|# why|y = 2'
                'db = 1|await y',                       'await y'
                'db = 1  # rows|await y',               'await y'
                'x = 1|db = 1|...',                     'x = 1|...'
                'db = 1; y = 2',                        'y = 2'
                'y = 2; db = 1',                        'y = 2'
                'db = 1; await y',                      'await y'
                'db = 1',                               'db = 1'
                'db = 1  # rows',                       'db = 1  # rows'
                '"Doc."|db = 1|return y',               '"Doc."|return y'
                """)
        void inAnyPlace(String before, String after) {
            String head = "async def h():\n    ";
            assertThat(Edited.withoutStatement(head + before.replace("|", "\n    ") + "\n"))
                    .isEqualTo(head + after.replace("|", "\n    ") + "\n");
        }

        @Test
        void lastOfABlockThatSomethingFollows() {
            assertThat(Edited.withoutStatement("""
                    class A:
                        def h(self):
                            self.a = 1  # one
                            self.db = 1  # rows

                        # about i
                        def i(self):
                            if self:
                                y = 1
                                self.db = 2  # more
                            await_it(y)
                    """)).isEqualTo("""
                    class A:
                        def h(self):
                            self.a = 1  # one

                        # about i
                        def i(self):
                            if self:
                                y = 1
                            await_it(y)
                    """);
        }

        @Test
        void theOnlyOneKeepsItsComment() {
            String text = "class A:\n    def h(self):\n        self.db = 1  # rows\n\n    x = 2\n";
            assertThat(Edited.withoutStatement(text)).isEqualTo(text);
        }

        @Test
        void ofSeveralOneStays() {
            assertThat(Edited.withoutStatement("def h(self):\n    self.db = 1\n    self.db = 2  # rows\n"))
                    .isEqualTo("def h(self):\n    self.db = 1\n");
        }

        @Test
        void bodyOnTheLineOfItsHead() {
            assertThat(Edited.withoutStatement("def h(self): self.db = 1; self.x = 1\n"))
                    .isEqualTo("def h(self): self.x = 1\n");
        }

        @Test
        void lineEndsOfTheFile() {
            assertThat(Edited.withoutStatement("def h():\r\n\tdb = 1  # rows\r\n\ty = 2\r\n"))
                    .isEqualTo("def h():\r\n\ty = 2\r\n");
        }

        @Test
        void replacedByWhatIsAddedBehindIt() {
            assertThat(Edited.edited(
                            "class A:\n    def h(self):\n        self.db = 1  # rows\n\n    x = 2\n",
                            Edited.assignments(AssignmentRemoval::new)
                                    .and(Edited.assignments(each -> new StatementChange(
                                            each,
                                            StatementChange.Place.BEHIND,
                                            new Expr.Attribute(new Expr.Name("self"), "adb"),
                                            null,
                                            new Expr.Name("x"))))))
                    .isEqualTo("class A:\n    def h(self):\n        self.adb = x\n\n    x = 2\n");
        }
    }
}
