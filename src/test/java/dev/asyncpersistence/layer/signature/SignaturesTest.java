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
package dev.asyncpersistence.layer.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tables of two signatures, and what is said of them; each row is tested as functions and as methods. */
@ExtendWith(PythonForTests.class)
class SignaturesTest {
    private static final String TYPES = """
            import typing as t
            import collections.abc
            import datetime, uuid
            from collections.abc import Iterable, Mapping, Sequence
            from typing import (Annotated, Any, Dict, Iterator, List, NamedTuple, NewType, Optional, Protocol, Tuple, TypedDict,
                TypeVar, Union)
            from sqlalchemy import Row
            from app.config import LIMIT, SIZE
            T = TypeVar("T")
            Key = NewType("Key", int)
            Players = list
            Alias = List[int]
            DEFAULT = 10
            CHANGED = 1
            CHANGED = 2
            class Player: pass
            class Admin(Player): pass
            class Room: pass
            class Record(TypedDict): pass
            class Point(NamedTuple): pass
            class Kind(str): ACTIVE = 1
            class Page(t.Generic[T]):
                def __iter__(self): return iter(())
            class Named(Protocol): pass
            """;

    /** Parameters of the one and of the other, and how they differ. */
    private static final String DIFFERENCES = """
            x                 | x                 |
                              |                   |
            x                 | key               | `to` has no parameter `x`
            x, y              | x                 | `to` has no parameter `y`
            x                 | x, y=None         |
            x                 | x, y              | `to` also requires `y`
            x                 | x, *, y           | `to` also requires `y`
            x                 | x, *, y=None      |
            x, y              | y, x              | `to` takes `x` at another position
            x                 | y=None, x=None    | `to` takes `x` at another position
            *, x, y           | *, y, x           |
            *, x              | x                 |
            x                 | *, x              | `to` takes `x` in another way
            x, /              | x                 |
            x                 | x, /              | `to` takes `x` in another way
            x=None            | x                 | `to` has no default for `x`
            x                 | x=None            |
            *args, **kwargs   | *ids, **options   |
            *args             | x                 | `to` has no parameter `args`
            *args             | x=1, *args        | `to` takes `args` at another position
            x                 | *args             | `to` has no parameter `x`
            x, **kwargs       | x                 | `to` has no parameter `kwargs`
            x, **kwargs       | x, y=1, **kwargs  | `to` takes `y` in another way
            x                 | x, *args, **kw    |
            x: int            | x: str            | `to` takes `x` as `str`, not `int`
            x: int            | x: 'Optional[int]' |
            """;

    /** Default values, and whether they are surely equal. */
    private static final String DEFAULTS = """
            None            | None            | yes
            None            | 10              |
            None            | ...             |
            10              | 1_0             | yes
            10              | 0xA             | yes
            10              | 11              |
            1               | 1.0             |
            1               | True            |
            -1              | -1              | yes
            -1              | 1               |
            (1)             | 1               | yes
            'a'             | "a"             | yes
            'a'             | r'a'            | yes
            'a'             | 'b'             |
            'a'             | b'a'            |
            '1'             | 1               |
            b'a'            | b'a'            | yes
            'a, "b'         | 'a, b'          |
            f'{DEFAULT}'    | f'{DEFAULT}'    |
            True            | True            | yes
            True            | False           |
            ()              | ()              | yes
            ()              | []              |
            ()              | None            |
            (1, 'a')        | (1, "a")        | yes
            (1, 2)          | (2, 1)          |
            (1, *x)         | (1, *x)         |
            {}              | {}              | yes
            {'a': 1}        | {"a": 1}        | yes
            {'a': 1}        | {'a': 2}        |
            DEFAULT         | DEFAULT         | yes
            DEFAULT         | 10              |
            DEFAULT         | LIMIT           |
            CHANGED         | CHANGED         |
            LIMIT           | LIMIT           | yes
            SIZE            | SIZE            |
            Kind.ACTIVE     | Kind.ACTIVE     | yes
            Kind.ACTIVE     | Kind.OTHER      |
            object()        | object()        |
            1 + 1           | 1 + 1           |
            """;

