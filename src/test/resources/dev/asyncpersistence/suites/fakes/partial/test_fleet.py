from functools import partial
from operator import getitem
from types import SimpleNamespace

from fleet import Fleet
from ships import Ships


def speed_in(speeds, key):
    return speeds[key]


def doubled(number):
    return number * 2


async def test_assigned():
    ships = Ships(None)
    ships.speed = partial(speed_in, {"a": 3, "b": 2})
    assert await Fleet(ships).speed("ab") == 2


async def test_namespace():
    ships = SimpleNamespace(speed=partial(speed_in, {"c": 9}))
    assert await Fleet(ships).speed("c") == 9


def test_other_partial():
    first = partial(getitem, [1, 2])
    assert partial(doubled, first(1))() == 4
