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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.plan.change.AnnotationForm;
import dev.asyncpersistence.plan.change.AnnotationForm.Shape;
import dev.asyncpersistence.plan.change.ArgumentChange;
import dev.asyncpersistence.plan.change.ArgumentSharing;
import dev.asyncpersistence.plan.change.CallChange;
import dev.asyncpersistence.plan.change.ParameterChange;
import dev.asyncpersistence.plan.change.ParameterRemoval;
import dev.asyncpersistence.plan.change.RequestChange;
import dev.asyncpersistence.plan.change.StatementChange;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PythonForTests.class)
class AdditionEditorTest {

    @Nested
    class Parameters {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                ''                      | adb=None
                self                    | self, adb=None
                self, a, b=1            | self, a, b=1, adb=None
                self, a: int = 1        | self, a: int = 1, adb=None
                a, /                    | a, /, adb=None
                a, /, b                 | a, /, b, adb=None
                a, *, b                 | a, adb=None, *, b
                *, b                    | adb=None, *, b
                *, b, **kw              | adb=None, *, b, **kw
                a, **kw                 | a, adb=None, **kw
                **kw                    | adb=None, **kw
                **kw: int               | adb=None, **kw: int
                *args                   | *args, adb=None
                a, *args, b             | a, *args, b, adb=None
                a, *args: int, **kw     | a, *args: int, adb=None, **kw
                a, /, *, b              | a, /, adb=None, *, b
                'self, a,'              | 'self, a, adb=None,'
                """)
        void standsLastAmongThoseByPosition(@Nullable String before, String after) {
            String head = "def f(" + (before == null ? "" : before) + ") -> int:\n    return 1\n";
            assertThat(Edited.parameter(head)).isEqualTo("def f(" + after + ") -> int:\n    return 1\n");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                self, *, db, b=1        | self, *, db, adb=None, b=1
                self, *, db             | self, *, db, adb=None
                db, b=1                 | db, adb=None, b=1
                db                      | db, adb=None
                """)
        void standsBehindAnother(String before, String after) {
            assertThat(Edited.parameter("def f(" + before + "): ...\n", null, "db"))
                    .isEqualTo("def f(" + after + "): ...\n");
        }

        @Test
        void annotated() {
            assertAnnotated(Shape.PLAIN, false, "def f(a, adb: Db = None): ...\n");
            assertAnnotated(Shape.UNION, false, "def f(a, adb: Db | None = None): ...\n");
            assertAnnotated(Shape.OPTIONAL, false, "def f(a, adb: Optional[Db] = None): ...\n");
            assertAnnotated(Shape.PLAIN, true, "def f(a, adb: \"Db\" = None): ...\n");
            assertAnnotated(Shape.UNION, true, "def f(a, adb: \"Db | None\" = None): ...\n");
            assertAnnotated(Shape.OPTIONAL, true, "def f(a, adb: \"Optional[Db]\" = None): ...\n");
        }

        private void assertAnnotated(Shape shape, boolean quoted, String after) {
            assertThat(Edited.parameter("def f(a): ...\n", new AnnotationForm("Db", shape, quoted), null))
                    .isEqualTo(after);
        }

        @Test
        void withADefaultOfItsOwn() {
            Expr call = new Expr.Call(
                    UUID.randomUUID(),
                    new Expr.Name("Depends"),
                    List.of(new Expr.Argument(null, 0, new Expr.Name("get"))));
            assertThat(Edited.edited(
                            "def f(db=1): ...\n",
                            Edited.functions(f -> new ParameterChange(f, "adb", null, call, "db"))))
                    .isEqualTo("def f(db=1, adb=Depends(get)): ...\n");
        }

        @Test
        void oneALineStaysSo() {
            assertThat(Edited.parameter("""
                    @decorated(a)
                    async def f(
                        self,
                        b: int = 1,
                    ) -> None:
                        pass
                    """)).isEqualTo("""
                    @decorated(a)
                    async def f(
                        self,
                        b: int = 1,
                        adb=None,
                    ) -> None:
                        pass
                    """);
            assertThat(Edited.parameter("""
                    def f(
                        self,
                        *,
                        b
                    ):
                        pass
                    """)).isEqualTo("""
                    def f(
                        self,
                        adb=None,
                        *,
                        b
                    ):
                        pass
                    """);
            assertThat(Edited.parameter("def f(\n    *,\n    b,\n): ...\n"))
                    .isEqualTo("def f(\n    adb=None,\n    *,\n    b,\n): ...\n");
            assertThat(Edited.parameter("def f(\n    self\n): ...\n"))
                    .isEqualTo("def f(\n    self,\n    adb=None\n): ...\n");
        }