    /** Parameters of the one and of the other, arguments of a call, and the arguments that are passed instead, or why none are. */
    private static final String CALLS = """
            x                    | x                    | 1              | 1
            x                    | x                    | x=1            | x=1
            player_id            | id                   | 1              | 1
            player_id            | id                   | player_id=1    | id=1
            player_id            | player_id, deep=None | player_id=1    | player_id=1
            player_id            | id, deep=None        | player_id=1    | id=1
            player_id            | id, session          | player_id=1    | `to` has no parameter `player_id`
            player_id: int       | id: int              | player_id=1    | id=1
            player_id: int       | id: str              | player_id=1    | `to` has no parameter `player_id`
            player_id: int       | id: Optional[int]    | player_id=1    | id=1
            player_id            | room_id              | 1              | `to` has no parameter `player_id`
            key                  | pk                   | key=1          | pk=1
            name, key            | key, label           | 'a', 1         | `to` has no parameter `name`
            player, room         | who, where           | 1, room=2      | 1, where=2
            player_id, room_id   | room, player         | 1, 2           | `to` has no parameter `player_id`
            x, limit=1           | x, offset=1          | 1, limit=2     | `to` has no parameter `limit`
            x, limit=1           | x, row_limit=1       | 1, limit=2     | 1, row_limit=2
            x, limit=1           | x, row_limit=1       | 1              | 1
            x: int               | x: str               | 1              | `to` takes `x` as `str`, not `int`
            x: uuid.UUID         | x: Union[uuid.UUID, str] | 1          | 1
            x: Player            | x: Admin             | 1              | 1
            x: int = None        | x: Optional[int] = None | 1           | 1
            x, y                 | y, x                 | 1, 2           | x=1, y=2
            x, y                 | y, x                 | 1, y=2         | x=1, y=2
            x, y                 | y, x                 | x=1, y=2       | x=1, y=2
            x, y                 | y, x, /              | 1, 2           | `to` takes `x` at another position
            x, y, z              | x, z, y              | 1, 2, 3        | 1, y=2, z=3
            x, y, z              | y, x, z, /           | 1, 2, 3        | `to` takes `x` at another position
            x, y                 | x, z=None, y=None    | 1, 2           | 1, y=2
            x                    | *, x                 | 1              | x=1
            x                    | *, id                | 1              | id=1
            x, y                 | x, *, y              | 1, 2           | 1, y=2
            *, x                 | x                    | x=1            | x=1
            x, /                 | x                    | 1              | 1
            x                    | x, /                 | 1              | 1
            x                    | x, /                 | x=1            | `to` takes `x` in another way
            x                    | x, y                 | 1              | `to` also requires `y`
            x                    | x, *, y              | 1              | `to` also requires `y`
            x, y=1               | x, y=1               | 1              | 1
            x, y=1               | x, y=2               | 1              | `to` has another default for `y`
            x, y=1               | x, y=2               | 1, 3           | 1, 3
            x, y=1               | x, y=2               | 1, y=3         | 1, y=3
            x, y=1               | x, y                 | 1              | `to` has no default for `y`
            x, y=1               | x, y                 | 1, 2           | 1, 2
            x, y=1               | x                    | 1              | `to` has no parameter `y`
            x, y=object()        | x, y=object()        | 1              | `to` has another default for `y`
            x, y=object()        | x, y=object()        | 1, 2           | 1, 2
            x                    | x                    | *a             | *a
            x                    | id                   | *a             | `to` has no parameter `x`
            x, y=1               | x, y=2               | **a            | `to` has another default for `y`
            x, y                 | y, x                 | 1, *a          | `to` takes `x` at another position
            *args                | *ids                 | 1, 2           | 1, 2
            x, *args             | x, *args             | 1, 2, 3        | 1, 2, 3
            x, *args             | x, *args             | 1              | 1
            x, *args             | x, y=1, *args        | 1, 2           | `to` takes `args` at another position
            x, *args             | x                    | 1, 2           | `to` has no parameter `args`
            x, *args             | x                    | 1              | 1
            x, **kwargs          | x, **options         | 1, y=2         | 1, y=2
            x, **kwargs          | x, y=1, **options    | 1, y=2         | `to` takes `y` in another way
            x, **kwargs          | x                    | 1              | 1
            x, **kwargs          | x                    | 1, y=2         | `to` has no parameter `kwargs`
            player_id, **kwargs  | id, **kwargs         | player_id=1, id=2 | `to` takes `id` in another way
            x                    | x                    |                | the call doesn't fit `from` either
            x                    | x                    | 1, 2           | the call doesn't fit `from` either
            x                    | x                    | 1, x=2         | the call doesn't fit `from` either
            x                    | x, y=1               | 1, y=2         | the call doesn't fit `from` either
            """;

