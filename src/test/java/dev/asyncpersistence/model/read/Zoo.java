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
package dev.asyncpersistence.model.read;

import java.util.List;

/** Python constructs that spread over lines, with a call before, in and behind each. */
final class Zoo {
    static final List<String> CONSTRUCTS = List.of(
            """
            first(
                second(),
                third(
                    1,
                ),
            )
            last()
            """,
            """
            value = (
                # comment
                one()
                .two()  # comment
                .three(
                )
            )
            last()
            """,
            """
            nested = ((
                one()
            )
            )
            last()
            """,
            """
            @plain
            @call()
            # comment

            @call_with(
                inner()
            )
            @a.b(c)
            def decorated(): pass

            @register(
                name()
            )  # comment
            @other
            class Decorated(
                Base,
                Generic[T],
                metaclass=make(),
            ):
                @property
                # comment
                def value(self): return one()

                @staticmethod
                async def two(): return three()
            last()
            """,
            """
            choice = (
                one()
                # comment
                if two()
                else
                three()
            )
            inline = one() if two() else three() if four() else five()
            last()
            """,
            """
            values = [
                one(x)
                # comment
                for x in two()
                if three(x)  # comment
                if four(x)
                for y, z
                in five(x)
            ]
            pairs = {
                one(k):
                two(v)
                for k, v
                in three()
            }
            unique = {
                one(x)
                for x in two()
            }
            total = sum(
                one(x)
                for x in two()
            )
            async def f():
                return [
                    await one(x)
                    async for x
                    in two()
                    if await three(x)
                ]
            last()
            """,
            """
            mapping = {
                "a": one(),  # comment
                # comment
                "b":
                    two(),
                **three(),
                four(): five(
                ),
            }
            empty = {
            }
            none = [
            ]
            nothing = (
            )
            many = [
                one(),
                *two(),
                # comment
            ]
            pair = (
                one(),
                two()
                ,
            )
            bare = one(), \\
                two(),
            unique = {
                one(),
                two(), }
            last()
            """,
            """
            \"\"\"Text
            over lines.\"\"\"
            one(\"\"\"
            text \\
            more
            \"\"\", two())
            three('''
            ''' "a"
            "b", four())
            joined = (
                "a"  # comment
                r\"\"\"b
                \"\"\"
                "c"
            )
            raw = b\"\"\"
            \"\"\" + five()
            last()
            """,
            """
            one(f\"\"\"
            {two()}
            text {three(
            )}
            \"\"\", four())
            five(f"{six()}" "a"
                 f"{seven()}")
            last()
            """,
            """
            value = one() + \\
                two() \\
                - three()
            if one() and \\
                    two() or not \\
                    three():
                four()
            assert one(), \\
                two()
            text = "a \\
            b"
            from \\
                a \\
                import b
            with one() as a, \\
                    two() as b:
                three()
            last()
            """,
            """
            match one(
                two()
            ):
                # comment
                case Point(
                    x=0,
                    y=Other(z),
                ) if three():
                    four()
                case [1, *rest] | {"k": v, **others}:
                    five()
                case (
                    "a" | "b"
                    # comment
                    | None
                ) as x:
                    six()

                case X if seven(
                ):
                    eight()
                case _:
                    nine()
            last()
            """,
            """
            try:
                one()
            # comment
            except (
                ValueError,
                two(),
            ) as e:
                three()

            except KeyError: four()
            except:
                five()
            else:
                six()
            # comment
            finally:
                seven()
            try:
                one()
            except* OSError as group:
                two()
            last()
            """,
            """
            with (
                one() as a,
                # comment
                two(
                ) as c,
            ):
                three()
            with (one()) as a: four()
            with (one(), two()): three()
            with (
                one()
            ): two()
            with one(), two() as (a, b):
                three()
            async def f():
                async with (
                    one() as a,
                    two()
                ):
                    await three()
            last()
            """,
            """
            function = lambda: one()
            function = lambda a, *b, c=one(), **d: (
                two(a)
            )
            function = (
                lambda
                a,
                b=one()
                : two()
            )
            sorted(
                a,
                key=lambda x:
                    one(x),
            )
            last()
            """,
            """
            one(
                a=two(),
                # comment
                b=
                three(),
                *four(),
                **five(
                ),
            )
            six(a = seven()
                , b= eight())
            last()
            """,
            """
            def function(
                a: one() = two(),
                # comment
                b: "text" = three(),
                /,
                *,
                c: dict[
                    str,
                    int,
                ] = four(),
                **others: Any,
            ) -> dict[
                str,
                five(),
            ]:
                # comment
                \"\"\"Doc
                string.\"\"\"
                return six()

            async def other(*args, a) -> (
                int
            ): return one()

            async  def spaced(
            ): pass
            def annotated(a
                    : int
                    = one()) -> None: ...
            last()
            """,
            """
            one(); two()
            three(); four();
            if one(): two(); three()
            else: four(); five()
            for x in one(): two()
            while one(): two(); break
            class A: one(); two()
            def f(): one(); return two()
            last()
            """,
            """
            if one():
                two()
            elif (
                three()
                # comment
            ):
                four()
            # comment
            elif five(): six()
            # comment

            else:
                # comment
                seven()
                # comment
            while (
                one()
            ):
                two()
            else:
                three()
            for (
                x, y
            ) in (
                one()
            ):
                two()
            # comment
            else:
                three()
            last()
            """,
            """
            value: int = one()
            value: dict[
                str, int
            ] = two()
            value: (
                int
            )
            value = other = (
                a.b
            ) = two()
            value += (
                one()
            )
            value[
                one()
            ] = two()
            value[one():
                  two()
                  :three()]
            a.b[
                one(), two()
            ].c = three()
            del a[
                one()
            ], b
            last()
            """,
            """
            if (value := one()) and (
                other := two()
            ):
                three()
            [y := one(), y
             ** 2]
            last()
            """,
            """
            compared = (
                one()
                < two()
                <= three()
                is not None
                not in
                four()
                not
                in five()
            )
            negated = not (
                one()
            )
            power = -one(
            ) ** ~two()
            shifted = one() << \\
                two() // three() @ four()
            truth = (
                one()
                and two()
                or
                three()
                and not four()
            )
            last()
            """,
            """
            def generate():
                got = yield one()
                yield (
                    two()
                )
                yield from three()
                x = (yield)
                yield \\
                    four()
                return (
                    yield from five()
                )
            async def wait():
                await one()
                x = await (
                    two()
                )
                y = (await three(
                )).four()
                await \\
                    five()
                yield await six()
            last()
            """,
            """
            import a, \\
                b.c as d
            from a import (
                b,  # comment
                c as d,
                # comment
            )
            from . import (
                e
            )
            from ..a.b import *
            last()
            """,
            """
            raise one(
            ) from (
                two()
            )
            assert (
                one()
            ), two()
            global a, \\
                b
            pass; last()
            """,
            """
            class A(B,
                    C):

                # comment
                x = one()

                y: int = two(
                )

                class Inner:
                    z = three()

                    def f(self): four()
                # comment
            # comment
            last()
            """,
            """
            #!/usr/bin/env python
            # -*- coding: utf-8 -*-
            one()  # comment
                # oddly indented comment
            two()
            # comment \\
            three()
            \f
            four()
            if x:
            # comment at the margin
                five()
                    # comment
                six()
            last() # end""",
            """
            one()()
            (two)()
            three[0]()
            (four or five)()
            (
                six
            )(
            )
            one().two[
                three()
            ].four()
            (lambda: one())()
            [one][0](two())
            "text".join(one())
            (await_ or "x").format(
                one())
            print(*one(), sep="")
            print (one ())
            ...
            x = ...
            f(...)
            last()
            """,
            """
            star = [*one(), *(
                two()
            )]
            first, *rest = one()
            [a, b] = two()
            (c,
             d) = three()
            for a, *b in one(): two()
            x = one(),
            y = ()
            z = (one(),)
            last()
            """,
            """
            number = 0x_ff + 1_000 + 1e5 + 1j + one()
            def f(a=1, *, b=-1): return one()
            def g(a, b, /): return one()
            def h(*a: int, **b: str): one()
            def i(a, *, b
                  , c): one()
            def j(
                *,
                a,
            ): one()
            def k(
                a,
                /,
            ): one()
            last()
            """,
            """
            async def f():
                async for x in one(
                ):
                    two()
                else:
                    three()
                async with one() as x, two(): three()
                async with (one()): two()
                return await one(), await two()
            last()
            """.replace("nonempty = [\n    x async", "nonempty = [\n    x"));

    private Zoo() {}
}