        @Test
        void belowEachOtherBehindTheParenthesis() {
            assertThat(Edited.parameter("def f(self,\n      b,\n      c):\n    pass\n"))
                    .isEqualTo("def f(self,\n      b,\n      c,\n      adb=None):\n    pass\n");
            assertThat(Edited.parameter("def f(*,\n      b):\n    pass\n"))
                    .isEqualTo("def f(adb=None,\n      *,\n      b):\n    pass\n");
        }

        @Test
        void allOnALineOfTheirOwn() {
            assertThat(Edited.parameter("def f(\n    self, b\n):\n    pass\n"))
                    .isEqualTo("def f(\n    self, b, adb=None\n):\n    pass\n");
            assertThat(Edited.parameter("def f(\n    self, b,\n):\n    pass\n"))
                    .isEqualTo("def f(\n    self, b, adb=None,\n):\n    pass\n");
        }

        @Test
        void commentsStayWithTheirParameters() {
            assertThat(Edited.parameter("""
                    def f(  # noqa
                        self,  # it
                        # above b
                        b  # the last
                        # the end
                    ):
                        pass
                    """)).isEqualTo("""
                    def f(  # noqa
                        self,  # it
                        # above b
                        b,  # the last
                        adb=None
                        # the end
                    ):
                        pass
                    """);
            assertThat(Edited.parameter("""
                    def f(
                        self,  # it
                        # above all
                        **kw,  # the last
                    ):
                        pass
                    """)).isEqualTo("""
                    def f(
                        self,  # it
                        adb=None,
                        # above all
                        **kw,  # the last
                    ):
                        pass
                    """);
            assertThat(Edited.parameter("def f(\n    # nothing\n):\n    pass\n"))
                    .isEqualTo("def f(adb=None\n    # nothing\n):\n    pass\n");
        }