    /** Annotations of the results, and the mismatch. */
    private static final String RESULTS = """
            Player                 ; Player                    ;
            Player                 ; 'Player'                  ;
            Player                 ;                           ;
                                   ; Player                    ;
            Player                 ; Any                       ;
            Player                 ; object                    ;
            object                 ; Player                    ;
            Player                 ; Room                      ; `Room`, not `Player`
            Player                 ; Admin                     ;
            Admin                  ; Player                    ; `Player`, not `Admin`
            Player                 ; Named                     ;
            Named                  ; Player                    ;
            Named                  ; None                      ; `None`, not `Named`
            Player                 ; dict                      ; `dict`, not `Player`
            dict                   ; Player                    ; `Player`, not `dict`
            dict                   ; Record                    ;
            list                   ; Record                    ; `Record`, not `list`
            tuple                  ; Point                     ;
            str                    ; Kind                      ;
            int                    ; Kind                      ; `Kind`, not `int`
            Optional[Player]       ; Player | None             ;
            Union[Player, None]    ; Optional[Player]          ;
            Optional[Player]       ; Player                    ;
            Player                 ; Optional[Player]          ; `Player | None`, not `Player`
            Player                 ; 'Player | None'           ; `Player | None`, not `Player`
            Row                    ; Optional[Row]             ; `Row | None`, not `Row`
            Row                    ; Player                    ;
            Player                 ; Row                       ;
            T                      ; Optional[Player]          ;
            Union[int, str]        ; str                       ;
            str                    ; Union[int, str]           ; `int | str`, not `str`
            Player                 ; None                      ; `None`, not `Player`
            None                   ; Player                    ; `Player`, not `None`
            None                   ; None                      ;
            bool                   ; None                      ; `None`, not `bool`
            int                    ; bool                      ;
            bool                   ; int                       ; `int`, not `bool`
            float                  ; int                       ;
            int                    ; str                       ; `str`, not `int`
            datetime.date          ; datetime.datetime         ;
            datetime.datetime      ; datetime.date             ; `date`, not `datetime`
            str                    ; uuid.UUID                 ; `UUID`, not `str`
            list[Player]           ; List[Player]              ;
            list[Player]           ; t.List['Player']          ;
            List[Player]           ; list                      ;
            list                   ; list[Player]              ;
            list[Player]           ; list[Admin]               ;
            list[Player]           ; list[Room]                ; `list[Room]`, not `list[Player]`
            list[Player]           ; list[Any]                 ;
            list[Player]           ; list[Optional[Player]]    ; `list[Player | None]`, not `list[Player]`
            list[Player]           ; tuple[Player, ...]        ; `tuple[Player, ...]`, not `list[Player]`
            dict                   ; list[Player]              ; `list[Player]`, not `dict`
            dict[str, int]         ; Dict[str, int]            ;
            dict[str, int]         ; dict[str, str]            ; `dict[str, str]`, not `dict[str, int]`
            Sequence[Player]       ; list[Player]              ;
            Sequence[Player]       ; list[Room]                ; `list[Room]`, not `Sequence[Player]`
            Sequence[int]          ; tuple[int, int]           ;
            Sequence[int]          ; tuple[int, str]           ; `tuple[int, str]`, not `Sequence[int]`
            Iterable[str]          ; dict[str, int]            ;
            Iterable[str]          ; t.Iterable[str]           ;
            collections.abc.Collection[int] ; set[int]         ;
            Mapping[str, int]      ; dict[str, int]            ;
            list[Player]           ; Sequence[Player]          ; `Sequence[Player]`, not `list[Player]`
            Sequence[int]          ; set[int]                  ; `set[int]`, not `Sequence[int]`
            list                   ; Iterator[int]             ; `Iterator[int]`, not `list`
            Iterable[Player]       ; Page[Player]              ;
            Sequence[Player]       ; Page[Player]              ;
            list[Player]           ; Page[Player]              ; `Page[Player]`, not `list[Player]`
            Page[Player]           ; Page[Room]                ; `Page[Room]`, not `Page[Player]`
            tuple[int, str]        ; Tuple[int, str]           ;
            tuple[int, str]        ; tuple[int, str, str]      ; `tuple[int, str, str]`, not `tuple[int, str]`
            tuple[int, str]        ; tuple[str, int]           ; `tuple[str, int]`, not `tuple[int, str]`
            tuple[int, ...]        ; tuple[int, int]           ;
            tuple[int, ...]        ; tuple[int, str]           ; `tuple[int, str]`, not `tuple[int, ...]`
            tuple[int, int]        ; tuple[int, ...]           ;
            tuple                  ; tuple[int, int]           ;
            Annotated[int, 'x']    ; int                       ;
            Annotated[int, 'x']    ; str                       ; `str`, not `int`
            Key                    ; Player                    ;
            Alias                  ; Player                    ;
            Missing                ; Player                    ;
            Missing                ; Other                     ;
            """;

    @Test
    void namesHowSignaturesDiffer() {
        check(DIFFERENCES, "\\|", "%s)", (row, signatures, call) -> signatures.difference());
    }

    @Test
    void comparesDefaultsByValue() {
        check(DEFAULTS, "\\|", "x=%s)", (row, signatures, call) -> signatures.difference() == null ? "yes" : "");
    }

    @Test
    void findsTheArgumentsOfEachCall() {
        check(CALLS, "\\|", "%s)", (row, signatures, call) -> {
            CallFit fit = signatures.fit(call);
            return fit.possible() ? adapted(row.get(2), fit) : fit.mismatch();
        });
    }

    private static String adapted(String call, CallFit fit) {
        String[] arguments = call.split(", ", -1);
        fit.keywords()
                .forEach((index, keyword) ->
                        arguments[index] = keyword + "=" + arguments[index].replaceFirst("^\\w+=", ""));
        return String.join(", ", arguments);
    }

    @Test
    void comparesWhatIsReturned() {
        check(RESULTS, ";", ") -> %s", (row, signatures, call) -> {
            String difference = signatures.difference();
            return difference == null ? null : difference.replaceFirst("^`to\\d+` returns ", "");
        });
    }

    @Test
    void doesNotCompareWhatIsReturnedWhereItIsDropped() {
        String text = "def a() -> int: pass\nasync def b() -> str: pass\n";
        Program dropped = Programs.of("m.py", text + "def c(): a()\n");
        Program used = Programs.of("m.py", text + "def c(): return a()\n");

        assertThat(fit(dropped).possible()).isTrue();
        assertThat(fit(used).mismatch()).isEqualTo("`b` returns `str`, not `int`");
    }

    private static CallFit fit(Program program) {
        return new Signatures(function(program, "m.a"), function(program, "m.b"), new Resolver(program))
                .fit(function(program, "m.c").calls().get(0));
    }

    private interface Answer {
        @Nullable
        String of(List<String> row, Signatures signatures, CallSite call);
    }

    /** Compares the last cell of each row with what is said of functions whose signatures are made of the first two. */
    private static void check(String table, String separator, String signature, Answer answer) {
        List<List<String>> rows = table.lines()
                .map(line ->
                        Stream.of(line.split(separator, -1)).map(String::strip).toList())
                .toList();
        StringBuilder text = new StringBuilder(TYPES);
        for (int i = 0; i < rows.size(); i++) {
            String from = signature(signature, rows.get(i).get(0));
            String to = signature(signature, rows.get(i).get(1));
            text.append("def from%d(%s: pass\nasync def to%d(%s: pass\n".formatted(i, from, i, to));
            text.append("class C%d:\n    def from%d(self, %s: pass\n    async def to%d(this, %s: pass\n"
                    .formatted(i, i, from, i, to));
            text.append("def call%d(): return from%d(%s)\n"
                    .formatted(i, i, rows.get(i).size() == 4 ? rows.get(i).get(2) : ""));
        }
        Program program = Programs.of("m.py", text.toString(), "app/config.py", "LIMIT = 1\nSIZE = 1\nSIZE = 2\n");
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            CallSite call = function(program, "m.call" + i).calls().get(0);
            for (String owner : List.of("m.", "m.C" + i + ".")) {
                Signatures signatures = new Signatures(
                        function(program, owner + "from" + i),
                        function(program, owner + "to" + i),
                        new Resolver(program));
                String given = answer.of(row, signatures, call);
                softly.assertThat(given == null ? "" : given.replaceAll("`(from|to)\\d+`", "`$1`"))
                        .as("%s %s", owner, row)
                        .isEqualTo(row.get(row.size() - 1));
            }
        }
        softly.assertAll();
    }

    private static String signature(String form, String cell) {
        return cell.isEmpty() && form.contains("->") ? ")" : form.formatted(cell);
    }

    private static FunctionModel function(Program program, String name) {
        return Objects.requireNonNull(program.function(name));
    }
}