        @Test
        void lineEndsAndTabsOfTheFile() {
            assertThat(Edited.parameter("def f(\r\n\tself,\r\n\tb,\r\n):\r\n\tpass\r\n"))
                    .isEqualTo("def f(\r\n\tself,\r\n\tb,\r\n\tadb=None,\r\n):\r\n\tpass\r\n");
        }
    }

    @Nested
    class Arguments {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                g()                     | g(adb=adb)
                g( )                    | g(adb=adb)
                g(a)                    | g(a, adb=adb)
                'g(a,)'                 | 'g(a, adb=adb,)'
                g(a, b=1)               | g(a, b=1, adb=adb)
                g(*a)                   | g(*a, adb=adb)
                g(*a, **kw)             | g(*a, **kw, adb=adb)
                x.g(a).h(b)             | x.g(a, adb=adb).h(b)
                g(g(a))                 | g(g(a, adb=adb), adb=adb)
                g(lambda: a)            | g(lambda: a, adb=adb)
                g(yes if a else no)     | g(yes if a else no, adb=adb)
                g((yield))              | g((yield), adb=adb)
                g(...)                  | g(..., adb=adb)
                g([x for x in a])       | g([x for x in a], adb=adb)
                g((x for x in a))       | g((x for x in a), adb=adb)
                g(x for x in a)         | g((x for x in a), adb=adb)
                """)
        void standsLast(String before, String after) {
            assertThat(Edited.argument("def h():\n    y = " + before + "\n"))
                    .isEqualTo("def h():\n    y = " + after + "\n");
        }

        @Test
        void awaited() {
            assertThat(Edited.argument("async def h():\n    await g(await a)\n    return 1\n"))
                    .isEqualTo("async def h():\n    await g(await a, adb=adb)\n    return 1\n");
        }

        @Test
        void oneALineStaysSo() {
            assertThat(Edited.argument("y = g(\n    a,\n    b=1,\n)\n"))
                    .isEqualTo("y = g(\n    a,\n    b=1,\n    adb=adb,\n)\n");
            assertThat(Edited.argument("y = g(\n    a,\n    b=1\n)\n"))
                    .isEqualTo("y = g(\n    a,\n    b=1,\n    adb=adb\n)\n");
            assertThat(Edited.argument("y = g(\n    a, b\n)\n")).isEqualTo("y = g(\n    a, b, adb=adb\n)\n");
            assertThat(Edited.argument("y = g(a,\n      b)\n")).isEqualTo("y = g(a,\n      b,\n      adb=adb)\n");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                g(F())           | 0 | g(db := F(), adb=db)
                g(a, F(), b=1)   | 1 | g(a, db := F(), b=1, adb=db)
                g(a, b=F())      | 1 | g(a, b=(db := F()), adb=db)
                """)
        void namesWhatIsPassedTwice(String before, int argument, String after) {
            assertThat(Edited.edited(before + "\n", Edited.calls(g -> new ArgumentSharing(g, argument, "db", "adb"))))
                    .isEqualTo(after + "\n");
        }

        @ParameterizedTest
        @CsvSource({"g(), 0", "g(*a), 0"})
        void whatIsPassedTwiceMustBeThere(String text, int argument) {
            assertThatThrownBy(() -> Edited.edited(
                            text + "\n", Edited.calls(g -> new ArgumentSharing(g, argument, "db", "adb"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no such argument");
        }

        @Test
        void hugsWhatSpansSeveralLines() {
            assertThat(Edited.argument("y = g({\n    1: 2,\n})\n")).isEqualTo("y = g({\n    1: 2,\n}, adb=adb)\n");
        }

        @Test
        void commentsStayWithTheirArguments() {
            assertThat(Edited.argument("y = g(  # why\n    a,  # first\n    b  # last\n)  # end\n"))
                    .isEqualTo("y = g(  # why\n    a,  # first\n    b,  # last\n    adb=adb\n)  # end\n");
            assertThat(Edited.argument("y = g(\n    a,\n    b,  # last\n    # none\n)\n"))
                    .isEqualTo("y = g(\n    a,\n    b,  # last\n    adb=adb,\n    # none\n)\n");
            assertThat(Edited.argument("y = g(a, b  # both\n)\n")).isEqualTo("y = g(a, b, adb=adb  # both\n)\n");
        }
    }

    @Nested
    class StatementsBehind {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "db = 1\n+",
                    "db = 1  # why\n+",
                    "db = 1  # why\n+# next\ny = 2\n",
                    "db = 1\n+\n\n# next\ndef h():\n    pass\n",
                    "db = 1\n    # about it\n+y = 2\n",
                    "class A:\n    db = 1\n    +    y = 2\n",
                    "class A:\n    db = 1\n    +\n    def h(self):\n        pass\n",
                    "class A:\n    def h(self):\n        self.db = 1\n        +",
                    "class A:\n    def h(self):\n        self.db = 1  # why\n        +\n    def i(self):\n        pass\n",
                    "class A:\n    def h(self):\n        self.db = 1  # why\n        +\n    # about i\n    def i(self):\n        pass\n",
                    "class A:\n    def h(self):\n        self.db = 1  # why\n        +        # the end\n\n\nawait_it()\n",
                    "class A:\n    def h(self):\n        self.db = 1  # why\n        +",
                    "async def h():\n    db = 1  # why\n    +    await y\n",
                    "def h():\n    db = 1  # why\n    +    yield y\n",
                    "def h():\n    db = 1\n    +\n    ...\n",
                    "async def h():\n    if a:\n        db = 1  # why\n        +    await y\n",
                    "async def h():\n    if a:\n        db = 1  # why\n        +    ...\n",
                    "def h():\n    try:\n        db = 1  # why\n        +    except E:  # or\n        pass\n",
                    "def h():\n    try:\n        db = 1  # why\n        +    finally:\n        pass\n",
                    "def h():\n    try:\n        db = 1  # why\n        +    except E:\n        pass\n    else:\n        pass\n    finally:\n        pass\n",
                    "def h():\n    if a:\n        db = 1  # why\n        +    else:\n        db = 2  # or\n        +    y = 1\n",
                    "def h():\n    for x in y:\n        db = 1  # why\n        +    else:  # or\n        pass\n",
                    "def h():\n    with a:\n        db = 1  # why\n        +",
                    "def h():\n\tdb = 1\n\t+\ty = 2\n",
                    "def h():\r\n    db = 1  # why\r\n    +    y = 2\r\n",
                    "def h():\r\n    if a:\r\n        db = 1  # why\r\n        +    y = 2\r\n",
                })
        void standsOnTheNextLine(String expected) {
            // What is added is marked by a plus sign.
            String lineEnd = expected.contains("\r") ? "\r\n" : "\n";
            String before = expected.replaceAll("[ \\t]*\\+", "");
            String after = expected.replaceAll("\\+", "adb = x" + lineEnd);
            assertThat(Edited.statementBehind(before)).isEqualTo(after);
        }

        @Test
        void fileWithoutALineEnd() {
            assertThat(Edited.statementBehind("db = 1")).isEqualTo("db = 1\nadb = x");
            assertThat(Edited.statementBehind("db = 1  # why")).isEqualTo("db = 1  # why\nadb = x");
        }

        @Test
        void besideOtherStatementsOfItsLine() {
            assertThat(Edited.statementBehind("db = 1; y = 2\n")).isEqualTo("db = 1; adb = x; y = 2\n");
            assertThat(Edited.statementBehind("y = 2; db = 1\n")).isEqualTo("y = 2; db = 1\nadb = x\n");
            assertThat(Edited.statementBehind("db = 1;\n")).isEqualTo("db = 1;\nadb = x\n");
        }

        @Test
        void bodyOnTheLineOfItsHead() {
            assertThat(Edited.statementBehind("class A:\n    def h(self): self.db = 1\n    def i(self): ...\n"))
                    .isEqualTo(
                            "class A:\n    def h(self):\n        self.db = 1\n        adb = x\n    def i(self): ...\n");
            assertThat(Edited.statementBehind("def h(self): self.db = 1  # why\n"))
                    .isEqualTo("def h(self):\n    self.db = 1  # why\n    adb = x\n");
            assertThat(Edited.statementBehind("def h(self): self.db = 1; y()\n"))
                    .isEqualTo("def h(self):\n    self.db = 1; adb = x; y()\n");
            assertThat(Edited.statementBehind("if a: db = 1\nelse: pass\n"))
                    .isEqualTo("if a:\n    db = 1\n    adb = x\nelse: pass\n");
            assertThat(Edited.statementBehind("class A:\n\tdef h(self):\n\t\tif a: self.db = 1\n"))
                    .isEqualTo("class A:\n\tdef h(self):\n\t\tif a:\n\t\t\tself.db = 1\n\t\t\tadb = x\n");
        }

        @Test
        void severalInTheirOrder() {
            String result = Edited.edited(
                    "db = 1  # why\ny = 2\n",
                    Edited.assignments(each -> named("one", each)).and(Edited.assignments(each -> named("two", each))));
            assertThat(result).isEqualTo("db = 1  # why\none = x\ntwo = x\ny = 2\n");
        }

        private StatementChange named(String name, UUID anchor) {
            return new StatementChange(
                    anchor, StatementChange.Place.BEHIND, new Expr.Name(name), null, new Expr.Name("x"));
        }

        @Test
        void annotated() {
            AnnotationForm form = new AnnotationForm("Db", Shape.PLAIN, false);
            Expr field = new Expr.Call(
                    UUID.randomUUID(),
                    new Expr.Name("field"),
                    List.of(new Expr.Argument("default_factory", 0, new Expr.Name("get"))));
            assertThat(Edited.edited(
                            "class A:\n    db = 1\n",
                            Edited.assignments(each -> new StatementChange(
                                    each, StatementChange.Place.BEHIND, new Expr.Name("adb"), form, field))))
                    .isEqualTo("class A:\n    db = 1\n    adb: Db = field(default_factory=get)\n");
        }

        @Test
        void whatTheValueMayBe() {
            Expr attribute = new Expr.Attribute(new Expr.Name("self"), "adb");
            Expr call = new Expr.Call(UUID.randomUUID(), new Expr.Attribute(new Expr.Name("db"), "get"), List.of());
            Expr value = new Expr.AnyOf(List.of(new Expr.Name("adb"), call));
            assertThat(Edited.edited(
                            "db = 1\n",
                            Edited.assignments(each ->
                                    new StatementChange(each, StatementChange.Place.BEHIND, attribute, null, value))))
                    .isEqualTo("db = 1\nself.adb = adb or db.get()\n");
        }
    }

    @Nested
    class StatementsAtTheTop {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "def f(db):\n    +    return db\n",
                    "def f(db):  # noqa\n    +    return db\n",
                    "def f(db):\n    +    # why\n    return db\n",
                    "def f(db):\n    \"\"\"Doc.\"\"\"\n    +    return db\n",
                    "def f(db):\n    \"\"\"Doc.\"\"\"\n\n    +    return db\n",
                    "def f(db):\n    \"\"\"Doc.\"\"\"  # noqa\n\n    +    # why\n    return db\n",
                    "def f(db):\n    \"\"\"Doc.\"\"\"\n    +",
                    "def f(db):\n    \"\"\"Doc.\n\n    More.\n    \"\"\"\n    +    yield db\n",
                    "async def f(db):\n    +    await db\n",
                    "async def f(db):\n    +    ...\n",
                    "async def f(db):\n    \"\"\"Doc.\"\"\"\n\n    +    # why\n    await db\n",
                    "@a\n@b(c)\ndef f(\n    db,\n):\n    +    def g():\n        pass\n    return g\n",
                    "class A:\r\n\tdef f(self, db):\r\n\t\t+\t\treturn db\r\n",
                })
        void standsBehindTheDocstring(String expected) {
            String lineEnd = expected.contains("\r") ? "\r\n" : "\n";
            String before = expected.replaceAll("[ \\t]*\\+", "");
            assertThat(Edited.statementAtTop(before)).isEqualTo(expected.replace("+", "adb = x" + lineEnd));
        }

        @Test
        void bodyOnTheLineOfItsHead() {
            assertThat(Edited.statementAtTop("def f(db): return db\n"))
                    .isEqualTo("def f(db):\n    adb = x\n    return db\n");
            assertThat(Edited.statementAtTop("class A:\n  async def f(self, db): await db; return 1  # why\n"))
                    .isEqualTo("class A:\n  async def f(self, db):\n    adb = x\n    await db; return 1  # why\n");
            assertThat(Edited.statementAtTop("def f(db): \"doc\"; return db\n"))
                    .isEqualTo("def f(db):\n    \"doc\"; adb = x; return db\n");
        }
    }

    @Nested
    class LongLines {
        private static final String LONG = "a_name_of_19_letters, b_name_of_19_letters, c_name_of_19_letters";

        @Test
        void parametersGetALineThenOneEach() {
            assertThat(Edited.parameter("class A:\n    def f(self, " + LONG + "):\n        pass\n"))
                    .isEqualTo("class A:\n    def f(\n        self, " + LONG + ", adb=None\n    ):\n        pass\n");
            assertThat(Edited.parameter("def f(one_more, " + LONG + "): ...\n"))
                    .isEqualTo("def f(\n    one_more, " + LONG + ", adb=None\n): ...\n");
            assertThat(Edited.parameter("async def f(self, one_more, other, " + LONG + ") -> None: ...\n"))
                    .isEqualTo("async def f(\n    self,\n    one_more,\n    other,\n    "
                            + LONG.replace(", ", ",\n    ") + ",\n    adb=None,\n) -> None: ...\n");
        }

        @Test
        void doNotBreakWhatFits() {
            String fits = "def f(self, " + LONG + ", adb=None):\n    pass\n";
            assertThat(fits.indexOf('\n')).isEqualTo(88);
            assertThat(Edited.parameter(fits.replace(", adb=None", ""))).isEqualTo(fits);
            String more = fits.replace("self", "self_");
            assertThat(Edited.parameter(more.replace(", adb=None", "")))
                    .isEqualTo(more.replace("(", "(\n    ").replace(")", "\n)"));
        }

        @Test
        void widthOfTheFile() {
            String doc = "\"\"\"" + "x".repeat(110) + "\"\"\"\n";
            assertThat(Edited.parameter(doc + "def f(self, one_more, " + LONG + "): ...\n"))
                    .isEqualTo(doc + "def f(self, one_more, " + LONG + ", adb=None): ...\n");
        }

        @Test
        void argumentsToo() {
            assertThat(Edited.argument("def h():\n    y = g(abc, " + LONG + ")\n"))
                    .isEqualTo("def h():\n    y = g(\n        abc, " + LONG + ", adb=adb\n    )\n");
            assertThat(Edited.argument("def h():\n    return g(one, two, three, four, " + LONG + ")[0]\n"))
                    .isEqualTo(
                            "def h():\n    return g(\n        one,\n        two,\n        three,\n        four,\n        "
                                    + LONG.replace(", ", ",\n        ") + ",\n        adb=adb,\n    )[0]\n");
        }

        @Test
        void outermostFirst() {
            assertThat(Edited.argument("y = g(a_name_of_19_letters, g(b_name_of_19_letters, c_name_of_19_letters))\n"))
                    .isEqualTo(
                            "y = g(\n    a_name_of_19_letters,\n    g(b_name_of_19_letters, c_name_of_19_letters, adb=adb),\n    adb=adb,\n)\n");
        }

        @Test
        void behindTextOfSeveralLines() {
            String text = "x = \"\"\"\n\n\n\"\"\"\n";
            assertThat(Edited.argument(text + "y = g(abc, de, " + LONG + ")\n"))
                    .isEqualTo(text + "y = g(\n    abc, de, " + LONG + ", adb=adb\n)\n");
        }

        @Test
        void lineThatFillsUp() {
            assertThat(Edited.argument("y = g(\n    a, b, c, d, " + LONG + "\n)\n"))
                    .isEqualTo("y = g(\n    a,\n    b,\n    c,\n    d,\n    " + LONG.replace(", ", ",\n    ")
                            + ",\n    adb=adb,\n)\n");
        }

        @Test
        void doNotBreakListsWithComments() {
            String call = "y = g(a, b, " + LONG + "  # why\n)\n";
            assertThat(Edited.argument(call)).isEqualTo(call.replace("  #", ", adb=adb  #"));
        }

        @Test
        void lineEndsAndTabsOfTheFile() {
            assertThat(Edited.parameter("class A:\r\n\tdef f(self, ab, " + LONG + "):\r\n\t\tpass\r\n"))
                    .isEqualTo("class A:\r\n\tdef f(\r\n\t\tself, ab, " + LONG + ", adb=None\r\n\t):\r\n\t\tpass\r\n");
        }

        @Test
        void countsWhatElseChangesOnTheLine() {
            String before = "def f(" + LONG + ", db=None): ...\n";
            assertThat(Edited.edited(
                            before,
                            Edited.functions(f -> new ParameterChange(f, "adb", null, null, null))
                                    .and(Edited.functions(f -> new ParameterRemoval(f, "db")))))
                    .isEqualTo(before.replace("db=", "adb="));
        }

        @Test
        void callsThatAreAwaitedAreLonger() {
            String before = "async def h():\n    y = g(" + LONG + ")\n";
            assertThat(Edited.edited(
                            before,
                            Edited.calls(g -> new ArgumentChange(g, "adb", new Expr.Name("ab")))
                                    .and(Edited.calls(g -> new CallChange(g, CallChange.Kind.AWAIT, "")))))
                    .isEqualTo("async def h():\n    y = await g(\n        " + LONG + ", adb=ab\n    )\n");
        }
    }

    @Nested
    class Requests {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                ''                      | adb
                db                      | db, adb
                self                    | self, adb
                self, db, /             | self, db, /, adb
                db, *, b                | db, adb, *, b
                *, b                    | adb, *, b
                db, *args               | db, adb, *args
                db, a=1                 | db, adb, a=1
                a: int = 1              | adb, a: int = 1
                db, **kw                | db, adb, **kw
                db, a=1, *args, **kw    | db, adb, a=1, *args, **kw
                'db,'                   | 'db, adb,'
                """)
        void standBehindThoseWithoutADefault(@Nullable String before, String after) {
            String head = "def f(" + (before == null ? "" : before) + "): ...\n";
            assertThat(Edited.request(head, null)).isEqualTo("def f(" + after + "): ...\n");
        }

        @Test
        void annotated() {
            assertThat(Edited.request("def f(db: Db, *, a=1): ...\n", "Adb"))
                    .isEqualTo("def f(db: Db, adb: Adb, *, a=1): ...\n");
        }

        @Test
        void oneALineStaysSo() {
            assertThat(Edited.request("""
                    async def f(
                        self,
                        db,  # the layer
                        # a default
                        a=1,
                    ):
                        pass
                    """, null)).isEqualTo("""
                    async def f(
                        self,
                        db,  # the layer
                        adb,
                        # a default
                        a=1,
                    ):
                        pass
                    """);
        }

        @Test
        void longListsAreBroken() {
            String parameters = "a_long_fixture, another_long_fixture, yet_another_long_fixture, the_last_one";
            assertThat(Edited.request("def f(" + parameters + "):\r\n    pass\r\n", null))
                    .isEqualTo("def f(\r\n    " + parameters + ", adb\r\n):\r\n    pass\r\n");
        }

        @Test
        void severalOfOneFunction() {
            assertThat(Edited.edited(
                            "def f(a=1): ...\n",
                            Edited.functions(f -> new RequestChange(f, "db", null))
                                    .and(Edited.functions(f -> new RequestChange(f, "adb", null)))))
                    .isEqualTo("def f(db, adb, a=1): ...\n");
        }

        /** Fixtures are passed by keyword. */
        @Test
        void doNotStandAmongThoseByPositionOnly() {
            assertThatThrownBy(() -> Edited.request("def f(a, b=1, /): ...\n", null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no place");
        }

        @Test
        void theFunctionMustBeThere() {
            assertThatThrownBy(() -> Edited.edited(
                            "def f(): ...\n", Edited.functions(f -> new RequestChange(UUID.randomUUID(), "db", null))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class DottedArguments {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                g()                      | g(**{"a.b": adb})
                g("x", new=1)            | g("x", new=1, **{"a.b": adb})
                g("x", **kw)             | g("x", **kw, **{"a.b": adb})
                g("x", **{"c.d": 1})     | g("x", **{"c.d": 1, "a.b": adb})
                g(**{"c.d": 1}, **kw)    | g(**{"c.d": 1, "a.b": adb}, **kw)
                g(**{"c.d": 1,})         | g(**{"c.d": 1, "a.b": adb,})
                g(**{**kw})              | g(**{**kw, "a.b": adb})
                g(**{})                  | g(**{"a.b": adb})
                g({"c.d": 1})            | g({"c.d": 1}, **{"a.b": adb})
                """)
        void standInADict(String before, String after) {
            assertThat(Edited.edited(before, dotted("a.b"))).isEqualTo(after);
        }

        @Test
        void severalShareADict() {
            assertThat(Edited.edited("g('x')\n", dotted("a.b").and(dotted("a.c"))))
                    .isEqualTo("g('x', **{\"a.b\": adb, \"a.c\": adb})\n");
        }

        @Test
        void oneALineStaysSo() {
            String before = """
                    g(
                        **{
                            "c.d": 1,  # one
                        },
                    )
                    """;
            String after = """
                    g(
                        **{
                            "c.d": 1,  # one
                            "a.b": adb,
                        },
                    )
                    """;
            assertThat(Edited.edited(before, dotted("a.b"))).isEqualTo(after);
            assertThat(Edited.edited(before.replace("\n", "\r\n"), dotted("a.b")))
                    .isEqualTo(after.replace("\n", "\r\n"));
        }

        private Edited.Finder dotted(String keyword) {
            return Edited.calls(g -> new ArgumentChange(g, keyword, new Expr.Name("adb")));
        }
    }

    @Nested
    class ArgumentsOfDecorators {

        @Test
        void standLast() {
            assertThat(decorated("@patch('x')")).isEqualTo("@patch('x', new=adb)\ndef f(): ...\n");
            assertThat(decorated("@patch()")).isEqualTo("@patch(new=adb)\ndef f(): ...\n");
        }

        @Test
        void longListsAreBroken() {
            String text = "'" + "x".repeat(70) + "'";
            assertThat(decorated("@patch(" + text + ")"))
                    .isEqualTo("@patch(\n    " + text + ", new=adb\n)\ndef f(): ...\n");
        }

        @Test
        void theParenthesesMustBeThere() {
            assertThatThrownBy(() -> decorated("@patch"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no arguments");
        }

        private String decorated(String decorator) {
            return Edited.edited(
                    decorator + "\ndef f(): ...\n",
                    Edited.decorators(id -> new ArgumentChange(id, "new", new Expr.Name("adb"))));
        }
    }
}
